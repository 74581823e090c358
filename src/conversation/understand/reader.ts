import { textOf } from '../../core/words.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { DangerReader } from './danger/danger-reader.ts'
import { amountsIn } from './entities/amounts.ts'
import { buildCountryFinder } from './entities/countries.ts'
import { datesIn } from './entities/dates.ts'
import { buildInstitutionFinder } from './entities/institutions.ts'
import { ordinalIn } from './entities/ordinal.ts'
import { buildPeopleFinder } from './entities/people.ts'
import { stageIn } from './entities/stage.ts'
import { LanguageReader } from './language.ts'
import { actsOf, wantedLocaleOf } from './lexicon/acts.ts'
import { isKnownWord } from './lexicon/concepts.ts'
import { isElliptic } from './lexicon/elliptic.ts'
import { namesOurField } from './lexicon/field.ts'
import { FeatureExtractor } from './model/features.ts'
import type { Models } from './model/model-file.ts'
import { cut, typedWords } from './normalise.ts'
import { piecesOf } from './tags.ts'
import { TopicReader } from './topic-reader.ts'
import type { Understand } from './understand.ts'
import type { Understanding } from './understanding.ts'

/** Puts the parts of understanding together for one snapshot, whose names it knows. */
export function createReader(models: Models): (knowledge: Knowledge) => Understand {
  const extractor = new FeatureExtractor(models.rarity)
  const topicReader = new TopicReader(models)
  const languageReader = new LanguageReader(models.linear.language)
  const dangerReader = new DangerReader(models.linear.danger)
  return (knowledge) => {
    const countriesIn = buildCountryFinder([...knowledge.destinations.values()])
    const institutionsIn = buildInstitutionFinder([...knowledge.institutions.values()])
    const peopleIn = buildPeopleFinder(knowledge.agreements.people)
    return (text, { regions }): Understanding => {
      const { clauses, sentences } = cut(text)
      const words = clauses.flat()
      const normalised = textOf(words)
      const pieces = piecesOf(clauses)
      const message = extractor.extract(pieces)
      const { topics, questions } = topicReader.read(message, pieces)
      const { language, confidence } = languageReader.read(typedWords(text))
      const countries = countriesIn(normalised)
      const anchored = countries.length > 0 || namesOurField(pieces)
      return {
        normalised,
        language,
        languageConfidence: confidence,
        topics,
        questions,
        ...dangerReader.read({ raw: text, sentences, message, topics, anchored }),
        acts: actsOf(normalised),
        regions: regions.find(normalised),
        countries,
        institutions: institutionsIn(normalised),
        people: peopleIn(normalised),
        dates: datesIn(normalised),
        amounts: amountsIn(text),
        stage: stageIn(normalised),
        ordinal: ordinalIn(normalised),
        wantedLocale: wantedLocaleOf(normalised),
        elliptic: isElliptic(normalised),
        anchored,
        familiarity: words.length === 0 ? 0 : words.filter(isKnownWord).length / words.length,
      }
    }
  }
}
