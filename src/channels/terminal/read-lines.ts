const NEWLINE = 0x0a

/** One line of a stream of bytes. `cut` marks one that was longer than allowed: its text is only the beginning. */
export interface Line {
  readonly text: string
  readonly cut: boolean
}

/**
 * Lines as they come, whatever the size of the chunks, with at most `maxBytes` of one kept in memory. A byte order mark
 * and carriage returns are dropped; bytes that are not UTF-8 become U+FFFD.
 */
export async function* readLines(input: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let held: Uint8Array[] = []
  let length = 0
  let cut = false
  const keep = (bytes: Uint8Array) => {
    const room = maxBytes - length
    if (bytes.length > room) cut = true
    if (room <= 0) return
    const part = bytes.subarray(0, room)
    held.push(part)
    length += part.length
  }
  const take = (): Line => {
    const text = Buffer.concat(held).toString('utf8').replace(/\r$/, '')
    const line = { text: text.startsWith('\uFEFF') ? text.slice(1) : text, cut }
    held = []
    length = 0
    cut = false
    return line
  }
  for await (const chunk of input) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    if (start < chunk.length) keep(chunk.subarray(start))
  }
  if (length > 0) yield take()
}
