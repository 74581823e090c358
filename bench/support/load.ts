import { setTimeout as sleep } from 'node:timers/promises'
import { callJson } from '../../test/support/durable/http-json.ts'
import type { ProcessUpdate } from '../../test/support/durable/settings.ts'
import type { Process } from './processes.ts'

/** What people write who are in no danger, in turn. */
export const CALM_TEXTS = [
  'berapa biaya ke taiwan?',
  'kalau ke hong kong?',
  'apa isi mou jember?',
  'kantor bp2mi di surabaya di mana',
  'syarat kerja ke jepang apa aja',
  'gmn cara krj ke korea yg resmi',
  'terima kasih',
]
const TEXTS = [...CALM_TEXTS, 'paspor saya ditahan majikan']
const CONNECTIONS = 64
const WARM_UP = 6_000
/** Nothing was sent for so long: what is missing is lost. */
const LOST_AFTER_MS = 15_000

export interface Burst {
  readonly perSecond: number
  readonly seconds: number
  readonly acceptedPerSecond: number
  readonly lost: number
  readonly doubled: number
  /** Chats whose answers came in another order than their messages. */
  readonly disorder: number
}

export interface Latencies {
  readonly p50: number
  readonly p99: number
  readonly most: number
  readonly count: number
}

interface Stats {
  readonly distinct: number
  readonly doubles: number
  readonly disorder: number
  readonly lastAt: number
}

/** Messages from many people to processes that answer at a fake Bot API. */
export function createLoad(botApi: string, people: number) {
  let n = 0
  const update = (i: number): ProcessUpdate => ({
    n: n++,
    from: String(1_000 + (i % people)),
    text: TEXTS[i % TEXTS.length] ?? '',
  })
  const untilSent = async (count: number): Promise<Stats> => {
    let last = -1
    let since = Date.now()
    for (;;) {
      const stats = (await callJson('GET', `${botApi}/stats`)).json as Stats
      if (stats.distinct >= count || Date.now() - since > LOST_AFTER_MS) return stats
      if (stats.distinct > last) since = Date.now()
      last = stats.distinct
      await sleep(20)
    }
  }

  /** As fast as they are taken. */
  const pour = async (
    processes: readonly Process[],
    messages: number,
    connections: number,
  ): Promise<void> => {
    const updates = Array.from({ length: messages }, (_, i) => update(i))
    let next = 0
    await Promise.all(
      Array.from({ length: connections }, async (_, connection) => {
        const target = processes[connection % processes.length]
        for (let i = next++; i < messages; i = next++) await post(target, [updates[i] as ProcessUpdate])
      }),
    )
  }

  return {
    /** The first thousands run on code that is not compiled yet: what is measured is a process that has been up for a while. */
    async warmUp(processes: readonly Process[]): Promise<void> {
      await pour(processes, WARM_UP, CONNECTIONS)
      await untilSent(WARM_UP)
      await callJson('POST', `${botApi}/reset`)
    },

    /** From many people at once, until the last answer has gone out. */
    async burst(processes: readonly Process[], messages: number, connections = CONNECTIONS): Promise<Burst> {
      const begin = Date.now()
      await pour(processes, messages, connections)
      const accepted = (Date.now() - begin) / 1_000
      const stats = await untilSent(messages)
      const seconds = (stats.lastAt - begin) / 1_000
      return {
        perSecond: stats.distinct / seconds,
        seconds,
        acceptedPerSecond: messages / accepted,
        lost: messages - stats.distinct,
        doubled: stats.doubles,
        disorder: stats.disorder,
      }
    },

    /** So many a second, evenly; how long each took from its arrival to its committed answer. */
    async steady(
      target: Process,
      perSecond: number,
      seconds: number,
      counted: (work: () => Promise<void>) => Promise<void>,
    ): Promise<Latencies> {
      await callJson('GET', `${target.url}/latencies`)
      await counted(async () => {
        const begin = performance.now()
        const calls: Promise<void>[] = []
        for (let i = 0; i < perSecond * seconds; i++) {
          const wait = begin + (i * 1_000) / perSecond - performance.now()
          if (wait > 0) await sleep(wait)
          calls.push(post(target, [update(i)]))
        }
        await Promise.all(calls)
        await sleep(1_000)
      })
      const { json } = await callJson('GET', `${target.url}/latencies`)
      const times = (json as number[]).sort((a, b) => a - b)
      const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
      return { p50: at(0.5), p99: at(0.99), most: times.at(-1) ?? 0, count: times.length }
    },
  }
}

async function post(target: Process | undefined, updates: readonly ProcessUpdate[]): Promise<void> {
  for (;;) {
    const { status } = await callJson('POST', `${target?.url}/updates`, updates)
    if (status === 200) return
    if (status !== 429) throw new Error(`status ${status}`)
    await sleep(50)
  }
}
