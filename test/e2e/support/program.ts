import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { scratchFolder } from '../../support/scratch.ts'

const ROOT = new URL('../../..', import.meta.url).pathname

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** The real program, started as npm starts it. */
export interface Program {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** What it has said so far. */
  said(): { out: string; err: string }
  /** The address of its ready line. Rejects with what it said when it ends before. */
  ready(): Promise<string>
}

/** A data folder for one test file. */
export async function tempData(): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await scratchFolder('e2e')
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) }
}

const running = new Set<Program>()

/** What a failed test left running. For `afterEach`. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map(stop))
}

export function run(
  args: readonly string[],
  env: Record<string, string> = {},
  input?: string | Uint8Array,
  root = ROOT,
): Program {
  const child = spawn(process.execPath, ['scripts/run.mjs', ...args], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      PUBLIC_URL: '',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => undefined) // it may end before it has read everything
  if (input !== undefined) child.stdin.end(input)
  let out = ''
  let err = ''
  const heard = new Set<() => void>()
  child.stdout.on('data', (chunk) => {
    out += chunk
    for (const tell of heard) tell()
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }))
  })
  const program: Program = {
    child,
    ended,
    said: () => ({ out, err }),
    ready: () =>
      new Promise((resolve, reject) => {
        const look = () => {
          const url = /ready at (\S+)/.exec(out)?.[1]
          if (url !== undefined) resolve(url)
        }
        heard.add(look)
        look()
        ended.then((end) => reject(new Error(`It ended with ${end.code} before it was ready: ${end.err}`)))
      }),
  }
  running.add(program)
  ended.then(() => running.delete(program))
  return program
}

/** Ends a program as Ctrl-C does, and waits for it. */
export async function stop(program: Program): Promise<Ended> {
  program.child.kill('SIGINT')
  return program.ended
}
