import type { Words } from '../../core/channel.ts'
import type { Citation } from '../../core/citation.ts'
import type { Locale } from '../../core/locale.ts'
import { linkSources, namedSource } from '../../core/source-links.ts'

/**
 * WhatsApp has no hidden links: the page of a source stands in the text, right behind its name; a source that the text
 * only counts gets a line of its own at the end.
 */
export function withSourcePages(
  text: string,
  citations: readonly Citation[],
  words: Words,
  locale: Locale,
): string {
  const { links, unnamed } = linkSources(text, citations, words, locale)
  let result = ''
  let at = 0
  for (const { end, href } of links) {
    result += `${text.slice(at, end)} ${href}`
    at = end
    // A comma or a bracket right behind an address would become a part of it.
    if (at < text.length && !/\s/.test(text.charAt(at))) result += ' '
  }
  const lines = unnamed.map((one) => {
    const { name, href } = namedSource(one, words, locale)
    return href === undefined ? `• ${name}` : `• ${name} ${href}`
  })
  return [result + text.slice(at), ...lines].join('\n')
}
