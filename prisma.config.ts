import { defineConfig } from 'prisma/config'

// The CLI looks for a schema engine binary and downloads it when there is none, which fails offline and is not needed
// for `generate`, `validate` and `format`. Any executable satisfies the look-up. Migrations run through the WebAssembly
// build of the same engine (src/database/migrate.ts), not through this CLI.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
