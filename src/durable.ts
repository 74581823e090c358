import { join } from 'node:path'
import { type Alerting, openAlerting } from './alerting.ts'
import { ALERT_EFFECTS } from './alerts/alert-effects.store.ts'
import { type OfficersNote, readOfficersNote } from './alerts/dispatch.store.ts'
import { ALERT_TIMES, type AlertTimes } from './alerts/lifecycle.ts'
import { caseJobs, fetchFiles } from './case-work.ts'
import { readDesks } from './cases/desk.store.ts'
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
import { FLOOD_LIMIT, type FloodLimit } from './inbox/flood.ts'
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
import type { LaneOutcome } from './pipeline/batch.ts'
import { WORKER_STATEMENTS } from './pipeline/commit.store.ts'
import { durableConverse, giveCollected } from './pipeline/converse.ts'
import { startWorker, type Worker } from './pipeline/worker.ts'
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
  /** This process answers; else it only takes in and sends. */
  readonly answers: boolean
  readonly phrase: Phrase
  readonly context: () => TurnContext
  /** What the events ask for; made with the vault of this start. */
  readonly effects: (vault: Vault) => readonly AnyEffect[]
  readonly now: () => Date
  readonly log: Log
  readonly alertTimes?: AlertTimes
  readonly flood?: FloodLimit
  readonly lanesOfBatch?: number
  readonly loops?: number
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
const HELP_AFTER_MS = 50

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
  /** For what is asked for every message. */
  const way = createSqlPool({ url, size: 5, name: 'jalur-resmi way', plans: 'kept', onError })
  const notes = createSqlPool({
    url,
    size: 2,
    name: 'jalur-resmi notes',
    synchronousCommit: 'off',
    plans: 'kept',
    onError,
  })
  const stop = new AbortController()
  const answers = createAnswers()
  const stoppedChannels = new Set<ChannelName>()
  const sendings = new Map<string, { readonly sending: Sending; active: boolean }>()
  let worker: Worker | undefined
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

  let asking: NodeJS.Timeout | undefined
  /** Others are asked to help when we do not get round to it; most batches are over before that. */
  const wakeWorkers = () => {
    if (worker === undefined) return call('inbox')
    worker.wake()
    if (!worker.busy) return
    asking ??= setTimeout(() => {
      asking = undefined
      if (worker?.busy === true) call('inbox')
    }, HELP_AFTER_MS)
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
  const onCall = (payload: string) => {
    const [what, ...rest] = payload.split(' ')
    if (what === 'inbox' || what === '') worker?.wake()
    if (what === 'alerts' || what === '') alerting?.dispatcher.wake()
    if (what === '') for (const { sending } of sendings.values()) sending.wake()
    if (what === 'outbox') {
      if (rest.length === 0) for (const { sending } of sendings.values()) sending.wake()
      else sendings.get(rest.join(' '))?.sending.wake()
    }
    if (what === 'answers' || what === '') {
      const ours = what === '' ? answers.waiting : rest.filter((key) => answers.has(key))
      if (ours.length > 0)
        collectAnswers(way, 'web', ours).then(
          (collected) => giveCollected(collected, { answers, vault }),
          (err: unknown) => log.warn({ err }, 'answers of another process could not be fetched'),
        )
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

  const onCommitted = (lanes: readonly LaneOutcome[]) => {
    const time = now().getTime()
    const elsewhere: string[] = []
    const targets = new Set<string>()
    for (const outcome of lanes.flatMap(({ outcomes }) => outcomes)) {
      const { message, content } = outcome
      const { channel, externalKey } = message
      if (outcome.kind === 'answered') {
        const { action, danger, topic } = outcome.answer.said.reply
        const seconds = (time - message.receivedAt.getTime()) / 1_000
        metrics.turn(channel, action, danger, seconds)
        log.debug({ inboxId: message.id, channel, action, topic, danger, seconds }, 'turn')
      } else if (outcome.kind === 'dropped') metrics.dropped(channel)
      else metrics.failed(channel)
      if (!FETCHING_CHANNELS.includes(channel)) targets.add(`${channel} ${content?.account ?? ''}`)
      else if (answers.has(externalKey)) {
        if (outcome.kind !== 'failed' || content === null)
          answers.give(externalKey, outcome.kind === 'answered' ? outcome.answer.said : null)
      } else elsewhere.push(externalKey)
    }
    for (const target of targets) wakeSender(target)
    if (lanes.some(tellsOfficers)) {
      alerting?.dispatcher.wake()
      for (const { sending } of sendings.values()) sending.wake()
    }
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
    if (options.answers) {
      worker = startWorker({
        sql: way,
        statements: WORKER_STATEMENTS,
        notes,
        vault,
        phrase,
        context,
        readDesks,
        effects,
        flood: options.flood ?? FLOOD_LIMIT,
        isAwaited: (externalKey) => answers.has(externalKey),
        onCommitted,
        onBacklog: () => call('inbox'),
        log,
        ...(options.loops === undefined ? {} : { loops: options.loops }),
        ...(options.lanesOfBatch === undefined ? {} : { lanesOfBatch: options.lanesOfBatch }),
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
    await worker?.stop()
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
      await worker?.stop()
      clearTimeout(asking)
      stop.abort()
      await Promise.all([...running, jobs?.stop(), listener.close()])
      await caller.idle()
      await Promise.all([sql.close(), way.close(), notes.close()])
    },
  }
}

const RAISING: ReadonlySet<string> = new Set(ALERT_EFFECTS.map(({ on }) => on))

/** Whether a lane's turns may have raised an alert. */
function tellsOfficers({ outcomes }: LaneOutcome): boolean {
  return outcomes.some(
    (one) =>
      one.kind === 'failed' ||
      (one.kind === 'answered' && one.answer.events.some(({ type }) => RAISING.has(type))),
  )
}
