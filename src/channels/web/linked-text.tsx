/** A plain text cut into what is read and what can be tapped. */
type Piece = { readonly text: string; readonly href?: string }

const ADDRESS = String.raw`https?://[^\s<>"“”()]+[^\s<>"“”().,;:!?]`

/** `+62 811-8080-141` → `tel:+628118080141`; an extension cannot be dialled and stays text. */
export function telephone(number: string): string {
  const dialled = number.split(/ext|pesawat|pes\.|#|,|\//i, 1)[0] ?? ''
  return `tel:${dialled.replace(/(?!^\+)\D/g, '')}`
}

/** Only the numbers of the answer's own contacts become links: a sum of money or a decree is never one to call. */
export function pieces(text: string, numbers: readonly string[]): readonly Piece[] {
  const known = [...new Set(numbers)].filter((one) => /\d{3}/.test(one)).sort((a, b) => b.length - a.length)
  const calls = known.map((one) => String.raw`(?<![\d.,+])${escaped(one)}(?!\d|[.,]\d)`)
  const pattern = new RegExp([ADDRESS, ...calls].join('|'), 'g')
  const result: Piece[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index > end) result.push({ text: text.slice(end, index) })
    result.push({ text: found, href: found.startsWith('http') ? found : telephone(found) })
    end = index + found.length
  }
  if (end < text.length) result.push({ text: text.slice(end) })
  return result
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&')
}

/** A reply's text: a paragraph for each group, a break for each line, links for addresses and numbers. */
export function LinkedText({ text, numbers }: { text: string; numbers: readonly string[] }) {
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>
          {pieces(paragraph, numbers).map((piece) =>
            piece.href === undefined ? (
              piece.text
            ) : (
              <a href={piece.href} rel="noreferrer">
                {piece.text}
              </a>
            ),
          )}
        </p>
      ))}
    </>
  )
}
