import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LANGUAGES } from '../../../core/locale.ts'
import { DANGERS, type Danger, TOPICS, type Topic } from '../../../core/topic.ts'
import { hear } from '../danger/hear.ts'
import { withHeard } from '../danger/heard-features.ts'
import { DANGER_TRAINING } from '../danger/training-labels.ts'
import { languagePiece } from '../language.ts'
import { cut, typedWords } from '../normalise.ts'
import { piecesOf } from '../tags.ts'
import { FeatureExtractor, type Features, type Piece, type Rarity, rarityOf, wholeOf } from './features.ts'
import type { LinearModel } from './linear-model.ts'
import type { Models } from './model-file.ts'
import { balance, buildNeighbours } from './neighbours.ts'
import { type PhraseLine, readPhrases } from './phrases.ts'
import { train } from './train.ts'

/** Where the phrases lie. */
export const PHRASES = fileURLToPath(new URL('../phrases/', import.meta.url))
/** Where `npm run model` writes and the reader loads from, relative to the package root. */
export const MODEL_FILE = 'src/conversation/understand/model/model.bin'

const RARITY_POWER = 0.7
/** What is outside the field has most phrases because it is the widest: it must not be made quiet for that. */
const LEAST_WEIGHT = 0.8
const TOPIC_TRAINING = { epochs: 10, rate: 4, decay: 0.8 }
/** A slower rate than the topics': with three labels the faster one learns phrases by heart (0002). */
const DANGER_EPOCHS = { epochs: 8, rate: 1, decay: 0.8 }
/** The danger files hold the hard cases; the topics' phrases are many and mostly far from any danger. */
const DANGER_FILE_WEIGHT = 3
const LANGUAGE_TRAINING = { epochs: 6, rate: 4, decay: 0.8 }

/** What the learning needs to know of each line. */
interface Prepared {
  readonly line: PhraseLine
  readonly pieces: readonly Piece[]
}

/** Learns everything from the phrase files. Deterministic: the same files give the same bytes. */
export function trainAll(folder: string = PHRASES): Models {
  const topicLines = readPhrases(folder).map(prepare)
  const dangerLines = readPhrases(join(folder, 'danger')).map(prepare)
  const bare = new FeatureExtractor(null)
  const rarity = rarityAmong([...topicLines, ...dangerLines])
  const extractor = new FeatureExtractor(rarity)
  const known = topicLines.filter(({ line }) => (TOPICS as readonly string[]).includes(line.subject))
  const topicExamples = known.map((one) => ({
    features: wholeOf(extractor.extract(one.pieces)),
    label: (TOPICS as readonly string[]).indexOf(one.line.subject),
  }))
  const neighbours = buildNeighbours(
    known.map((one) => ({
      features: wholeOf(extractor.extract(one.pieces), true),
      label: (TOPICS as readonly string[]).indexOf(one.line.subject),
    })),
  )
  const topic = learn(TOPICS, topicExamples, TOPIC_TRAINING)
  const danger = learnDanger(
    [...dangerLines, ...known].flatMap(({ line, pieces }) => {
      const label = dangerLabelOf(line.subject)
      if (label === 'skip') return []
      return {
        features: withHeard(wholeOf(extractor.extract(pieces)), heardIn(line.text)),
        label: DANGERS.indexOf(label),
        hard: isHard(line.subject),
      }
    }),
  )
  const language = learn(
    LANGUAGES,
    [...topicLines, ...dangerLines].map(({ line }) => ({
      features: wholeOf(bare.extract([languagePiece(typedWords(line.text))])),
      label: LANGUAGES.indexOf(line.language),
    })),
    LANGUAGE_TRAINING,
  )
  return { linear: { topic, danger, language }, rarity, neighbours }
}

/** What the guard hears in a phrase, for its model. */
function heardIn(text: string): readonly number[] {
  return hear({ raw: text, sentences: cut(text).sentences }).features
}

/** The danger model alone, for judging it on phrases it did not learn from. `hard`: from the danger files. */
export function learnDanger(
  examples: readonly { readonly features: Features; readonly label: number; readonly hard: boolean }[],
): LinearModel {
  return learn(
    DANGERS,
    examples.map(({ hard, ...example }) => ({ ...example, times: hard ? DANGER_FILE_WEIGHT : 1 })),
    DANGER_EPOCHS,
  )
}

export function isHard(subject: string): boolean {
  return subject === 'calm' || isDanger(subject)
}

/** What a file's phrases teach the danger model; `skip`: nothing. */
export function dangerLabelOf(subject: string): Danger | 'skip' {
  if (subject === 'calm') return 'none'
  return isDanger(subject) ? subject : (DANGER_TRAINING[subject as Topic] ?? 'none')
}

function isDanger(subject: string): subject is Danger {
  return (DANGERS as readonly string[]).includes(subject)
}

/** How rare each feature is among all phrases. */
export function rarityOfPhrases(folder: string = PHRASES): Rarity {
  return rarityAmong([...readPhrases(folder), ...readPhrases(join(folder, 'danger'))].map(prepare))
}

function rarityAmong(lines: readonly Prepared[]): Rarity {
  const bare = new FeatureExtractor(null)
  const counted = function* (): Generator<Features> {
    for (const { pieces } of lines) yield wholeOf(bare.extract(pieces))
  }
  return rarityOf(counted(), RARITY_POWER)
}

function learn(
  labels: readonly string[],
  examples: readonly { readonly features: Features; readonly label: number; readonly times?: number }[],
  training: typeof TOPIC_TRAINING,
): LinearModel {
  const weights = balance(
    examples.map(({ label }) => label),
    labels.length,
  )
  return train(
    labels,
    examples.map((example) => ({
      ...example,
      weight: Math.max(LEAST_WEIGHT, weights[example.label] as number) * (example.times ?? 1),
    })),
    training,
  )
}

function prepare(line: PhraseLine): Prepared {
  return { line, pieces: piecesOf(cut(line.text).clauses) }
}
