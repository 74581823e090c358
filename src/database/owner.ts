import pg from 'pg'

/** One arbitrary number for "I am the instance that serves this data folder". */
const OWNER_LOCK = 7_312_001
const OWNER_NAME = /^jalur-resmi owner pid=(\d+)$/

export type Claim =
  | { readonly kind: 'owned'; readonly release: () => Promise<void> }
  | { readonly kind: 'already_running'; readonly pid: number }

/**
 * Claims the data folder for this process. The lock lives in the database session, not in a file: it is gone with the
 * process, however that ends, and two starts at the same moment cannot both have it.
 * `onLost` is called when the session breaks without `release`.
 */
export async function claimOwnership(url: string, onLost: () => void): Promise<Claim> {
  const session = new pg.Client({
    connectionString: url,
    application_name: `jalur-resmi owner pid=${process.pid}`,
    keepAlive: true,
  })
  await session.connect()
  const { rows } = await session.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [
    OWNER_LOCK,
  ])
  if (rows[0]?.got !== true) {
    const pid = await ownerPid(session)
    await session.end()
    return { kind: 'already_running', pid }
  }
  let released = false
  session.on('error', () => undefined) // `end` follows
  session.once('end', () => {
    if (!released) onLost()
  })
  return {
    kind: 'owned',
    release: async () => {
      released = true
      await session.end()
    },
  }
}

async function ownerPid(session: pg.Client): Promise<number> {
  const { rows } = await session.query<{ name: string }>(
    `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE l.locktype = 'advisory' AND l.objid = $1 AND l.granted`,
    [OWNER_LOCK],
  )
  return Number(OWNER_NAME.exec(rows[0]?.name ?? '')?.[1] ?? 0)
}

/** Whether any other session is connected: the last one out stops the server. */
export async function othersConnected(url: string): Promise<boolean> {
  const session = new pg.Client({ connectionString: url, application_name: 'jalur-resmi leaving' })
  session.on('error', () => undefined)
  await session.connect()
  const { rows } = await session.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
     WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  )
  await session.end()
  return (rows[0]?.others ?? 0) > 0
}
