import type { Knowledge } from '../../knowledge/knowledge.ts'
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
  /\b(?:menandatangani|ditandatangani|penandatanganan|menghadiri|dihadiri|digelar|berlangsung di|bertempat di|menyampaikan|mengatakan|menegaskan|menyebut)\b/i,
]
const FROM_MARKS = 4
/** As many in one paragraph: it belongs to the report. */
const REPORTED_FROM = 2
const SHORTEST_WORDS = 40
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
  /(^|\n|\.(?:COM|ID|co\.id|com),)[ \t]*[A-Z][A-Za-z ]{2,25}?(?:\s+-|\s*[–—]+)\s*(?=\n|[A-Z"“]|$)/g
const HEADLINE = 220
const LEAD = 600

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
  const headline = understand(text.slice(0, HEADLINE), knowledge)
  const first = understand(lead, knowledge)
  const named = headline.regions.length + headline.institutions.length > 0 ? headline : first
  const { danger, signs } = read.danger === 'illegal_offer' ? understand(ownWords(written), knowledge) : read
  const question = OWN_QUESTION.exec(written)?.[1]
  if (question !== undefined) {
    const own = understand(question, knowledge)
    return { ...own, regions: own.regions.length > 0 ? own.regions : named.regions, danger, signs }
  }
  const [date] = first.dates
  const byDay = named.regions.length + named.institutions.length === 0 && date !== undefined
  const topics = [{ topic: byDay ? 'agreement.where' : 'agreement.status', score: 0.95 }] as const
  // What is wanted is what we know of it, not each thing that the report says.
  const wanted = byDay ? `perjanjian ${date.split('-').reverse().join('/')}` : 'status perjanjian'
  return {
    ...understand(wanted, knowledge),
    language: first.language,
    languageConfidence: first.languageConfidence,
    topics,
    questions: [topics],
    regions: named.regions,
    institutions: named.institutions,
    dates: first.dates,
    danger,
    signs,
  }
}

/** The last paragraph when it does not sound like the report; empty when it does. */
function ownWords(written: string): string {
  const last = /[^\n]*$/.exec(written.trimEnd())?.[0] ?? ''
  return marksOf(last) < REPORTED_FROM ? last : ''
}
