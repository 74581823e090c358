import { TOPICS, type Topic } from '../../core/topic.ts'
import { FeatureExtractor } from './model/features.ts'
import { softmax } from './model/linear-model.ts'
import type { Models } from './model/model-file.ts'
import { Neighbours } from './model/neighbours.ts'
import { tagsOf } from './tags.ts'
import type { TopicScore } from './understanding.ts'

/** Shares of the linear model; the nearest phrases have the rest. */
const LINEAR_SHARE = 0.55
/** How much the best sentence of a story counts beside the story as a whole. */
const SENTENCE_SHARE = 0.3
/** A sentence that asks nothing counts this much of one that does. */
const STATEMENT = 0.5
/** Shorter pieces say too little alone. In words. */
const SHORTEST = 2
const MOST_SENTENCES = 24

const ASKING = new Set(
  `apa apakah bagaimana berapa kapan mana siapa kenapa mengapa bisa bisakah boleh bolehkah harus haruskah minta mohon tolong tanya adakah
  how what where when who why which can could should must may is are do does did help please
  piye pripun pinten pira opo punapa menapa sopo sinten endi pundi iso saged kepriye
  kumaha sabaraha naon saha mana iraha tiasa kunaon dupi naha
  macam bila berapakah siapakah dimanakah`.split(/\s+/),
)

/** What one message is about, as a whole and sentence by sentence. */
export interface TopicReading {
  readonly topics: readonly TopicScore[]
  /** Per sentence, in order. */
  readonly questions: readonly (readonly TopicScore[])[]
}

/** Scores topics with the learnt models. One instance per process; not shared between threads. */
export class TopicReader {
  private readonly models: Models
  private readonly extractor: FeatureExtractor
  private readonly neighbours: Neighbours
  private readonly linear = new Float32Array(TOPICS.length)
  private readonly votes = new Float32Array(TOPICS.length)

  constructor(models: Models) {
    this.models = models
    this.extractor = new FeatureExtractor(models.rarity)
    this.neighbours = new Neighbours(models.neighbours, TOPICS.length)
  }

  /** `whole` and `parts` are normalised; `parts` are its sentences. */
  read(whole: string, parts: readonly string[]): TopicReading {
    const total = this.score(whole)
    const pieces = parts.filter((part) => wordCount(part) >= SHORTEST).slice(0, MOST_SENTENCES)
    if (pieces.length < 2) return { topics: ranked(total), questions: [ranked(total)] }
    const scores = pieces.map((piece) => this.score(piece))
    const mixed = total.map((value, topic) => {
      let best = 0
      for (const [index, score] of scores.entries()) {
        best = Math.max(best, (score[topic] as number) * (asks(pieces[index] ?? '') ? 1 : STATEMENT))
      }
      return (1 - SENTENCE_SHARE) * value + SENTENCE_SHARE * best
    })
    return { topics: ranked(mixed), questions: scores.map(ranked) }
  }

  private score(text: string): Float32Array {
    const features = this.extractor.extract(text, tagsOf(text))
    this.models.linear.topic.score(features, this.linear)
    softmax(this.linear)
    this.neighbours.vote(features, this.votes)
    return this.linear.map((value, topic) => LINEAR_SHARE * value + (1 - LINEAR_SHARE) * (this.votes[topic] as number))
  }
}

function asks(sentence: string): boolean {
  for (const word of sentence.split(' ')) if (ASKING.has(word)) return true
  return false
}

function wordCount(text: string): number {
  let count = 1
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) count++
  return count
}

function ranked(scores: Float32Array): readonly TopicScore[] {
  const result: TopicScore[] = []
  for (let topic = 0; topic < scores.length; topic++) result.push({ topic: TOPICS[topic] as Topic, score: scores[topic] as number })
  return result.sort((a, b) => b.score - a.score).slice(0, 5)
}
