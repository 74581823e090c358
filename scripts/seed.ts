/** `npm run seed` and `npm run seed -- --check`; the program's own command `seed` does the same. */
import { seedCommand } from '../src/seed-command.ts'

process.exitCode = await seedCommand(
  process.argv.slice(2),
  { out: (line) => console.log(line), err: (line) => console.error(line) },
  { dataDir: process.env.DATA_DIR ?? '.data', databaseUrl: process.env.DATABASE_URL },
)
