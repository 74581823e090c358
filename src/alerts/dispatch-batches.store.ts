import type { Sql } from '../database/sql.ts'
import type { AlertStatus, OpenAlert } from './alert.ts'
import { alertCard, type CardReason } from './card.ts'
import { choose } from './choose.ts'
import { claimAgain, claimDue, claimTried, deliveriesOf, noteTold } from './dispatch.store.ts'
import type { Found, Hands } from './dispatch-parts.ts'
import { giveCards } from './give.store.ts'
import { groupBy } from './group.ts'
import { searchOrder, serves } from './levels.ts'
import { advance } from './lifecycle.ts'
import { endOfQuiet, zoneOf } from './local-time.ts'
import { type OnDuty, officersOnDuty } from './officers.store.ts'
import { type AlertAudit, audit, saveStatuses } from './rows.store.ts'

/** News of the same matter makes a new card at most this often. */
export const AGAIN_AFTER_MS = 15 * 60_000

/** An alert that changed, and where it stands now. */
interface Saved {
  readonly id: string
  readonly status: AlertStatus
}

/** Cards that arrived, or were all refused. */
export async function settleCards(tx: Sql, at: Date, { times }: Pick<Hands, 'times'>): Promise<number> {
  const tried = await claimTried(tx)
  const log: AlertAudit[] = []
  const saved: Saved[] = []
  for (const { alert, outcome } of tried) {
    const status = advance(alert.status, { kind: outcome }, at, alert, times)
    if (outcome === 'delivered') log.push(noted('alert_delivered', alert, { level: status.level }))
    else log.push(noted('alert_escalated', alert, { to: status.level, why: 'refused' }))
    saved.push({ id: alert.id, status })
  }
  await Promise.all([saveStatuses(tx, saved), audit(tx, at, log)])
  return tried.length
}

/** Dead-lines that passed, and cards that are to be written. */
export async function dispatchDue(tx: Sql, at: Date, hands: Hands): Promise<number> {
  const { times, most, aside, onClaimed } = hands
  const claimed = await claimDue(tx, at, most, aside)
  onClaimed(claimed.map(({ id }) => id))
  if (claimed.length === 0) return 0
  const log: AlertAudit[] = []
  const ready: { readonly alert: OpenAlert; readonly status: AlertStatus }[] = []
  const saved: Saved[] = []
  const change = (alert: OpenAlert, status: AlertStatus) => {
    if (status !== alert.status) saved.push({ id: alert.id, status })
  }
  for (const alert of claimed) {
    let status = advance(alert.status, { kind: 'time' }, at, alert, times)
    if (status.level !== alert.status.level)
      log.push(noted('alert_escalated', alert, { to: status.level, why: 'time' }))
    else if (status !== alert.status) log.push(noted('alert_at_top', alert, {}))
    status = advance(status, { kind: 'planned' }, at, alert, times)
    const waits = status.holdUntil !== null && status.holdUntil > at
    if (status.dispatchedAt === null && !waits) ready.push({ alert, status })
    else change(alert, status)
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
        change(alert, advance(status, { kind: 'nobody' }, at, alert, times))
        continue
      }
      if (choice.level !== status.level)
        log.push(noted('alert_escalated', alert, { to: choice.level, why: 'nobody_serves' }))
      change(alert, advance(status, { kind: 'dispatched', level: choice.level }, at, alert, times))
      const first = (given.get(alert.id)?.length ?? 0) === 0 && choice.level === status.level
      const reason: CardReason =
        first && status.level === alert.status.level
          ? { kind: 'new' }
          : { kind: 'went_up', level: choice.level }
      found.push({ alert, level: choice.level, officers: choice.officers, reason })
    }
    await giveCards(tx, found, at, hands)
  }
  await Promise.all([saveStatuses(tx, saved), audit(tx, at, log)])
  // What only waits on (nobody is there) must not keep the loop busy.
  return claimed.length === most ? saved.length : 0
}

/** More of the same: a card for whoever has it, else for those it was given to. */
export async function tellAgain(
  tx: Sql,
  at: Date,
  { names, post, most, aside, onClaimed }: Hands,
): Promise<number> {
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

function noted(
  action: AlertAudit['action'],
  { id, caseId, region }: OpenAlert,
  detail: Readonly<Record<string, string | number>>,
): AlertAudit {
  return { action, alertId: id, caseId, region, detail }
}
