import type { Link } from '../../core/source-links.ts'
import type { Stretch } from '../../core/split-text.ts'

/** Telegram's HTML knows these three and the quotation mark; everything else is text as it is. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/**
 * One stretch of a text as Telegram's HTML. Tags are put around pieces after the text was cut, so that no cut can go
 * through a tag or an escape. `links` are in order and do not overlap.
 */
export function toHtml(text: string, { start, end }: Stretch, links: readonly Link[]): string {
  let html = ''
  let at = start
  for (const link of links) {
    const from = Math.max(link.start, at)
    const to = Math.min(link.end, end)
    if (from >= to) continue
    html += escapeHtml(text.slice(at, from)) + anchor(text.slice(from, to), link.href)
    at = to
  }
  return html + escapeHtml(text.slice(at, end))
}

export function anchor(text: string, href: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`
}
