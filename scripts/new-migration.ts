/**
 * Writes the next migration: the difference between the migrations and schema.prisma.
 * Usage: npm run migration -- <name_in_snake_case>
 * CHECK constraints, triggers and partial indexes are not part of schema.prisma: add them by hand to the file.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffToSchema } from '../src/database/diff.ts'
import { ensureServer } from '../src/database/embedded.ts'
import { migrate, migrationsFolder } from '../src/database/migrate.ts'
import { packageRoot } from '../src/package-root.ts'

const name = process.argv[2]
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: npm run migration -- <name_in_snake_case>')
  process.exit(2)
}
const folder = await mkdtemp(join(tmpdir(), 'jalur-migration-'))
const server = await ensureServer(join(folder, 'postgres'))
try {
  await mkdir(migrationsFolder(), { recursive: true })
  await migrate(server.url)
  const schema = await readFile(join(packageRoot(), 'prisma', 'schema.prisma'), 'utf8')
  const sql = await diffToSchema(server.url, schema)
  if (sql === '') {
    console.log('The migrations already equal schema.prisma.')
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const target = join(migrationsFolder(), `${stamp}_${name}`)
    await mkdir(target, { recursive: true })
    await writeFile(join(target, 'migration.sql'), sql)
    console.log(`Wrote ${target}/migration.sql`)
  }
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
