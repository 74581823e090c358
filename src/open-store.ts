import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './database/client.ts'
import { openDatabase } from './database/open.ts'
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
}

export interface OpenStore {
  readonly kind: 'open'
  readonly url: string
  readonly db: Database
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
  const opening = openDatabase({ dataDir, databaseUrl, role })
  opening.catch(() => undefined) // awaited below; a failure meanwhile must not count as unhandled
  const [{ createClient }, { migrate }, stores] = await Promise.all([
    import('./database/client.ts'),
    import('./database/migrate.ts'),
    loadStores(),
  ])
  const files = await readSeedFiles(options.seedFolder)
  const hash = await hashSeedFiles(files)
  const records = async () => stores.toRecords(await stores.loadSeed(files))
  const early = first
    ? await Promise.all([records(), preloadEngine()]).catch((error: Error) => error)
    : undefined

  const database = await opening
  if (database.kind === 'already_running') return database
  let db: Database | undefined
  try {
    if (early instanceof Error) throw early
    const migrated = await migrate(database.url)
    db = createClient(database.url, {
      ...(poolSize === undefined ? {} : { poolSize }),
      name: `jalur-resmi ${role}`,
    })
    const last = await stores.lastSeedHash(db)
    // A command that joins does not change what the serving app answers from, unless there is nothing yet.
    const due = role === 'owner' ? last !== hash : last === null
    const seeded = due ? await stores.applySeed(db, early?.[0] ?? (await records()), hash) : null
    const data = await stores.databaseSource(db).load()
    const client = db
    return {
      kind: 'open',
      url: database.url,
      db: client,
      data,
      migrated,
      seeded,
      close: async () => {
        await client.$disconnect()
        await database.close()
      },
    }
  } catch (error) {
    await db?.$disconnect()
    await database.close()
    throw error
  }
}

async function loadStores() {
  const [seed, records, knowledge, files] = await Promise.all([
    import('./knowledge/seed.store.ts'),
    import('./knowledge/records.store.ts'),
    import('./knowledge/knowledge.store.ts'),
    import('./knowledge/seed/load-seed.ts'),
  ])
  return { ...seed, ...records, ...knowledge, ...files }
}

async function preloadEngine(): Promise<void> {
  await (await import('./database/schema-engine.ts')).preload()
}
