/**
 * A process of its own that opens a data folder, for tests that kill it: prints one line of JSON when it is open and
 * stays until it is told `close` on its standard input.
 * Usage: node --import tsx test/support/own-server.ts <dataDir> <owner|guest>
 */
import { openDatabase } from '../../src/database/open.ts'

const [dataDir = '', role] = process.argv.slice(2)
const opened = await openDatabase({ dataDir, role: role === 'owner' ? 'owner' : 'guest' })
console.log(JSON.stringify(opened))
if (opened.kind === 'open')
  process.stdin.once('data', async () => {
    await opened.close()
    process.exit(0)
  })
