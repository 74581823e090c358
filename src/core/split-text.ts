/** A stretch of a text: from `start` up to, not with, `end`. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' })

/**
 * Cuts a text into stretches of at most `most` UTF-16 units, as messengers count them: between paragraphs where that is
 * possible, else between lines, sentences, words and at last letters as people see them. Only white space between two
 * stretches is left out.
 */
export function split(text: string, most: number): readonly Stretch[] {
  const stretches: Stretch[] = []
  let start = skipSpace(text, 0)
  while (start < text.length) {
    const rest = trimmedEnd(text, start, text.length)
    if (rest - start <= most) {
      if (rest > start) stretches.push({ start, end: rest })
      break
    }
    const cut = cutBefore(text, start, start + most)
    stretches.push({ start, end: trimmedEnd(text, start, cut) })
    start = skipSpace(text, cut)
  }
  return stretches
}

/** Where to end the stretch that begins at `start` and may reach `limit`. */
function cutBefore(text: string, start: number, limit: number): number {
  // One more than fits: white space right after the limit ends a whole word.
  const window = text.slice(start, limit + 2)
  // A break in the first half would waste the message; then a smaller unit serves better.
  const half = (limit - start) / 2
  for (const separator of [/\n{2,}/g, /\n/g, /(?<=[.!?…])\s/gu, /\s/gu]) {
    const at = lastMatch(window, separator, limit - start)
    if (at > half) return start + at
  }
  return lastGrapheme(text, start, limit)
}

function lastMatch(window: string, separator: RegExp, most: number): number {
  let last = 0
  for (const { index } of window.matchAll(separator)) if (index <= most) last = index
  return last
}

/** The last boundary between letters as people see them; between code points when one of them alone is too long. */
function lastGrapheme(text: string, start: number, limit: number): number {
  let cut = start
  for (const { index, segment } of graphemes.segment(text.slice(start, limit + 2))) {
    const end = start + index + segment.length
    if (end > limit) break
    cut = end
  }
  if (cut > start) return cut
  return isLowSurrogate(text.charCodeAt(limit)) && limit - 1 > start ? limit - 1 : limit
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/u.test(text.charAt(at))) at += 1
  return at
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/u.test(text.charAt(at - 1))) at -= 1
  return at
}

/** The beginning of a text that fits, with an ellipsis when something is left out. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, lastGrapheme(text, 0, most - 1)).trimEnd()}…`
}
