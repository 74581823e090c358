import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { begin } from './core/begin.ts'
import type { Database } from './database/client.ts'
import { openDatabase } from './database/open.ts'
import type { Reads } from './database/sql.ts'
import type { KnowledgeData } from './knowledge/knowledge.ts'
import { hashSeedFiles, readSeedFiles } from './knowledge/seed/seed-files.ts'
import type { SeedReport } from './knowledge/seed.store.ts'

export interface StoreOptions {
  readonly dataDir: string
  readonly databaseUrl?: string | undefined
  readonly role: 'owner' | 'guest'
  readonly poolSize?: number
  /** Another folder of seed files than the product's; tests have their own. */
  readonly seedFolder?: string
  /** The server is being started, or need not be: until then nothing heavy should be loaded. */
  readonly onBegun?: () => void
}

export interface OpenStore {
  readonly kind: 'open'
  readonly url: string
  readonly db: Database
  /** The same database for plain questions, without Prisma's compiler. */
  readonly reads: Reads
  readonly data: KnowledgeData
  readonly migrated: readonly string[]
  /** Null when the files were applied before. */
  readonly seeded: SeedReport | null
  close(): Promise<void>
}

export type OpenedStore = OpenStore | { readonly kind: 'already_running'; readonly pid: number }

/**
 * The database ready to serve: running, migrated, seeded, its knowledge read. On a first start PostgreSQL needs a second
 * to make its folder, in another process: the modules are loaded and the seed files read and checked meanwhile, which is
 * why the heavy imports stand here and not above.
 */
export async function openStore(options: StoreOptions): Promise<OpenedStore> {
  const { dataDir, databaseUrl, role, poolSize } = options
  const first = !databaseUrl && !existsSync(join(dataDir, 'postgres'))
  // The server's process takes a few milliseconds to start, which loading modules would make hundreds.
  const { result: opening, begun } = begin((onSpawned) =>
    openDatabase({ dataDir, databaseUrl, role, onSpawned }),
  )
  await begun
  options.onBegun?.()
  const [{ createClient }, { createSqlPool, readsOf }, { migrate }, stores] = await Promise.all([
    import('./database/client.ts'),
    import('./database/sql.ts'),
    import('./database/migrate.ts'),
    loadStores(),
  ])
  const files = await readSeedFiles(options.seedFolder)
  const hash = await hashSeedFiles(files)
  const read = async () => {
    const seed = await stores.loadSeed(files)
    return { content: seed.content, records: stores.toRecords(seed) }
  }
  // Its server takes seconds to appear: all that needs no database is made ready now.
  const prepare = async () => {
    const [{ content, records }] = await Promise.all([read(), preloadEngine()])
    const data = stores.toldOf(content)
    stores.regionIndexOf(data.regions)
    return { records, data }
  }
  const early = first ? await prepare().catch((error: Error) => error) : undefined

  const database = await opening
  if (database.kind === 'already_running') return database
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const one of closing) await one()
    await database.close()
  }
  try {
    if (early instanceof Error) throw early
    const migrated = await migrate(database.url)
    const name = `jalur-resmi ${role}`
    const db = createClient(database.url, { ...(poolSize === undefined ? {} : { poolSize }), name })
    closing.push(() => db.$disconnect())
    const pool = createSqlPool({ url: database.url, size: 2, name, statementTimeoutMs: 60_000 })
    closing.push(() => pool.close())
    const reads = readsOf(pool)
    const last = await stores.lastSeedHash(reads)
    // A command that joins does not change what the serving app answers from, unless there is nothing yet.
    const due = role === 'owner' || database.started ? last !== hash : last === null
    const seeded = due ? await stores.applySeed(db, (early ?? (await read())).records, hash) : null
    // What was just written into an empty database need not be read back.
    const data = database.created && last === null ? early?.data : undefined
    return {
      kind: 'open',
      url: database.url,
      db,
      reads,
      data: data ?? (await stores.databaseSource(reads).load()),
      migrated,
      seeded,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function loadStores() {
  const [seed, records, knowledge, files, regions] = await Promise.all([
    import('./knowledge/seed.store.ts'),
    import('./knowledge/records.store.ts'),
    import('./knowledge/knowledge.store.ts'),
    import('./knowledge/seed/load-seed.ts'),
    import('./knowledge/regions/region-index.ts'),
  ])
  return { ...seed, ...records, ...knowledge, ...files, ...regions }
}

async function preloadEngine(): Promise<void> {
  await (await import('./database/schema-engine.ts')).preload()
}
