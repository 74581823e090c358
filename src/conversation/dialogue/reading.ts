import type { Desk } from '../../core/case.ts'
import type { LocalDate } from '../../core/dates.ts'
import type { CountryCode } from '../../core/ids.ts'
import type { Locale } from '../../core/locale.ts'
import type { Topic } from '../../core/topic.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { ConversationState } from '../state.ts'
import type { Understanding } from '../understand/understanding.ts'
import { type Asked, knownCountry, NOTHING_ASKED } from './ask-topic.ts'
import type { SettledRegions } from './settle-region.ts'

/** What every turn decides on, whatever was sent. */
export interface Situation {
  readonly state: ConversationState
  readonly knowledge: Knowledge
  readonly locale: Locale
  readonly today: LocalDate
  readonly now: Date
  /** What is stored of this person's cases; undefined where nothing is kept. */
  readonly desk: Desk | undefined
}

/** Everything a text turn decides on. */
export interface Reading extends Situation {
  readonly read: Understanding
  readonly settled: SettledRegions
  /** As it was written: a report keeps a person's own words. */
  readonly said: string
}

export function remembered(state: ConversationState, knowledge: Knowledge): Omit<Asked, 'topics' | 'locale'> {
  const region = state.region === null ? undefined : knowledge.regions.byCode(state.region)
  const agreement = state.agreement === null ? undefined : knowledge.agreements.byId(state.agreement)
  return {
    ...NOTHING_ASKED,
    regions: region === undefined ? [] : [region],
    institutions:
      agreement?.region === null ? agreement.parties.flatMap(({ institution }) => institution ?? []) : [],
    countries: countryOf(state, knowledge),
    stage: state.stage,
  }
}

export function countryOf(state: ConversationState, knowledge: Knowledge): readonly CountryCode[] {
  const country = knownCountry(state.country, knowledge)
  return country === null ? [] : [country]
}

export function isTalk(topic: Topic | undefined): boolean {
  return topic === 'smalltalk' || topic === 'out_of_scope'
}

/** How likely nothing of our field is asked; 0 where that is not among the likeliest topics. */
export function outsideOf(topics: Understanding['topics']): number {
  return topics.find(({ topic }) => topic === 'out_of_scope')?.score ?? 0
}

export function wordCount(read: Understanding): number {
  return read.normalised.split(' ').length
}

/** Words of the message that are not part of a place or country name. */
export function bareWords(read: Understanding): number {
  const inPlaces = read.regions.reduce(
    (sum, { start, end }) => sum + read.normalised.slice(start, end).split(' ').length,
    0,
  )
  return wordCount(read) - inPlaces - read.countries.length
}
