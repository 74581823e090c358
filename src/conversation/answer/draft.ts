import type { Citation } from '../../core/citation.ts'
import type { AgreementId, CountryCode, FactId } from '../../core/ids.ts'
import type { Choice, Part, PartRole } from '../../core/reply.ts'
import type { Topic } from '../../core/topic.ts'
import type { MessageKey, Params } from '../../core/wording.ts'
import type { Contact } from '../../knowledge/contact.ts'
import type { Region } from '../../knowledge/region.ts'

/** An answer to one question before it is put together with others into a reply. */
export interface Draft {
  readonly parts: readonly Part[]
  readonly citations: readonly Citation[]
  readonly contacts: readonly Contact[]
  readonly choices: readonly Choice[]
  readonly told: readonly FactId[]
  readonly regions: readonly Region[]
  readonly countries: readonly CountryCode[]
  readonly agreement: AgreementId | null
  /** The question cannot be answered without this; the dialogue asks for it. */
  readonly needs: 'region' | 'country' | null
  /** Nothing stored answers it: counted as unanswered. */
  readonly unanswered: boolean
}

const EMPTY: Draft = {
  parts: [],
  citations: [],
  contacts: [],
  choices: [],
  told: [],
  regions: [],
  countries: [],
  agreement: null,
  needs: null,
  unanswered: false,
}

export function draft(fields: Partial<Draft>): Draft {
  return { ...EMPTY, ...fields }
}

export function part(role: PartRole, key: MessageKey, params?: Params): Part {
  return params === undefined ? { role, key } : { role, key, params }
}

/** A button that asks about a topic. */
export function topicChoice(topic: Topic): Choice {
  return { label: { key: `topic.${topic}` as MessageKey }, value: `topic:${topic}`, topic }
}

export function regionChoice(region: Region): Choice {
  return { label: { key: 'choice.region', params: { name: region.name } }, value: `region:${region.code}` }
}

export const MORE: Choice = { label: { key: 'choice.more' }, value: 'more' }
export const MENU: Choice = { label: { key: 'choice.menu' }, value: 'menu' }
export const REPORT: Choice = {
  label: { key: 'choice.report' },
  value: 'topic:report.illegal',
  topic: 'report.illegal',
}
export const PERSON: Choice = { label: { key: 'choice.person' }, value: 'topic:handover', topic: 'handover' }
export const HOTLINE: Choice = {
  label: { key: 'choice.hotline' },
  value: 'topic:contact.hotline',
  topic: 'contact.hotline',
}

/** The same source cited for the same thing once. */
export function uniqueCitations(citations: readonly Citation[]): readonly Citation[] {
  const seen = new Set<string>()
  return citations.filter((citation) => {
    if (seen.has(citation.source.id)) return false
    seen.add(citation.source.id)
    return true
  })
}
