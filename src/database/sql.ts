import pg from 'pg'

/** What a store function of the hot path needs: a pool, or a connection inside a transaction. Statements by name are planned once. */
export interface Sql {
  query<R extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: R[]; readonly rowCount: number | null }>
}

/**
 * What is asked in plain SQL at every start: Prisma's client can do it, and so can a bare pool, which does not take two
 * tenths of a second to load a compiler of queries first.
 */
export interface Reads {
  $queryRawUnsafe<T>(text: string, ...values: readonly unknown[]): PromiseLike<T>
}

export function readsOf(sql: Sql): Reads {
  return {
    $queryRawUnsafe: async <T>(text: string, ...values: readonly unknown[]) =>
      (await sql.query(text, values)).rows as T,
  }
}

export interface SqlPool extends Sql {
  /**
   * Commits when the work resolves, rolls back when it throws. Statements go out as they are asked for, without waiting for
   * the answers to those before: what needs no answer need not be waited for, and goes out with the commit. When one of
   * them fails, nothing is committed.
   */
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface SqlPoolOptions {
  readonly url: string
  readonly size: number
  readonly name: string
  /** `off` for what may be lost when PostgreSQL itself crashes, but not when we do. */
  readonly synchronousCommit?: 'on' | 'off'
  readonly onError?: (error: Error) => void
  readonly statementTimeoutMs?: number
  /**
   * `kept`: a statement is planned once for a connection, along the indexes, whatever its values: for short statements that
   * are asked all the time, and cost more to plan than to run. Without the indexes, a plan that was made while a table was
   * empty would go on reading all of it.
   */
  readonly plans?: 'fresh' | 'kept'
}

/**
 * Connections for bulk statements, which Prisma has no words for. A connection that hangs in a transaction holds locks on
 * people's lanes: the server ends it after ten seconds, and the work is somebody else's.
 */
export function createSqlPool(options: SqlPoolOptions): SqlPool {
  const { url, size, name, synchronousCommit = 'on', plans = 'fresh', onError = () => undefined } = options
  const kept = plans === 'kept' ? ' -c plan_cache_mode=force_generic_plan -c enable_seqscan=off' : ''
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: name,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    statement_timeout: options.statementTimeoutMs ?? 10_000,
    idle_in_transaction_session_timeout: 10_000,
    options: `-c synchronous_commit=${synchronousCommit}${kept}`,
    pipeline: true,
  })
  pool.on('error', onError)
  return {
    query: (text, values) => named(pool, text, values),
    async transaction(work) {
      const client = await pool.connect()
      // A connection that breaks between two statements tells it by this event; the next statement rejects.
      const onBroken = () => undefined
      client.on('error', onBroken)
      let broken: Error | undefined
      const sent: Promise<unknown>[] = []
      let over = false
      const send = <T>(answer: Promise<T>): Promise<T> => {
        // Whoever waits for it sees the failure; nobody else need.
        answer.catch(() => undefined)
        sent.push(answer)
        return answer
      }
      try {
        inOneWrite(client)
        send(client.query('BEGIN'))
        const result = await work({
          query: async (text, values) => {
            if (over) throw new Error('A statement came after the end of its transaction.')
            return send(named(client, text, values))
          },
        })
        over = true
        send(client.query('COMMIT'))
        // In their order: the first that failed is the reason.
        for (const answer of sent) await answer
        return result
      } catch (error) {
        over = true
        await client.query('ROLLBACK').catch((cause: Error) => {
          broken = cause
        })
        throw error
      } finally {
        client.off('error', onBroken)
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}

/** What is asked within one tick of the loop leaves in one packet. */
function inOneWrite(client: pg.PoolClient): void {
  const { stream } = client.connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

const names = new Map<string, string>()

async function named<R extends object>(
  runner: pg.Pool | pg.PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: R[]; rowCount: number | null }> {
  let name = names.get(text)
  if (name === undefined) {
    name = `sql_${names.size}`
    names.set(text, name)
  }
  if ('connection' in runner) inOneWrite(runner)
  return runner.query<R>({ name, text, values: [...values] })
}

/**
 * Whether the database is away or cannot write at all, so that the same statement will succeed later: the connection
 * broke or was refused (08, 57P), it has no room or no connection left (53), it is read-only or recovering (25006).
 * Anything else is about the statement.
 */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string') {
    if (/^(08|53|57P|58)/.test(code) || code === '25006' || code === '57014') return true
    if (/^E[A-Z]+$/.test(code)) return true // ECONNREFUSED, ECONNRESET, EPIPE, ETIMEDOUT
    if (/^[0-9A-Z]{5}$/.test(code)) return false
  }
  // What pg itself says has no code.
  return /connection (terminated|timeout|ended)|timeout exceeded when trying to connect|client (has encountered|was closed)|not queryable/i.test(
    error.message,
  )
}
