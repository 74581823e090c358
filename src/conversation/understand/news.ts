import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Region, RegionMention } from '../../knowledge/region.ts'
import type { Understand } from './understand.ts'
import type { Understanding } from './understanding.ts'

/** What reports in newspapers and on offices' pages have, and people's own messages seldom have. One mark each. */
const MARKS: readonly RegExp[] = [
  /\(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\)/,
  /\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu),?\s*\(?\d{1,2}[ /.-]/i,
  /\b(?:ujar|kata|ungkap|tutur|jelas|imbuh|tegas|papar|tandas|terang|ucap|pungkas|tambah|sebut)(?:nya)?\b/i,
  /[“"][^“”"\n]{30,}[”"]/,
  /\b(?:baca juga|editor|reporter|siaran pers|kontributor|foto:|wib|wita)\b|\.(?:com|co\.id)\b|\bhumas\b/i,
  /\b(?:menteri|gubernur|bupati|wali ?kota|kepala (?:bp2mi|bp3mi|dinas|disnaker|biro|balai)|pemkab|pemkot|pemprov|dprd)\b/i,
  /\b(?:menandatangani|ditandatangani|penandatanganan|menghadiri|dihadiri|digelar|berlangsung di|bertempat di|menyampaikan|mengatakan|menegaskan|menyebut|meneken|teken|meresmikan)\b/i,
  /\b(?:pemerintah (?:kabupaten|kota|provinsi|daerah)|pemda)\b/i,
  /\([A-Z][A-Z0-9]*[A-Z][A-Z0-9]*\)/,
  /\b\d{1,2} (?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)[a-z]* 20\d\d\b/i,
  /^[A-Z][\w.]*(?:,? [A-Z][\w.]*){0,4}(?: \([^)]{2,25}\))?(?: -|[ ]?[–—])\s/m,
]
const FROM_MARKS = 4
/** As many in one paragraph: it belongs to the report. */
const REPORTED_FROM = 2
const SHORTEST_WORDS = 22
/** Somebody who pastes a report and asks something of their own asks it behind it. */
const OWN_QUESTION = /\n\s*([^\n]{4,240}\?[^\n]{0,60})\s*$/

/** A report that was pasted or forwarded whole, not a message of the sender's own. */
export function isNewsItem(written: string): boolean {
  if (written.split(/\s+/, SHORTEST_WORDS).length < SHORTEST_WORDS) return false
  return marksOf(written) >= FROM_MARKS
}

function marksOf(text: string): number {
  return MARKS.filter((mark) => mark.test(text)).length
}

/** Where the report was written, before its first sentence: "Jakarta –", "KABARNYA.COM, Jakarta–". It is not about that place. */
const DATELINE =
  /(^|\n|\.(?:COM|ID|co\.id|com),)[ \t]*[A-Z][A-Za-z ]{2,25}?(?:,\s*[A-Z][\w. ]{1,30}?)?(?:\s*\([^)\n]{2,25}\))?(?:\s+-|\s*[–—]+|,(?=\s+[A-Z][a-z]))\s*(?=\n|[A-Z"“]|$)/g
const HEADLINE = 220
const LEAD = 900
/** More parties than these are told as the list of their day. */
const MOST_PLACES = 3

const SIGNED = /\b(?:menandatangani|ditandatangani|penandatanganan|tanda ?tangani|teken|meneken)\b/i

const ABOUT_AGREEMENTS =
  /\b(?:mou|nota kesep\w+|memorandum|pks|perjanjian kerja ?sama|kerja ?sama|kerjasama|kolaborasi|sinergi\w*|kesepakatan|kesepahaman|gandeng|teken)\b/i

/**
 * Reads a report of an agreement by what its headline and its first lines name: further down it names whoever was there and
 * wherever they met. A question of the sender's own behind it is what is asked; the report then only says about which place.
 * An emergency is read in all of it; an offer only in the last paragraph, where the sender's own words are: reports tell of
 * offers, they make none. A report of something else is read like any message.
 */
export function readNews(
  written: string,
  read: Understanding,
  understand: Understand,
  knowledge: Knowledge,
): Understanding {
  const text = written.replace(DATELINE, '$1 ')
  const lead = text.slice(0, LEAD)
  if (!ABOUT_AGREEMENTS.test(lead)) return read
  const first = understand(lead, knowledge)
  const named = partiesIn([understand(headlineOf(text), knowledge), first])
  const { danger, signs } =
    read.danger === 'illegal_offer' && SIGNED.test(text) ? understand(ownWords(written), knowledge) : read
  const question = OWN_QUESTION.exec(written)?.[1]
  if (question !== undefined) {
    const own = understand(question, knowledge)
    return { ...own, regions: own.regions.length > 0 ? own.regions : named.regions, danger, signs }
  }
  const [date] = first.dates
  const places = placesOf(named.regions, knowledge).map(({ name }) => name)
  const many = places.length > MOST_PLACES
  const byDay = date !== undefined && (many || named.regions.length + named.institutions.length === 0)
  const topics = [{ topic: byDay ? 'agreement.where' : 'agreement.status', score: 0.95 }] as const
  // What is wanted is what we know of it, not each thing that the report says.
  const asked = byDay
    ? `perjanjian ${date.split('-').reverse().join('/')}`
    : `status perjanjian ${places.length > 1 ? places.join(' dan ') : ''}`
  const wanted = understand(asked.trim(), knowledge)
  return {
    ...wanted,
    language: first.language,
    languageConfidence: first.languageConfidence,
    topics,
    questions: [topics],
    regions: byDay ? [] : places.length > 1 ? wanted.regions : named.regions,
    institutions: byDay ? [] : named.institutions,
    dates: first.dates,
    danger,
    signs,
  }
}

/** The first line, where there are lines; else about as much. */
function headlineOf(text: string): string {
  return text.trimStart().slice(0, HEADLINE).split('\n', 1)[0] as string
}

/** Each place once; a province named beside its regency only says where that is. */
function placesOf(mentions: readonly RegionMention[], { regions }: Knowledge): readonly Region[] {
  const places = [...new Set(mentions.flatMap((one) => (one.kind === 'one' ? [one.region] : [])))]
  const around = new Set(places.flatMap(({ code }) => regions.path(code).slice(1)))
  return places.filter((place) => !around.has(place))
}

/** Where it happened and where somebody came from is not what the report is about, unless nothing else is named. */
const BY_THE_WAY = /\b(?:di|ke|dari|in|at) (?:(?:provinsi|kabupaten|kota|wilayah) )?$/

/** The places and bodies of the first of these texts that names any. */
function partiesIn(readings: readonly Understanding[]): Pick<Understanding, 'regions' | 'institutions'> {
  for (const { regions, institutions, normalised } of readings) {
    const told = regions.filter(({ start }) => !BY_THE_WAY.test(normalised.slice(0, start)))
    if (told.length + institutions.length > 0) return { regions: told, institutions }
  }
  return readings.find(({ regions }) => regions.length > 0) ?? { regions: [], institutions: [] }
}

/** The last paragraph when it does not sound like the report; empty when it does. */
function ownWords(written: string): string {
  const last = /[^\n]*$/.exec(written.trimEnd())?.[0] ?? ''
  return marksOf(last) < REPORTED_FROM ? last : ''
}
