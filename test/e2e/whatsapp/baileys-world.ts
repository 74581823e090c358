import { join } from 'node:path'
import { type EmbeddedServer, ensureServer } from '../../../src/database/embedded.ts'
import { migrate } from '../../../src/database/migrate.ts'
import { createSqlPool } from '../../../src/database/sql.ts'
import { keyRing } from '../../../src/privacy/keys.ts'
import { createVault } from '../../../src/privacy/vault.ts'
import { createWhatsAppAuthStore } from '../../../src/whatsapp-auth.store.ts'
import { query } from '../../support/database.ts'
import { linkedBot } from '../../support/whatsapp/linked-bot.ts'
import { startWebServer, type WebServer } from '../../support/whatsapp/web-server.ts'
import { type Program, run, tempData } from '../support/program.ts'

/** The program, a WhatsApp Web and a PostgreSQL on loopback. */
export interface BaileysWorld {
  readonly server: WebServer
  /** Links the device without the program: what somebody's phone does with the picture on the page. */
  link(): Promise<void>
  start(): Program
  query<T extends object>(sql: string): Promise<T[]>
  close(): Promise<void>
}

const DATA_KEY = Buffer.alloc(32, 7).toString('base64')
const TRUST = new URL('../../support/whatsapp/trust-root.mjs', import.meta.url).href

export async function baileysWorld(): Promise<BaileysWorld> {
  const server = await startWebServer()
  const data = await tempData()
  const postgres: EmbeddedServer = await ensureServer(join(data.dir, 'postgres'))
  await migrate(postgres.url)
  return {
    server,
    async link() {
      const sql = createSqlPool({ url: postgres.url, size: 2, name: 'linking' })
      const store = createWhatsAppAuthStore(sql, createVault(keyRing([DATA_KEY], 'test', null)))
      const bot = linkedBot(server, { store })
      await bot.online()
      await bot.stop()
      await sql.close()
    },
    start: () =>
      run(['serve'], {
        DATA_DIR: join(data.dir, 'data'),
        DATABASE_URL: postgres.url,
        DATA_KEY,
        LOG_LEVEL: 'info',
        WHATSAPP_BAILEYS: 'on',
        WHATSAPP_WEB_URL: server.url,
        TEST_WHATSAPP_ROOT: server.certificate.rootPublicKey.toString('hex'),
        NODE_OPTIONS: `--import ${TRUST}`,
      }),
    query: (sql) => query(postgres.url, sql),
    async close() {
      await server.close()
      await postgres.stop()
      await data.remove()
    },
  }
}
