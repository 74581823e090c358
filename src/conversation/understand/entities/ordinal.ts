import { wordsOf } from '../../../core/words.ts'

const LAST = -1
const LONGEST_MESSAGE = 5
const HIGHEST = 12

const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    'satu kesatu pertama pertamax first one kapisan pisanan sepisan kahiji siji setunggal',
    'dua kedua second two kapindho kaloro loro kalih kadua duwa',
    'tiga ketiga third three katelu telu tiga katilu tilu',
    'empat keempat fourth four kapapat papat sekawan kaopat opat',
    'lima kelima fifth five kalima gangsal',
    'enam keenam sixth six kanem enem kagenep genep',
    'tujuh ketujuh seventh seven kapitu pitu katujuh',
    'delapan kedelapan eighth eight kawolu wolu kadalapan dalapan',
    'sembilan kesembilan ninth nine kasanga sanga kasalapan salapan',
  ].flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)),
)
const LAST_WORDS: ReadonlySet<string> = new Set(
  'terakhir last akhir pungkasan ahir panungtungan pamungkas buncit'.split(' '),
)
/** Words that may stand beside the number and say nothing else. */
const AROUND: ReadonlySet<string> = new Set(
  `nomor no nomer nmr number num pilihan opsi option choice yang yg ke nu sing ingkang anu the one saja aja wae bae mawon saya aku pilih
   milih choose pick mau i want ya iya yes ok oke dong deh kak kakak min admin pak bapak bu ibu itu ini kang mas mbak please tolong
   jawab jawaban jawabanku kaping nomere ka angka poin`.split(/\s+/),
)

/** Which of the shown choices a short message picks: 1 for "yang pertama", 2 for "nomor 2", -1 for "yang terakhir"; null when it says anything else. */
export function ordinalIn(text: string): number | null {
  const words = wordsOf(text)
  if (words.length === 0 || words.length > LONGEST_MESSAGE) return null
  let picked: number | null = null
  for (const word of words) {
    const value = numberOf(word)
    if (value === null) {
      if (!AROUND.has(word)) return null
    } else if (picked === null || picked === value) picked = value
    else if (!AROUND.has(word)) return null
  }
  return picked
}

function numberOf(word: string): number | null {
  if (LAST_WORDS.has(word)) return LAST
  const digits = /^(?:ke|no|nomor|nomer|ka)?(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1]
  if (digits !== undefined) {
    const value = Number(digits)
    return value >= 1 && value <= HIGHEST ? value : null
  }
  return NUMBERS.get(word) ?? null
}
