/** Words people write without vowels when they hurry: `dskp`, `dpkl`, `mjkn`. Only words of danger are worth the guess. */
const HURRIED = [
  'disekap',
  'dikurung',
  'dikunci',
  'dipukul',
  'dipukuli',
  'disiksa',
  'diperkosa',
  'dilecehkan',
  'diancam',
  'dibunuh',
  'bunuh',
  'diusir',
  'ditahan',
  'ditangkap',
  'dirampas',
  'disita',
  'tebusan',
  'terlantar',
  'selamatkan',
  'dijual',
  'dipaksa',
  'kelaparan',
  'ditampar',
  'ditendang',
  'digebukin',
  'majikan',
  'paspor',
  'tolong',
  'ditipu',
  'berangkat',
  'sembunyi',
  'ketakutan',
  'dianiaya',
] as const

const VOWELS = /[aiueo]/g

const BY_CONSONANTS: ReadonlyMap<string, string> = new Map(
  [...HURRIED].reverse().map((word) => [word.replace(VOWELS, ''), word]),
)
const LEAST = 4

function vowels(word: string): number {
  let found = 0
  for (let i = 0; i < word.length; i++) if (isVowel(word.charCodeAt(i))) found++
  return found
}

/** a, e, i, o, u */
function isVowel(code: number): boolean {
  return code === 97 || code === 101 || code === 105 || code === 111 || code === 117
}

/** The word of danger a hurried spelling stands for, when it has at most one vowel. */
export function spelledOut(word: string): string | undefined {
  if (word.length < LEAST || word.length > 9) return undefined
  if (vowels(word) > 1) return undefined
  const bare = word.replace(VOWELS, '')
  if (bare.length < 3 || word.length - bare.length > 1) return undefined
  return BY_CONSONANTS.get(bare)
}
