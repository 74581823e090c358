import { LANGUAGES, type Language } from '../../core/locale.ts'
import { languageOfWord } from './lexicon/language-words.ts'
import { FeatureExtractor, type Piece } from './model/features.ts'
import type { LinearModel } from './model/linear-model.ts'

/** The language a message is written in, and how sure that is (0..1). */
export interface LanguageReading {
  readonly language: Language
  readonly confidence: number
}

/** A text with what its typical words say of its language, as the model reads it. Words as typed, not written out. */
export function languagePiece(words: readonly string[]): Piece {
  const tags: string[] = []
  for (const word of words) {
    const typical = languageOfWord(word)
    if (typical !== undefined) tags.push(`${typical.language}${typical.weight}`)
  }
  return { words, tags }
}

/** A mixed message is answered in the language of its larger part; Indonesian unless another leads by this much. */
const LEAD = 0.08

/** Tells languages apart by letters and words of the text as typed: chat spellings differ between languages, too. */
export class LanguageReader {
  private readonly model: LinearModel
  private readonly extractor = new FeatureExtractor(null)
  private readonly whole = new Float64Array(LANGUAGES.length)

  constructor(model: LinearModel) {
    this.model = model
  }

  /** Words as typed, not written out. */
  read(words: readonly string[]): LanguageReading {
    this.model.read(this.extractor.extract([languagePiece(words)]), this.whole)
    const indonesian = this.whole[0] as number
    let best = 0
    for (let i = 1; i < LANGUAGES.length; i++) {
      if ((this.whole[i] as number) > (this.whole[best] as number)) best = i
    }
    if (best !== 0 && (this.whole[best] as number) < indonesian + LEAD) best = 0
    return { language: LANGUAGES[best] as Language, confidence: this.whole[best] as number }
  }
}
