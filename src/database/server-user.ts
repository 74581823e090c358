import { execFileSync } from 'node:child_process'
import { chown, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** How to run a PostgreSQL program as somebody who is not root. */
export interface ServerUser {
  /** The program and arguments really to be spawned, and the ids to spawn them with. */
  command(program: string, args: readonly string[]): SpawnCommand
  /** Hands a file or folder to the user. */
  give(path: string): Promise<void>
}

export interface SpawnCommand {
  readonly file: string
  readonly args: readonly string[]
  readonly ids: { readonly uid?: number; readonly gid?: number }
}

const OURSELVES: ServerUser = {
  command: (file, args) => ({ file, args, ids: {} }),
  give: async () => undefined,
}

/**
 * PostgreSQL refuses root, so root lends it the `postgres` user, which is made when there is none.
 * `folders` are those the user must be able to enter. In a private one (a project in /root) the server keeps the one
 * capability that opens it; without it, root could not use the embedded database there at all.
 */
export async function serverUser(folders: readonly string[]): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return OURSELVES
  const { uid, gid } = (await postgresUser()) ?? (await makePostgresUser())
  const give = (path: string) => chown(path, uid, gid)
  const closed = await firstClosed(folders)
  if (closed === undefined) return { command: (file, args) => ({ file, args, ids: { uid, gid } }), give }
  if (!hasSetpriv())
    throw new Error(
      `PostgreSQL refuses to run as root, and the user "postgres" may not enter ${closed}. Move the project and its data to a folder that others may enter, run as a normal user, or set DATABASE_URL.`,
    )
  const setpriv = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const keep = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--']
  return {
    command: (file, args) => ({ file: 'setpriv', args: [...setpriv, ...keep, file, ...args], ids: {} }),
    give,
  }
}

async function postgresUser(): Promise<{ uid: number; gid: number } | undefined> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const line = users.split('\n').find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

async function makePostgresUser(): Promise<{ uid: number; gid: number }> {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' })
  } catch {
    try {
      execFileSync('adduser', ['-S', '-D', '-H', 'postgres'], { stdio: 'ignore' }) // BusyBox
    } catch {
      // told below
    }
  }
  const made = await postgresUser()
  if (made === undefined)
    throw new Error(
      'PostgreSQL refuses to run as root, and no user "postgres" could be made. Run as a normal user, or set DATABASE_URL.',
    )
  return made
}

async function firstClosed(folders: readonly string[]): Promise<string | undefined> {
  const othersMayEnter = 0o001
  for (let folder of folders) {
    for (;;) {
      const { mode } = await stat(folder)
      if ((mode & othersMayEnter) === 0) return folder
      const parent = dirname(folder)
      if (parent === folder) break
      folder = parent
    }
  }
  return undefined
}

function hasSetpriv(): boolean {
  try {
    execFileSync('setpriv', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
