import { availableParallelism } from 'node:os'
import { Hono } from 'hono'
import { type Answering, type AnsweringOptions, answerHere } from './answering.ts'
import type { AnsweringData } from './answering-entry.ts'
import { answerInThread, answeringEntry } from './answering-thread.ts'
import type { TelegramChannel } from './channels/telegram/telegram-channel.ts'
import { createWebChannel, type Readiness } from './channels/web/web-channel.tsx'
import type { BaileysChannel } from './channels/whatsapp/baileys/baileys-channel.ts'
import { type CloudChannel, createCloudChannel } from './channels/whatsapp/cloud/cloud-channel.ts'
import { readTemplate } from './channels/whatsapp/cloud/template.ts'
import {
  type Config,
  type OfficerBotConfig,
  TELEGRAM_WEBHOOK_PATH,
  type TelegramConfig,
  WHATSAPP_PAIRING_PATH,
  WHATSAPP_WEBHOOK_PATH,
  type WhatsAppBaileysConfig,
  type WhatsAppCloudConfig,
} from './config.ts'
import { milestonePart } from './conversation/answer/agreement/date-sections.ts'
import { agreementRecord } from './conversation/answer/agreement/record.ts'
import { initialState } from './conversation/state.ts'
import { type TurnContext, turn } from './conversation/turn.ts'
import { memoryStore } from './conversation/turn-record.ts'
import { loadUnderstand } from './conversation/understand/load.ts'
import type { Converse, Outbound, Words } from './core/channel.ts'
import { PRIORITIES } from './core/delivery.ts'
import { LOCALES, type Locale } from './core/locale.ts'
import type { Log } from './core/log.ts'
import { KNOWLEDGE_CHANGED, listen } from './database/index.ts'
import { type Durable, openDurable } from './durable.ts'
import { effectsOf } from './effects.ts'
import { withOperations } from './health.ts'
import { databaseSource, recordVersion } from './knowledge/knowledge.store.ts'
import { type LiveKnowledge, liveKnowledge, makeTables } from './live-knowledge.ts'
import type { OfficersDesk } from './officers/desk.ts'
import type { AgreementWords } from './officers/dialogue/agreements.ts'
import type { OfficerParts } from './officers/dialogue/officer-turn.ts'
import { lastFromOfficer, takenUpdates } from './officers/inbound.store.ts'
import { officerPartsOn } from './officers/officer-parts.ts'
import { officersFirst } from './officers/officers-first.ts'
import { officersDesk } from './officers-desk.ts'
import type { OpenedStore, OpenStore } from './open-store.ts'
import { tell } from './outbox/tell.store.ts'
import { createPhrase, type Phrase } from './phrase/phrase.ts'
import { RESOURCES } from './phrase/resources.ts'
import { createPipeline } from './pipeline.ts'

/** What a start has to do first is over by then. */
const INDEXED_AFTER_MS = 700
const THREAD_AFTER_MS = 1_000

export interface AppOptions {
  readonly config: Config
  /** Being opened already: PostgreSQL starts in a process of its own while this file and what it imports are loaded. */
  readonly opening: Promise<OpenedStore>
  /** `serve` is alone on its data folder and keeps conversations; `guest` joins what runs and keeps them in memory. */
  readonly role: 'serve' | 'guest'
  readonly log: Log
  readonly clock: () => Date
}

/** Everything that is put together here, still without a way in. */
export interface App {
  readonly kind: 'open'
  readonly converse: Converse
  readonly words: Words
  /** Everything this process answers by HTTP. */
  readonly http: () => Promise<Hono>
  /** Inbox and outbox; a guest has none. */
  readonly durable: Durable | undefined
  close(): Promise<void>
}

export type OpenedApp = App | { readonly kind: 'already_running'; readonly pid: number }

/** The composition root: hands each part the others it works with. */
export async function openApp(options: AppOptions): Promise<OpenedApp> {
  const loading = Promise.all([createPhrase(), loadUnderstand()])
  loading.catch(() => undefined) // awaited below; a failure meanwhile must not count as unhandled
  const store = await options.opening
  if (store.kind === 'already_running') return store
  try {
    const [phrase, understandFor] = await loading
    return await compose(store, phrase, understandFor, options)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function compose(
  store: OpenStore,
  phrase: Phrase,
  understandFor: Awaited<ReturnType<typeof loadUnderstand>>,
  { config, role, log, clock }: AppOptions,
): Promise<App> {
  const { reads, data, migrated, seeded, url } = store
  const serving = role === 'serve'
  const answers = serving && config.roles.includes('worker') ? answering(url, config) : undefined
  const knowledge = liveKnowledge({
    source: databaseSource(reads),
    understandFor: (snapshot) => {
      const understand = understandFor(snapshot)
      // Soon another thread answers, which makes its own.
      if (answers !== undefined && answers !== answerHere) return understand
      // A start need not wait for it; a question that comes before makes the tables itself.
      setTimeout(() => makeTables({ knowledge: snapshot, understand }), INDEXED_AFTER_MS).unref()
      return understand
    },
    log,
    onNew: async (snapshot) => {
      if (serving) await recordVersion(reads, snapshot)
    },
  })
  await knowledge.take(data)
  const listener = serving
    ? await listen({
        url,
        channel: KNOWLEDGE_CHANGED,
        onNotify: () => knowledge.reload(),
        onError: (err) => log.warn({ err }, 'listening to changes of the knowledge was interrupted'),
      })
    : undefined
  if (migrated.length > 0 || seeded !== null)
    log.info({ migrated, written: seeded?.written, deleted: seeded?.deleted }, 'database brought up to date')
  for (const { table, key, differs } of seeded?.kept ?? [])
    log.warn({ table, key, differs }, 'kept as an officer edited it, differs from the seed files')

  const words: Words = (wording, locale) => phrase.wording(wording, locale)
  const context = (): TurnContext => ({ ...knowledge.current(), now: clock() })
  const durable = serving
    ? await openDurable({
        url,
        dataDir: config.dataDir,
        dataKey: config.dataKey,
        retentionDays: config.retentionDays,
        answers,
        phrase,
        context,
        effects: (vault) => effectsOf({ vault, words }),
        alertTimes: config.alertTimes,
        now: clock,
        log,
      })
    : undefined
  const converse = durable?.converse ?? createPipeline({ store: memoryStore(), phrase, context, log })
  const locales = LOCALES.filter((one) => one in RESOURCES)
  const telegram =
    durable !== undefined && config.telegram !== undefined && config.roles.includes('telegram')
      ? await openTelegram(config.telegram, { durable, words, locales, now: clock, log })
      : undefined

  const officers =
    durable === undefined ? undefined : officersOn({ durable, words, knowledge, now: clock, log })
  const officerBot =
    durable !== undefined &&
    officers !== undefined &&
    config.officerBot !== undefined &&
    config.roles.includes('officers')
      ? await openOfficers(config.officerBot, officers, { durable, words, knowledge, now: clock, log })
      : undefined
  const forBoth =
    durable === undefined || officers === undefined ? undefined : withOfficers(durable, officers, clock, log)

  const whatsappCloud =
    forBoth !== undefined && config.whatsappCloud !== undefined && config.roles.includes('whatsapp')
      ? openWhatsAppCloud(config.whatsappCloud, { durable: forBoth, words, now: clock, log })
      : undefined

  const whatsappBaileys =
    forBoth !== undefined && config.whatsappBaileys !== undefined && config.roles.includes('whatsapp')
      ? await openWhatsAppBaileys(config.whatsappBaileys, { durable: forBoth, words, now: clock, log })
      : undefined

  const readiness = async (): Promise<Readiness> => {
    try {
      await withinSeconds(2, reads.$queryRawUnsafe('SELECT 1'))
    } catch (err) {
      log.warn({ err }, 'not ready: the database does not answer')
      return { ready: false, reason: 'The database does not answer.' }
    }
    const { version, asOf } = knowledge.current().knowledge
    const officers = await durable?.officersNote().catch(() => undefined)
    // Citizens are answered all the same: a note, not a reason to take the process out of service.
    const isNote = officers !== undefined && (officers.onDuty === 0 || officers.unreachable > 0)
    return {
      ready: true,
      knowledge: { version, asOf },
      ...(isNote ? { officers: { onDuty: officers.onDuty, alertsWaiting: officers.unreachable } } : {}),
    }
  }

  const webPage = () =>
    createWebChannel({
      converse,
      words,
      locales,
      greet: (locale) => greeting(phrase, context(), locale),
      emergency: () => context().knowledge.contacts.national,
      readiness,
      now: () => performance.now(),
      secure: config.publicUrl?.startsWith('https:') ?? false,
      log,
    })

  return {
    kind: 'open',
    converse,
    words,
    durable,
    http: async () => {
      if (durable === undefined) throw new Error('A guest serves nobody.')
      const page = config.roles.includes('web') ? await webPage() : undefined
      const app = new Hono()
      if (telegram?.webhook !== undefined) app.route(TELEGRAM_WEBHOOK_PATH, telegram.webhook)
      if (whatsappCloud !== undefined) app.route(WHATSAPP_WEBHOOK_PATH, whatsappCloud.webhook)
      if (whatsappBaileys !== undefined) app.route(WHATSAPP_PAIRING_PATH, whatsappBaileys.pairing)
      const { metrics } = durable
      return app.route('/', withOperations({ metrics, metricsToken: config.metricsToken, page, readiness }))
    },
    close: async () => {
      await telegram?.close()
      whatsappCloud?.close()
      await whatsappBaileys?.close()
      await officerBot?.close()
      await durable?.close()
      await listener?.close()
      await knowledge.settled()
      await store.close()
    },
  }
}

/** On a machine with one processor a thread would only take turns with us. */
function answering(
  url: string,
  { dataDir, dataKey, logLevel }: Config,
): (options: AnsweringOptions) => Answering {
  if (availableParallelism() === 1) return answerHere
  const data: AnsweringData = { url, dataDir, dataKey, logLevel }
  return (options) => answerInThread({ entry: answeringEntry(), data, afterMs: THREAD_AFTER_MS }, options)
}

interface TelegramParts {
  readonly durable: Durable
  readonly words: Words
  readonly locales: readonly Locale[]
  readonly now: () => Date
  readonly log: Log
}

/** The citizens' bot, taking in and sending from now on. */
async function openTelegram(
  { token, apiRoot, webhook }: TelegramConfig,
  { durable, ...parts }: TelegramParts,
): Promise<Pick<TelegramChannel, 'webhook'> & { close(): Promise<void> }> {
  const { createTelegramChannel } = await import('./channels/telegram/telegram-channel.ts')
  let sending: { readonly active: boolean } | undefined
  const channel = createTelegramChannel({
    ...parts,
    token,
    apiRoot,
    mode: webhook === undefined ? { kind: 'polling', alone: durable.alone } : { kind: 'webhook', ...webhook },
    accept: durable.accept,
    answersHere: () => sending?.active === true,
    onIgnored: (reason) => durable.metrics.ignored('telegram', reason),
  })
  sending = durable.addSender(channel.sender)
  durable.addMedia('telegram', channel.sender.account, channel.fetchMedia)
  return {
    webhook: channel.webhook,
    close: runUntilClosed(channel.run),
  }
}

/** Our number at Meta, taking in and sending from now on. */
function openWhatsAppCloud(
  { templates: { alert, reminder }, ...settings }: WhatsAppCloudConfig,
  { durable, ...parts }: Omit<TelegramParts, 'locales'>,
): Pick<CloudChannel, 'webhook' | 'close'> {
  let sending: { readonly active: boolean } | undefined
  const channel = createCloudChannel({
    ...settings,
    ...parts,
    templates: {
      alert: alert === undefined ? undefined : readTemplate(alert),
      reminder: reminder === undefined ? undefined : readTemplate(reminder),
    },
    accept: durable.accept,
    takeReceipts: durable.takeReceipts,
    lastInbound: durable.lastInbound,
    answersHere: () => sending?.active === true,
    onIgnored: (reason) => durable.metrics.ignored('whatsapp', reason),
  })
  sending = durable.addSender(channel.sender)
  durable.addMedia('whatsapp', settings.phoneNumberId, channel.fetchMedia)
  return channel
}

/** WhatsApp as a linked device. Its library is loaded only where it is used: it takes a second. */
async function openWhatsAppBaileys(
  { pairingNumber, url }: WhatsAppBaileysConfig,
  { durable, ...parts }: Omit<TelegramParts, 'locales'>,
): Promise<Pick<BaileysChannel, 'pairing'> & { close(): Promise<void> }> {
  const { createBaileysChannel, newestWebVersion, stateName } = await import(
    './channels/whatsapp/baileys/baileys-channel.ts'
  )
  const channel = createBaileysChannel({
    ...parts,
    store: durable.whatsappAuth,
    alone: durable.alone,
    accept: durable.accept,
    takeReceipts: durable.takeReceipts,
    lastInbound: durable.lastInbound,
    onSender: (sender, until) => {
      durable.addSender(sender, until)
      durable.addMedia('whatsapp', sender.account, channel.fetchMedia, until)
    },
    pairingNumber,
    url,
    newestVersion: url === undefined ? newestWebVersion : undefined,
    onState: (state) => {
      durable.metrics.connection('whatsapp', stateName(state))
      durable.noteStopped('whatsapp', state.kind === 'stopped')
    },
    onIgnored: (reason) => durable.metrics.ignored('whatsapp', reason),
    show: (text) => process.stderr.write(text),
  })
  return {
    pairing: channel.pairing,
    close: runUntilClosed(channel.run),
  }
}

/** What officers need on whatever channel: their desk, and the words of their dialogue. */
function officersOn({ durable, words, knowledge, now }: OfficersOptions): Officers {
  const { sql, vault } = durable
  const known = () => knowledge.current().knowledge
  const onOutgoing = () => {
    durable.wakeSenders()
    durable.wakeAlerts()
  }
  const desk = officersDesk({ sql, vault, words, knowledge: known, onOutgoing, now })
  const agreementWords: AgreementWords = {
    record: (agreement, inUse, today) => agreementRecord(agreement, { knowledge: inUse, today }),
    milestone: milestonePart,
  }
  return { desk, parts: officerPartsOn({ sql, desk, knowledge: known, agreementWords, words }), onOutgoing }
}

interface OfficersOptions extends Omit<TelegramParts, 'locales'> {
  readonly knowledge: LiveKnowledge
}
interface Officers {
  readonly desk: OfficersDesk
  readonly parts: OfficerParts
  readonly onOutgoing: () => void
}

/** The officers' bot, taking in and sending from now on. Loaded only where there is one. */
async function openOfficers(
  settings: OfficerBotConfig,
  { desk, parts }: Officers,
  { durable, now, log }: OfficersOptions,
): Promise<{ close(): Promise<void> }> {
  const { createOfficerBot } = await import('./officers/bot/officer-bot.ts')
  const { alone, sql, vault } = durable
  const taken = takenUpdates(sql, vault)
  const bot = createOfficerBot({ ...settings, desk, parts, alone, taken, now, log })
  durable.addSender(bot.sender)
  return { close: runUntilClosed(bot.run) }
}

/** Begins the work. What it gives ends it, and resolves when it has ended. */
function runUntilClosed(run: (stop: AbortSignal) => Promise<void>): () => Promise<void> {
  const stop = new AbortController()
  const running = run(stop.signal)
  return async () => {
    stop.abort()
    await running
  }
}

/** WhatsApp is one number for everybody: what officers write there is for their desk. */
function withOfficers(
  durable: Durable,
  { desk, parts, onOutgoing }: Officers,
  now: () => Date,
  log: Log,
): Durable {
  const { sql, vault } = durable
  const accept = officersFirst({
    channel: 'whatsapp',
    accept: durable.accept,
    desk,
    parts,
    sql,
    vault,
    say: async (tx, to, locale, said) => {
      await tell(tx, [{ to, personId: null, priority: PRIORITIES.reply, locale, ...said }], vault)
    },
    onOutgoing,
    now,
    log,
  })
  const lastInbound: Durable['lastInbound'] = async (from) => {
    const both = await Promise.all([durable.lastInbound(from), lastFromOfficer(sql, vault, from)])
    return both.reduce((last, one) => (last === null || (one !== null && one > last) ? one : last), null)
  }
  return { ...durable, accept, lastInbound }
}

/** What a page says before anybody has written: the engine's own words for a beginning. */
function greeting(phrase: Phrase, context: TurnContext, locale: Locale): Outbound {
  const start = { kind: 'command', name: 'start', argument: '' } as const
  const { reply } = turn(initialState(locale, locale), start, context)
  return { reply, ...phrase.reply(reply), chosenLocale: null, erased: false }
}

async function withinSeconds<T>(seconds: number, work: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${seconds} s`)), seconds * 1000)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
