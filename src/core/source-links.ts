import type { Words } from './channel.ts'
import type { Citation } from './citation.ts'
import type { Locale } from './locale.ts'
import type { Stretch } from './split-text.ts'
import type { Wording } from './wording.ts'

/** A part of a text that leads to an address. */
export interface Link extends Stretch {
  readonly href: string
}

export interface LinkedSources {
  /** Where the text names a source: that name leads to the page. In the order of the text. */
  readonly links: readonly Link[]
  /** Sources that the text only counts. */
  readonly unnamed: readonly Citation[]
}

/** Finds the sources in the words that were chosen for them, so that a channel can lead to their pages. */
export function linkSources(
  text: string,
  citations: readonly Citation[],
  words: Words,
  locale: Locale,
): LinkedSources {
  const links: Link[] = []
  const unnamed: Citation[] = []
  for (const citation of citations) {
    const place = namesOf(citation, words, locale)
      .map((name) => ({ start: text.lastIndexOf(name), length: name.length }))
      .find(({ start }) => start >= 0)
    if (place === undefined) {
      unnamed.push(citation)
      continue
    }
    const { start, length } = place
    const end = start + length
    const taken = links.some((link) => start < link.end && link.start < end)
    const href = webAddress(citation)
    // Two pages of one publisher and day have one name in the text: the second is listed below it.
    if (taken) unnamed.push(citation)
    else if (href !== undefined) links.push({ start, end, href })
  }
  return { links: links.sort((a, b) => a.start - b.start), unnamed }
}

/** What a source is called on a line of its own, and its page. */
export function namedSource(
  citation: Citation,
  words: Words,
  locale: Locale,
): { readonly name: string; readonly href: string | undefined } {
  const [name = citation.source.publisher] = namesOf(citation, words, locale)
  return { name, href: webAddress(citation) }
}

/** What a source may be called in a text, fullest first. */
function namesOf({ source }: Citation, words: Words, locale: Locale): readonly string[] {
  const { publisher, title, publishedOn } = source
  const dated: Wording[] = []
  if (publishedOn === null) {
    if (title !== null) dated.push({ key: 'source.titledUndated', params: { publisher, title } })
    dated.push({ key: 'source.undated', params: { publisher } })
  } else {
    const date = { date: publishedOn }
    if (title !== null) dated.push({ key: 'source.titled', params: { publisher, title, date } })
    dated.push({ key: 'source.one', params: { publisher, date } })
  }
  return dated.map((wording) => words(wording, locale))
}

function webAddress({ source: { url } }: Citation): string | undefined {
  return url !== null && /^https?:\/\/\S+$/.test(url) ? url : undefined
}
