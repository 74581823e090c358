import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SILENT } from '../../../src/core/log.ts'
import type { InboxRow } from '../../../src/inbox/inbox.store.ts'
import { openSpool } from '../../../src/inbox/spool.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalur-spool-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function row(order: number): InboxRow {
  return {
    channel: 'telegram',
    externalKey: randomUUID(),
    lane: randomUUID(),
    order,
    receivedAt: new Date(1_000 + order),
    content: Buffer.from([order, 0, 255]),
  }
}

describe('the spool', () => {
  it('gives back what was written, in order, also after a restart, and only once', async () => {
    const rows = [1, 2, 3, 4].map(row)
    const spool = await openSpool(folder, SILENT)
    await spool.write(rows.slice(0, 2))
    await spool.write(rows.slice(2))
    expect([spool.files, spool.bytes > 0]).toEqual([2, true])

    const next = await openSpool(folder, SILENT)
    const replayed: InboxRow[] = []
    expect(await next.replay(async (some) => replayed.push(...some))).toBe(false)
    expect(replayed).toEqual(rows)
    expect([next.files, next.bytes, await readdir(folder)]).toEqual([0, 0, []])
  })

  it('keeps everything when handing over fails', async () => {
    const spool = await openSpool(folder, SILENT)
    await spool.write([row(1)])
    await expect(spool.replay(() => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect([spool.files, (await readdir(folder)).length]).toEqual([1, 1])
  })

  it('hands over the good lines of a damaged file and sets it aside', async () => {
    const spool = await openSpool(folder, SILENT)
    await spool.write([row(1), row(2)])
    const [name = ''] = await readdir(folder)
    const text = await readFile(join(folder, name), 'utf8')
    await writeFile(join(folder, name), text.replace('"telegram"', '"tele'))
    const replayed: InboxRow[] = []
    await spool.replay(async (some) => replayed.push(...some))
    expect(replayed.map(({ order }) => order)).toEqual([2])
    expect(await readdir(folder)).toEqual([`${name}.corrupt`])
    expect((await openSpool(folder, SILENT)).files).toBe(0)
  })

  it('ignores a file that was never finished: its messages were never confirmed', async () => {
    await writeFile(join(folder, '000001700000000-1-000001.jsonl.tmp'), '{"half')
    const spool = await openSpool(folder, SILENT)
    expect(spool.files).toBe(0)
  })

  it('refuses a folder that cannot be written', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    await expect(openSpool(join(file, 'spool'), SILENT)).rejects.toThrow('make it writable')
    if (process.getuid?.() === 0) return // root may write anywhere
    await chmod(folder, 0o500)
    await expect(openSpool(join(folder, 'spool'), SILENT)).rejects.toThrow('make it writable')
    await chmod(folder, 0o700)
  })
})
