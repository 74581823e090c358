/**
 * What a person reads of a WhatsApp text: WhatsApp's own rules of formatting, as far as its help page tells them
 * (faq.whatsapp.com, "How to format your messages"), and the look-alike signs as a reader sees them.
 */

const URL_OR_MAIL = /https?:\/\/\S+|www\.\S+|[^\s@]+@[^\s@]+\.[^\s@]+/g

const FORMATS: readonly RegExp[] = [
  /```[\s\S]+?```/,
  /`[^`\n]+`/,
  /(?<![\p{L}\p{N}])([*_~])(?=\S)[^\n]*?\S\1(?![\p{L}\p{N}])/u,
  /^[ \t]*> ?\S/m,
  /^[ \t]*[*-] +\S/m,
  /^[ \t]*\d+\. +\S/m,
]

/** WhatsApp would show something of this text as formatted. */
export function formats(text: string): boolean {
  const opaque = text.replace(URL_OR_MAIL, (url) => 'u'.repeat(url.length))
  return FORMATS.some((one) => one.test(opaque))
}

const SEEN_AS: Readonly<Record<string, string>> = {
  '∗': '*',
  ˍ: '_',
  '∼': '~',
  ˋ: '`',
  '˃': '>',
  '‐': '-',
  '․': '.',
}

export function readable(text: string): string {
  return text.replace(/[∗ˍ∼ˋ˃‐․]/g, (sign) => SEEN_AS[sign] ?? sign)
}
