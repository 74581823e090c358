import type { Sql } from '../database/sql.ts'
import { alertCard, stormCard } from './card.ts'
import { type Delivery, insertDeliveries, noteTold } from './dispatch.store.ts'
import type { Found, Hands } from './dispatch-parts.ts'
import { claimFolded, noteFolded, routineCards } from './folded.store.ts'
import { groupBy } from './group.ts'
import { officersById } from './officers.store.ts'

/** More routine cards for one officer within this time become one. */
const STORM = { cards: 5, withinMs: 60_000 } as const

/** One card for each officer and alert, or, of many routine ones at once, a place in the next folded card. */
export async function giveCards(
  tx: Sql,
  found: readonly Found[],
  at: Date,
  { names, post }: Pick<Hands, 'names' | 'post'>,
): Promise<void> {
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

/** The folded cards whose time has come. */
export async function tellFolded(
  tx: Sql,
  at: Date,
  { names, post }: Pick<Hands, 'names' | 'post'>,
): Promise<number> {
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
