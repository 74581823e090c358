import type { Knowledge } from '../../knowledge/knowledge.ts'
import { nameFinder } from './entities/name-finder.ts'
import { LanguageReader } from './language.ts'
import { actsOf, wantedLocaleOf } from './lexicon/acts.ts'
import { isKnownWord } from './lexicon/concepts.ts'
import { isElliptic } from './lexicon/elliptic.ts'
import { FeatureExtractor } from './model/features.ts'
import type { Models } from './model/model-file.ts'
import { clauses, plain } from './normalise.ts'
import { piecesOf } from './tags.ts'
import { TopicReader } from './topic-reader.ts'
import type { Understand } from './understand.ts'
import type { Understanding } from './understanding.ts'

/** Puts the parts of understanding together for one snapshot, whose names it knows. */
export function createReader(models: Models): (knowledge: Knowledge) => Understand {
  const extractor = new FeatureExtractor(models.rarity)
  const topicReader = new TopicReader(models)
  const languageReader = new LanguageReader(models.linear.language)
  return (knowledge) => {
    const names = nameFinder(knowledge)
    return (text, { regions }): Understanding => {
      const parts = clauses(text)
      const normalised = parts.join(' ')
      const pieces = piecesOf(parts)
      const { topics, questions } = topicReader.read(extractor.extract(pieces), pieces)
      const { language, confidence } = languageReader.read(plain(text))
      const words = normalised.split(' ')
      return {
        normalised,
        language,
        languageConfidence: confidence,
        topics,
        questions,
        danger: 'none',
        signs: [],
        acts: actsOf(normalised),
        regions: regions.find(normalised),
        ...names(normalised),
        dates: [],
        amounts: [],
        stage: null,
        ordinal: null,
        wantedLocale: wantedLocaleOf(normalised),
        elliptic: isElliptic(normalised),
        familiarity: words.filter(isKnownWord).length / words.length,
      }
    }
  }
}
