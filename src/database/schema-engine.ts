import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

type EngineModule = typeof import('@prisma/schema-engine-wasm') & {
  __wbg_set_wasm(exports: object): void
}

/** The one call we need; the full types would come with the browser's library. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    instantiate(
      bytes: Uint8Array,
      imports: object,
    ): Promise<{ instance: { exports: Record<string, unknown> } }>
  }
}

/** Nothing is managed outside Prisma's schema; the engine wants to hear it on every call. */
export const NO_FILTER = { externalTables: [], externalEnums: [] }

/**
 * Prisma's schema engine as WebAssembly, bound to a database. The native engine would have to be downloaded; this one
 * comes with npm. Only loaded when a migration is really pending: compiling it costs more than a whole later start.
 */
export async function openSchemaEngine(url: string): Promise<OpenEngine> {
  const pool = new CatalogPool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0, // its timer would keep a finished command alive for ten seconds
    application_name: 'jalur-resmi migrate',
  })
  pool.on('error', () => undefined) // an idle connection that breaks; the next statement tells
  try {
    const module = await loadModule()
    const adapter = bindMigrationAwareSqlAdapterFactory(migrationAdapter(pool))
    const engine = await module.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
    return { engine, close: () => pool.end() }
  } catch (error) {
    await pool.end()
    throw error
  }
}

export interface OpenEngine {
  readonly engine: SchemaEngine
  close(): Promise<void>
}

/** Compiles the engine ahead of its use, while a first start waits for its server. */
export async function preload(): Promise<void> {
  await loadModule()
}

let loaded: Promise<EngineModule> | undefined

function loadModule(): Promise<EngineModule> {
  loaded ??= instantiate()
  return loaded
}

/** By hand, because the package's own entry imports the `.wasm` as a module, which Node 20 cannot. */
async function instantiate(): Promise<EngineModule> {
  const require = createRequire(import.meta.url)
  const glue = '@prisma/schema-engine-wasm/schema_engine_bg'
  const [module, bytes] = await Promise.all([
    import(glue) as Promise<EngineModule>,
    readFile(require.resolve(glue).replace(/\.js$/, '.wasm')),
  ])
  let panic = ''
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      get: () => panic,
      set_message: (message: string) => {
        panic = message
      },
    },
  })
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': withoutTimers(module),
  })
  module.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return module
}

/**
 * The engine guards its lock with a timer of ten seconds that it never clears; a finished command would wait for it
 * before it ends.
 */
function withoutTimers(module: EngineModule): object {
  return Object.fromEntries(
    Object.entries(module).map(([name, value]) => [
      name,
      name.startsWith('__wbg_setTimeout')
        ? (run: () => void, ms: number) => setTimeout(run, ms).unref()
        : value,
    ]),
  )
}

const CHAR = 18
const TEXT = 25

/** Shows the adapter "char" columns as text, and remembers which they were. */
class CatalogPool extends pg.Pool {
  readonly charColumns = new WeakMap<object, ReadonlySet<number>>()

  override query = (async (...args: Parameters<pg.Pool['query']>) => {
    const result = (await super.query(...args)) as unknown as pg.QueryResult | pg.QueryResult[]
    if (Array.isArray(result)) return result // a script of several statements
    const found = new Set<number>()
    for (const [index, field] of result.fields.entries()) {
      if (field.dataTypeID !== CHAR) continue
      field.dataTypeID = TEXT
      found.add(index)
    }
    if (found.size > 0) this.charColumns.set(result.rows, found)
    return result
  }) as pg.Pool['query']
}

/**
 * Two gaps of the adapter are closed here. It cuts a script at every semicolon, which breaks function bodies, and runs
 * the pieces one by one, which leaves half a migration behind when one fails: PostgreSQL takes the whole script as one
 * message, in one transaction. And it does not know the catalogue's one-letter type "char", without which the engine
 * cannot read an existing schema.
 */
function migrationAdapter(pool: CatalogPool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool)
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await factory.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const set = await queryRaw(query)
      const chars = pool.charColumns.get(set.rows)
      if (chars === undefined) return set
      const columnTypes = set.columnTypes.map((type, i) => (chars.has(i) ? ColumnTypeEnum.Character : type))
      return { ...set, columnTypes }
    }
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script)
      } catch (error) {
        throw asAdapterError(error)
      }
    }
    return adapter
  }
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: () => factory.connectToShadowDb(),
  }
}

function asAdapterError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const { code, severity, detail, column, hint } = error as pg.DatabaseError
  return new DriverAdapterError({
    kind: 'postgres',
    code: code ?? 'unknown',
    severity: severity ?? 'ERROR',
    message: error.message,
    detail,
    column,
    hint,
  })
}
