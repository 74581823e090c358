import type { Words } from '../../core/channel.ts'
import type { Citation } from '../../core/citation.ts'
import type { Locale } from '../../core/locale.ts'
import type { Wording } from '../../core/wording.ts'
import { anchor, escapeHtml, type Link } from './html.ts'

export interface LinkedSources {
  /** Where the text names a source: that name leads to the page. In the order of the text. */
  readonly links: readonly Link[]
  /** Sources that the text only counts. */
  readonly unnamed: readonly Citation[]
}

/** Finds the sources in the words that were chosen for them, and makes them links. */
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

/** The source as a line of its own, and how long a reader sees it. */
export function sourceLine(
  citation: Citation,
  words: Words,
  locale: Locale,
): { readonly html: string; readonly length: number } {
  const [name = citation.source.publisher] = namesOf(citation, words, locale)
  const href = webAddress(citation)
  return { html: href === undefined ? escapeHtml(name) : anchor(name, href), length: name.length }
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
