/**
 * WhatsApp makes *bold*, _italic_, ~struck~, `code`, "> quotes" and lists of every text, and knows no escape. So a sign
 * that could begin or end formatting is replaced by another one that looks the same and means nothing to WhatsApp.
 */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '*': '\u2217',
  _: '\u02CD',
  '~': '\u223C',
  '`': '\u02CB',
  '>': '\u02C3',
  '-': '\u2010',
  '.': '\u2024',
}

/** Web and mail addresses stay as they are: people tap and copy them, and WhatsApp does not format inside of them. */
const ADDRESS = String.raw`https?:\/\/\S+|www\.\S+|[^\s*_~\x60<>]+@[^\s@*_~\x60<>]+\.[^\s*_~\x60<>]+`
/** Between two letters or digits a sign is only a sign, as in `nama_berkas`. Three backticks are code anywhere. */
const SIGN = '(?<![\\p{L}\\p{N}])[*_~`]|[*_~`](?![\\p{L}\\p{N}])|`'
/** At the start of a line: a quote, a bullet, a number of a list. */
const LINE_START = String.raw`(?<=^[ \t]*)(?:>|[*-](?=[ \t])|\d{1,9}\.(?=[ \t]))`
const TO_REPLACE = new RegExp(`(?<address>${ADDRESS})|${LINE_START}|${SIGN}`, 'gmu')

/** The same words, with nothing in them that WhatsApp would turn into formatting. As long as before, in UTF-16 units. */
export function withPlainSigns(text: string): string {
  return text.replace(TO_REPLACE, (found, address: string | undefined) =>
    address === undefined ? found.replace(/[*_~`>.-]/g, (sign) => LOOK_ALIKE[sign] ?? sign) : found,
  )
}
