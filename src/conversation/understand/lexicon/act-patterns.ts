import { wordsOf } from '../../../core/words.ts'
import { anyOf, wordPattern } from './word-patterns.ts'

/** Acts that come with more text around them. Words go through `normalise`, like the messages. */

const ADDRESS =
  anyOf(`admin, bapak, ibu, kakak, mas, mbak, mba, abang, om, semua, semuanya, kang, teh, teteh, bot, tim, sir, madam,
  petugas, pa, ka, ya, dan, mohon, maaf, izin, mau, saya, nama saya, perkenalkan, tanya, numpang, salam`)
const GREETING = wordPattern(
  `^(?:${anyOf('eh, oh, hmm, ya')} )?${anyOf(`halo, hai, hello, hey, assalamualaikum, asalamualaikum, assalamu alaikum,
    waalaikumsalam, waalaikum salam, selamat pagi, selamat siang, selamat sore, selamat malam, selamat petang, met pagi,
    met siang, met sore, met malam, salam sejahtera, salam kenal, shalom, om swastiastu, good morning, good afternoon,
    good evening, dear sir, dear madam, dear admin, permisi, punten, kula nuwun, nyuwun sewu, nuwun sewu, sugeng enjing,
    sugeng siang, sugeng sonten, sugeng dalu, sampurasun, wilujeng enjing, wilujeng siang, wilujeng sonten, wilujeng wengi, tabe`)}`,
)
/** "pagi min" greets, "pagi ini saya dipukul" does not. */
const GREETING_BY_HOUR = wordPattern(`^${anyOf('pagi, siang, sore, malam')} ${ADDRESS}`)

export function startsWithGreeting(normalised: string): boolean {
  return GREETING.test(normalised) || GREETING_BY_HOUR.test(normalised)
}

const THANKS = wordPattern(
  anyOf(`terima kasih, matur nuwun, hatur nuhun, matur suwun, thank you, maturnuwun, haturnuhun, sakalangkong, tampi asih,
    kasoon`),
)
/** Money and papers "of thanks" are bribes and receipts. */
const NO_THANKS = wordPattern(
  `${anyOf('uang, duit, tanda, ucapan, ungkapan, hadiah, tidak, tanpa, kata')} terima kasih`,
)

export function tellsThanks(normalised: string): boolean {
  return THANKS.test(normalised) && !NO_THANKS.test(normalised)
}

const CORRECTION = wordPattern(
  `^(?:${anyOf('eh, oh, maaf, sorry, ya, tidak, no, bukan, punten, ngapunten')} )*${anyOf(`maksud saya, maksud aku, maksudku,
    maksud kula, maksud abdi, maksud kami, yang saya maksud, yang saya tanya, yang saya tanyakan, saya tanya soal, saya tanya tentang,
    saya nanya soal, saya tanyanya, pertanyaan saya tentang, saya maksud, i mean, i meant, what i mean, my question is about, karepku,
    maksude aku, karsa kula, pamaksad abdi, sing tak takokke, anu ditanyakeun, anu ku abdi ditaroskeun, bukan itu, bukan yang itu,
    bukan begitu, dudu kuwi, dudu iku, sanes niku, sanes menika, sanes eta, lain eta, lain kitu, not that, not that one, thats not,
    that is not what, wrong one, salah paham, salah tangkap, salah mengerti, kamu salah, anda salah, jawabannya salah, salah jawab,
    ralat maksud, ralat bukan, ralat yang, koreksi bukan, koreksi maksud, eh salah, salah maksudnya, salah ketik, salah tulis, typo,
    salah daerah, salah kota, salah negara, bukan daerah itu, bukan kota itu`)}`,
)
/** "bukan jember tapi malang" */
const INSTEAD = wordPattern(
  `^(?:${anyOf('eh, oh, maaf, tidak, sorry')} )?${anyOf('bukan, dudu, sanes, lain, not')}(?: [a-z0-9]+){1,3} ${anyOf('tapi, melainkan, nanging, tapina, ning, but')}`,
)

export function startsWithCorrection(normalised: string): boolean {
  return CORRECTION.test(normalised) || INSTEAD.test(normalised)
}

const ANSWERS =
  anyOf(`jawaban, jawabannya, jawabanmu, jawaban kamu, jawaban bot, jawaban robot, jawabane, jawabanna, bot, botnya,
  robot, kamu, balasan, balasannya, layanan ini, kowe, anjeun, answer, answers, this bot, you`)
const POOR =
  anyOf(`tidak nyambung, muter muter, muter, itu itu saja, begitu begitu saja, begitu terus, sama terus, salah terus,
  tidak membantu, tidak berguna, tidak jelas, ngaco, ngawur, lama banget, tidak sesuai, tidak guna, payah, membosankan,
  bikin kesal, bikin pusing, ora nyambung, teu nyambung, mbulet, tidak menjawab, tidak jawab, not helpful, useless, not helping,
  are not helping, is not helping, wrong, makes no sense, template`)
const FRUSTRATION = wordPattern(
  [
    `${ANSWERS}(?: ${anyOf('ini, nya, kok, dari tadi, cuma, ya, is, are, memang, sih, terus, selalu')})* ${POOR}`,
    anyOf(`bosan sama jawaban, capek nanya, capek tanya, sudah berkali kali tanya, sudah tanya berkali kali, dari tadi tanya,
      sudah saya tanya tadi, bukan itu yang saya tanya, bukan itu pertanyaan saya, kesal sama bot, marah sama bot,
      tidak dijawab jawab, kok tidak dijawab, kenapa tidak dijawab, tidak mengerti mengerti juga, tidak paham paham juga,
      you dont understand, you are useless, you keep repeating, stop repeating, kamu tidak mengerti, kamu tidak paham,
      percuma tanya, percuma nanya, tidak ada gunanya tanya`),
  ].join('|'),
)

/** In a longer story somebody else's answers may be meant. */
const LONGEST_COMPLAINT = 20

/** Anger at the answers, not at an employer. */
export function complainsOfAnswers(normalised: string): boolean {
  return wordsOf(normalised).length <= LONGEST_COMPLAINT && FRUSTRATION.test(normalised)
}
