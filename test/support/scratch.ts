import { accessSync, constants, statfsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A container's memory disk is often 64 MiB; a few clusters of PostgreSQL side by side take some hundred. */
const ENOUGH_BYTES = 2 * 1024 ** 3

/**
 * A new empty folder for what a test throws away: in memory where the machine has a disk in memory, else in the system's
 * folder for temporary files. A database is some seven hundred files, and making them is what tests waited for: 640 ms on
 * a disk, 35 ms in memory.
 */
export async function scratchFolder(name: string): Promise<string> {
  return mkdtemp(join(inMemory() ?? tmpdir(), `jalur-${name}-`))
}

function inMemory(): string | undefined {
  const folder = '/dev/shm'
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= ENOUGH_BYTES ? folder : undefined
  } catch {
    return undefined
  }
}
