/** What the dependency rule cannot see: globals. The engine is given the time and its ids; it takes none itself. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'

const SRC = resolve(import.meta.dirname, '../../../src')

/** Around the engine, not in it: the same files that `.dependency-cruiser.mjs` leaves out, with their reasons. */
const AROUND = /\.store\.ts$|understand\/load\.ts$|understand\/model\/(phrases|train-all)\.ts$/

const WORLD =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bperformance\.|\bset(Timeout|Interval|Immediate)\b|\bqueueMicrotask\b|\bfetch\(|\bconsole\.|\bcrypto\.|\bglobalThis\b|\bimport\(/

it.each(['conversation', 'core/dates.ts'])(
  'src/%s takes neither the time nor chance nor anything from the world',
  (part) => {
    const folder = join(SRC, part)
    const files = part.endsWith('.ts')
      ? [folder]
      : readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
          .map((entry) => join(entry.parentPath, entry.name))
    const found = files
      .filter((file) => !AROUND.test(file))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => !/^\s*(\/?\*|\/\/)/.test(line) && WORLD.test(line))
          .map((line) => `${relative(SRC, file)}: ${line.trim()}`),
      )
    expect(found).toEqual([])
  },
)
