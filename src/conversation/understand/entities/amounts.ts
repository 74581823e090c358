/** Money in a text: "15 juta", "15jt", "rp 15.000.000", "2,5 jt", "lima belas juta", "25 million", "1500 ringgit". */

const UNITS: ReadonlyMap<string, number> = new Map(
  (
    [
      [1e3, 'ribu rb rbu ribuan k ewu sewu thousand rebu'],
      [1e6, 'juta jt jta jute jutaan million mio yuta'],
      [1e9, 'miliar milyar m billion'],
    ] as const
  ).flatMap(([factor, names]) => names.split(' ').map((name) => [name, factor] as const)),
)
/** Short forms count only right behind digits: "15k", "2m". */
const SHORT_UNITS: ReadonlySet<string> = new Set(['k', 'm'])
const CURRENCIES: ReadonlySet<string> = new Set(
  'rp idr rupiah rupiahs perak ringgit rm myr dolar dollar dollars usd sgd hkd ntd nt twd won krw yen jpy riyal real sar dirham aed euro eur lira baht kwd bnd pound'.split(
    ' ',
  ),
)
const DIGIT_WORDS: ReadonlyMap<string, number> = new Map(
  'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'
    .split(' ')
    .map((word, value) => [word, value] as const),
)

interface Read {
  readonly value: number
  /** Words used. */
  readonly used: number
}

const HINT = /\d|juta|ribu|rebu|milia?r/i

/** The amounts a text names, in order; best read before the text is normalised, which loses commas. Numbers without a unit or a currency are none: they are ages, phones and years. */
export function amountsIn(text: string): readonly number[] {
  if (!HINT.test(text)) return []
  const words = wordsOfMoney(text)
  const amounts: number[] = []
  for (let at = 0; at < words.length; ) {
    const one = amountAt(words, at)
    if (one !== null && one.value > 0 && !amounts.includes(one.value)) amounts.push(one.value)
    at += one?.used ?? 1
  }
  return amounts
}

/** Keeps `2,5` together, takes the dots out of `15.000.000` and parts `15jt` and `rp500`. */
function wordsOfMoney(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/(\d)[.,](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)[.,](?=\d{1,2}(?!\d))/g, '$1_')
    .replace(/(\d)([a-z])/g, '$1 $2')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .split(/[^a-z0-9_]+/)
    .filter((word) => word !== '')
}

function amountAt(words: readonly string[], at: number): Read | null {
  const before = words[at - 1] ?? ''
  const number = numberAt(words, at)
  if (number === null) return wordAmountAt(words, at)
  const after = words[at + number.used] ?? ''
  const unit = UNITS.get(after)
  if (unit !== undefined && (!SHORT_UNITS.has(after) || number.value < 1_000)) {
    const used = number.used + 1
    // "1 juta 500 ribu"
    const rest = unit === 1e6 ? amountAt(words, at + used) : null
    const smaller = rest !== null && rest.value < 1e6 && UNITS.get(words[at + used + 1] ?? '') === 1e3
    return {
      value: Math.round(number.value * unit) + (smaller ? rest.value : 0),
      used: used + (smaller ? rest.used : 0),
    }
  }
  return CURRENCIES.has(before) || CURRENCIES.has(after) ? number : null
}

/** "2,5 juta" and "1,25 juta" without their comma; "10 15 juta" was ten to fifteen. */
const LOST_DECIMALS: ReadonlySet<string> = new Set(['5', '25', '50', '75'])

function numberAt(words: readonly string[], at: number): Read | null {
  const first = words[at] ?? ''
  if (!/^\d{1,12}(_\d{1,2})?$/.test(first)) return null
  let text = first.replace('_', '.')
  let used = 1
  if (!text.includes('.')) {
    // Marks lost on the way: "15 000 000" and "2 5 juta".
    while (first.length <= 3 && /^\d{3}$/.test(words[at + used] ?? '')) {
      text += words[at + used]
      used += 1
    }
    const unit = words[at + 2] ?? ''
    const next = words[at + 1] ?? ''
    if (
      used === 1 &&
      first.length <= 2 &&
      LOST_DECIMALS.has(next) &&
      UNITS.has(unit) &&
      !SHORT_UNITS.has(unit)
    ) {
      text += `.${next}`
      used = 2
    }
  }
  return { value: Number(text), used }
}

/** "lima belas juta", "seratus ribu", "sejuta". */
function wordAmountAt(words: readonly string[], at: number): Read | null {
  const first = words[at] ?? ''
  if (first === 'sejuta') return { value: 1e6, used: 1 }
  if (first === 'seribu' && CURRENCIES.has(words[at + 1] ?? '')) return { value: 1e3, used: 2 }
  let value = 0
  let small = 0
  let used = 0
  for (; at + used < words.length; used += 1) {
    const word = words[at + used] ?? ''
    const digit = DIGIT_WORDS.get(word)
    if (digit !== undefined) small = digit
    else if (word === 'belas' && used > 0) small += 10
    else if (word === 'puluh' && used > 0) {
      value += small * 10
      small = 0
    } else if (word === 'seratus') value += 100
    else if (word === 'ratus' && used > 0) {
      value += small * 100
      small = 0
    } else break
  }
  const unit = UNITS.get(words[at + used] ?? '')
  return used === 0 || unit === undefined || SHORT_UNITS.has(words[at + used] ?? '')
    ? null
    : { value: (value + small) * unit, used: used + 1 }
}
