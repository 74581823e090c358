import type { Sql } from '../database/sql.ts'
import type { AlertStatus, OpenAlert } from './alert.ts'
import { alertCard, type Card, type CardReason, digestCard, type Names, stormCard } from './card.ts'
import { choose } from './choose.ts'
import { resolveAlert } from './desk.store.ts'
import {
  allOpen,
  claimAgain,
  claimDigests,
  claimDue,
  claimFolded,
  claimTried,
  type Delivery,
  deliveriesOf,
  insertDeliveries,
  noteFolded,
  noteTold,
  readOfficersNote,
  routineCards,
} from './dispatch.store.ts'
import { groupBy } from './group.ts'
import { isConcernOf, searchOrder, serves } from './levels.ts'
import { type AlertTimes, advance } from './lifecycle.ts'
import { endOfQuiet, localDay, localHour, zoneOf } from './local-time.ts'
import { type OnDuty, officersById, officersOnDuty } from './officers.store.ts'
import { raiseAlerts } from './raise.store.ts'
import { type AlertAudit, audit, saveStatus } from './rows.store.ts'
import { raise } from './rules.ts'

/** A card for one officer. */
export interface CardFor {
  readonly officer: OnDuty
  readonly card: Card
  /** Before everything else that waits. */
  readonly urgent: boolean
}

export interface DispatchParts {
  readonly times: AlertTimes
  readonly names: () => Names
  /**
   * Words the cards and queues them, in the transaction that notes them as given. An id for each; null where the officer
   * cannot be written to.
   */
  readonly post: (tx: Sql, cards: readonly CardFor[]) => Promise<readonly (string | null)[]>
  /** What waits to go out, by channel. */
  readonly channels: () => Promise<readonly ChannelDepth[]>
}

export interface ChannelDepth {
  readonly channel: string
  readonly waiting: number
  readonly oldestSeconds: number
}

/** News of the same matter makes a new card at most this often. */
export const AGAIN_AFTER_MS = 15 * 60_000
/** More routine cards for one officer within this time become one. */
export const STORM = { cards: 5, withinMs: 60_000 } as const
/** Messages that wait so long say that their channel has trouble. */
const STUCK_SECONDS = 300
const DIGEST = { from: 7.5, to: 10 } as const

export interface BatchHands {
  /** Alerts of one transaction. */
  readonly most: number
  /** Alerts that are left alone for now. */
  readonly aside: readonly string[]
  /** Before anything is done with them. */
  readonly onClaimed: (ids: readonly string[]) => void
  readonly onQueued: (account: string) => void
}

/** The steps of the dispatcher, each for a transaction of its own; each gives how much it did. */
export function createBatches(parts: DispatchParts, hands: BatchHands) {
  const { times, names } = parts
  const { most, aside, onClaimed, onQueued } = hands
  const post = async (tx: Sql, cards: readonly CardFor[]) => {
    const ids = await parts.post(tx, cards)
    for (const { officer } of cards) onQueued(`${officer.channel} ${officer.account}`)
    return ids
  }

  /** Cards that arrived, or were all refused. */
  const settle = async (tx: Sql, at: Date): Promise<number> => {
    const tried = await claimTried(tx)
    const log: AlertAudit[] = []
    for (const { alert, outcome } of tried) {
      const status = advance(alert.status, { kind: outcome }, at, alert, times)
      if (outcome === 'delivered') log.push(noted('alert_delivered', alert, { level: status.level }))
      else log.push(noted('alert_escalated', alert, { to: status.level, why: 'refused' }))
      await saveStatus(tx, alert.id, status)
    }
    await audit(tx, at, log)
    return tried.length
  }

  /** Dead-lines that passed, and cards that are to be written. */
  const due = async (tx: Sql, at: Date): Promise<number> => {
    const claimed = await claimDue(tx, at, most, aside)
    onClaimed(claimed.map(({ id }) => id))
    if (claimed.length === 0) return 0
    const log: AlertAudit[] = []
    const ready: { readonly alert: OpenAlert; readonly status: AlertStatus }[] = []
    let changed = 0
    const change = async (alert: OpenAlert, status: AlertStatus) => {
      if (status === alert.status) return
      changed += 1
      await saveStatus(tx, alert.id, status)
    }
    for (const alert of claimed) {
      let status = advance(alert.status, { kind: 'time' }, at, alert, times)
      if (status.level !== alert.status.level)
        log.push(noted('alert_escalated', alert, { to: status.level, why: 'time' }))
      else if (status !== alert.status) log.push(noted('alert_at_top', alert, {}))
      status = advance(status, { kind: 'planned' }, at, alert, times)
      const waits = status.holdUntil !== null && status.holdUntil > at
      if (status.dispatchedAt === null && !waits) ready.push({ alert, status })
      else await change(alert, status)
    }
    if (ready.length > 0) {
      const officers = await officersOnDuty(tx)
      const given = groupBy(
        await deliveriesOf(
          tx,
          ready.map(({ alert }) => alert.id),
        ),
        ({ alertId }) => alertId,
      )
      const found: Found[] = []
      for (const { alert, status } of ready) {
        const choice = choose({ ...alert, status }, officers, given.get(alert.id) ?? [])
        if (choice.kind === 'nobody') {
          if (status.nobodySince === null) log.push(noted('alert_nobody', alert, {}))
          await change(alert, advance(status, { kind: 'nobody' }, at, alert, times))
          continue
        }
        if (choice.level !== status.level)
          log.push(noted('alert_escalated', alert, { to: choice.level, why: 'nobody_serves' }))
        await change(alert, advance(status, { kind: 'dispatched', level: choice.level }, at, alert, times))
        const first = (given.get(alert.id)?.length ?? 0) === 0 && choice.level === status.level
        const reason: CardReason =
          first && status.level === alert.status.level
            ? { kind: 'new' }
            : { kind: 'went_up', level: choice.level }
        found.push({ alert, level: choice.level, officers: choice.officers, reason })
      }
      await give(tx, found, at)
    }
    await audit(tx, at, log)
    // What only waits on (nobody is there) must not keep the loop busy.
    return claimed.length === most ? changed : 0
  }

  /** One card for each officer and alert, or, of many routine ones at once, a place in the next folded card. */
  const give = async (tx: Sql, found: readonly Found[], at: Date): Promise<void> => {
    const each = found.flatMap(({ alert, level, officers, reason }) => {
      const card = alertCard(alert, reason, names())
      return officers.map((officer) => ({ alert, level, officer, card }))
    })
    const routine = groupBy(
      each.filter(({ alert }) => alert.severity === 'routine'),
      ({ officer }) => officer.id,
    )
    const had = await routineCards(tx, [...routine.keys()], new Date(at.getTime() - STORM.withinMs))
    const isFolded = ({ alert, officer }: (typeof each)[number]) =>
      alert.severity === 'routine' &&
      (had.get(officer.id) ?? 0) + (routine.get(officer.id)?.length ?? 0) > STORM.cards
    const single = each.filter((one) => !isFolded(one))
    const ids = await post(
      tx,
      single.map(({ alert, officer, card }) => ({ officer, card, urgent: alert.severity === 'emergency' })),
    )
    const deliveries: Delivery[] = [
      ...single.map(({ alert, officer, level }, n) => ({
        alertId: alert.id,
        officerId: officer.id,
        level,
        outboxId: ids[n] ?? null,
        folded: false,
      })),
      ...each.filter(isFolded).map(({ alert, officer, level }) => ({
        alertId: alert.id,
        officerId: officer.id,
        level,
        outboxId: null,
        folded: true,
      })),
    ]
    await insertDeliveries(tx, deliveries, at)
    await noteTold(
      tx,
      found.map(({ alert }) => ({ id: alert.id, count: alert.count })),
      at,
    )
  }

  /** More of the same: a card for whoever has it, else for those it was given to. */
  const again = async (tx: Sql, at: Date): Promise<number> => {
    const claimed = await claimAgain(tx, new Date(at.getTime() - AGAIN_AFTER_MS), most, aside)
    onClaimed(claimed.map(({ id }) => id))
    const awake = claimed.filter(
      ({ severity, region }) => severity === 'emergency' || endOfQuiet(at, zoneOf(region)) === null,
    )
    if (awake.length === 0) return 0
    const given = groupBy(
      await deliveriesOf(
        tx,
        awake.map(({ id }) => id),
      ),
      ({ alertId }) => alertId,
    )
    const onDuty = await officersOnDuty(tx)
    const told: OpenAlert[] = []
    const cards = awake.flatMap((alert) => {
      const asked = (given.get(alert.id) ?? []).filter(
        ({ level, failed }) => level === alert.status.level && !failed,
      )
      const officers = whoHas(
        alert,
        onDuty,
        asked.map(({ officerId }) => officerId),
      )
      // Nobody is there: it stays news.
      if (officers.length === 0) return []
      told.push(alert)
      const card = alertCard(alert, { kind: 'again' }, names())
      return officers.map((officer) => ({ officer, card, urgent: alert.severity === 'emergency' }))
    })
    await post(tx, cards)
    await noteTold(tx, told, at)
    return told.length
  }

  const folded = async (tx: Sql, at: Date): Promise<number> => {
    const waiting = await claimFolded(tx, new Date(at.getTime() - STORM.withinMs))
    if (waiting.size === 0) return 0
    const officers = new Map((await officersById(tx, [...waiting.keys()])).map((one) => [one.id, one]))
    const known = [...waiting].flatMap(([id, alerts]) => {
      const officer = officers.get(id)
      return officer === undefined ? [] : [{ officer, alerts }]
    })
    const ids = await post(
      tx,
      known.map(({ officer, alerts }) => ({ officer, card: stormCard(alerts, names()), urgent: false })),
    )
    for (const [officerId, alerts] of waiting) {
      const n = known.findIndex(({ officer }) => officer.id === officerId)
      await noteFolded(
        tx,
        officerId,
        alerts.map(({ id }) => id),
        n === -1 ? null : (ids[n] ?? null),
        at,
      )
    }
    return waiting.size
  }

  /** At half past seven where the officer serves, once a day, when there is something to say. */
  const digests = async (tx: Sql, at: Date): Promise<number> => {
    const morning = (await officersOnDuty(tx)).filter(({ regions }) => {
      const hour = localHour(at, zoneOf(regions[0] ?? null))
      return hour >= DIGEST.from && hour < DIGEST.to
    })
    if (morning.length === 0) return 0
    const days = morning.map(({ id, regions }) => ({
      officerId: id,
      day: localDay(at, zoneOf(regions[0] ?? null)),
    }))
    const claimed = await claimDigests(tx, days, at)
    if (claimed.size === 0) return 0
    const open = await allOpen(tx)
    const cards = morning
      .filter(({ id }) => claimed.has(id))
      .flatMap((officer) => {
        const theirs = open.filter(({ region }) => isConcernOf(officer, region))
        const free = theirs.filter(({ status }) => status.state !== 'acknowledged')
        const count = (severity: OpenAlert['severity']) =>
          free.filter((alert) => alert.severity === severity).length
        const own = open.filter(({ status }) => status.acknowledgedBy === officer.id).length
        if (free.length + own === 0) return []
        const numbers = {
          emergency: count('emergency'),
          urgent: count('urgent'),
          routine: count('routine'),
          own,
        }
        return [{ officer, card: digestCard(numbers, free, names()), urgent: false }]
      })
    await post(tx, cards)
    return cards.length
  }

  /** Alerts that nobody can be given make one of their own, once; gives how many there are. */
  const nobody = async (tx: Sql, at: Date): Promise<number> => {
    const { unreachable } = await readOfficersNote(tx)
    if (unreachable === 0) return 0
    const draft = raise({ kind: 'nobody_on_duty', waiting: unreachable }, null)
    const open = await allOpen(tx)
    if (draft !== null && !open.some(({ kind }) => kind === 'nobody_on_duty'))
      await raiseAlerts(tx, [draft], at)
    return unreachable
  }

  /** A channel on which messages have been waiting long has trouble, until they go out. */
  const health = async (tx: Sql, at: Date): Promise<number> => {
    const stuck = (await parts.channels()).filter(({ oldestSeconds }) => oldestSeconds >= STUCK_SECONDS)
    const open = (await allOpen(tx)).filter(({ kind }) => kind === 'channel_unhealthy')
    const isKnown = (channel: string) => open.some(({ params }) => params.channel === channel)
    const drafts = stuck.flatMap(({ channel, waiting }) =>
      isKnown(channel) ? [] : (raise({ kind: 'channel_unhealthy', channel, waiting }, null) ?? []),
    )
    await raiseAlerts(tx, drafts, at)
    const over = open.filter(({ params }) => !stuck.some(({ channel }) => channel === params.channel))
    for (const { id } of over) await resolveAlert(tx, id, at, 'over')
    return drafts.length
  }

  return { settle, due, again, folded, digests, nobody, health }
}

/** Who hears more of a matter: its officer; else those who were asked; else the first level where somebody is. */
function whoHas(
  { region, status }: OpenAlert,
  onDuty: readonly OnDuty[],
  asked: readonly string[],
): readonly OnDuty[] {
  const owner = onDuty.filter(({ id }) => id === status.acknowledgedBy)
  if (owner.length > 0) return owner
  const again = onDuty.filter(({ id }) => asked.includes(id))
  if (again.length > 0) return again
  for (const level of searchOrder(status.level, region)) {
    const there = onDuty.filter((one) => serves(one, level, region))
    if (there.length > 0) return there
  }
  return []
}

interface Found {
  readonly alert: OpenAlert
  readonly level: OpenAlert['status']['level']
  readonly officers: readonly OnDuty[]
  readonly reason: CardReason
}

function noted(
  action: AlertAudit['action'],
  { id, caseId, region }: OpenAlert,
  detail: Readonly<Record<string, string | number>>,
): AlertAudit {
  return { action, alertId: id, caseId, region, detail }
}
