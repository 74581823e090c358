import type { LocalDate } from '../../core/dates.ts'
import type { CountryCode, InstitutionId } from '../../core/ids.ts'
import type { Language, Locale } from '../../core/locale.ts'
import type { Danger, DangerSign, StageId, Topic } from '../../core/topic.ts'
import type { RegionMention } from '../../knowledge/region.ts'

/** What a short message does to the conversation rather than what it asks about. */
export const ACTS = [
  'affirm',
  'deny',
  'more', // tell me more, explain again
  'shorter',
  'repeat',
  'correct', // "bukan, maksud saya …"
  'thanks',
  'goodbye',
  'greeting',
  'frustration',
  'insult',
  'menu',
  'cancel',
  'forget_me',
  'talk_to_person',
  'switch_language',
] as const
export type Act = (typeof ACTS)[number]

export interface TopicScore {
  readonly topic: Topic
  /** 0..1, comparable between messages: the thresholds of the dialogue are set on it. */
  readonly score: number
}

/** What a message was taken to mean. Nothing here depends on the conversation so far. */
export interface Understanding {
  /** Lower case, abbreviations written out, repeats and marks removed. */
  readonly normalised: string
  readonly language: Language
  /** 0..1; low for one or two words that are the same in several languages. */
  readonly languageConfidence: number
  /** Best first. The questions of a message with several are separate in `questions`. */
  readonly topics: readonly TopicScore[]
  /** One entry per question found in the message, in order; at least one. */
  readonly questions: readonly (readonly TopicScore[])[]
  readonly danger: Danger
  readonly signs: readonly DangerSign[]
  /** Danger is spoken of, if at all, as what may come, is made up, taught, or happens to strangers. */
  readonly framed: boolean
  readonly acts: readonly Act[]
  readonly regions: readonly RegionMention[]
  readonly countries: readonly CountryCode[]
  readonly institutions: readonly InstitutionId[]
  /** Names of signatories or officials, lower case. */
  readonly people: readonly string[]
  readonly dates: readonly LocalDate[]
  /** Money named, in rupiah where the text says so. */
  readonly amounts: readonly number[]
  readonly stage: StageId | null
  /** 1 for "yang pertama", 2 for "nomor 2" …; -1 for "yang terakhir"; null when none. */
  readonly ordinal: number | null
  /** The language asked for with `switch_language`. */
  readonly wantedLocale: Locale | null
  /** Leans on the turn before ("kalau di Jember?", "itu kapan?", "terus biayanya?"). */
  readonly elliptic: boolean
  /** Something that only our field has is named: work abroad, its people, papers, offices, agreements, a country. */
  readonly anchored: boolean
  /** Share of the words the engine knows at all, 0..1; gibberish is near 0. */
  readonly familiarity: number
}
