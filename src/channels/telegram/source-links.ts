import type { Words } from '../../core/channel.ts'
import type { Citation } from '../../core/citation.ts'
import type { Locale } from '../../core/locale.ts'
import { namedSource } from '../../core/source-links.ts'
import { anchor, escapeHtml } from './html.ts'

/** The source as a line of its own, and how long a reader sees it. */
export function sourceLine(
  citation: Citation,
  words: Words,
  locale: Locale,
): { readonly html: string; readonly length: number } {
  const { name, href } = namedSource(citation, words, locale)
  return { html: href === undefined ? escapeHtml(name) : anchor(name, href), length: name.length }
}
