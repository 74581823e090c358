import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const CONFIG = join(ROOT, '.dependency-cruiser.mjs')

/** A small program that keeps to the rule, so that what a case adds is its only fault. */
const LAWFUL: Readonly<Record<string, string>> = {
  'locales/id/messages.json': '{}',
  'src/main.ts': `import './app.ts'`,
  'src/app.ts': `import './channels/web/web.ts'; import './pipeline.ts'; import './conversation/conversation.store.ts'; import './knowledge/facts.store.ts'; import './phrase/phrase.ts'; import './inbox/accept.ts'`,
  'src/pipeline.ts': `import './conversation/turn.ts'; import type { Phrase } from './phrase/phrase.ts'; export type P = Phrase`,
  'src/package-root.ts': 'export const ROOT = 1',
  'src/core/ids.ts': `import type m from '../../locales/id/messages.json'; export type Id = keyof typeof m`,
  'src/conversation/turn.ts': `import type { Id } from '../core/ids.ts'; import '../knowledge/knowledge.ts'; export type T = Id`,
  'src/conversation/stored-state.ts': `import 'zod'`,
  'src/conversation/conversation.store.ts': `import './stored-state.ts'; import '../database/client.ts'`,
  'src/conversation/understand/load.ts': `import 'node:fs'; import '../turn.ts'`,
  'src/knowledge/knowledge.ts': `import type { Id } from '../core/ids.ts'; export type K = Id`,
  'src/knowledge/facts.store.ts': `import '../database/generated/client.ts'; import '../package-root.ts'`,
  'src/database/client.ts': `import './generated/client.ts'; import 'pg'`,
  'src/database/sql.ts': `import 'pg'`,
  'src/database/generated/client.ts': `import '@prisma/client'`,
  'src/phrase/phrase.ts': `import 'i18next'; export type Phrase = 1`,
  'src/channels/web/web.ts': `import 'hono'; import '../../core/ids.ts'`,
  'src/channels/telegram/telegram.ts': `import 'grammy'; import '../../core/ids.ts'`,
  'src/channels/whatsapp/shared.ts': `import '../../core/ids.ts'`,
  'src/channels/whatsapp/cloud/send.ts': `import '../shared.ts'`,
  'src/channels/whatsapp/baileys/send.ts': `import '../shared.ts'; import '@whiskeysockets/baileys'`,
  'src/inbox/inbox.store.ts': `import '../database/sql.ts'`,
  'src/inbox/accept.ts': `import './inbox.store.ts'; import type { Id } from '../core/ids.ts'; export type A = Id`,
  'src/cases/cases.store.ts': `import '../database/client.ts'`,
  'src/officers/bot.ts': `import 'telegraf'; import '../core/ids.ts'`,
  'test/support.ts': 'export {}',
}

/** One breach of each rule: the file that commits it, what it says, and the rules that must name it. */
const BREACHES: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['core-imports-nothing', 'src/core/a.ts', `import '../knowledge/knowledge.ts'`],
  ['core-imports-nothing', 'src/core/b.ts', `import 'node:fs'`],
  ['core-imports-nothing', 'src/core/c.ts', `import 'zod'`],
  ['core-knows-the-keys-not-the-wording', 'src/core/d.ts', `import '../../locales/id/messages.json'`],
  ['engine-is-pure', 'src/conversation/a.ts', `import 'zod'`],
  ['engine-is-pure', 'src/conversation/b.ts', `import 'node:fs'`],
  ['engine-is-pure', 'src/conversation/c.ts', `import 'node:timers/promises'`],
  [
    'engine-is-pure',
    'src/conversation/d.ts',
    `import type { Phrase } from '../phrase/phrase.ts'; export type D = Phrase`,
  ],
  ['engine-is-pure', 'src/conversation/e.ts', `import './understand/load.ts'`],
  ['engine-is-pure', 'src/conversation/f.ts', `import './friend.ts'`],
  ['channels-know-only-core', 'src/channels/web/a.ts', `import '../telegram/telegram.ts'`],
  ['channels-know-only-core', 'src/channels/web/b.ts', `import '../../conversation/turn.ts'`],
  ['channels-know-only-core', 'src/channels/whatsapp/c.ts', `import '../../database/sql.ts'`],
  [
    'channels-know-only-core',
    'src/channels/telegram/d.ts',
    `import type { Phrase } from '../../phrase/phrase.ts'; export type D = Phrase`,
  ],
  ['whatsapp-vendors-apart', 'src/channels/whatsapp/cloud/a.ts', `import '../baileys/send.ts'`],
  ['channels-are-put-in-by-the-root', 'src/pipeline2.ts', `import './channels/web/web.ts'`],
  ['knowledge-knows-only-its-own', 'src/knowledge/a.ts', `import '../phrase/phrase.ts'`],
  ['phrase-knows-only-its-own', 'src/phrase/a.ts', `import '../knowledge/knowledge.ts'`],
  ['database-knows-only-its-own', 'src/database/a.ts', `import '../knowledge/knowledge.ts'`],
  ['privacy-knows-only-its-own', 'src/privacy/a.ts', `import '../knowledge/knowledge.ts'`],
  ['operations-knows-only-its-own', 'src/operations/a.ts', `import '../knowledge/knowledge.ts'`],
  ['inbox-outbox-knows-only-its-own', 'src/outbox/a.ts', `import '../cases/open.ts'`],
  ['inbox-outbox-take-only-types-of-the-engine', 'src/inbox/b.ts', `import '../conversation/turn.ts'`],
  ['cases-alerts-knows-only-its-own', 'src/alerts/a.ts', `import '../conversation/turn.ts'`],
  ['officers-console-knows-only-its-own', 'src/console/a.ts', `import '../conversation/turn.ts'`],
  ['pipeline-joins-stages', 'src/pipeline.ts', `import 'zod'`],
  ['rows-stay-in-stores', 'src/knowledge/b.ts', `import '../database/generated/client.ts'`],
  [
    'rows-stay-in-stores',
    'src/phrase2.ts',
    `import type { C } from './database/client.ts'; export type D = C`,
  ],
  ['stores-are-handed-in', 'src/knowledge/c.ts', `import './facts.store.ts'`],
  ['own-store-only', 'src/inbox/c.ts', `import '../cases/cases.store.ts'`],
  ['database-libraries-in-stores', 'src/knowledge/d.ts', `import 'pg'`],
  ['i18next-in-phrase', 'src/inbox/d.ts', `import 'i18next'`],
  ['grammy-in-telegram', 'src/officers/a.ts', `import 'grammy'`],
  ['telegraf-in-officers', 'src/channels/telegram/a.ts', `import 'telegraf'`],
  ['baileys-in-its-folder', 'src/channels/whatsapp/cloud/b.ts', `import '@whiskeysockets/baileys'`],
  ['hono-where-http-is', 'src/inbox/e.ts', `import 'hono'`],
  ['only-main-starts-the-app', 'src/phrase3.ts', `import './app.ts'`],
  ['src-never-imports-tests', 'src/phrase4.ts', `import '../test/support.ts'`],
  ['no-development-packages', 'src/phrase5.ts', `import 'vitest'`],
  ['no-undeclared-packages', 'src/phrase6.ts', `import 'undeclared'`],
  ['no-unresolvable', 'src/phrase7.ts', `import './gone.ts'`],
  ['no-circular', 'src/ring.ts', `import './ring2.ts'`],
  ['no-orphans', 'src/alone.ts', 'export const nobody = 1'],
]

/** What the breaches need beside them; lawful by itself. */
const HELPERS: Readonly<Record<string, string>> = {
  'src/ring2.ts': `import './ring.ts'`,
  'src/cases/open.ts': `import '../core/ids.ts'`,
  // The engine's friend keeps to the letter of every direct rule and still carries a file into it.
  'src/conversation/friend.ts': `import '../knowledge/far.ts'`,
  'src/knowledge/far.ts': `import '../package-root.ts'; import 'node:fs'`,
}

const PACKAGES = [
  'zod',
  'pg',
  '@prisma/client',
  'i18next',
  'grammy',
  'telegraf',
  '@whiskeysockets/baileys',
  'hono',
]

interface Violation {
  readonly rule: { readonly name: string }
  readonly from: string
}

let folder: string

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), source)
  }
}

function cruise(): readonly string[] {
  const cli = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const out = execFileSync(process.execPath, [cli, '--config', CONFIG, '--output-type', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const { summary } = JSON.parse(out) as { summary: { violations: readonly Violation[] } }
  return [...new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))].sort()
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dependency-rule-'))
  const dependencies = Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0']))
  write({
    'package.json': JSON.stringify({ dependencies, devDependencies: { vitest: '1.0.0' }, type: 'module' }),
    'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'nodenext', resolveJsonModule: true } }),
  })
  for (const name of [...PACKAGES, 'vitest', 'undeclared'])
    write({
      [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
      [`node_modules/${name}/index.js`]: '',
    })
  write(LAWFUL)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the dependency rule', () => {
  it('should name every breach, and no file that keeps to the rule', { timeout: 60_000 }, () => {
    write(HELPERS)
    write(Object.fromEntries(BREACHES.map(([, file, source]) => [file, source])))
    const expected = BREACHES.map(([rule, file]) => `${rule}: ${file}`)
    const found = cruise()
    expect(expected.filter((one) => !found.includes(one))).toEqual([])
    const guilty = new Set([...BREACHES.map(([, file]) => file), ...Object.keys(HELPERS)])
    expect(found.filter((one) => !guilty.has(one.split(': ')[1] ?? ''))).toEqual([])
  })

  it('should have a breach for every rule', async () => {
    const config = (await import(CONFIG)) as { default: { forbidden: readonly { name: string }[] } }
    const names = config.default.forbidden.map(({ name }) => name)
    expect(names.filter((name) => !BREACHES.some(([rule]) => rule === name))).toEqual([])
  })
})
