import { localDay } from '../../alerts/local-time.ts'
import type { Citation } from '../../core/citation.ts'
import type { LocalDate, PartialDate } from '../../core/dates.ts'
import type { RegionCode } from '../../core/ids.ts'
import { pressValue } from '../../core/officer-press.ts'
import type { Wording } from '../../core/wording.ts'
import type { Agreement, Milestone } from '../../knowledge/agreement.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Region } from '../../knowledge/region.ts'
import { inScope } from '../scope.ts'
import { type Asking, type OfficerAnswer, said } from './officer-answer.ts'

/** The engine's words for what is stored of an agreement; the root hands them in, so that officers read what citizens read. */
export interface AgreementWords {
  record(
    agreement: Agreement,
    knowledge: Knowledge,
    today: LocalDate,
  ): { readonly sections: readonly (readonly Wording[])[]; readonly citations: readonly Citation[] }
  milestone(milestone: Milestone, agreement: Agreement, today: LocalDate): Wording
}

/** The region a text names: one, several to choose from, or none. */
export function regionsNamed(text: string, knowledge: Knowledge): readonly Region[] {
  const code = /^\d\d(\.\d\d){0,2}$/.exec(text.trim())?.[0]
  if (code !== undefined) {
    const region = knowledge.regions.byCode(code as RegionCode)
    return region === undefined ? [] : [region]
  }
  const [mention] = knowledge.regions.find(text.toLowerCase().normalize('NFKC'))
  if (mention === undefined) return []
  return mention.kind === 'one' ? [mention.region] : mention.candidates
}

/** `/mou <region>`: everything that is stored of its agreements, the newest in full, with every source. */
export function agreementsOf(
  place: string,
  { say, now }: Asking,
  knowledge: Knowledge,
  words: AgreementWords,
): OfficerAnswer {
  const regions = regionsNamed(place, knowledge)
  const [region] = regions
  if (region === undefined) return said(say('officer.agreement.unknownPlace', { place }))
  if (regions.length > 1)
    return said(
      say('officer.agreement.whichPlace'),
      regions
        .slice(0, 8)
        .map(({ code, name }) => ({ label: name, value: pressValue({ kind: 'agreement', region: code }) })),
    )
  const own = knowledge.agreements.ofRegion(region.code)
  if (own.length === 0)
    return said(say('agreement.none', { region: region.name, asOf: { date: knowledge.agreements.asOf } }))
  const today = localDay(now, 'WIB')
  return {
    toast: null,
    card: null,
    messages: own.map((agreement) => {
      const { sections, citations } = words.record(agreement, knowledge, today)
      const text = sections.map((parts) => parts.map(({ key, params }) => say(key, params)).join('\n'))
      return {
        kind: 'text',
        text: [...text, sourceLines(citations, say)].join('\n\n'),
        choices: [],
      }
    }),
  }
}

/** Every source on a line of its own with its page. */
function sourceLines(citations: readonly Citation[], say: Asking['say']): string {
  const lines = citations.map(({ source: { publisher, title, publishedOn, url } }) => {
    const name =
      title === null
        ? publishedOn === null
          ? say('source.undated', { publisher })
          : say('source.one', { publisher, date: { date: publishedOn } })
        : publishedOn === null
          ? say('source.titledUndated', { publisher, title })
          : say('source.titled', { publisher, title, date: { date: publishedOn } })
    return url === null ? `• ${name}` : `• ${name} ${url}`
  })
  return [say('officer.agreement.sources'), ...lines].join('\n')
}

/** A milestone that no source confirms yet, and whose it is. */
export interface OpenMilestone {
  readonly agreement: Agreement
  readonly milestone: Milestone
}

/** What is planned in an officer's regions and not confirmed, by date; undated ones last. */
export function openMilestones(asking: Asking, knowledge: Knowledge): readonly OpenMilestone[] {
  return knowledge.agreements.all
    .filter(({ region }) => inScope(asking.officer, region))
    .flatMap((agreement) =>
      agreement.milestones
        .filter(({ state }) => state === 'planned' || state === 'unknown')
        .map((milestone) => ({ agreement, milestone })),
    )
    .sort((a, b) => (a.milestone.date ?? '9').localeCompare(b.milestone.date ?? '9'))
}

/** Enough for one message; what lies further ahead can wait. */
const MOST_LINES = 20

/** `/jadwal`: what is due, what passed without anybody confirming it, and which agreements end. */
export function schedule(asking: Asking, knowledge: Knowledge, words: AgreementWords): OfficerAnswer {
  const { say, officer } = asking
  const today = localDay(asking.now, 'WIB')
  const line = ({ agreement, milestone }: OpenMilestone) => {
    const { key, params } = words.milestone(milestone, agreement, today)
    return `${placeOf(agreement, knowledge)}: ${say(key, params).replace(/^• /, '')}`
  }
  const open = openMilestones(asking, knowledge)
  const passed = open.filter(({ milestone: { date } }) => date !== null && hasPassed(date, today))
  const ahead = open.filter(({ milestone: { date } }) => date !== null && !hasPassed(date, today))
  const ending = knowledge.agreements.all
    .filter(
      ({ region, validUntil }) => validUntil !== null && validUntil >= today && inScope(officer, region),
    )
    .sort((a, b) => (a.validUntil ?? '').localeCompare(b.validUntil ?? ''))
    .map((agreement) =>
      say('officer.schedule.ends', {
        place: placeOf(agreement, knowledge),
        instrument: { key: `agreement.instrument.${agreement.instrument}` },
        date: { date: String(agreement.validUntil) as PartialDate },
      }),
    )
  const blocks = [
    { head: say('officer.schedule.ahead'), lines: ahead.map(line) },
    { head: say('officer.schedule.passed'), lines: passed.map(line).reverse() },
    { head: say('officer.schedule.ending'), lines: ending },
  ].filter(({ lines }) => lines.length > 0)
  if (blocks.length === 0)
    return said(say('officer.schedule.none', { asOf: { date: knowledge.agreements.asOf } }))
  return said(
    blocks
      .map(({ head, lines }) => [head, ...lines.slice(0, MOST_LINES).map((one) => `• ${one}`)].join('\n'))
      .join('\n\n'),
  )
}

/** The side that is not the ministry, by its region's name where it has one. */
export function placeOf(agreement: Agreement, knowledge: Knowledge): string {
  const region = agreement.region === null ? undefined : knowledge.regions.byCode(agreement.region)
  return region?.name ?? agreement.parties.map(({ name }) => name).join(', ')
}

/** A partial date has passed when the whole of it lies before today. */
function hasPassed(date: PartialDate, today: LocalDate): boolean {
  return date < today.slice(0, date.length)
}
