import { normalise } from '../normalise.ts'

/** The listed words and phrases, normalised, as one alternative of a pattern; longer ones first. */
export function anyOf(list: string): string {
  const phrases = new Set(list.split(',').map((written) => normalise(written)))
  phrases.delete('')
  return `(?:${[...phrases].sort((a, b) => b.length - a.length).join('|')})`
}

/** Up to `most` words between two others; the pattern after it begins with a word. */
export function upTo(most: number): string {
  return `(?: [a-z0-9]+){0,${most}} `
}

/** A pattern over whole words of a normalised text. */
export function wordPattern(source: string): RegExp {
  return new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`)
}
