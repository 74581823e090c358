/** What a question about an agreement wants to hear besides the section its topic opens with. */
export type Wanted = 'progress' | 'dates' | 'figures'

const PROGRESS =
  /\b(kemajuan\w*|progres\w*|perkembangan\w*|tindak lanjut\w*|hasil(nya)?|(sudah|telah|udah) (di)?(lakukan|laksanakan|jalankan)|kelanjutan\w*|realisasi\w*|implementasi\w*|pelaksanaan\w*|so far|follow up|carried out|wis dilakoni|parantos dilakukeun)\b/
const AHEAD =
  /\b(ke ?depan(nya)?|selanjutnya|berikutnya|rencana\w*|langkah\w*|target\w*|next steps?|plans?|planned|sabanjure|salajengna|diharapkan|harus dilakukan)\b/
const HOW_MANY =
  /\b(berapa (juta|ribu|persen|orang|warga|banyak|pekerja|pemda|daerah|kabupaten)|jumlah(nya|e|na)?|persentase|how many|percent(age)?|pinten|sabaraha (urang|jalma))\b/

/** Read from the words of the question, in its own order of weight. */
export function wantedIn(text: string): readonly Wanted[] {
  return [
    ...(HOW_MANY.test(text) ? (['figures'] as const) : []),
    ...(PROGRESS.test(text) ? (['progress'] as const) : []),
    ...(AHEAD.test(text) ? (['dates'] as const) : []),
  ]
}
