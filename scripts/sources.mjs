import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Everything the program is built from. */
const FOLDERS = ['src', 'locales']

/**
 * One line that changes with any source file: how many there are, how large, and when the last was written. Looking
 * takes some milliseconds; reading them all would take as long as the build saves.
 */
export function sourcesStamp(root) {
  let files = 0
  let bytes = 0
  let newest = 0
  for (const folder of FOLDERS)
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const { size, mtimeMs } = statSync(join(entry.parentPath, entry.name))
      files += 1
      bytes += size
      newest = Math.max(newest, Math.trunc(mtimeMs))
    }
  return `${files} files, ${bytes} bytes, ${newest}`
}
