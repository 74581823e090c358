import { setImmediate as nextTurnOfLoop } from 'node:timers/promises'
import type { ConversationEvent } from '../conversation/events/event.ts'
import type { ConversationState } from '../conversation/state.ts'
import { readState } from '../conversation/stored-state.ts'
import type { TurnContext } from '../conversation/turn.ts'
import { caseNumberOf, type Desk } from '../core/case.ts'
import { type Joining, joinCodeOf } from '../core/join.ts'
import type { Locale } from '../core/locale.ts'
import type { Wording } from '../core/wording.ts'
import type { ClaimedLane, ClaimedMessage } from '../inbox/claim.store.ts'
import { type InboxContent, readContent } from '../inbox/content.ts'
import { countMessage, type FloodLimit, type FloodWindow } from '../inbox/flood.ts'
import { CONVICTED } from '../inbox/suspicion.ts'
import type { Phrase } from '../phrase/phrase.ts'
import { checkCode, codeKey, type LaneJoin } from '../privacy/join.ts'
import type { Vault } from '../privacy/vault.ts'
import { type Answer, answer } from './answer.ts'
import { openQuoted } from './quoted.ts'

/** What became of one message, in order within its lane. */
export type Outcome = { readonly message: ClaimedMessage } & (
  | { readonly kind: 'answered'; readonly content: InboxContent; readonly answer: Answer }
  | { readonly kind: 'dropped'; readonly content: InboxContent; readonly tell: boolean }
  | { readonly kind: 'failed'; readonly content: InboxContent | null; readonly reason: string }
)

export interface LaneOutcome {
  readonly lane: ClaimedLane
  readonly outcomes: readonly Outcome[]
  /** The state and flood count after them; undefined: the lane was never talked with. */
  readonly state: ConversationState | undefined
  readonly window: FloodWindow
}

/** Asked for a code, so that the next message may be one. */
export function waitsForCode({ conversation }: ClaimedLane): boolean {
  const state = conversation?.state as
    | { readonly pending?: { readonly kind?: unknown } | null }
    | null
    | undefined
  return state?.pending?.kind === 'join_code'
}

export interface BatchParts {
  readonly vault: Vault
  readonly phrase: Phrase
  readonly context: TurnContext
  /** What is stored of the lanes' cases and reminders; a lane without any is missing. */
  readonly desks: ReadonlyMap<string, LaneDesk>
  /** What codes are worth in lanes where one may be typed now. */
  readonly joins: ReadonlyMap<string, LaneJoin>
  readonly flood: FloodLimit
}

/** What a lane's person has with the officers, before this batch. */
export type LaneDesk = Pick<Desk, 'cases' | 'reminders'>

const EMPTY_DESK: LaneDesk = { cases: [], reminders: [] }

/** After so many failed tries a message is parked. */
export const TRIES = 3
/** So long other work of the process may wait for turns. */
const YIELD_AFTER_MS = 10

/** Takes the turns of one batch in memory. A message that throws fails alone; what is behind it in its lane waits. */
export async function answerLanes(
  lanes: readonly ClaimedLane[],
  parts: BatchParts,
  /** A message whose answer the database refused: it counts as failed without another try. */
  refused?: { readonly id: string; readonly reason: string },
): Promise<readonly LaneOutcome[]> {
  const results: LaneOutcome[] = []
  let since = performance.now()
  for (const lane of lanes) {
    results.push(answerLane(lane, parts, refused))
    if (performance.now() - since > YIELD_AFTER_MS) {
      await nextTurnOfLoop()
      since = performance.now()
    }
  }
  return results
}

function answerLane(
  lane: ClaimedLane,
  parts: BatchParts,
  refused: { readonly id: string; readonly reason: string } | undefined,
): LaneOutcome {
  const { conversation } = lane
  const stored = conversation === null ? undefined : readState(conversation.state)
  let state = stored === undefined ? undefined : openQuoted(stored, lane.lane, parts.vault)
  let window: FloodWindow = {
    start: conversation?.windowStart ?? new Date(0),
    count: conversation?.windowCount ?? 0,
  }
  const outcomes: Outcome[] = []
  for (const message of lane.messages) {
    const counted = countMessage(window, message.receivedAt, parts.flood)
    const outcome = message.id === refused?.id ? failed(message, lane, refused, parts) : answerOne(message)
    outcomes.push(outcome)
    if (outcome.kind === 'failed') break
    window = counted.window
    if (outcome.kind !== 'answered') continue
    state = outcome.answer.state
    // What comes after the goodbye is a new acquaintance, and what comes after a change of a case must see it: a batch
    // of its own.
    if (outcome.answer.forget || outcome.answer.events.some(({ type }) => changesDesk(type))) break

    function answerOne(one: ClaimedMessage): Outcome {
      let content: InboxContent | null = null
      try {
        content = readContent(one.content, one.lane, parts.vault)
        if (one.suspicion >= CONVICTED)
          return { kind: 'failed', message: one, content, reason: 'the process ended while answering' }
        if (counted.verdict !== 'answer')
          return { kind: 'dropped', message: one, content, tell: counted.verdict === 'drop_and_tell' }
        const { phrase } = parts
        const context = withDesk(one, content, parts)
        return { kind: 'answered', message: one, content, answer: answer(state, content, context, phrase) }
      } catch (error) {
        return { kind: 'failed', message: one, content, reason: reasonOf(error) }
      }
    }
  }
  return { lane, outcomes, state, window }
}

/** Cases, reminders and codes are read once for a batch. */
function changesDesk(type: ConversationEvent['type']): boolean {
  return /^(case|handover|reminder|join)/.test(type)
}

/**
 * In a chat that others read there is no desk: nobody's case is told or kept there. The number of a case that the message
 * may open comes from the message, so that a turn that is taken again gives the same; another after a refused commit,
 * because the number may have been the reason.
 */
function withDesk(
  { externalKey, attempts, lane }: ClaimedMessage,
  { place }: InboxContent,
  { context, desks, joins, vault }: BatchParts,
): TurnContext {
  if (place !== null) return context
  const numbered = (what: string) => vault.hash(what, externalKey, String(attempts))
  // Few messages open a case or ask for a code.
  const desk: Desk = {
    ...(desks.get(lane) ?? EMPTY_DESK),
    get newNumber() {
      return caseNumberOf(numbered('case number'))
    },
  }
  const joining: Joining = {
    get newCode() {
      return joinCodeOf(numbered('new join code'))
    },
    check: (code) => checkCode(joins.get(lane), codeKey(code, vault)),
  }
  return { ...context, desk, joining }
}

function failed(
  message: ClaimedMessage,
  lane: ClaimedLane,
  { reason }: { readonly reason: string },
  { vault }: BatchParts,
): Outcome {
  let content: InboxContent | null = null
  try {
    content = readContent(message.content, lane.lane, vault)
  } catch {
    // Nobody can be told then; the parked row says so.
  }
  return { kind: 'failed', message, content, reason }
}

/** The kind of error and where it came from; its message may repeat what the person wrote. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code } = error as { code?: unknown }
  const place = /\(?([^\s()/]+\/[^\s()/]+:\d+:\d+)\)?$/m.exec(error.stack ?? '')?.[1]
  return [error.name, typeof code === 'string' ? code : '', place ?? ''].filter((one) => one !== '').join(' ')
}

/** What the system itself has to say to a person when no turn was taken; somebody in danger still gets the number. */
export function noticeWords(
  key: 'system.parked' | 'system.flood',
  locale: Locale,
  { phrase, context }: Pick<BatchParts, 'phrase' | 'context'>,
): string {
  const { phones, whatsapp } = context.knowledge.contacts.national
  const line: Wording = {
    key: 'contact.hotlineShort',
    params: { phones: phones.join(', '), whatsapp: whatsapp.join(', ') },
  }
  return `${phrase.wording({ key }, locale)}\n\n${phrase.wording(line, locale)}`
}
