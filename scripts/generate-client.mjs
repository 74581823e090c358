// Runs after `npm install`: writes the Prisma client into src/database/generated. Plain JavaScript, because nothing that
// could run TypeScript may be assumed yet. An install without development packages (the image's last stage, which brings
// a built client along) has no generator and needs none.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
let manifest
try {
  manifest = require.resolve('prisma/package.json')
} catch {
  console.log('prisma is not installed here: the client is not generated.')
  process.exit(0)
}
const { status } = spawnSync(process.execPath, [join(dirname(manifest), 'build', 'index.js'), 'generate'], {
  stdio: 'inherit',
  // No look-up of newer versions: an install needs no further network.
  env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
})
process.exit(status ?? 1)
