import { join } from 'node:path'
import { type Alerting, openAlerting } from './alerting.ts'
import { type OfficersNote, readOfficersNote } from './alerts/dispatch.store.ts'
import { ALERT_TIMES, type AlertTimes } from './alerts/lifecycle.ts'
import { type Answering, type AnsweringOptions, openConnections } from './answering.ts'
import { caseJobs, fetchFiles } from './case-work.ts'
import type { TurnContext } from './conversation/turn.ts'
import type { ChannelName, Converse, Correspondent, Words } from './core/channel.ts'
import type { AcceptMessages, Recipient, Sender, TakeReceipts } from './core/delivery.ts'
import { createGatherer } from './core/gather.ts'
import type { Log } from './core/log.ts'
import type { FetchMedia } from './core/media.ts'
import { type Alone, createAlone } from './database/alone.ts'
import { listen } from './database/listen.ts'
import { createSqlPool, type SqlPool } from './database/sql.ts'
import { createInbox } from './inbox/accept.ts'
import type { FloodLimit } from './inbox/flood.ts'
import { lastInbound } from './inbox/last-inbound.store.ts'
import { openSpool } from './inbox/spool.ts'
import { readAlertDepths } from './operations/alert-depths.store.ts'
import { readDepths } from './operations/depths.store.ts'
import { type Jobs, startJobs } from './operations/jobs.store.ts'
import { createMetrics, type Metrics } from './operations/metrics.ts'
import { collectAnswers, collectNotices, expireUncollected } from './outbox/collect.store.ts'
import { chatOf, openContent } from './outbox/content.ts'
import type { AnyEffect } from './outbox/effects.ts'
import { FETCHING_CHANNELS } from './outbox/fetching.ts'
import { createReceipts } from './outbox/receipts.ts'
import { createSending, type Sending } from './outbox/sending.ts'
import type { Phrase } from './phrase/phrase.ts'
import { createAnswers } from './pipeline/answers.ts'
import type { Committed } from './pipeline/committed.ts'
import { durableConverse, giveCollected } from './pipeline/converse.ts'
import { proveKeys } from './privacy/key-proof.store.ts'
import { loadKeys } from './privacy/keys.ts'
import { applyRetention } from './privacy/retention.store.ts'
import { createVault, type Vault } from './privacy/vault.ts'
import { createWhatsAppAuthStore, type WhatsAppAuthStore } from './whatsapp-auth.store.ts'

export interface DurableOptions {
  readonly url: string
  readonly dataDir: string
  readonly dataKey: string | undefined
  readonly retentionDays: number
  /** How this process answers; undefined: it only takes in and sends. */
  readonly answers: ((options: AnsweringOptions) => Answering) | undefined
  readonly phrase: Phrase
  readonly context: () => TurnContext
  /** What the events ask for; made with the vault of this start. */
  readonly effects: (vault: Vault) => readonly AnyEffect[]
  readonly now: () => Date
  readonly log: Log
  readonly alertTimes?: AlertTimes
  readonly flood?: FloodLimit
}

/** Inbox, worker and outbox of one process. */
export interface Durable {
  readonly accept: AcceptMessages
  readonly takeReceipts: TakeReceipts
  /** When somebody last wrote to an account of ours; null: never, or forgotten. */
  readonly lastInbound: (from: Recipient) => Promise<Date | null>
  /** For a channel whose people wait for their answer. */
  readonly converse: Converse
  /**
   * Delivers for this account whenever this process is the one that may, for as long as the app runs, or until the signal
   * ends: a way out that only the process with the connection has.
   */
  addSender(sender: Sender, until?: AbortSignal): { readonly active: boolean }
  readonly alone: Alone
  /** The keys of a linked WhatsApp device. */
  readonly whatsappAuth: WhatsAppAuthStore
  readonly vault: Vault
  /** For work beside the turns: officers' desks. */
  readonly sql: SqlPool
  readonly metrics: Metrics
  /** Fetches what people sent over this account for their reports, for as long as the app runs, or until the signal ends. */
  addMedia(channel: ChannelName, account: string, fetchMedia: FetchMedia, until?: AbortSignal): void
  /** Something was put into the outbox outside a turn: it need not wait for the next look. */
  wakeSenders(): void
  /** Something was raised or handed up outside a turn: its cards need not wait for the next look. */
  wakeAlerts(): void
  /** A channel ended by itself, or is back: officers hear of it while it lasts. */
  noteStopped(channel: ChannelName, stopped: boolean): void
  /** Whether any officer is there, for operators. */
  officersNote(): Promise<OfficersNote>
  /** Ends after what is under way: nothing is lost by ending sooner, it only comes later. */
  close(): Promise<void>
}

/** Processes call each other through this: `inbox`, `alerts`, `outbox <channel> <account>`, `answers <keys>`. */
const CHANNEL = 'durable'
/** PostgreSQL takes 8 000 bytes. */
const KEYS_OF_CALL = 200
const UNCOLLECTED_MS = 120_000

/** Opens the durable middle: everything between a channel's "here it is" and a vendor's "delivered". */
export async function openDurable(options: DurableOptions): Promise<Durable> {
  const { url, dataDir, phrase, context, now, log } = options
  const keys = await loadKeys({ dataKey: options.dataKey, dataDir })
  if (keys.createdFile !== null)
    log.warn(
      { file: keys.createdFile },
      'DATA_KEY is not set: a key was made. Without this file nobody is recognised; back it up apart from the database',
    )
  const vault = createVault(keys)
  const effects = options.effects(vault)
  const spool = await openSpool(join(dataDir, 'spool'), log)
  const onError = (err: Error) => log.warn({ err }, 'a database connection broke')
  const sql = createSqlPool({ url, size: 4, name: 'jalur-resmi durable', onError })
  const connections = openConnections(url, onError)
  const { way, notes } = connections
  const stop = new AbortController()
  let answering: Answering | undefined
  const answers = createAnswers(() => answering)
  const stoppedChannels = new Set<ChannelName>()
  const sendings = new Map<string, { readonly sending: Sending; active: boolean }>()
  let jobs: Jobs | undefined
  let alerting: Alerting | undefined

  const caller = createGatherer<string, void>(async (calls) => {
    await notes.query(`SELECT pg_notify('${CHANNEL}', call) FROM unnest($1::text[]) AS call`, [
      [...new Set(calls)],
    ])
    return calls.map(() => undefined)
  }, 100)
  // A lost call costs a second at most: everybody looks by themselves, too.
  const call = (what: string) => void caller.add([what]).catch(() => undefined)

  const wakeWorkers = () => {
    if (answering === undefined) call('inbox')
    else answering.wake()
  }
  const wakeSender = (name: string) => {
    const own = sendings.get(name)
    if (own?.active === true) own.sending.wake()
    else call(`outbox ${name}`)
  }
  /** Whoever sends, wherever: which account an officer's words go through is known to the row alone. */
  const wakeSenders = () => {
    for (const { sending } of sendings.values()) sending.wake()
    call('outbox')
  }
  /** Answers that lie in the outbox for those who wait here. */
  const collect = (keys: readonly string[]) => {
    if (keys.length === 0) return
    collectAnswers(way, 'web', keys).then(
      (collected) => giveCollected(collected, { answers, vault }),
      (err: unknown) => log.warn({ err }, 'answers of another process could not be fetched'),
    )
  }
  const onCall = (payload: string) => {
    const [what, ...rest] = payload.split(' ')
    if (what === 'inbox' || what === '') answering?.wake()
    if (what === 'alerts' || what === '') alerting?.dispatcher.wake()
    if (what === '') for (const { sending } of sendings.values()) sending.wake()
    if (what === 'outbox') {
      if (rest.length === 0) for (const { sending } of sendings.values()) sending.wake()
      else sendings.get(rest.join(' '))?.sending.wake()
    }
    if (what === 'answers' || what === '') {
      const ours = what === '' ? answers.waiting : rest.filter((key) => answers.has(key))
      collect(ours)
    }
  }

  const inbox = createInbox({
    sql: way,
    vault,
    spool,
    onWaiting: wakeWorkers,
    onAccepted: (channel, outcome) => metrics.accepted(channel, outcome),
    log,
  })
  const metrics: Metrics = createMetrics({
    depths: () => readDepths(sql),
    alerts: () => readAlertDepths(sql),
    spool: () => spool,
    pending: () => inbox.pending,
  })

  const onCommitted = (committed: readonly Committed[]) => {
    const time = now().getTime()
    const elsewhere: string[] = []
    const stored: string[] = []
    const targets = new Set<string>()
    for (const one of committed) {
      const { inboxId, channel, account, externalKey } = one
      if (one.kind === 'answered') {
        const { action, danger, topic } = one
        const seconds = (time - one.receivedAt.getTime()) / 1_000
        metrics.turn(channel, action, danger, seconds)
        log.debug({ inboxId, channel, action, topic, danger, seconds }, 'turn')
      } else if (one.kind === 'dropped') metrics.dropped(channel)
      else metrics.failed(channel)
      if (!FETCHING_CHANNELS.includes(channel)) targets.add(`${channel} ${account ?? ''}`)
      else if (!answers.has(externalKey)) elsewhere.push(externalKey)
      else if (one.kind === 'answered') {
        if (one.said === null) stored.push(externalKey)
        else answers.give(externalKey, one.said)
      } else if (one.kind === 'dropped' || account === null) answers.give(externalKey, null)
    }
    for (const target of targets) wakeSender(target)
    if (committed.some((one) => one.kind === 'failed' || (one.kind === 'answered' && one.raises))) {
      alerting?.dispatcher.wake()
      for (const { sending } of sendings.values()) sending.wake()
    }
    collect(stored)
    for (let at = 0; at < elsewhere.length; at += KEYS_OF_CALL)
      call(`answers ${elsewhere.slice(at, at + KEYS_OF_CALL).join(' ')}`)
  }

  const notices = async ({ channel, address }: Correspondent) => {
    const chat = chatOf({ channel, account: '', address, place: null }, vault)
    const said = await collectNotices(way, channel, chat)
    return said.flatMap((content) => {
      const { body } = openContent(content, chat, vault)
      return body.kind === 'notice' ? [body.text] : []
    })
  }
  const throughMiddle = durableConverse({
    accept: inbox.accept,
    answers,
    vault,
    phrase,
    context,
    notices,
    now,
    log,
  })
  const converse: Converse = async (inbound) => {
    const said = await throughMiddle(inbound)
    metrics.handedOver(inbound.from.channel)
    return said
  }
  const alone = createAlone({ url, onError })
  const endOf = (until: AbortSignal | undefined) =>
    until === undefined ? stop.signal : AbortSignal.any([until, stop.signal])
  const running: Promise<void>[] = []
  const listener = await listen({ url, channel: CHANNEL, onNotify: onCall, onError })
  try {
    await proveKeys(sql, keys, vault)
    if (options.answers !== undefined) {
      answering = options.answers({
        connections,
        vault,
        phrase,
        context,
        effects,
        flood: options.flood,
        onCommitted,
        onBacklog: () => call('inbox'),
        log,
      })
      alerting = openAlerting({
        sql,
        vault,
        words: (wording, locale) => phrase.wording(wording, locale),
        knowledge: () => context().knowledge,
        depths: () => readDepths(sql),
        stopped: () => [...stoppedChannels],
        times: options.alertTimes ?? ALERT_TIMES,
        retentionDays: options.retentionDays,
        now,
        onQueued: wakeSender,
        log,
      })
      jobs = await startJobs(url, [...timedJobs(), ...alerting.jobs, ...caseTimes()], log)
      running.push(alerting.dispatcher.run(stop.signal))
    }
  } catch (error) {
    await answering?.stop()
    await listener.close()
    await Promise.all([sql.close(), way.close(), notes.close()])
    throw error
  }

  function timedJobs() {
    return [
      {
        name: 'retention',
        at: '17 18 * * *', // 01:17 in Jakarta
        catchUpMs: 24 * 3_600_000,
        run: async () => {
          const deleted = await applyRetention(sql, now(), options.retentionDays)
          log.info({ ...deleted }, 'retention: what is too old was deleted')
        },
      },
      {
        name: 'uncollected_answers',
        at: '* * * * *',
        catchUpMs: 0,
        run: async () => void (await expireUncollected(sql, UNCOLLECTED_MS)),
      },
    ]
  }

  function caseTimes() {
    const { retentionDays } = options
    const words: Words = (wording, locale) => phrase.wording(wording, locale)
    const knowledge = () => context().knowledge
    return caseJobs({ sql, vault, words, knowledge, retentionDays, onOutgoing: wakeSenders, now, log })
  }

  return {
    accept: inbox.accept,
    takeReceipts: createReceipts({
      sql,
      vault,
      effects,
      onReceipt: ({ channel, what }) => metrics.receipt(channel, what.kind),
      now: () => now().getTime(),
      log,
    }),
    lastInbound: (from) => lastInbound(sql, vault, from),
    converse,
    addSender(sender, until) {
      const { channel, account } = sender
      const name = `${channel} ${account}`
      const sending = createSending({
        sender,
        sql: way,
        marks: notes,
        vault,
        effects,
        now: () => now().getTime(),
        closing: stop.signal,
        onTried: (row, outcome) =>
          metrics.tried(channel, outcome, (now().getTime() - row.createdAt.getTime()) / 1_000),
        onInDoubt: (rows) => {
          metrics.inDoubt(channel, rows)
          log.warn({ channel, rows }, 'messages whose sender died in the middle of a call may go out twice')
        },
        log,
      })
      const entry = { sending, active: false }
      sendings.set(name, entry)
      const work = async (held: AbortSignal) => {
        entry.active = true
        try {
          await sending.run(AbortSignal.any([held, stop.signal]))
        } finally {
          entry.active = false
        }
      }
      running.push(alone(`send ${name}`, work, endOf(until)))
      return entry
    },
    alone,
    whatsappAuth: createWhatsAppAuthStore(sql, vault),
    vault,
    sql,
    metrics,
    addMedia(channel, account, fetchMedia, until) {
      const parts = { sql, vault, now, log, channel, account, fetchMedia }
      const over = endOf(until)
      const work = (held: AbortSignal) => fetchFiles(parts, AbortSignal.any([held, over]))
      running.push(alone(`media ${channel} ${account}`, work, over))
    },
    wakeSenders,
    noteStopped(channel, stopped) {
      if (stopped === stoppedChannels.has(channel)) return
      if (stopped) stoppedChannels.add(channel)
      else stoppedChannels.delete(channel)
    },
    wakeAlerts() {
      if (alerting === undefined) call('alerts')
      else alerting.dispatcher.wake()
    },
    officersNote: () => readOfficersNote(sql),
    async close() {
      // First what feeds the next: nothing more comes in, what came in is answered or stays, what is on its way goes out.
      await inbox.close()
      await answering?.stop()
      stop.abort()
      await Promise.all([...running, jobs?.stop(), listener.close()])
      await caller.idle()
      await Promise.all([sql.close(), way.close(), notes.close()])
    },
  }
}
