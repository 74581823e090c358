import type { LocalDate } from '../../core/dates.ts'
import type { Locale } from '../../core/locale.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { ConversationState } from '../state.ts'
import type { Understanding } from '../understand/understanding.ts'
import type { SettledRegions } from './settle-region.ts'

/** Everything a text turn decides on. */
export interface Reading {
  readonly read: Understanding
  readonly settled: SettledRegions
  readonly locale: Locale
  readonly state: ConversationState
  readonly knowledge: Knowledge
  readonly today: LocalDate
}
