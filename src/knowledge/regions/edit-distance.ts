/** Typing slips between two words: insert, delete, replace or swap neighbours, each one edit. */

const ROWS = 3
const WIDEST = 40
const rows = Array.from({ length: ROWS }, () => new Uint8Array(WIDEST + 1))

/** The number of edits, or `limit + 1` as soon as it is sure to be more than `limit`. Words of at most 40 letters. */
export function editsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > WIDEST || b.length > WIDEST) return limit + 1
  // What is the same at both ends needs no counting, and most words differ in a few letters in the middle.
  let start = 0
  let n = a.length
  let m = b.length
  while (start < n && start < m && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  while (n > start && m > start && a.charCodeAt(n - 1) === b.charCodeAt(m - 1)) {
    n -= 1
    m -= 1
  }
  if (n === start || m === start) return Math.max(n, m) - start
  if (limit === 1) {
    const swapped =
      n - start === 2 &&
      m - start === 2 &&
      a.charCodeAt(start) === b.charCodeAt(start + 1) &&
      a.charCodeAt(start + 1) === b.charCodeAt(start)
    return swapped || (n - start === 1 && m - start === 1) ? 1 : 2
  }
  return counted(a, b, start, n, m, limit)
}

function counted(a: string, b: string, start: number, n: number, m: number, limit: number): number {
  let [before, last, now] = rows as [Uint8Array, Uint8Array, Uint8Array]
  const width = m - start
  for (let j = 0; j <= width; j += 1) last[j] = j
  for (let i = 1; i <= n - start; i += 1) {
    now[0] = i
    let best = i
    const ca = a.charCodeAt(start + i - 1)
    for (let j = 1; j <= width; j += 1) {
      const cb = b.charCodeAt(start + j - 1)
      let cost = (last[j - 1] ?? 0) + (ca === cb ? 0 : 1)
      const drop = (last[j] ?? 0) + 1
      const add = (now[j - 1] ?? 0) + 1
      if (drop < cost) cost = drop
      if (add < cost) cost = add
      if (i > 1 && j > 1 && ca === b.charCodeAt(start + j - 2) && a.charCodeAt(start + i - 2) === cb) {
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
  return last[width] ?? limit + 1
}

/** How many slips a word of this length may carry before it is another word. */
export function editsAllowed(length: number): number {
  if (length < 5) return 0
  return length < 8 ? 1 : 2
}

/** Letters that names often have twice get a second bit. */
const TWICE = [...'aeinru'].map((letter) => letter.charCodeAt(0) - 97)

/** The letters of a word as bits; one edit changes at most two of them. */
export function letterMask(word: string): number {
  let mask = 0
  for (let i = 0; i < word.length; i += 1) {
    const letter = word.charCodeAt(i) - 97
    if (letter < 0 || letter > 25) continue
    const bit = 1 << letter
    if ((mask & bit) !== 0) {
      const second = TWICE.indexOf(letter)
      if (second >= 0) mask |= 1 << (26 + second)
    }
    mask |= bit
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
