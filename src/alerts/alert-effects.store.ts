import type { ConversationEvent } from '../conversation/events/event.ts'
import type { CaseNumber } from '../core/case.ts'
import type { Refusal } from '../core/delivery.ts'
import type { Sql } from '../database/sql.ts'
import type { AlertDraft } from './alert.ts'
import { caseByNumber, openCaseOf, withJoined } from './case-facts.store.ts'
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
function raising<E>(occasionOf: (tx: Sql, one: Happened<E>) => Promise<Occasion | null>) {
  return async (tx: Sql, happened: readonly Happened<E>[]): Promise<void> => {
    const drafts: AlertDraft[] = []
    for (const one of happened) {
      const occasion = await occasionOf(tx, one)
      const draft = occasion === null ? null : raise(occasion, one.turnId)
      if (draft === null) continue
      // A report may join the one before it in the same batch.
      if (draft.kind === 'illegal_offer') await raiseAlerts(tx, [draft], one.at)
      else drafts.push(draft)
    }
    const [first] = happened
    if (first !== undefined) await raiseAlerts(tx, drafts, first.at)
  }
}

const aboutCase = (kind: 'case_opened' | 'case_submitted' | 'case_told' | 'case_message') =>
  raising(async (tx, { event, conversationId }: Happened<{ readonly number: CaseNumber }>) => {
    const file = await caseByNumber(tx, event.number, conversationId)
    if (file === null) return null
    const joins = kind === 'case_submitted' && file.kind === 'illegal_offer'
    return { kind, file: joins ? await withJoined(tx, file) : file }
  })

/** These stand behind the effects of the cases, which write the case that they read. */
const raiseOnCaseOpened = aboutCase('case_opened')
const raiseOnCaseSubmitted = aboutCase('case_submitted')
const raiseOnCaseTold = aboutCase('case_told')
const raiseOnCaseMessage = aboutCase('case_message')

const raiseOnDanger = raising(async (tx, { event, conversationId }: Happened<Event<'danger_detected'>>) => {
  const { danger, signs, region, country } = event
  if (danger !== 'emergency') return null
  const file = conversationId === null ? null : await openCaseOf(tx, { conversationId }, 'emergency')
  return {
    kind: 'danger_detected',
    danger,
    signs,
    region,
    country,
    conversation: conversationId,
    file,
  }
})

const raiseOnHandover = raising(
  async (tx, { event, conversationId }: Happened<Event<'handover_requested'>>) => ({
    kind: 'handover_requested',
    region: event.region,
    conversation: conversationId,
    file: event.number === null ? null : await caseByNumber(tx, event.number, conversationId),
  }),
)

/** A card that an officer never gets is the dispatcher's matter: it asks the next level. */
const raiseOnRefusal = raising(async (tx, { event, channel, personId }: Happened<Refused>) => {
  if (personId === null) return null
  return {
    kind: 'delivery_refused',
    channel,
    refusal: event.refusal,
    outboxId: event.outboxId,
    urgent: event.priority === 0,
    file: await openCaseOf(tx, { personId }),
  }
})

const raiseOnParked = raising(async (_tx, { channel }: Happened<unknown>) => ({
  kind: 'message_parked',
  channel,
}))

/** Nobody needs to act on what was taken back: a report withdrawn, a wish to talk that ended before anybody answered. */
async function resolveOnWithdrawal(
  tx: Sql,
  happened: readonly Happened<{ readonly number: CaseNumber }>[],
): Promise<void> {
  for (const { event, conversationId, at } of happened) {
    const file = await caseByNumber(tx, event.number, conversationId)
    if (file?.state === 'withdrawn') await resolveAlerts(tx, file.id, at, 'withdrawn')
  }
}

/** What the alerts do with events, behind the effects of the cases. */
export const ALERT_EFFECTS = [
  { on: 'case_opened', apply: raiseOnCaseOpened },
  { on: 'danger_detected', apply: raiseOnDanger },
  { on: 'handover_requested', apply: raiseOnHandover },
  { on: 'case_told', apply: raiseOnCaseTold },
  { on: 'case_submitted', apply: raiseOnCaseSubmitted },
  { on: 'case_message', apply: raiseOnCaseMessage },
  { on: 'case_withdrawn', apply: resolveOnWithdrawal },
  { on: 'handover_ended', apply: resolveOnWithdrawal },
  { on: 'message_parked', apply: raiseOnParked },
  { on: 'delivery_refused', apply: raiseOnRefusal },
] as const
