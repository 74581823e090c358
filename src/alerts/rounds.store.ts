import type { Sql } from '../database/sql.ts'
import type { OpenAlert } from './alert.ts'
import { digestCard } from './card.ts'
import { resolveAlert } from './desk.store.ts'
import { allOpen, claimDigests, readOfficersNote } from './dispatch.store.ts'
import type { Hands } from './dispatch-parts.ts'
import { isConcernOf } from './levels.ts'
import { localDay, localHour, zoneOf } from './local-time.ts'
import { officersOnDuty } from './officers.store.ts'
import { raiseAlerts } from './raise.store.ts'
import { raise } from './rules.ts'

/** Messages that wait so long say that their channel has trouble. */
const STUCK_SECONDS = 300
/** Local hours. After them the morning is over: a digest that nothing could send is not made up for. */
const DIGEST = { from: 7.5, to: 10 } as const

/** At half past seven where the officer serves, once a day, when there is something to say. */
export async function sendDigests(
  tx: Sql,
  at: Date,
  { names, post }: Pick<Hands, 'names' | 'post'>,
): Promise<number> {
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

/**
 * Alerts that nobody can be given make one of their own, once; gives how many there are. When they found somebody and that
 * one did not, it is over: the audit log has it.
 */
export async function noteNobody(tx: Sql, at: Date): Promise<number> {
  const { unreachable } = await readOfficersNote(tx)
  const own = (await allOpen(tx)).find(({ kind }) => kind === 'nobody_on_duty')
  if (unreachable > 0 && own === undefined) {
    const draft = raise({ kind: 'nobody_on_duty', waiting: unreachable }, null)
    await raiseAlerts(tx, draft === null ? [] : [draft], at)
  }
  if (unreachable === 0 && own !== undefined && own.status.nobodySince !== null)
    await resolveAlert(tx, own.id, at, 'over')
  return unreachable
}

/** A channel on which messages have been waiting long has trouble, until they go out. */
export async function checkChannels(
  tx: Sql,
  at: Date,
  { channels }: Pick<Hands, 'channels'>,
): Promise<number> {
  const stuck = (await channels()).filter(({ oldestSeconds }) => oldestSeconds >= STUCK_SECONDS)
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
