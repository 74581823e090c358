// Runs the program: the built one when it is made from exactly these sources, else the sources themselves. So a change
// is never answered by yesterday's build, and a start that changed nothing need not translate TypeScript.
import { existsSync, readFileSync } from 'node:fs'
import nodeModule from 'node:module'
import { join } from 'node:path'
import { sourcesStamp } from './sources.mjs'

const root = join(import.meta.dirname, '..')

function isBuilt() {
  if (!existsSync(join(root, 'src'))) return true // the image has only what was built
  try {
    return readFileSync(join(root, 'dist', 'built-from'), 'utf8') === sourcesStamp(root)
  } catch {
    return false
  }
}

if (isBuilt()) {
  nodeModule.enableCompileCache?.() // from Node 22 on
  await import('../dist/src/main.js')
} else {
  const { register } = await import('tsx/esm/api')
  register()
  await import('../src/main.ts')
}
