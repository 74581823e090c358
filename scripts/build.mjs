// Writes dist/: JavaScript that starts a second sooner than the sources do, and that the image runs. It runs after
// `npm install`, too, where it may fail (a package is missing, the disk is full): the sources then run themselves.
// Types are not checked here; that is `npm run types`.
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { sourcesStamp } from './sources.mjs'

/** What the program reads beside its own files; TypeScript copies only what is imported. */
const READ_AT_RUN_TIME = /\.(css|js|svg|bin)$/

const root = join(import.meta.dirname, '..')
const optional = process.argv.includes('--after-install')
const building = join(root, `dist.new-${process.pid}`)
try {
  // Taken before: a file that is saved meanwhile makes the build an old one.
  const stamp = sourcesStamp(root)
  compile()
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !READ_AT_RUN_TIME.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    cpSync(file, join(building, file.slice(root.length)))
  }
  writeFileSync(join(building, 'built-from'), stamp)
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  renameSync(building, join(root, 'dist'))
} catch (error) {
  rmSync(building, { recursive: true, force: true })
  if (!optional) throw error
  console.warn(`Not built, which only makes starts slower: ${error.message}`)
}

function compile() {
  const compiler = createRequire(import.meta.url).resolve('@typescript/native/package.json')
  const tsc = join(dirname(compiler), 'bin', 'tsc')
  const args = ['-p', 'tsconfig.build.json', '--noCheck', '--outDir', building]
  const { status, error } = spawnSync(process.execPath, [tsc, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw error ?? new Error(`tsc ended with ${status}.`)
}
