import type { Citation } from '../../../core/citation.ts'
import type { LocalDate } from '../../../core/dates.ts'
import { inLocale, type LocalizedText } from '../../../core/locale.ts'
import type { Part } from '../../../core/reply.ts'
import type { Agreement } from '../../../knowledge/agreement.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { part } from '../draft.ts'
import type { Kind } from './asked-for.ts'
import { endPart, milestonePart, signingPart } from './date-sections.ts'
import { storedWords, type Words } from './record-words.ts'
import { figurePart, progressPart, sidesPart } from './sections.ts'

/** One thing on record about an agreement that can be asked for by its own words; its sentence is made when it is told. */
export interface Item {
  readonly kind: Kind
  /** An official's or signatory's name. */
  readonly person: string | undefined
  /** Tells of other records, or of what a source got wrong: says nothing about whose record is meant. */
  readonly aside: boolean
  readonly words: Words
  /** What several records tell in the same words is one thing: what was said at a joint signing. */
  readonly text: string
  readonly part: (today: LocalDate) => Part
  readonly citations: readonly Citation[]
}

/** Everything on a record, in the order of the record. */
export function itemsOf(agreement: Agreement, knowledge: Knowledge): readonly Item[] {
  return [
    ...agreement.scope.map(({ text, citations }) =>
      item(both(text), () => part('fact', 'agreement.point', { text }), citations),
    ),
    ...agreement.milestones.map((milestone) =>
      item(both(milestone.what), (today) => milestonePart(milestone, agreement, today), milestone.citations, {
        kind: milestone.date === null ? 'other' : 'dated',
        dates: [milestone.date],
      }),
    ),
    ...agreement.progress.map((report) =>
      item(both(report.summary), () => progressPart(report), report.citations, {
        kind: report.date === null ? 'other' : 'dated',
        dates: [report.date],
      }),
    ),
    ...agreement.figures.map((figure) =>
      item(
        `jumlah ${both(figure.what)} ${figure.value} ${figure.period ?? ''}`,
        () => figurePart(figure),
        figure.citations,
        { kind: 'figure', dates: [figure.period] },
      ),
    ),
    ...people(agreement),
    ...sides(agreement, knowledge),
    ...agreement.conflicts.map((text) =>
      item(both(text), () => part('note', 'agreement.conflict', { text }), agreement.citations, {
        aside: true,
      }),
    ),
  ]
}

function people(agreement: Agreement): readonly Item[] {
  return [
    ...agreement.officials.map(({ name, title, role }) =>
      item(
        `${name} ${title} ${inLocale(role, 'id')}`,
        () =>
          part('fact', 'agreement.point', {
            text: { key: 'agreement.officialRole', params: { name, title, role } },
          }),
        agreement.citations,
        { kind: 'person', person: name },
      ),
    ),
    ...agreement.signatories.map(({ name, title }) =>
      item(
        `${name} ${title}`,
        () =>
          part('fact', 'agreement.signedBy', {
            people: { key: 'agreement.person', params: { name, title } },
          }),
        agreement.citations,
        { kind: 'person', person: name },
      ),
    ),
  ]
}

/** Words by which people ask where something was signed. */
const VENUE = 'tempat gedung ruangan aula lokasi venue hall building'

/** … and until when it runs. */
const TERM = 'masa berlaku berakhir habis jangka expires valid'
const YEARS = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh'.split(' ')

function yearsBetween(signedOn: string | null, until: string): string {
  return signedOn === null ? '' : (YEARS[Number(until.slice(0, 4)) - Number(signedOn.slice(0, 4))] ?? '')
}

/** Between whom, where and when it was signed, and the countries it names. */
function sides(agreement: Agreement, knowledge: Knowledge): readonly Item[] {
  const { citations, signedAt, signedOn } = agreement
  const countries = agreement.destinations.flatMap((code) => knowledge.destinations.get(code)?.name ?? [])
  const items = [
    item(
      agreement.parties.map(({ name }) => name).join(' '),
      () => sidesPart(agreement, knowledge),
      citations,
      { dates: [signedOn] },
    ),
  ]
  if (signedAt !== null)
    items.push(
      item(`${VENUE} ${signedAt}`, () => signingPart(agreement, knowledge), citations, { kind: 'place' }),
    )
  if (agreement.validUntil !== null)
    items.push(
      item(
        `${TERM} ${yearsBetween(signedOn, agreement.validUntil)}`,
        (today) => endPart(agreement, today),
        citations,
        { kind: 'dated', dates: [agreement.validUntil] },
      ),
    )
  if (countries.length > 0)
    items.push(
      item(
        `negara tujuan disebut destination countries named ${countries.flatMap((name) => Object.values(name)).join(' ')}`,
        () => part('fact', 'agreement.destinations', { countries: { list: countries, join: 'and' } }),
        citations,
      ),
    )
  return items
}

interface About {
  readonly kind?: Kind
  readonly person?: string
  readonly dates?: readonly (string | null)[]
  readonly aside?: boolean
}

function item(
  text: string,
  one: Item['part'],
  citations: readonly Citation[],
  { kind = 'other', person, dates, aside = false }: About = {},
): Item {
  return { kind, person, aside, words: storedWords(text, dates), text, part: one, citations }
}

/** Questions come in both languages, whatever the record was written in. */
function both(text: LocalizedText): string {
  return `${text.id} ${text.en ?? ''}`
}
