/** Typing slips between two words: insert, delete, replace or swap neighbours, each one edit. */

const ROWS = 3
const WIDEST = 40
const rows = Array.from({ length: ROWS }, () => new Uint8Array(WIDEST + 1))

/** The number of edits, or `limit + 1` as soon as it is sure to be more than `limit`. Words of at most 40 letters. */
export function editsBetween(a: string, b: string, limit: number): number {
  const n = a.length
  const m = b.length
  if (Math.abs(n - m) > limit || n > WIDEST || m > WIDEST) return limit + 1
  let [before, last, now] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let j = 0; j <= m; j += 1) last[j] = j
  for (let i = 1; i <= n; i += 1) {
    now[0] = i
    let best = i
    const ca = a.charCodeAt(i - 1)
    for (let j = 1; j <= m; j += 1) {
      const cb = b.charCodeAt(j - 1)
      let cost = (last[j - 1] ?? 0) + (ca === cb ? 0 : 1)
      const drop = (last[j] ?? 0) + 1
      const add = (now[j - 1] ?? 0) + 1
      if (drop < cost) cost = drop
      if (add < cost) cost = add
      if (i > 1 && j > 1 && ca === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === cb) {
        const swap = (before[j - 2] ?? 0) + 1
        if (swap < cost) cost = swap
      }
      now[j] = cost
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    const free = before
    before = last
    last = now
    now = free
  }
  return last[m] ?? limit + 1
}

/** How many slips a word of this length may carry before it is another word. */
export function editsAllowed(length: number): number {
  if (length < 5) return 0
  return length < 8 ? 1 : 2
}

/** The set of letters of a word as bits; two words one edit apart differ in at most two. */
export function letterMask(word: string): number {
  let mask = 0
  for (let i = 0; i < word.length; i += 1) {
    const letter = word.charCodeAt(i) - 97
    mask |= letter >= 0 && letter < 26 ? 1 << letter : 1 << 26
  }
  return mask
}

export function bitCount(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** The consonants in their order, doubled ones once: `jmbr` for both `jember` and `jmbr`. */
export function consonantsOf(word: string): string {
  let out = ''
  for (const letter of word) if (!'aeiou'.includes(letter) && !out.endsWith(letter)) out += letter
  return out
}

/** Every run of one letter written once: `jemberrr` and `probolinggo` become `jember` and `probolingo`. */
export function withoutRepeats(word: string): string {
  let out = ''
  for (const letter of word) if (!out.endsWith(letter)) out += letter
  return out
}
