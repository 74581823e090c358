import { asId, type RegionCode } from '../../core/ids.ts'
import type { Region } from '../../knowledge/region.ts'
import type { Draft } from '../answer/draft.ts'
import type { Pending } from '../state.ts'
import { askTopics, NOTHING_ASKED } from './ask-topic.ts'
import { readChoice } from './choice-value.ts'
import { chosen } from './chosen.ts'
import { forgotten, kept } from './fixed-replies.ts'
import { kindSaid } from './kind-word.ts'
import type { Outcome } from './outcome.ts'
import { bareWords, type Reading, wordCount } from './reading.ts'
import { ALSO_ANSWER_FROM } from './thresholds.ts'

/** Said to "erase everything?" besides a plain yes. */
const CERTAIN =
  /^(ya |iya |yes )?(yakin|hapus( saja| semua)?|setuju|lanjut(kan)?|sure|confirm|delete( it)?|erase( it)?)$/
/** Both, or all, of the places that were offered. */
const ALL_OF_THEM =
  /\b(dua duanya|dua2nya|duanya|keduanya|kedua duanya|semua(nya)?|both|all of them|loro lorone|karo karone|dua nana|duanana)\b/
/** "I do not know which": the answer for each of them is kinder than asking again. */
const DOES_NOT_KNOW =
  /^(saya |aku |aq |sy )?(ga|gak|gk|nggak|enggak|tidak|tdk|kurang|belum|ora|mboten|henteu|teu|tak|do ?n ?t|not|no) ?(tau|tahu|paham|ngerti|yakin|weruh|ngertos|mangertos|sumerep|terang|apal|nyaho|know|sure|idea)( (juga|jg|sih|kak|min|pak|bu|deh|ya))*$|^(entah(lah)?|terserah|bingung|i have no idea|duko|duka|mbuh|embuh)$/
/** A new question, clearly asked, drops the one that was waiting. */
const NEW_QUESTION = 0.7
const MOST_PLACES = 3
/** So few words beside a place's name ask nothing. */
const ONLY_A_PLACE = 2

/** The answer to something the engine asked before: a place, a topic, a country, yes or no; also "1" or "yang kedua" for any shown choice. */
export function answerPending(reading: Reading): Outcome | undefined {
  const { read, settled, state, knowledge, locale, today } = reading
  const byNumber = read.ordinal === null ? undefined : nth(state.choices, read.ordinal)
  if (byNumber !== undefined && read.normalised.split(' ').length <= 4) {
    const meaning = readChoice(byNumber)
    if (meaning !== undefined) return chosen(meaning, reading)
  }
  const { pending } = state
  if (pending === null) return undefined
  const top = read.topics[0]
  if (pending.kind === 'confirm_forget') {
    if (read.acts.includes('affirm') || CERTAIN.test(read.normalised)) return forgotten(locale)
    if (read.acts.includes('deny') || read.acts.includes('cancel')) return kept(locale)
    return undefined
  }
  // "Yang di Jawa Barat" is four words, and a place all the same.
  const asksAnew =
    top !== undefined && top.score >= NEW_QUESTION && wordCount(read) > 3 && bareWords(read) > ONLY_A_PLACE
  switch (pending.kind) {
    case 'region': {
      const all = ALL_OF_THEM.test(read.normalised) || DOES_NOT_KNOW.test(read.normalised)
      if (pending.candidates.length > 1 && all) return allOf(pending, reading)
      const region = whichOf(pending.candidates, reading) ?? settled.regions[0]
      if (region === undefined && settled.open === null) return undefined
      if (asksAnew && top.topic !== pending.topic && top.topic !== 'contact.local') return undefined
      const result = askTopics(
        {
          ...NOTHING_ASKED,
          topics: [pending.topic],
          locale,
          regions: region === undefined ? [] : [region],
          open: region === undefined ? settled.open : null,
          institutions: read.institutions,
        },
        state,
        knowledge,
        today,
      )
      return region === undefined
        ? result
        : { ...result, patch: { ...result.patch, settled: [...state.settled, region.code].slice(-12) } }
    }
    case 'country': {
      if (
        read.countries.length === 0 ||
        (asksAnew && top.score >= ALSO_ANSWER_FROM && top.topic !== pending.topic)
      )
        return undefined
      return askTopics(
        {
          ...NOTHING_ASKED,
          topics: [pending.topic],
          locale,
          text: read.normalised,
          countries: read.countries,
        },
        state,
        knowledge,
        today,
      )
    }
    default:
      // Topics are read as questions; what belongs to cases was looked at before.
      return undefined
  }
}

/** "yang kota", "kabupaten", or a name that only one candidate has. */
function whichOf(
  candidates: readonly RegionCode[],
  { read, settled, knowledge }: Reading,
): Region | undefined {
  const regions = candidates.flatMap((code) => knowledge.regions.byCode(asId(code)) ?? [])
  const named = regions.find(({ code }) => settled.regions.some((region) => region.code === code))
  if (named !== undefined) return named
  const kind = kindSaid(read.normalised)
  const province = settled.regions.find((region) => region.kind === 'province')
  const fitting = regions.filter(
    (region) =>
      (kind === null || region.kind === kind) &&
      (province === undefined || region.code.startsWith(province.code)),
  )
  return (kind !== null || province !== undefined) && fitting.length === 1 ? fitting[0] : undefined
}

/** One answer per place that was offered, in one reply. */
function allOf(
  pending: Extract<Pending, { kind: 'region' }>,
  { state, knowledge, locale, today }: Reading,
): Outcome | undefined {
  const answers = pending.candidates.slice(0, MOST_PLACES).flatMap((code) => {
    const region = knowledge.regions.byCode(code)
    return region === undefined
      ? []
      : [
          askTopics(
            { ...NOTHING_ASKED, topics: [pending.topic], locale, regions: [region] },
            state,
            knowledge,
            today,
          ),
        ]
  })
  const [first] = answers
  // The places may have left the data since they were offered.
  if (first === undefined) return undefined
  const drafts = answers.flatMap((one) => one.drafts)
  return {
    ...first,
    drafts: [{ ...(drafts[0] as Draft), regions: drafts.flatMap((one) => one.regions) }, ...drafts.slice(1)],
  }
}

/** The choice a number stands for; -1 is the last. */
export function nth(values: readonly string[], ordinal: number): string | undefined {
  return ordinal === -1 ? values.at(-1) : values[ordinal - 1]
}
