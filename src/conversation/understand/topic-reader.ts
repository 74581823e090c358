import { TOPICS, type Topic } from '../../core/topic.ts'
import type { Concept } from './lexicon/concepts/index.ts'
import type { MessageFeatures, Piece } from './model/features.ts'
import type { Models } from './model/model-file.ts'
import { Neighbours } from './model/neighbours.ts'
import type { TopicScore } from './understanding.ts'

/** Shares of the linear model; the nearest phrases have the rest. */
const LINEAR_SHARE = 0.55
/** From here on the linear model is right without the neighbours. */
const SURE = 0.7
/** How much the best sentence of a story counts beside the story as a whole. */
const SENTENCE_SHARE = 0.3
/** A sentence that asks nothing counts this much of one that does. */
const STATEMENT = 0.5
/** Shorter pieces say too little alone. In words. */
const SHORTEST = 2
/** A clause of so few words is a question without saying so: more of them in a short message, where nothing is told by the way. */
const BARE = 9
const BARE_IN_STORY = 3
const STORY_FROM = 25
/** A clause without a concept of its own says nothing of its own up to here. In words. */
const ASKS_ONLY = 3
const ASKING_TAGS: ReadonlySet<string> = new Set<Concept>(['confused', 'where', 'how', 'way'])
/** Topics told per text. */
const KEPT = 5

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
  /** Per clause that asks something, in order. */
  readonly questions: readonly (readonly TopicScore[])[]
}

/** Scores topics with the learnt models. One instance per process; not shared between threads. */
export class TopicReader {
  private readonly models: Models
  private readonly neighbours: Neighbours
  private readonly whole = new Float64Array(TOPICS.length)
  private readonly votes = new Float64Array(TOPICS.length)

  constructor(models: Models) {
    this.models = models
    this.neighbours = new Neighbours(models.neighbours, TOPICS.length)
  }

  /** `message` are the features of `pieces`, the message's sentences. */
  read(message: MessageFeatures, pieces: readonly Piece[]): TopicReading {
    const { whole, votes } = this
    const sentences = this.models.linear.topic.read(message, whole)
    // The neighbours cost as much as all the rest: they are asked only where the model hesitates.
    if (most(whole) < SURE) this.neighbours.vote(message, votes)
    else votes.set(whole)
    const long = pieces
      .map(({ words }, index) => (words.length >= SHORTEST ? index : -1))
      .filter((index) => index >= 0)
    const share = long.length < 2 ? 0 : SENTENCE_SHARE
    const asking = long.map((index) => asks(pieces[index]?.words ?? []))
    const mixed = new Float64Array(TOPICS.length)
    for (let topic = 0; topic < mixed.length; topic++) {
      let best = 0
      for (let i = 0; share > 0 && i < long.length; i++) {
        best = Math.max(
          best,
          ((sentences[long[i] as number] as Float64Array)[topic] as number) * (asking[i] ? 1 : STATEMENT),
        )
      }
      const linear = (1 - share) * (whole[topic] as number) + share * best
      mixed[topic] = LINEAR_SHARE * linear + (1 - LINEAR_SHARE) * (votes[topic] as number)
    }
    const topics = ranked(mixed)
    if (long.length < 2) return { topics, questions: [topics] }
    const total = pieces.reduce((sum, { words }) => sum + words.length, 0)
    const bare = total >= STORY_FROM ? BARE_IN_STORY : BARE
    // A clause asks by a word that asks, or is so short that it can only be a question ("biayanya").
    const asked = long.filter(
      (index, i) =>
        (asking[i] || (pieces[index]?.words.length ?? 0) <= bare) && !asksOnly(pieces[index] as Piece),
    )
    return { topics, questions: asked.map((index) => ranked(sentences[index] as Float64Array)) }
  }
}

function most(scores: Float64Array): number {
  let result = 0
  for (let topic = 0; topic < scores.length; topic++) result = Math.max(result, scores[topic] as number)
  return result
}

function asks(words: readonly string[]): boolean {
  for (const word of words) if (ASKING.has(word)) return true
  return false
}

/** "Harus ke mana", "gimana caranya": asks about what was said before it. */
function asksOnly({ words, tags }: Piece): boolean {
  return words.length <= ASKS_ONLY && tags.every((tag) => ASKING_TAGS.has(tag))
}

/** The best few, best first; a full sort of forty would cost more than the scores did. */
function ranked(scores: Float64Array): readonly TopicScore[] {
  const best: TopicScore[] = []
  for (let topic = 0; topic < scores.length; topic++) {
    const score = scores[topic] as number
    if (best.length === KEPT && score <= (best[KEPT - 1] as TopicScore).score) continue
    let at = best.length === KEPT ? KEPT - 1 : best.length
    while (at > 0 && (best[at - 1] as TopicScore).score < score) {
      best[at] = best[at - 1] as TopicScore
      at--
    }
    best[at] = { topic: TOPICS[topic] as Topic, score }
  }
  return best
}
