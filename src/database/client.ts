import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from './generated/client.ts'

export interface ClientOptions {
  /** Connections of this process. Two cores keep about this many busy; more only wait inside PostgreSQL. */
  readonly poolSize?: number
  /** Shown in pg_stat_activity. */
  readonly name?: string
  /** A broken idle connection; the pool replaces it by itself. */
  readonly onError?: (error: Error) => void
}

export type Database = PrismaClient
/** What a store function needs: the client, or a transaction of it. */
export type Transaction = Prisma.TransactionClient
export type { Prisma }

/** A Prisma client with its own pool. `$disconnect()` closes it. */
export function createClient(url: string, options: ClientOptions = {}): Database {
  const { poolSize = 10, name = 'jalur-resmi', onError = () => undefined } = options
  const adapter = new PrismaPg(
    { connectionString: url, max: poolSize, application_name: name },
    { statementNameGenerator: statementName, onPoolError: onError, onConnectionError: onError },
  )
  return new PrismaClient({ adapter })
}

const MAX_NAMES = 500
const names = new Map<string, string>()

/**
 * A name makes PostgreSQL keep the plan of a statement for its connection, which saves parsing it on every message. Long
 * texts and rare ones are not worth the memory: they get no name.
 */
function statementName(query: { readonly sql: string }): string {
  const known = names.get(query.sql)
  if (known !== undefined) return known
  if (names.size >= MAX_NAMES || query.sql.length > 10_000) return ''
  const name = `jr_${createHash('sha1').update(query.sql).digest('base64url')}`
  names.set(query.sql, name)
  return name
}
