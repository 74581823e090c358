/** A text that is plain already: lower case letters and digits, one space between words. */
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/

let lastText = ''
let lastWords: readonly string[] = []

/**
 * The words of a text in lower case; quick for a normalised one. Many readers look at one message, one after the other: the
 * text last asked for is not cut again.
 */
export function wordsOf(text: string): readonly string[] {
  if (text === lastText) return lastWords
  lastWords = PLAIN.test(text)
    ? text.split(' ')
    : text
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== '')
  lastText = text
  return lastWords
}

/** Plain words as one text, whose words `wordsOf` then has at hand. */
export function textOf(words: readonly string[]): string {
  lastText = words.join(' ')
  lastWords = words
  return lastText
}
