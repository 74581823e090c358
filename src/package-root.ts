import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder of this package: the sources run from `src/`, the image from `dist/`, and both read `prisma/` beside them.
 * Found by walking up, because the depth of a built file is the compiler's business.
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'jalur-resmi')
      return folder
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The package.json of jalur-resmi was not found above the program.')
    folder = parent
  }
}
