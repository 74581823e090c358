import { conceptsOf } from './lexicon/concepts.ts'
import type { Piece } from './model/features.ts'
import type { Words } from './normalise.ts'

/** What a greeting before a question is made of. */
const GREETING: ReadonlySet<string> = new Set(
  `halo hallo hai hi hey hello assalamualaikum assalamu alaikum warahmatullah wabarakatuh wr wb salam sejahtera
  selamat pagi siang sore malam sugeng enjing siyang sonten dalu wilujeng good morning afternoon evening dear sir madam
  permisi punten kulonuwun kulo nuwun nuwun sewu maaf mohon izin ijin ganggu
  kak kakak min admin mimin mas mbak mba bang pak bapak bu ibu om tante gan sis tuan puan cik encik teh kang`
    .trim()
    .split(/\s+/),
)

/**
 * Clauses with the names of the concepts in them, in order: one meaning, whatever the language. A greeting before something
 * else says nothing of it and is left out.
 */
export function piecesOf(clauses: readonly Words[]): readonly Piece[] {
  const telling = clauses.filter((words) => !words.every((word) => GREETING.has(word)))
  const read = telling.length > 0 ? telling : clauses
  return read.map((words) => ({ words, tags: conceptsOf(words).map(({ concept }) => concept) }))
}
