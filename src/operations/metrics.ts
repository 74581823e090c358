import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ChannelName } from '../core/channel.ts'
import type { Accepted, Receipt, Refusal, SendOutcome } from '../core/delivery.ts'
import type { AlertDepths, QueueDepths } from './depths.ts'

export interface MetricsOptions {
  /** Asked at each scrape; what cannot be asked (the database is away) keeps its last value. */
  readonly depths: () => Promise<QueueDepths>
  readonly alerts: () => Promise<AlertDepths>
  readonly spool: () => { readonly files: number; readonly bytes: number }
  readonly pending: () => number
}

/** What operators watch. Counts of this process; depths of the whole system. */
export interface Metrics {
  accepted(channel: ChannelName, outcome: Accepted): void
  ignored(channel: ChannelName, reason: string): void
  /** How the connection of a channel stands; the names of its states are the channel's. */
  connection(channel: ChannelName, state: string): void
  turn(channel: ChannelName, action: string, danger: string, seconds: number): void
  /** An answer was taken by whoever waited for it. */
  handedOver(channel: ChannelName): void
  dropped(channel: ChannelName): void
  failed(channel: ChannelName): void
  tried(channel: ChannelName, outcome: SendOutcome, secondsSinceReceived: number): void
  inDoubt(channel: ChannelName, rows: number): void
  /** A vendor told what became of a message that it had taken. */
  receipt(channel: ChannelName, what: Receipt['what']['kind']): void
  /** Prometheus text. */
  text(): Promise<string>
  readonly contentType: string
  /** Seconds since 1970 at which a message last really came in or went out, by channel. */
  flowed(): Readonly<Record<string, { readonly in?: number; readonly out?: number }>>
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60, 600]

export function createMetrics({ depths, alerts, spool, pending }: MetricsOptions): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'jalur_' })
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `jalur_${name}`, help, labelNames, registers })
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Gauge({ name: `jalur_${name}`, help, labelNames, registers })

  const accepted = counter(
    'inbox_messages_total',
    'Messages handed over by channels, by what became of them.',
    ['channel', 'outcome'] as const,
  )
  const ignored = counter('channel_ignored_total', 'Updates that are no message of a person.', [
    'channel',
    'reason',
  ] as const)
  const connection = gauge('channel_connection', 'How the connection of a channel stands: 1 for its state.', [
    'channel',
    'state',
  ] as const)
  const turns = counter('turns_total', 'Turns answered.', ['channel', 'action', 'danger'] as const)
  const dropped = counter('inbox_dropped_total', 'Messages over the flood limit.', ['channel'] as const)
  const failed = counter('inbox_failed_total', 'Failed tries to answer a message.', ['channel'] as const)
  const answered = new Histogram({
    name: 'jalur_answer_seconds',
    help: 'From the message received to its answer committed.',
    labelNames: ['channel'] as const,
    buckets: SECONDS,
    registers,
  })
  const delivered = new Histogram({
    name: 'jalur_delivery_seconds',
    help: 'From the answer committed to its delivery.',
    labelNames: ['channel'] as const,
    buckets: SECONDS,
    registers,
  })
  const sends = counter('outbox_tries_total', 'Tries to deliver, by outcome.', [
    'channel',
    'outcome',
    'reason',
  ] as const)
  const doubt = counter('outbox_in_doubt_total', 'Messages whose sender died in the middle of a call.', [
    'channel',
  ] as const)
  const receipts = counter(
    'outbox_receipts_total',
    'What vendors told later about messages they had taken.',
    ['channel', 'what'] as const,
  )
  const flowed = gauge('last_flow_timestamp_seconds', 'When a message last really came in or went out.', [
    'channel',
    'direction',
  ] as const)
  const waiting = gauge('inbox_waiting', 'Messages not answered yet.', [] as const)
  const waitingAge = gauge('inbox_oldest_seconds', 'Age of the oldest of them.', [] as const)
  const depth = gauge('outbox_waiting', 'Messages not delivered yet.', ['channel', 'priority'] as const)
  const depthAge = gauge('outbox_oldest_seconds', 'Age of the oldest of them.', [
    'channel',
    'priority',
  ] as const)
  const alertsOpen = gauge('alerts_open', 'Alerts that are not resolved.', ['severity', 'state'] as const)
  const alertsDay = gauge('alerts_last_day', 'What became of alerts within the last 24 hours.', [
    'what',
  ] as const)
  const alertsOldest = gauge(
    'alerts_oldest_emergency_seconds',
    'Age of the oldest emergency that nobody has acknowledged.',
    [] as const,
  )
  const alertsNobody = gauge('alerts_unreachable', 'Alerts that no officer could be given.', [] as const)
  const parked = gauge('inbox_parked', 'Parked messages nobody has looked at.', [] as const)
  const spoolFiles = gauge(
    'spool_files',
    'Files of messages kept on disk while the database is away.',
    [] as const,
  )
  const spoolBytes = gauge('spool_bytes', 'Their size.', [] as const)
  const inHand = gauge('inbox_pending', 'Messages taken that are not durable yet.', [] as const)
  const connections = new Map<ChannelName, string>()
  const flows: Record<string, { in?: number; out?: number }> = {}
  const flow = (channel: ChannelName, direction: 'in' | 'out') => {
    const at = Date.now() / 1_000
    flowed.set({ channel, direction }, at)
    flows[channel] = { ...flows[channel], [direction]: at }
  }

  return {
    accepted(channel, outcome) {
      accepted.inc({ channel, outcome })
      if (outcome === 'accepted' || outcome === 'spooled') flow(channel, 'in')
    },
    ignored: (channel, reason) => ignored.inc({ channel, reason }),
    connection(channel, state) {
      const last = connections.get(channel)
      if (last !== undefined) connection.set({ channel, state: last }, 0)
      connections.set(channel, state)
      connection.set({ channel, state }, 1)
    },
    turn(channel, action, danger, seconds) {
      turns.inc({ channel, action, danger })
      answered.observe({ channel }, Math.max(0, seconds))
    },
    handedOver: (channel) => flow(channel, 'out'),
    dropped: (channel) => dropped.inc({ channel }),
    failed: (channel) => failed.inc({ channel }),
    tried(channel, outcome, seconds) {
      const reason: Refusal | string = outcome.kind === 'sent' ? '' : outcome.reason
      sends.inc({ channel, outcome: outcome.kind, reason })
      if (outcome.kind !== 'sent') return
      flow(channel, 'out')
      delivered.observe({ channel }, Math.max(0, seconds))
    },
    inDoubt: (channel, rows) => doubt.inc({ channel }, rows),
    receipt: (channel, what) => receipts.inc({ channel, what }),
    async text() {
      const found = await depths().catch(() => undefined)
      if (found !== undefined) {
        waiting.set(found.inbox.waiting)
        waitingAge.set(found.inbox.oldestSeconds)
        parked.set(found.inbox.parked)
        depth.reset()
        depthAge.reset()
        for (const { channel, priority, waiting: count, oldestSeconds } of found.outbox) {
          depth.set({ channel, priority: String(priority) }, count)
          depthAge.set({ channel, priority: String(priority) }, oldestSeconds)
        }
      }
      const told = await alerts().catch(() => undefined)
      if (told !== undefined) {
        alertsOpen.reset()
        alertsDay.reset()
        for (const { severity, state, count } of told.open) alertsOpen.set({ severity, state }, count)
        for (const { what, count } of told.lastDay) alertsDay.set({ what }, count)
        alertsOldest.set(told.oldestEmergencySeconds)
        alertsNobody.set(told.unreachable)
      }
      const { files, bytes } = spool()
      spoolFiles.set(files)
      spoolBytes.set(bytes)
      inHand.set(pending())
      return registry.metrics()
    },
    contentType: registry.contentType,
    flowed: () => flows,
  }
}
