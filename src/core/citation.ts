import type { PartialDate } from './dates.ts'
import type { SourceId } from './ids.ts'

/** How near a source is to the thing it speaks of. */
export const GRADES = ['law_text', 'official', 'news', 'ngo', 'academic', 'directory', 'secondary'] as const
export type Grade = (typeof GRADES)[number]

/** A page or document that was really read. */
export interface Source {
  readonly id: SourceId
  readonly publisher: string
  readonly title: string | null
  readonly url: string | null
  readonly publishedOn: PartialDate | null
  readonly grade: Grade
}

/** A source as the ground of one fact; `says` names the place in it (article, heading) or what it supports. */
export interface Citation {
  readonly source: Source
  readonly says: string | null
}
