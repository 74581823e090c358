import { wordsOf } from '../../../core/words.ts'
import { normalise } from '../normalise.ts'
import type { Act } from '../understanding.ts'
import { complainsOfAnswers, startsWithCorrection, startsWithGreeting, tellsThanks } from './act-patterns.ts'
import { FILLERS, WHOLE_MESSAGE, type WholeMessageAct } from './act-phrases.ts'
import { saysForgetMe } from './forget-me.ts'
import { callsOff, saysTalkToPerson } from './talk-to-person.ts'
import { asksForLanguage } from './wanted-locale.ts'

export { wantedLocaleOf } from './wanted-locale.ts'

type Meaning = readonly WholeMessageAct[]

/** Phrases of short messages, with no acts for words that merely fill. */
const PHRASES: ReadonlyMap<string, Meaning> = phrases()
const LONGEST_PHRASE = 5
/** Words that some phrase begins with: most messages are done with their first word. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...PHRASES.keys()].map((phrase) => phrase.split(' ', 1)[0] ?? ''),
)
/** Longer messages have something to say, even if only in words of ours. */
const LONGEST_WHOLE = 14

function phrases(): ReadonlyMap<string, Meaning> {
  const table = new Map<string, WholeMessageAct[]>()
  for (const filler of FILLERS.split(',')) table.set(normalise(filler), [])
  for (const [act, list] of Object.entries(WHOLE_MESSAGE) as [WholeMessageAct, string][]) {
    for (const written of list.split(',')) {
      const phrase = normalise(written)
      const acts = table.get(phrase)
      if (acts === undefined) table.set(phrase, [act])
      else if (!acts.includes(act)) acts.push(act)
    }
  }
  return table
}

/** "jangan bot" asks for a person; it does not say no. */
const WEIGHTY: readonly Act[] = ['talk_to_person', 'forget_me', 'switch_language', 'correct']
const LIGHT: readonly Act[] = ['affirm', 'deny', 'cancel', 'more']

/**
 * What a normalised message does to the conversation. Short acts count only when the message holds nothing else; the ones that
 * come with more text (a greeting before a question, "hapus data saya", "mau bicara dengan petugas") are found anywhere.
 */
export function actsOf(normalised: string): readonly Act[] {
  const acts = wholeMessageActs(wordsOf(normalised))
  if (startsWithGreeting(normalised)) acts.add('greeting')
  if (tellsThanks(normalised)) acts.add('thanks')
  if (startsWithCorrection(normalised)) acts.add('correct')
  if (saysForgetMe(normalised)) acts.add('forget_me')
  if (asksForLanguage(normalised)) acts.add('switch_language')
  if (saysTalkToPerson(normalised)) acts.add('talk_to_person')
  if (complainsOfAnswers(normalised)) acts.add('frustration')
  if (WEIGHTY.some((act) => acts.has(act))) for (const act of LIGHT) acts.delete(act)
  if (callsOff(normalised)) acts.add('cancel')
  return [...acts]
}

function wholeMessageActs(words: readonly string[]): Set<Act> {
  const acts = new Set<Act>()
  if (words.length > LONGEST_WHOLE) return acts
  let leads = false
  let at = 0
  while (at < words.length) {
    const found = longestAt(words, at)
    if (found === undefined) return new Set()
    if (at === 0) leads = found.meaning.includes('affirm') && words[0] !== 'ya'
    for (const act of found.meaning) acts.add(act)
    at = found.end
  }
  settle(acts, leads)
  return acts
}

function longestAt(words: readonly string[], at: number): { meaning: Meaning; end: number } | undefined {
  if (!BEGINNINGS.has(words[at] ?? '')) return undefined
  for (let end = Math.min(words.length, at + LONGEST_PHRASE); end > at; end--) {
    const meaning = PHRASES.get(words.slice(at, end).join(' '))
    if (meaning !== undefined) return { meaning, end }
  }
  return undefined
}

/** "tidak, lanjut saja" denies; "ya" before or after anything else is a particle ("makasih ya", "singkat saja ya"). */
function settle(acts: Set<Act>, leads: boolean): void {
  if (!acts.has('affirm') || acts.size === 1) return
  const turned = acts.has('deny') || acts.has('insult') || acts.has('frustration') || acts.has('cancel')
  if (turned || !leads) acts.delete('affirm')
}
