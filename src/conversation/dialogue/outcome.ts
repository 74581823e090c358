import { inLocale, type Locale } from '../../core/locale.ts'
import type { Action, Part, Reply } from '../../core/reply.ts'
import type { Danger, DangerSign, Topic } from '../../core/topic.ts'
import type { MessageKey } from '../../core/wording.ts'
import type { Contact } from '../../knowledge/contact.ts'
import { type Draft, draft, uniqueCitations } from '../answer/draft.ts'
import type { ConversationEvent } from '../events/event.ts'
import type { ConversationState, Pending } from '../state.ts'

/** What a turn comes to, before it is put into a reply and a new state. */
export interface Outcome {
  readonly action: Action
  readonly topic: Topic
  readonly topics: readonly Topic[]
  readonly confidence: number
  readonly danger: Danger
  readonly signs: readonly DangerSign[]
  readonly locale: Locale
  readonly drafts: readonly Draft[]
  readonly pending: Pending | null
  /** Fields of the state that this turn sets beyond what its drafts imply. */
  readonly patch: Partial<ConversationState>
  readonly events: readonly ConversationEvent[]
}

export interface TurnResult {
  readonly state: ConversationState
  readonly reply: Reply
  readonly events: readonly ConversationEvent[]
}

const MOST_CONTACT_LINES = 4
/** More buttons than this no channel shows well. */
const MOST_CHOICES = 6

export function outcome(fields: Partial<Outcome> & Pick<Outcome, 'action' | 'topic' | 'locale'>): Outcome {
  return {
    topics: fields.action === 'answer' || fields.action === 'handover' ? [fields.topic] : [],
    confidence: 1,
    danger: 'none',
    signs: [],
    drafts: [],
    pending: null,
    patch: {},
    events: [],
    ...fields,
  }
}

/** Puts the drafts together: protection first, each answer whole, the contacts once at the end; and the state they leave. */
export function conclude(state: ConversationState, result: Outcome): TurnResult {
  const { drafts } = result
  // Two questions may be answered by the same fact: it is said once.
  const all = distinctParts(drafts.flatMap(({ parts }) => parts))
  const warnings = all.filter(({ role }) => role === 'warning')
  const body = all.filter(({ role }) => role !== 'warning' && role !== 'contact')
  const lines = all.filter(({ role }) => role === 'contact')
  const contacts = [
    ...new Map(drafts.flatMap((one) => one.contacts).map((contact) => [contact.id, contact])).values(),
  ]
  const choices = [
    ...new Map(drafts.flatMap((one) => one.choices).map((choice) => [choice.value, choice])).values(),
  ].slice(0, MOST_CHOICES)
  const merged = drafts[0] ?? draft({})
  const regions = drafts.find((one) => one.regions.length > 0)?.regions ?? []
  const countries = drafts.find((one) => one.countries.length > 0)?.countries ?? []
  const reply: Reply = {
    action: result.action,
    topic: result.topic,
    topics: result.topics.slice(0, 3),
    confidence: result.confidence,
    danger: result.danger,
    signs: result.signs,
    locale: result.locale,
    regions: regions.map(({ code, name }) => ({ code, name })),
    countries,
    parts: [...warnings, ...body, ...lines.slice(0, MOST_CONTACT_LINES)],
    choices,
    citations: uniqueCitations(drafts.flatMap((one) => one.citations)),
    contacts: contacts.map((contact) => contactRef(contact, result.locale)),
  }
  const answered =
    (result.action === 'answer' || result.action === 'handover') && result.topic !== 'smalltalk'
  const next: ConversationState = {
    ...state,
    locale: result.locale,
    topic: answered ? result.topic : state.topic,
    region: result.action === 'answer' ? (regions[0]?.code ?? state.region) : state.region,
    country: countries[0] ?? state.country,
    agreement:
      merged.agreement ?? (answered && !result.topic.startsWith('agreement.') ? null : state.agreement),
    stage:
      answered && result.topic.startsWith('stage.')
        ? (result.topic.slice(6) as ConversationState['stage'])
        : state.stage,
    pending: result.pending,
    choices: choices.map(({ value }) => value),
    told: answered ? drafts.flatMap((one) => one.told) : state.told,
    repeats: answered && result.topic === state.topic ? state.repeats + 1 : answered ? 0 : state.repeats,
    misses: result.action === 'refuse' ? state.misses + 1 : result.action === 'answer' ? 0 : state.misses,
    turns: state.turns + 1,
    quoted: null,
    asked: null,
    ...result.patch,
  }
  return { state: next, reply, events: result.events }
}

/** Each sentence once, in the role it was given last; only those of one key are compared, by their values. */
function distinctParts(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = []
  const places = new Map<MessageKey, number[]>()
  for (const one of parts) {
    const alike = places.get(one.key)
    const at = alike?.find((place) => isSame(result[place]?.params, one.params))
    if (at !== undefined) {
      result[at] = one
      continue
    }
    if (alike === undefined) places.set(one.key, [result.length])
    else alike.push(result.length)
    result.push(one)
  }
  return result
}

/** Parameters are plain data. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  )
}

function contactRef(contact: Contact, locale: Locale): Reply['contacts'][number] {
  return {
    id: contact.id,
    name: inLocale(contact.name, locale),
    phones: [...contact.phones, ...contact.whatsapp],
    ...(contact.address === null ? {} : { address: contact.address }),
    ...(contact.position === null ? {} : { position: contact.position }),
  }
}
