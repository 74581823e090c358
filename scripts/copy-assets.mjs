// After `tsc`: puts what the program reads beside its own files (styles, scripts of the page, the trained model) into
// dist/, in the same place. TypeScript copies only what is imported.
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const READ_AT_RUN_TIME = /\.(css|js|svg|bin)$/
for (const entry of readdirSync('src', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !READ_AT_RUN_TIME.test(entry.name)) continue
  const file = join(entry.parentPath, entry.name)
  cpSync(file, join('dist', file))
}
