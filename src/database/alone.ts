import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** Runs the work while this process alone holds the name, until `stop`; its signal ends when the name is lost. */
export type Alone = (
  name: string,
  work: (held: AbortSignal) => Promise<void>,
  stop: AbortSignal,
) => Promise<void>

export interface AloneOptions {
  readonly url: string
  readonly onError?: (error: Error) => void
  /** How often those who wait ask again. */
  readonly askEveryMs?: number
}

/**
 * One owner per name over all processes: a lock of a database session of its own. It is gone with the process, however
 * that ends; a machine that vanished loses it when the server's keepalive gives up on the connection.
 */
export function createAlone({ url, onError = () => undefined, askEveryMs = 500 }: AloneOptions): Alone {
  return async (name, work, stop) => {
    while (!stop.aborted) {
      const session = new pg.Client({
        connectionString: url,
        application_name: `jalur-resmi alone ${name}`,
        connectionTimeoutMillis: 3_000,
        keepAlive: true,
        keepAliveInitialDelayMillis: 5_000,
        options: '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3',
      })
      const lost = new AbortController()
      session.on('error', onError)
      session.once('end', () => lost.abort())
      try {
        await session.connect()
        while (!stop.aborted && !lost.signal.aborted && !(await tryLock(session, name)))
          await pause(askEveryMs, stop)
        if (!stop.aborted && !lost.signal.aborted) await work(lost.signal)
      } catch (error) {
        if (!lost.signal.aborted) onError(error as Error)
      } finally {
        lost.abort()
        await session.end().catch(() => undefined)
      }
      if (!stop.aborted) await pause(askEveryMs, stop)
    }
  }
}

async function tryLock(session: pg.Client, name: string): Promise<boolean> {
  const { rows } = await session.query<{ got: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got',
    [name],
  )
  return rows[0]?.got === true
}

async function pause(ms: number, stop: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: stop }).catch(() => undefined)
}
