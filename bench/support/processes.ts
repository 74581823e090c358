import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Process {
  readonly url: string
  readonly pid: number
  close(): Promise<void>
}

const ROOT = join(import.meta.dirname, '../..')

/** Starts a script of ours that prints `{"url":…}` when it is open, and ends when its input does. */
export async function startProcess(
  script: string,
  settings: object = {},
  flags: readonly string[] = [],
): Promise<Process> {
  const args = [...flags, '--import', 'tsx', join(ROOT, script), JSON.stringify(settings)]
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const first = await Promise.race([
    new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve)),
    ended.then(() => Promise.reject(new Error(`${script} ended before it was open.`))),
  ])
  return {
    url: JSON.parse(first).url,
    pid: child.pid ?? 0,
    close: async () => {
      child.stdin.end()
      await ended
    },
  }
}
