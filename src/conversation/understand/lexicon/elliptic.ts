import { wordsOf } from '../../../core/words.ts'
import type { Concept } from './concepts/index.ts'
import { conceptsOf } from './concepts.ts'
import { stem } from './stem.ts'
import { anyOf, wordPattern } from './word-patterns.ts'

/** A longer message says what it is about. */
const LONGEST = 10
const SHORT = 7
/** "syarat", "sudah ditandatangani": without a question word, longer ones are about something. */
const MOST_BARE = 4
/** Names of places and people a continuing message may bring: "kalau di flores timur". */
const MOST_NAMES = 3

const BEFORE_OPENING = `(?:${anyOf('oh, eh, ya, oke, ok, baik, admin, bapak, ibu, kakak, nah, hmm, tapi, maaf, punten')} )*`
/** "terus biayanya", "what about malang": these always go on from something. */
const GOES_ON = wordPattern(
  `^${BEFORE_OPENING}${anyOf(`terus, lalu, lantas, kemudian, bagaimana dengan, bagaimana kalau, kalau yang, kalau untuk, untuk yang,
    yang di, yang tadi, yang itu, yang pertama, yang kedua, yang ketiga, yang terakhir, yang lain, selain itu, dan,
    what about, how about, and, and then, then, what if, banjur, njur, lajeng, terus nek, lha nek, lha yen, lha, sing mau,
    sing kuwi, sing iku, sing ning, sing neng, ingkang wau, teras, terus mun, nu tadi, nu eta, nu di, ari, dupi, macam mana dengan,
    lepas tu, pas itu`)}`,
)
/** "kalau di jember" goes on; "kalau gaji tidak dibayar" is a question of its own. */
const SUPPOSES = wordPattern(
  `^${BEFORE_OPENING}${anyOf('kalau, jika, bila, apabila, misal, misalnya, nek, yen, menawi, menawa, mun, upami, upama, lamun, mon, if, in')}`,
)
const POINTS = wordPattern(
  anyOf(`itu, tersebut, tadi, di sana, di situ, ke sana, sana, situ, segitu, it, that, those, there, they, them, kuwi, kui, iku, niku,
    menika, mau, wau, kana, kono, mrika, eta, ditu, dinya, tu, rowa, jarea, kaanto, nike, ito, barusan`),
)
/** "apa itu ktkln", "ktkln itu apa": the word says nothing was said before. */
const DEFINES = wordPattern(
  `${anyOf('apa itu, itu apa, apa sih itu, itu apa sih, itu siapa, siapa itu, opo kuwi, kuwi opo, kuwi apa, iku opo, eta naon, teh naon, menika menapa, what is that')}`,
)
const POSSESSIVE = /^[a-z]{3,}(?:nya|ne|e|na|ipun|nipun)$/

/** Question words and words that only help: no subject. */
const HOLLOW = new Set<Concept>([
  ...([
    'affirm',
    'after',
    'all',
    'already',
    'and',
    'because',
    'before',
    'can',
    'hour',
    'how',
    'howMuch',
  ] as const),
  ...([
    'howManyTimes',
    'here',
    'if',
    'isItTrue',
    'isThere',
    'list',
    'many',
    'mayI',
    'more',
    'mustI',
    'not',
  ] as const),
  ...([
    'notYet',
    'now',
    'other',
    'seeIt',
    'self',
    'still',
    'want',
    'way',
    'we',
    'what',
    'whatIs',
    'when',
    'where',
  ] as const),
  ...([
    'which',
    'who',
    'why',
    'year',
    'month',
    'day',
    'week',
    'rightNow',
    'yesterday',
    'tomorrow',
    'date',
  ] as const),
])
const QUESTIONS = new Set<Concept>([
  ...([
    'how',
    'howMuch',
    'when',
    'where',
    'who',
    'which',
    'why',
    'duration',
    'whatIs',
    'howManyTimes',
  ] as const),
  ...(['isThere', 'isItTrue', 'date'] as const),
])
/** What something has or is: these need an owner, and a short message leaves it to the turn before. */
const FACETS = new Set<Concept>([
  ...([
    'address',
    'age',
    'benefit',
    'cost',
    'deadline',
    'document',
    'duration',
    'email',
    'evaluate',
    'explain',
  ] as const),
  ...([
    'free',
    'genuine',
    'implement',
    'legal',
    'maximum',
    'meeting',
    'minimum',
    'most',
    'name',
    'nearest',
  ] as const),
  ...([
    'openingHours',
    'party',
    'phoneNumber',
    'postponed',
    'procedure',
    'quota',
    'requirement',
    'safe',
  ] as const),
  ...([
    'schedule',
    'scope',
    'signatory',
    'signing',
    'status',
    'step',
    'target',
    'title',
    'total',
    'validity',
  ] as const),
  ...(['whoPays', 'difficult', 'easy', 'good', 'change', 'renew', 'information'] as const),
])
const PLACES = new Set<Concept>(['region', 'scamPlace', 'whichRegions', 'destination', 'goAbroad', 'border'])
/** "pt itu", "perjanjian tersebut": one that was spoken of. */
const SPOKEN_OF = wordPattern(
  `^${anyOf('mou, perjanjian, kesepakatan, nota, kerja sama, pt, perusahaan, agen, agensi, sponsor, lowongan, tawaran, program, negara, kantor, dinas, kasapukan, prajanjian, agreement, company')} ${anyOf('itu, tersebut, tadi, kuwi, iku, menika, eta, tu, yang tadi')}(?! ${anyOf('apa, apaan, maksudnya, artinya, ngapain, opo, naon, what')}(?![a-z]))`,
)

const HOLLOW_WORDS: ReadonlySet<string> = new Set(
  `di ke dari yang ya sih dong kah admin bapak ibu kakak mas mbak itu ini tadi saja ada nya to ta teh mah atuh wae bae mawon
  kemawon the is are was were does do did an a of for please kok lah nah oh eh ok oke terus dan lagi saka ti ning neng nang wonten
  dina sing nu ingkang se saq leq pada oleh dengan jadi emang memang sama untuk soal pun per banget sekali saya kita kami sana situ
  it that those there they them kuwi kui iku niku menika mau wau kana kono mrika eta ditu dinya tu rowa jarea nike tersebut
  segitu begitu kitu ngono sampai about in on to and what lha njur banjur lajeng teras lalu lantas kemudian kalau yen nek mun
  upami upama bisa akan dadi ing ka barusan baru`.split(/\s+/),
)

/** What a message holds besides question words. */
interface Content {
  /** Subjects of its own: "paspor", "majikan". */
  anchors: number
  facets: number
  places: number
  /** Words we do not know, mostly names. */
  names: number
  questions: number
}

/** Does the message lean on the turn before: does it name no subject of its own, or say that it goes on? */
export function isElliptic(normalised: string): boolean {
  const words = wordsOf(normalised)
  if (normalised === '' || words.length > LONGEST) return false
  const content = contentOf(words)
  const { anchors, facets, names, places, questions } = content
  if (names <= MOST_NAMES) {
    if (GOES_ON.test(normalised) && anchors + facets <= 2 && anchors <= 1) return true
    if (SUPPOSES.test(normalised) && (anchors === 0 || (anchors === 1 && words.length <= 2))) return true
  }
  if (words.length > SHORT) return false
  const alone = anchors + names + places === 0
  if (POINTS.test(normalised) && !(DEFINES.test(normalised) && anchors + names > 0)) {
    if (alone && (questions > 0 || facets > 0 || words.length <= 2)) return true
  }
  if (anchors + names <= 1 && SPOKEN_OF.test(normalised)) return true
  if (alone && (questions > 0 || (facets > 0 && words.length <= MOST_BARE))) return true
  return (
    anchors + names === 1 &&
    places === 0 &&
    facets <= 1 &&
    hasPossessive(words) &&
    words.length <= SHORT - 2 &&
    noun(words)
  )
}

function contentOf(words: readonly string[]): Content {
  const content: Content = { anchors: 0, facets: 0, places: 0, names: 0, questions: 0 }
  const read = new Set<number>()
  let last = -1
  for (const { start, end } of conceptsOf(words)) {
    if (start === last) continue
    last = start
    for (let at = start; at < end; at++) read.add(at)
    count(content, words.slice(start, end))
  }
  for (const [at, word] of words.entries()) if (!read.has(at) && !HOLLOW_WORDS.has(word)) content.names++
  return content
}

/** A phrase with several meanings is taken at its emptiest. */
function count(content: Content, phrase: readonly string[]): void {
  const meanings = conceptsOf(phrase).map(({ concept }) => concept)
  if (meanings.some((concept) => QUESTIONS.has(concept))) content.questions++
  else if (phrase.length === 1 && HOLLOW_WORDS.has(phrase[0] ?? '')) return
  else if (meanings.some((concept) => HOLLOW.has(concept))) return
  else if (meanings.some((concept) => FACETS.has(concept))) content.facets++
  else if (meanings.some((concept) => PLACES.has(concept))) content.places++
  else content.anchors++
}

function hasPossessive(words: readonly string[]): boolean {
  return words.some((word) => POSSESSIVE.test(word) && stem(word) !== word)
}

/** The only word with a meaning of its own is the one with the ending: "anaknya bagaimana", not "majikannya memukul". */
function noun(words: readonly string[]): boolean {
  const solid = words.filter((word) => contentOf([word]).anchors + contentOf([word]).names > 0)
  return solid.length === 1 && solid.every((word) => POSSESSIVE.test(word) && stem(word) !== word)
}
