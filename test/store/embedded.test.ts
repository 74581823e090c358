/** The server that the app brings along: started, shared, abandoned and found again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensureServer } from '../../src/database/embedded.ts'
import { type OpenDatabase, openDatabase } from '../../src/database/open.ts'
import { isAlive } from '../../src/database/postmaster.ts'
import { query, run } from '../support/database.ts'
import { scratchFolder } from '../support/scratch.ts'

let dataDir: string
const children: ChildProcess[] = []
beforeEach(async () => {
  dataDir = await scratchFolder('own')
})
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  if (existsSync(join(dataDir, 'postgres'))) await (await ensureServer(join(dataDir, 'postgres'))).stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function open(role: 'owner' | 'guest' = 'owner'): Promise<OpenDatabase> {
  const opened = await openDatabase({ dataDir, role })
  if (opened.kind !== 'open') throw new Error(`Already running as ${opened.pid}.`)
  return opened
}

/** The same in a process that may be killed. */
async function openElsewhere(role: 'owner' | 'guest') {
  const script = join(import.meta.dirname, '..', 'support', 'own-server.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, role], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const opened = JSON.parse(String(line)) as { kind: string; url: string; pid: number }
  return {
    opened,
    pid: child.pid ?? 0,
    end: async (how: 'close' | 'SIGKILL') => {
      if (how === 'close') child.stdin.write('close\n')
      else child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

async function postmasterPid(): Promise<number> {
  const text = await readFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}

it('keeps its data from one start to the next, on the same port, and leaves nothing running', async () => {
  const first = await open()
  expect(first.created).toBe(true)
  await run(first.url, 'CREATE TABLE kept (word text)')
  await run(first.url, `INSERT INTO kept VALUES ('Ämne ꦗꦮ')`)
  const pid = await postmasterPid()
  await first.close()
  expect(isAlive(pid)).toBe(false)

  const second = await open()
  expect(second.created).toBe(false)
  expect(second.url).toBe(first.url)
  expect(await query(second.url, 'SELECT word, upper(word) AS upper FROM kept')).toEqual([
    { word: 'Ämne ꦗꦮ', upper: 'ÄMNE ꦗꦮ' },
  ])
  await second.close()
})

it('has one owner; the second is told who it is, guests may join', async () => {
  const owner = await openElsewhere('owner')
  expect(owner.opened.kind).toBe('open')
  expect(await openDatabase({ dataDir, role: 'owner' })).toEqual({ kind: 'already_running', pid: owner.pid })
  const guest = await open('guest')
  expect(guest.url).toBe(owner.opened.url)
  await guest.close()
  await run(owner.opened.url, 'SELECT 1') // the guest did not take the server along
  await owner.end('close')
  expect(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'))).toBe(false)
})

it('two first starts at the same moment make one owner', async () => {
  const both = await Promise.all([openElsewhere('owner'), openElsewhere('owner')])
  expect(both.map(({ opened }) => opened.kind).sort()).toEqual(['already_running', 'open'])
})

describe('after the owner was killed', () => {
  it('the next start takes over the server that outlived it', async () => {
    const owner = await openElsewhere('owner')
    await run(owner.opened.url, 'CREATE TABLE kept ()')
    const server = await postmasterPid()
    await owner.end('SIGKILL')
    expect(isAlive(server)).toBe(true)
    const next = await open()
    expect(await postmasterPid()).toBe(server)
    await run(next.url, 'SELECT FROM kept')
    await next.close()
    expect(isAlive(server)).toBe(false)
  })

  it('and its server too, the next start recovers the data', async () => {
    const owner = await openElsewhere('owner')
    await run(owner.opened.url, 'CREATE TABLE kept ()')
    const server = await postmasterPid()
    await owner.end('SIGKILL')
    process.kill(server, 'SIGKILL')
    await vi.waitFor(() => expect(isAlive(server)).toBe(false))
    const next = await open()
    await run(next.url, 'SELECT FROM kept')
    await next.close()
  })
})

it('is not stopped by a postmaster.pid whose number another process has now', async () => {
  const first = await open()
  await first.close()
  const stale = [process.pid, join(dataDir, 'postgres', 'data'), 1, 5432, '', '127.0.0.1', '1 1', 'ready   ']
  await writeFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), `${stale.join('\n')}\n`)
  const second = await open()
  await run(second.url, 'SELECT 1')
  await second.close()
})

it('comes back on the same port when the server dies under its owner', async () => {
  const owner = await open()
  const before = await postmasterPid()
  process.kill(before, 'SIGKILL')
  await vi.waitFor(() => expect(postmasterPid()).resolves.not.toBe(before), { timeout: 20_000, interval: 50 })
  await vi.waitFor(() => run(owner.url, 'SELECT 1'), { timeout: 20_000, interval: 50 })
  await vi.waitFor(
    async () => expect(await openDatabase({ dataDir, role: 'owner' })).toMatchObject({ pid: process.pid }),
    { timeout: 20_000, interval: 100 },
  )
  await owner.close()
})

it('a database that cannot be reached is told in one sentence, without its password', async () => {
  const opening = openDatabase({
    dataDir,
    role: 'owner',
    databaseUrl: 'postgresql://ani:rahasia@127.0.0.1:1/x',
  })
  await expect(opening).rejects.toThrow('The database cannot be reached (postgresql://ani:…@127.0.0.1:1/x)')
})
