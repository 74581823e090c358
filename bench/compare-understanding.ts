/**
 * Ways of telling the topic of a message, all learnt from the same phrases and asked the same questions
 * (test/evals/topics.jsonl): the table in docs/decisions/0002-understanding.md. Takes several minutes.
 * `npx tsx bench/compare-understanding.ts [name …]` runs only the named ones.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import MiniSearch from 'minisearch'
import {
  FeatureExtractor,
  type Features,
  type Piece,
  rarityOf,
  wholeOf,
} from '../src/conversation/understand/model/features.ts'
import { LinearModel } from '../src/conversation/understand/model/linear-model.ts'
import { readModels, writeModels } from '../src/conversation/understand/model/model-file.ts'
import { balance, buildNeighbours, Neighbours } from '../src/conversation/understand/model/neighbours.ts'
import { type PhraseLine, readPhrases } from '../src/conversation/understand/model/phrases.ts'
import { train } from '../src/conversation/understand/model/train.ts'
import { cut, normalise } from '../src/conversation/understand/normalise.ts'
import { piecesOf } from '../src/conversation/understand/tags.ts'
import { TopicReader } from '../src/conversation/understand/topic-reader.ts'
import { TOPICS } from '../src/core/topic.ts'
import { trainNlpJs } from './support/nlp-js.ts'
import { isFair, type TopicLine, topicLines } from './support/questions.ts'

const FOLDER = fileURLToPath(new URL('../src/conversation/understand/phrases/', import.meta.url))
/** As train-all.ts has them. */
const RARITY_POWER = 0.7
const TRAINING = { epochs: 10, rate: 4, decay: 0.8 }
const LONG = 30
const MOST_CONFUSIONS = 15
/** Questions asked before the clock starts. */
const WARM_UP = 150

type Ask = (text: string) => string | undefined | Promise<string | undefined>
type Way = (phrases: readonly PhraseLine[]) => Ask | Promise<Ask>

const every = readPhrases(FOLDER).filter(({ subject }) => (TOPICS as readonly string[]).includes(subject))
const firstWave = readFirstWave()
const lines = topicLines()
const labelOf = ({ subject }: PhraseLine) => (TOPICS as readonly string[]).indexOf(subject)

interface Options {
  readonly rarity: boolean
  readonly tags: boolean
  readonly clauses: boolean
  readonly read: 'blend' | 'linear' | 'neighbours'
}
const SHIPPED: Options = { rarity: true, tags: true, clauses: true, read: 'blend' }

const WAYS: readonly (readonly [name: string, way: Way, phrases: readonly PhraseLine[]])[] = [
  ['MiniSearch: label of the nearest phrase (BM25)', nearestByMiniSearch(1), every],
  ['MiniSearch: vote of the 15 nearest phrases', nearestByMiniSearch(15), every],
  [
    'linear, words and letters',
    learnt({ ...SHIPPED, rarity: false, tags: false, clauses: false, read: 'linear' }),
    every,
  ],
  ['linear, + rarity', learnt({ ...SHIPPED, tags: false, clauses: false, read: 'linear' }), every],
  ['linear, + rarity + concepts', learnt({ ...SHIPPED, clauses: false, read: 'linear' }), every],
  [
    'neighbours alone (words and concepts)',
    learnt({ ...SHIPPED, clauses: false, read: 'neighbours' }),
    every,
  ],
  ['shipped blend', learnt(SHIPPED), every],
  ['blend without concepts', learnt({ ...SHIPPED, tags: false }), every],
  ['blend without clauses', learnt({ ...SHIPPED, clauses: false }), every],
  ['blend, first-wave phrases only', learnt(SHIPPED), firstWave],
  ['blend, 25 % of the phrases', learnt(SHIPPED), every.filter((_, index) => index % 4 === 0)],
  ['blend, 50 % of the phrases', learnt(SHIPPED), every.filter((_, index) => index % 2 === 0)],
  ['nlp.js with lang-id', trainNlpJs, every],
]

console.log(
  `${every.length} phrases (${firstWave.length} of the first wave), ${lines.length} questions, ${TOPICS.length} topics\n`,
)
console.log('| approach | all | short | stories | id | en | jv | su | learns in | questions/s |')
console.log('|---|---|---|---|---|---|---|---|---|---|')
const wanted = process.argv.slice(2)
for (const [name, way, phrases] of WAYS) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue
  const begin = performance.now()
  const ask = await way(phrases)
  const seconds = (performance.now() - begin) / 1_000
  for (const { text } of lines.slice(0, WARM_UP)) await ask(text)
  const asking = performance.now()
  const answers: (string | undefined)[] = []
  for (const { text } of lines) answers.push(await ask(text))
  const perSecond = lines.length / ((performance.now() - asking) / 1_000)
  const share = (of: (line: TopicLine) => boolean) => {
    const some = lines.flatMap((line, index) => (of(line) ? [isFair(line, answers[index])] : []))
    return ((100 * some.filter(Boolean).length) / some.length).toFixed(1)
  }
  const long = ({ text }: TopicLine) => text.split(' ').length >= LONG
  const cells = [
    share(() => true),
    share((line) => !long(line)),
    share(long),
    ...['id', 'en', 'jv', 'su'].map((locale) => share((line) => line.locale === locale)),
    `${seconds.toFixed(1)} s`,
    Math.round(perSecond),
  ]
  console.log(`| ${name} | ${cells.join(' | ')} |`)
  if (name === 'shipped blend') confusions(answers)
}

/** What the linear model and the neighbours need, learnt with some features left out. */
function learnt({ rarity: rare, tags, clauses: perClause, read }: Options): Way {
  const pieces = (text: string): readonly Piece[] => {
    const all = piecesOf(perClause ? cut(text).clauses : [normalise(text).split(' ')])
    return tags ? all : all.map(({ words }) => ({ words, tags: [] }))
  }
  return (phrases) => {
    const prepared = phrases.map((line) => ({ label: labelOf(line), pieces: pieces(line.text) }))
    const bare = new FeatureExtractor(null)
    const rarity = rarityOf(
      (function* (): Generator<Features> {
        for (const one of prepared) yield wholeOf(bare.extract(one.pieces))
      })(),
      rare ? RARITY_POWER : 0,
    )
    const extractor = new FeatureExtractor(rarity)
    const loud = balance(
      prepared.map(({ label }) => label),
      TOPICS.length,
    )
    const examples = prepared.map((one) => ({
      features: wholeOf(extractor.extract(one.pieces)),
      label: one.label,
      weight: loud[one.label] as number,
    }))
    const neighbours = buildNeighbours(
      prepared.map((one) => ({
        features: wholeOf(extractor.extract(one.pieces), true),
        label: one.label,
      })),
    )
    if (read === 'neighbours') {
      const voters = new Neighbours(neighbours, TOPICS.length)
      const votes = new Float64Array(TOPICS.length)
      return (text) => {
        voters.vote(extractor.extract(pieces(text)), votes)
        return best(votes)
      }
    }
    const topic = train(TOPICS, examples, TRAINING)
    if (read === 'linear') {
      const whole = new Float64Array(TOPICS.length)
      return (text) => {
        topic.read(extractor.extract(pieces(text)), whole)
        return best(whole)
      }
    }
    const unused = new LinearModel(
      ['none'],
      new Float32Array(topic.weights.length / TOPICS.length),
      new Float32Array(1),
    )
    const models = { linear: { topic, danger: unused, language: unused }, rarity, neighbours }
    // Through the file, as production has it: one byte per weight.
    const reader = new TopicReader(readModels(writeModels(models)))
    return (text) => {
      const own = pieces(text)
      return reader.read(extractor.extract(own), own).topics[0]?.topic
    }
  }
}

function best(scores: Float64Array): string | undefined {
  let top = 0
  for (let topic = 1; topic < scores.length; topic++)
    if ((scores[topic] as number) > (scores[top] as number)) top = topic
  return TOPICS[top]
}

/** The most usual full-text search: the phrases are the documents. */
function nearestByMiniSearch(voters: number): Way {
  return (phrases) => {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      searchOptions: { fuzzy: false, prefix: false },
    })
    index.addAll(phrases.map(({ text }, id) => ({ id, text: normalise(text) })))
    return (text) => {
      const votes = new Map<string, number>()
      for (const { id, score } of index.search(normalise(text)).slice(0, voters)) {
        const subject = phrases[id as number]?.subject ?? ''
        votes.set(subject, (votes.get(subject) ?? 0) + score)
      }
      return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0]
    }
  }
}

/** Phrases of `<topic>.txt`; those of `<topic>.2.txt` were written after the first scores were seen. */
function readFirstWave(): readonly PhraseLine[] {
  const folder = mkdtempSync(join(tmpdir(), 'phrases-'))
  for (const file of readdirSync(FOLDER)) {
    if (file.endsWith('.txt') && !/\.\d+\.txt$/.test(file)) cpSync(join(FOLDER, file), join(folder, file))
  }
  const phrases = readPhrases(folder)
  rmSync(folder, { recursive: true })
  return phrases.filter(({ subject }) => (TOPICS as readonly string[]).includes(subject))
}

function confusions(answers: readonly (string | undefined)[]): void {
  const counts = new Map<string, number>()
  for (const [index, line] of lines.entries()) {
    if (isFair(line, answers[index])) continue
    const pair = `${line.expect.topic} → ${answers[index]}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_CONFUSIONS)
  for (const [pair, count] of top) console.log(`<!-- ${count} ${pair} -->`)
}
