import { openDatabase } from './database/open.ts'
import { inspectSeed } from './knowledge/seed/load-seed.ts'
import { type SeedProblem, tellProblem } from './knowledge/seed/problem.ts'
import { hashSeedFiles, readSeedFiles } from './knowledge/seed/seed-files.ts'

export interface SeedIo {
  out(line: string): void
  err(line: string): void
}

export interface SeedTarget {
  readonly dataDir: string
  readonly databaseUrl?: string | undefined
  readonly seedFolder?: string
}

/**
 * `seed` applies the seed files to the database; `seed --check` only reads and checks them, without a database.
 * Returns the exit code: 0 done, 1 the files have problems, 2 the command is not understood.
 */
export async function seedCommand(args: readonly string[], io: SeedIo, target: SeedTarget): Promise<number> {
  const unknown = args.find((arg) => arg !== '--check')
  if (unknown !== undefined) {
    io.err(`"${unknown}" is not an option of seed. Usage: seed [--check]`)
    return 2
  }
  const files = await readSeedFiles(target.seedFolder)
  const seed = await inspectSeed(files)
  tell(io.out, 'Warnings', seed.warnings)
  tell(io.err, 'Problems', seed.problems)
  if (seed.problems.length > 0) {
    io.err(`${seed.problems.length} problem(s) in ${files.length} seed files. Nothing was changed.`)
    return 1
  }
  const { content, sources } = seed.load()
  const counts = Object.entries({ ...content, sources }).map(([what, rows]) => `${rows.length} ${what}`)
  io.out(`${files.length} seed files are sound: ${counts.join(', ')}.`)
  if (args.includes('--check')) return 0
  await apply({ content, sources }, await hashSeedFiles(files), io, target)
  return 0
}

async function apply(
  seed: ReturnType<Awaited<ReturnType<typeof inspectSeed>>['load']>,
  hash: string,
  io: SeedIo,
  target: SeedTarget,
): Promise<void> {
  const [{ migrate }, { createClient }, { applySeed }, { toRecords }] = await Promise.all([
    import('./database/migrate.ts'),
    import('./database/client.ts'),
    import('./knowledge/seed.store.ts'),
    import('./knowledge/records.store.ts'),
  ])
  const database = await openDatabase({ ...target, role: 'guest' })
  if (database.kind === 'already_running') throw new Error('A guest is never refused.')
  try {
    await migrate(database.url)
    const db = createClient(database.url, { poolSize: 2, name: 'jalur-resmi seed' })
    try {
      const { written, deleted, kept } = await applySeed(db, toRecords(seed), hash)
      for (const { table, key, editedBy, editedAt, differs } of kept)
        io.out(
          `Kept ${table} ${key}, edited by ${editedBy} on ${editedAt.slice(0, 10)}: ${
            differs.length > 0 ? `differs in ${differs.join(', ')}` : 'no longer in the seed files'
          }.`,
        )
      io.out(`Written: ${written}. Deleted: ${deleted}. Kept as an officer edited them: ${kept.length}.`)
    } finally {
      await db.$disconnect()
    }
  } finally {
    await database.close()
  }
}

function tell(say: (line: string) => void, title: string, problems: readonly SeedProblem[]): void {
  if (problems.length === 0) return
  say(`${title}:`)
  for (const problem of problems) say(`  ${tellProblem(problem)}`)
}
