import type { Part } from '../../core/reply.ts'
import { PERSON, part } from '../answer/draft.ts'
import type { Act } from '../understand/understanding.ts'
import { askTopics } from './ask-topic.ts'
import type { Outcome } from './outcome.ts'
import { isTalk, type Reading, remembered } from './reading.ts'

/** They ask for the same on purpose. */
const ON_PURPOSE: ReadonlySet<Act> = new Set<Act>(['more', 'repeat', 'shorter', 'switch_language', 'correct'])

/** The same question once more: the first answer did not help, so it is not given again as it was. */
export function unlessSaidBefore(result: Outcome, reading: Reading): Outcome {
  const { read, state } = reading
  const asked = fingerprint(read.normalised)
  const again =
    asked === state.asked && !read.acts.some((act) => ON_PURPOSE.has(act)) && isSame(result, reading)
  const told = again ? inOtherWords(result, state.repeats, reading) : result
  return { ...told, patch: { ...told.patch, asked } }
}

/** The words of a question without their order and without what only fills, as a number: it tells no words. */
function fingerprint(normalised: string): number {
  const words = [...new Set(normalised.split(' '))]
    .filter((word) => word.length > 2 && !FILLERS.has(word))
    .sort()
  let hash = 0x811c9dc5
  for (const char of words.join(' ')) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0
  return hash
}

const FILLERS: ReadonlySet<string> = new Set(
  'apa apakah saja dong sih kok itu ini jadi terus kakak bapak ibu mas mbak admin tolong mohon lagi tadi kan deh saya aku the please what'.split(
    ' ',
  ),
)

/**
 * The same answer told anew: what stood last comes first, or something is added that was not told yet, and what is unclear is
 * asked. A fact is never reworded: its words are its source's.
 */
export function inOtherWords(result: Outcome, repeats: number, reading: Reading): Outcome {
  const { state, knowledge, today, locale, read } = reading
  const [first, ...others] = result.drafts
  if (first === undefined || others.length > 0) return result
  const further = askTopics(
    {
      ...remembered(state, knowledge),
      topics: [result.topic],
      locale,
      text: read.normalised,
      more: true,
      short: true,
    },
    { ...state, topic: result.topic, told: [...new Set([...state.told, ...first.told])] },
    knowledge,
    today,
  ).drafts[0]
  const known = first.parts.filter(isFact)
  const gap = further?.told.some((id) => knowledge.facts.byId(id)?.kind === 'gap') === true
  // Several facts in another order; a single one with one that was not told yet.
  const fresh = known.length > 1 || gap ? undefined : further?.parts.find(isFact)
  const turned = [...known.slice(1), ...known.slice(0, 1), ...(fresh === undefined ? [] : [fresh])].map(
    (one, index): Part => ({ ...one, role: index === 0 ? 'answer' : 'fact' }),
  )
  const parts: Part[] = [
    part('answer', repeats > 0 ? 'again.still' : 'again.lead'),
    ...turned,
    ...first.parts.filter((one) => !isFact(one)),
    part('next', 'again.unclear'),
  ]
  return {
    ...result,
    drafts: [
      {
        ...first,
        parts: [
          ...parts.filter(({ role }) => role !== 'contact'),
          ...parts.filter(({ role }) => role === 'contact'),
        ],
        citations: [...first.citations, ...(fresh === undefined ? [] : (further?.citations ?? []))],
        choices: [PERSON, ...first.choices.filter(({ value }) => value !== PERSON.value)].slice(
          0,
          MOST_CHOICES,
        ),
        told: [
          ...new Set([...state.told, ...first.told, ...(fresh === undefined ? [] : (further?.told ?? []))]),
        ],
      },
    ],
  }
}

const MOST_CHOICES = 4

function isFact({ key, role }: Part): boolean {
  return FACT_FRAMES.has(key) && (role === 'answer' || role === 'fact')
}

const FACT_FRAMES: ReadonlySet<string> = new Set([
  'fact.plain',
  'fact.planned',
  'fact.proposed',
  'fact.superseded',
])

/** An answer of one subject that can be told anew. */
function isSame({ action, topic, topics, danger, drafts, pending }: Outcome, { state }: Reading): boolean {
  if (action !== 'answer' || topic !== state.topic || topics.length > 1 || danger !== 'none') return false
  return pending === null && drafts.length === 1 && !isTalk(topic) && !OWN.has(topic)
}

/** Their answers are about the moment, not about facts. */
const OWN: ReadonlySet<string> = new Set(['case.status', 'handover', 'privacy'])
