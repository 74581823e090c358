import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** One data key and its name: the first byte of everything written with it. */
export interface DataKey {
  readonly id: number
  readonly secret: Buffer
}

export interface KeyRing {
  /** Writes. */
  readonly current: DataKey
  /** Read, among them the current one. */
  readonly all: readonly DataKey[]
  /** Finds addresses again. From the oldest key of the ring, so that a rotation does not make everybody a stranger. */
  readonly lookup: Buffer
  /** The key was just made and lies in this file. */
  readonly createdFile: string | null
}

export interface KeyOptions {
  /** DATA_KEY: 32 bytes in base64; several, newest first, separated by commas, while keys are rotated. */
  readonly dataKey: string | undefined
  /** Where a generated key lies when DATA_KEY is not set. */
  readonly dataDir: string
}

const KEY_BYTES = 32

/** The keys of this start. Throws with one sentence when DATA_KEY or the key file cannot be one. */
export async function loadKeys({ dataKey, dataDir }: KeyOptions): Promise<KeyRing> {
  if (dataKey !== undefined) return keyRing(dataKey.split(','), 'DATA_KEY', null)
  const file = join(dataDir, 'key')
  const known = await readKeyFile(file)
  if (known !== undefined) return keyRing(known.split(','), file, null)
  await writeKeyFile(dataDir, file)
  return keyRing(((await readKeyFile(file)) ?? '').split(','), file, file)
}

/** Throws when a part is not 32 bytes of base64, or two keys have the same name. */
export function keyRing(parts: readonly string[], from: string, createdFile: string | null): KeyRing {
  const all = parts.map((part) => dataKey(part.trim(), from))
  const [current] = all
  const oldest = all.at(-1)
  if (current === undefined || oldest === undefined) throw new Error(`${from} holds no key.`)
  if (new Set(all.map(({ id }) => id)).size < all.length)
    throw new Error(`${from}: two of the keys have the same first byte of their hash; make a new one.`)
  const lookup = Buffer.from(hkdfSync('sha256', oldest.secret, '', 'jalur-resmi lookup', KEY_BYTES))
  return { current, all, lookup, createdFile }
}

function dataKey(part: string, from: string): DataKey {
  const raw = Buffer.from(part, 'base64')
  if (raw.length !== KEY_BYTES)
    throw new Error(`${from} must be ${KEY_BYTES} bytes in base64; make one with: openssl rand -base64 32`)
  return {
    id: createHash('sha256').update(raw).digest().readUInt8(0),
    secret: Buffer.from(hkdfSync('sha256', raw, '', 'jalur-resmi seal', KEY_BYTES)),
  }
}

async function readKeyFile(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Two starts at the same moment end up with one key: a finished file is linked into place, and the first link stays. */
async function writeKeyFile(folder: string, file: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const draft = `${file}.${process.pid}`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
}
