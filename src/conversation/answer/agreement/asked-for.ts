import type { Topic } from '../../../core/topic.ts'
import { wordsOf } from '../../../core/words.ts'
import { type Concept, conceptsOf } from '../../understand/lexicon/concepts.ts'

/** What a question about an agreement wants to hear besides the section its topic opens with. */
export type Wanted = 'progress' | 'ahead' | 'dates' | 'figures' | 'parties'

const PROGRESS =
  /\b(kemajuan\w*|progres\w*|perkembangan\w*|tindak lanjut\w*|hasil(nya)?|(sudah|telah|udah) (di)?(lakukan|laksanakan|jalankan)|kelanjutan\w*|realisasi\w*|implementasi\w*|pelaksanaan\w*|so far|follow up|carried out|wis dilakoni|parantos dilakukeun)\b/
const AHEAD =
  /\b(ke ?depan(nya)?|selanjutnya|berikutnya|rencana\w*|langkah\w*|target\w*|next steps?|plans?|planned|sabanjure|salajengna|diharapkan|harus dilakukan)\b/
const HOW_MANY =
  /\b(berapa (juta|ribu|persen|orang|warga|banyak|pekerja|pemda|daerah|kabupaten)|jumlah(nya|e|na)?|persentase|how many|percent(age)?|pinten|sabaraha (urang|jalma))\b/
const TITLE = '(?:kepala|kadis\\w*|bupati|walikota|wali kota|gubernur|ketua|menteri|pejabat|direktur|sekda)'
/** "Kadisnaker saat itu namanya?" */
const NAME_OF = new RegExp(`\\b${TITLE}\\b.*\\bnama(?:nya)?\\b|\\bnama ${TITLE}\\b`)
/** "Punjul itu jabatannya apa?" */
const OFFICE_OF = /\b(?:jabatan\w*|menjabat|posisinya)\b/
/** "Tahun berapa" asks when, not how many. */
const WHICH_YEAR = /\b(?:tahun|taun|bulan|tanggal) (?:berapa|pira|pinten|sabaraha)\b|\b(?:what|which) year\b/
/** "Kapan buka" and "besok buka" ask for hours. */
const HOURS = /\b(buka|bukak|buko|tutup|jam|pukul|libur|open|close[sd]?|hours?|antri\w*|antre\w*)\b/

/** Read from the words of the question, in its own order of weight. */
export function wantedIn(text: string): readonly Wanted[] {
  const asked = kindsAsked(text)
  return [
    ...(asked.has('person') ? (['parties'] as const) : []),
    ...(HOW_MANY.test(text) ? (['figures'] as const) : []),
    ...(AHEAD.test(text) ? (['ahead'] as const) : []),
    ...(PROGRESS.test(text) ? (['progress'] as const) : []),
    ...(asked.has('dated') || AHEAD.test(text) ? (['dates'] as const) : []),
  ]
}

/** The kinds of things on a record that a question word asks for. */
export type Kind = 'person' | 'dated' | 'figure' | 'place' | 'other'

const KINDS: Partial<Record<Concept, Kind>> = {
  who: 'person',
  when: 'dated',
  date: 'dated',
  howMuch: 'figure',
  where: 'place',
}

export function kindsAsked(text: string): ReadonlySet<Kind> {
  const kinds = new Set<Kind>()
  for (const { concept } of conceptsOf(wordsOf(text))) {
    const kind = KINDS[concept]
    if (kind !== undefined) kinds.add(kind)
  }
  if (WHICH_YEAR.test(text)) {
    kinds.delete('figure')
    kinds.add('dated')
  }
  if (NAME_OF.test(text) || OFFICE_OF.test(text)) kinds.add('person')
  return kinds
}

/** Which side of a record a question opens when its topic does not say. */
export function sideAsked(text: string): Topic {
  const kinds = kindsAsked(text)
  if (kinds.has('person')) return 'agreement.parties'
  return kinds.has('dated') ? 'agreement.dates' : 'agreement.content'
}

/** Whether something's date is asked for, and not when an office is open. */
export function asksWhen(text: string): boolean {
  return kindsAsked(text).has('dated') && !HOURS.test(text)
}
