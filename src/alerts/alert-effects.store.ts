import type { ConversationEvent } from '../conversation/events/event.ts'
import type { CaseNumber } from '../core/case.ts'
import type { Refusal } from '../core/delivery.ts'
import type { Sql } from '../database/sql.ts'
import type { AlertDraft } from './alert.ts'
import { casesByNumber, openCasesOf, withJoined } from './case-facts.store.ts'
import { resolveAlerts } from './desk.store.ts'
import { raiseAlerts } from './raise.store.ts'
import { type Occasion, raise } from './rules.ts'

/** An event of a turn or of the delivery, and whose it is. */
interface Happened<E> {
  readonly event: E
  readonly channel: string
  readonly personId: string | null
  readonly conversationId: string | null
  readonly turnId: string | null
  readonly at: Date
}
type Event<T extends ConversationEvent['type']> = Extract<ConversationEvent, { type: T }>
interface Refused {
  readonly outboxId: string
  readonly refusal: Refusal
  readonly priority: number
}

/** Asks the rules for each that happened and raises what they say, in the transaction that stores it. */
function raising<E>(
  occasionsOf: (tx: Sql, happened: readonly Happened<E>[]) => Promise<readonly (Occasion | null)[]>,
) {
  return async (tx: Sql, happened: readonly Happened<E>[]): Promise<void> => {
    const occasions = await occasionsOf(tx, happened)
    const drafts: AlertDraft[] = []
    for (const [n, one] of happened.entries()) {
      const occasion = occasions[n]
      const draft = occasion == null ? null : raise(await withOthers(tx, occasion), one.turnId)
      if (draft === null) continue
      // A report may join the one before it in the same batch.
      if (draft.kind === 'illegal_offer') await raiseAlerts(tx, [draft], one.at)
      else drafts.push(draft)
    }
    const [first] = happened
    if (first !== undefined) await raiseAlerts(tx, drafts, first.at)
  }
}

/** A report that is complete is held against those before it. */
async function withOthers(tx: Sql, occasion: Occasion): Promise<Occasion> {
  const joins = occasion.kind === 'case_submitted' && occasion.file.kind === 'illegal_offer'
  return joins ? { ...occasion, file: await withJoined(tx, occasion.file) } : occasion
}

function numbersOf(happened: readonly Happened<{ readonly number: CaseNumber | null }>[]) {
  return happened.map(({ event: { number }, conversationId }) => ({ number, conversationId }))
}

const aboutCase = (kind: 'case_opened' | 'case_submitted' | 'case_told' | 'case_message') =>
  raising(async (tx, happened: readonly Happened<{ readonly number: CaseNumber }>[]) => {
    const files = await casesByNumber(tx, numbersOf(happened))
    return files.map((file) => (file === null ? null : { kind, file }))
  })

/** These stand behind the effects of the cases, which write the case that they read. */
const raiseOnCaseOpened = aboutCase('case_opened')
const raiseOnCaseSubmitted = aboutCase('case_submitted')
const raiseOnCaseTold = aboutCase('case_told')
const raiseOnCaseMessage = aboutCase('case_message')

const raiseOnDanger = raising(async (tx, happened: readonly Happened<Event<'danger_detected'>>[]) => {
  if (happened.every(({ event }) => event.danger !== 'emergency')) return []
  const conversations = happened.map(({ conversationId }) => conversationId)
  const files = await openCasesOf(tx, 'conversation_id', conversations, 'emergency')
  return happened.map(({ event: { danger, signs, region, country }, conversationId }, n) =>
    danger === 'emergency'
      ? {
          kind: 'danger_detected',
          danger,
          signs,
          region,
          country,
          conversation: conversationId,
          file: files[n] ?? null,
        }
      : null,
  )
})

const raiseOnHandover = raising(async (tx, happened: readonly Happened<Event<'handover_requested'>>[]) => {
  const files = await casesByNumber(tx, numbersOf(happened))
  return happened.map(({ event, conversationId }, n) => ({
    kind: 'handover_requested',
    region: event.region,
    conversation: conversationId,
    file: files[n] ?? null,
  }))
})

/** A card that an officer never gets is the dispatcher's matter: it asks the next level. */
const raiseOnRefusal = raising(async (tx, happened: readonly Happened<Refused>[]) => {
  const people = happened.map(({ personId }) => personId)
  const files = await openCasesOf(tx, 'person_id', people)
  return happened.map(({ event, channel, personId }, n) =>
    personId === null
      ? null
      : {
          kind: 'delivery_refused',
          channel,
          refusal: event.refusal,
          outboxId: event.outboxId,
          urgent: event.priority === 0,
          file: files[n] ?? null,
        },
  )
})

const raiseOnParked = raising(async (_tx, happened: readonly Happened<unknown>[]) =>
  happened.map(({ channel }) => ({ kind: 'message_parked', channel })),
)

/** Nobody needs to act on what was taken back: a report withdrawn, a wish to talk that ended before anybody answered. */
async function resolveOnWithdrawal(
  tx: Sql,
  happened: readonly Happened<{ readonly number: CaseNumber }>[],
): Promise<void> {
  const files = await casesByNumber(tx, numbersOf(happened))
  for (const [n, { at }] of happened.entries()) {
    const file = files[n]
    if (file?.state === 'withdrawn') await resolveAlerts(tx, file.id, at, 'withdrawn')
  }
}

/** What the alerts do with events, behind the effects of the cases. */
export const ALERT_EFFECTS = [
  { on: 'case_opened', apply: raiseOnCaseOpened },
  // These read cases and write alerts, each in one statement after the other: side by side, the order is the same.
  { on: 'danger_detected', beside: true, apply: raiseOnDanger },
  { on: 'handover_requested', beside: true, apply: raiseOnHandover },
  { on: 'case_told', beside: true, apply: raiseOnCaseTold },
  { on: 'case_submitted', apply: raiseOnCaseSubmitted },
  { on: 'case_message', apply: raiseOnCaseMessage },
  { on: 'case_withdrawn', apply: resolveOnWithdrawal },
  { on: 'handover_ended', apply: resolveOnWithdrawal },
  { on: 'message_parked', apply: raiseOnParked },
  { on: 'delivery_refused', apply: raiseOnRefusal },
] as const
