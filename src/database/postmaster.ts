import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What a running server says about itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly status: 'starting' | 'ready' | 'stopping' | 'other'
}

/**
 * The server that runs on this data folder, if one does. A file left by a killed machine is removed when no such
 * process is there: PostgreSQL itself would refuse to start as soon as any process has that number again, which in a
 * container is almost certain.
 */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const file = join(data, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined // being written right now
  if (!isServerOf(pid, data)) {
    await rm(file, { force: true })
    return undefined
  }
  const status = lines[7]?.trim() ?? 'starting'
  return {
    pid,
    port: Number(lines[3]),
    status: status === 'ready' || status === 'stopping' || status === 'starting' ? status : 'other',
  }
}

/** A process that ended but whose parent never asked (a container's first process seldom does) is not alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.charAt(stat.lastIndexOf(')') + 2) !== 'Z'
  } catch {
    return true // no /proc: the signal said enough
  }
}

/**
 * PostgreSQL works inside its data folder, which Linux shows. Where that cannot be seen, any process called postgres
 * counts as ours: taking a stranger for our server ends in an error, removing a live server's file in damage.
 */
function isServerOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false
  try {
    const [its, ours] = [statSync(`/proc/${pid}/cwd`), statSync(data)]
    return its.ino === ours.ino && its.dev === ours.dev
  } catch {
    return commandOf(pid).includes('postgres')
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-ww', '-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
