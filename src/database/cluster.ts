import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { PostgresBinaries } from './postgres-binaries.ts'
import type { ServerUser } from './server-user.ts'

/** The folder of one PostgreSQL server: `data/` (PostgreSQL's own), `connection.json` and `server.log`. */
export interface ClusterFiles {
  readonly root: string
  readonly data: string
  readonly connection: string
  readonly log: string
}

export interface Connection {
  readonly port: number
  readonly password: string
}

export const SUPERUSER = 'jalur'

export function clusterFiles(root: string): ClusterFiles {
  return {
    root,
    data: join(root, 'data'),
    connection: join(root, 'connection.json'),
    log: join(root, 'server.log'),
  }
}

export function connectionUrl(connection: Connection): string {
  return `postgresql://${SUPERUSER}:${connection.password}@127.0.0.1:${connection.port}/postgres`
}

export async function readConnection(files: ClusterFiles): Promise<Connection> {
  return JSON.parse(await readFile(files.connection, 'utf8'))
}

/**
 * Makes the cluster when there is none. It is built in a folder beside the real one and moved there in one step: a
 * start that is killed half-way, or two at the same time, never leave a half-made cluster.
 */
export async function createCluster(
  files: ClusterFiles,
  binaries: PostgresBinaries,
  user: ServerUser,
  onSpawned: () => void,
): Promise<void> {
  if (await exists(files.connection)) return
  const building = clusterFiles(`${files.root}.new-${process.pid}`)
  await rm(building.root, { recursive: true, force: true })
  await mkdir(building.root, { recursive: true, mode: 0o700 })
  const password = randomBytes(24).toString('hex')
  const passwordFile = join(building.root, 'password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  await user.give(building.root)
  await user.give(passwordFile)
  try {
    await initdb(binaries.initdb, building, passwordFile, user, onSpawned)
    await rm(passwordFile)
    const connection: Connection = { port: await freePort(), password }
    await writeFile(building.connection, JSON.stringify(connection), { mode: 0o600 })
    await rename(building.root, files.root)
  } catch (error) {
    await rm(building.root, { recursive: true, force: true })
    if (!(await exists(files.connection))) throw error // else another start was faster, and its cluster serves
  }
}

/** The built-in C.UTF-8 locale sorts and lower-cases the same on every machine, whatever the system has installed. */
async function initdb(
  program: string,
  files: ClusterFiles,
  passwordFile: string,
  user: ServerUser,
  onSpawned: () => void,
) {
  const { file, args, ids } = user.command(program, [
    `--pgdata=${files.data}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--set=scram_iterations=1', // stretching helps weak passwords; ours has 192 random bits and every connection would pay
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ])
  const child = spawn(file, args, { ...ids, cwd: files.root, stdio: ['ignore', 'pipe', 'pipe'] })
  onSpawned()
  const said: string[] = []
  child.stdout.on('data', (chunk) => said.push(String(chunk)))
  child.stderr.on('data', (chunk) => said.push(String(chunk)))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (cause) =>
      reject(new Error(`${program} could not be started: ${cause.message}`, { cause })),
    )
    child.once('close', resolve)
  })
  if (code !== 0)
    throw new Error(`PostgreSQL could not make its data folder in ${files.root}: ${said.join('').trim()}`)
}

/**
 * Starts the server process. It gets a process group of its own (Ctrl-C reaches us, not it: we still have answers to
 * store) and listens on the loopback only, without a Unix socket, whose path would be too long in deep folders.
 */
export function spawnServer(
  files: ClusterFiles,
  binaries: PostgresBinaries,
  user: ServerUser,
  port: number,
): ChildProcess {
  const log = openSync(files.log, 'a', 0o600)
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '80',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    jit: 'off', // our queries are short; compiling them costs more than running them
    max_parallel_workers_per_gather: '0', // parallel workers need more shared memory than a container gives
  }
  try {
    const { file, args, ids } = user.command(binaries.postgres, [
      ...['-D', files.data, '-p', String(port)],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ])
    const child = spawn(file, args, { ...ids, cwd: files.root, detached: true, stdio: ['ignore', log, log] })
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/** Keeps the port for next time, so that a running guest finds the server again after a restart. */
export async function rememberPort(
  files: ClusterFiles,
  connection: Connection,
  port: number,
): Promise<Connection> {
  if (connection.port === port) return connection
  const next = { ...connection, port }
  const draft = `${files.connection}.${process.pid}`
  await writeFile(draft, JSON.stringify(next), { mode: 0o600 })
  await rename(draft, files.connection)
  return next
}

/** The wanted port when it is free, else one that the system gives. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer()
  try {
    return await new Promise<number>((resolve, reject) => {
      server.once('error', reject)
      server.listen(wanted, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : wanted)
      })
    })
  } catch {
    return freePort(0)
  } finally {
    server.close()
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
