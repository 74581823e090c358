import { readFileSync } from 'node:fs'
import { DangerReader } from '../../../../../src/conversation/understand/danger/danger-reader.ts'
import type { DangerScores } from '../../../../../src/conversation/understand/danger/danger-text.ts'
import {
  type DangerReading,
  detectDanger,
} from '../../../../../src/conversation/understand/danger/detect-danger.ts'
import { namesOurField } from '../../../../../src/conversation/understand/lexicon/field.ts'
import { FeatureExtractor } from '../../../../../src/conversation/understand/model/features.ts'
import { readModels } from '../../../../../src/conversation/understand/model/model-file.ts'
import { MODEL_FILE } from '../../../../../src/conversation/understand/model/train-all.ts'
import { cut } from '../../../../../src/conversation/understand/normalise.ts'
import { piecesOf } from '../../../../../src/conversation/understand/tags.ts'
import { TopicReader } from '../../../../../src/conversation/understand/topic-reader.ts'

/** A model that is undecided: it hears what the rules hear, so beside a strong sign it is never quite sure of nothing. */
const UNMOVED: DangerScores = { none: 0.7, illegal_offer: 0.15, emergency: 0.15 }

export function read(text: string, model: DangerScores = UNMOVED): DangerReading {
  return detectDanger({
    raw: text,
    sentences: cut(text).sentences,
    whole: model,
    parts: [],
    topics: [],
    anchored: true,
  })
}

const models = readModels(readFileSync(MODEL_FILE))
const extractor = new FeatureExtractor(models.rarity)
const reader = new DangerReader(models.linear.danger)
const topicReader = new TopicReader(models)

/** The guard as it is shipped: rules and trained model together. */
export function guard(text: string): DangerReading {
  const { clauses, sentences } = cut(text)
  const pieces = piecesOf(clauses)
  const message = extractor.extract(pieces)
  return reader.read({
    raw: text,
    sentences,
    message,
    topics: topicReader.read(message, pieces).topics,
    anchored: namesOurField(pieces),
  })
}
