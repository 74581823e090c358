import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CHANNELS } from '../core/channel.ts'
import type { Log } from '../core/log.ts'
import type { InboxRow } from './inbox.store.ts'

/** Messages on disk while the database is away. */
export interface Spool {
  /** Durable when it resolves. */
  write(rows: readonly InboxRow[]): Promise<void>
  /** Hands the oldest files over and removes them; false when none is left. What `insert` throws goes on to the caller. */
  replay(insert: (rows: readonly InboxRow[]) => Promise<unknown>): Promise<boolean>
  readonly files: number
  readonly bytes: number
}

const line = z.object({
  channel: z.enum(CHANNELS),
  externalKey: z.uuid(),
  lane: z.uuid(),
  order: z.number().nullable(),
  receivedAt: z.iso.datetime(),
  content: z.base64(),
})
const NAME = /^\d{15}-\d+-\d{6}\.jsonl$/
/** Rows of one replay statement, about. */
const AT_ONCE = 1_000
/** A half-written file of a process that was killed: its messages were never confirmed, the vendor sends them again. */
const STALE_MS = 60_000

/**
 * Opens the folder, which must be writable now: found out only when the database is already away, it would be too late.
 * The rows are sealed already, so that the files are as unreadable as the database.
 */
export async function openSpool(folder: string, log: Log): Promise<Spool> {
  await probe(folder)
  const sizes = new Map<string, number>()
  for (const name of await readdir(folder)) {
    const { size, mtimeMs } = await stat(join(folder, name)).catch(() => ({ size: 0, mtimeMs: Date.now() }))
    if (NAME.test(name)) sizes.set(name, size)
    else if (name.endsWith('.tmp') && mtimeMs < Date.now() - STALE_MS) await rm(join(folder, name))
  }
  let count = 0

  const read = async (name: string): Promise<{ rows: InboxRow[]; corrupt: number }> => {
    const lines = (await readFile(join(folder, name), 'utf8')).split('\n').filter((text) => text !== '')
    const rows = lines.map(parseLine)
    return {
      rows: rows.filter((row) => row !== undefined),
      corrupt: rows.filter((row) => row === undefined).length,
    }
  }
  return {
    async write(rows) {
      count = (count + 1) % 1_000_000
      const name = `${String(Date.now()).padStart(15, '0')}-${process.pid}-${String(count).padStart(6, '0')}.jsonl`
      const text = `${rows.map(toLine).join('\n')}\n`
      await writeDurably(folder, name, text)
      sizes.set(name, Buffer.byteLength(text))
    },
    async replay(insert) {
      const taken: { name: string; corrupt: number }[] = []
      const rows: InboxRow[] = []
      for (const name of [...sizes.keys()].sort()) {
        // Another process on the same folder may have been faster.
        const found = await read(name).catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return { rows: [], corrupt: 0 }
          throw error
        })
        rows.push(...found.rows)
        taken.push({ name, corrupt: found.corrupt })
        if (rows.length >= AT_ONCE) break
      }
      if (taken.length === 0) return false
      if (rows.length > 0) await insert(rows)
      for (const { name, corrupt } of taken) {
        const file = join(folder, name)
        if (corrupt > 0) {
          await rename(file, `${file}.corrupt`).catch(() => undefined)
          log.error({ file: name, lines: corrupt }, 'spool file has lines that cannot be read; it is kept')
        } else {
          await rm(file, { force: true })
        }
        sizes.delete(name)
      }
      return sizes.size > 0
    },
    get files() {
      return sizes.size
    },
    get bytes() {
      let sum = 0
      for (const size of sizes.values()) sum += size
      return sum
    },
  }
}

function toLine({ content, receivedAt, ...row }: InboxRow): string {
  return JSON.stringify({ ...row, receivedAt: receivedAt.toISOString(), content: content.toString('base64') })
}

function parseLine(text: string): InboxRow | undefined {
  try {
    const { content, receivedAt, ...row } = line.parse(JSON.parse(text))
    return { ...row, receivedAt: new Date(receivedAt), content: Buffer.from(content, 'base64') }
  } catch {
    return undefined
  }
}

async function probe(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await writeDurably(folder, `probe-${process.pid}`, 'probe\n')
    await rm(join(folder, `probe-${process.pid}`))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(
      `${folder} cannot be written (${why}). Messages are kept there while the database is away: make it writable, or set DATA_DIR.`,
      { cause },
    )
  }
}

/** A temporary name, both syncs, and then the name that counts: after a power cut the file is whole or not there. */
async function writeDurably(folder: string, name: string, text: string): Promise<void> {
  const file = join(folder, name)
  const draft = `${file}.tmp`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
  const parent = await open(folder, 'r')
  try {
    await parent.sync()
  } finally {
    await parent.close()
  }
}
