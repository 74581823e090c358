/**
 * Fits the weights of src/conversation/understand/danger/weigh.ts on the phrase files and writes them into it.
 *
 * Every phrase is judged by a danger model that learnt without its neighbours in the file (blocks of phrases, five folds), so
 * that the model's opinion counts for what it is worth on wording it has not seen. `--show` prints without writing.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gather } from '../src/conversation/understand/danger/evidence.ts'
import { EVIDENCE, type EvidenceName } from '../src/conversation/understand/danger/evidence-names.ts'
import { hear } from '../src/conversation/understand/danger/hear.ts'
import { shares, withHeard } from '../src/conversation/understand/danger/heard-features.ts'
import { FeatureExtractor, wholeOf } from '../src/conversation/understand/model/features.ts'
import { readModels } from '../src/conversation/understand/model/model-file.ts'
import { readPhrases } from '../src/conversation/understand/model/phrases.ts'
import {
  dangerLabelOf,
  isHard,
  learnDanger,
  MODEL_FILE,
  PHRASES,
  rarityOfPhrases,
} from '../src/conversation/understand/model/train-all.ts'
import { cut } from '../src/conversation/understand/normalise.ts'
import { piecesOf } from '../src/conversation/understand/tags.ts'
import { TopicReader } from '../src/conversation/understand/topic-reader.ts'
import { DANGERS } from '../src/core/topic.ts'
import { fitLogistic } from './fit-logistic.ts'

const FOLDS = 5
/** Phrases side by side in a file are often cousins: they are learnt from together or not at all. */
const BLOCK = 12
/** Lines of the danger files are the hard ones; the topics' are many and easy. */
const HARD = 2
const RIDGE = 4e-4
const WEIGHTS_FILE = fileURLToPath(new URL('../src/conversation/understand/danger/weigh.ts', import.meta.url))

const show = process.argv.includes('--show')
// The topics come from the shipped model, which learns nothing from the danger files.
const topicReader = new TopicReader(readModels(readFileSync(MODEL_FILE)))
const extractor = new FeatureExtractor(rarityOfPhrases())
const lines = [...readPhrases(join(PHRASES, 'danger')), ...readPhrases(PHRASES)].flatMap((line, index) => {
  const label = dangerLabelOf(line.subject)
  if (label === 'skip') return []
  const pieces = piecesOf(cut(line.text).clauses)
  const message = extractor.extract(pieces)
  const heard = hear({ raw: line.text, sentences: cut(line.text).sentences })
  const hard = isHard(line.subject)
  // The topics' calm phrases are alike: every third is judged. Their emergencies and offers only teach the model, for the
  // topic reader knows them by heart.
  const isJudged = hard || (label === 'none' && index % 3 === 0)
  return {
    text: line.text,
    hard,
    isJudged,
    label: DANGERS.indexOf(label),
    fold: Math.floor(index / BLOCK) % FOLDS,
    pieces,
    heard,
    features: withHeard(wholeOf(message), heard.features),
    topics: isJudged ? topicReader.read(message, pieces).topics : [],
    row: [] as readonly number[],
    judged: [0, 0, 0] as readonly number[],
  }
})
const judgedLines = lines.filter(({ isJudged }) => isJudged)

for (let fold = 0; fold < FOLDS; fold++) {
  const model = learnDanger(lines.filter((line) => line.fold !== fold))
  const whole = new Float64Array(DANGERS.length)
  for (const line of judgedLines) {
    if (line.fold !== fold) continue
    const beside = { buckets: line.heard.features, ...shares(line.heard.features.length) }
    const parts = model.read(extractor.extract(line.pieces), whole, beside).map(scores)
    const text = {
      raw: line.text,
      sentences: [],
      whole: scores(whole),
      parts,
      topics: line.topics,
      anchored: true,
    }
    line.row = gather(text, line.heard).values
  }
}

function scores(probabilities: Float64Array) {
  const [none = 0, illegal_offer = 0, emergency = 0] = probabilities
  return { none, illegal_offer, emergency }
}

const examples = judgedLines.map(({ row, label, hard, fold }) => ({
  row,
  label,
  fold,
  weight: hard ? HARD : 1,
}))
// The weights are judged on phrases they were not fitted to, like the model.
for (let fold = 0; fold < FOLDS; fold++) {
  const fitted = fitLogistic(
    examples.filter((one) => one.fold !== fold),
    DANGERS.length,
    RIDGE,
  )
  for (const line of judgedLines) if (line.fold === fold) line.judged = fitted.probabilities(line.row)
}
const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)}`.padStart(6)
const of = (label: number, hard: boolean) =>
  judgedLines.filter((line) => line.hard === hard && line.label === label)
const calm = of(0, true)
const easy = of(0, false)
console.log(`${calm.length} calm (danger files), ${easy.length} calm (topics)`)
for (const label of [2, 1]) {
  const all = of(label, true)
  console.log(
    `${all.length} x ${DANGERS[label]}: threshold -> recalled | calm taken for it: danger files, topics`,
  )
  for (const threshold of [0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]) {
    const over = ({ judged: [none = 0, , emergency = 0] }: (typeof lines)[number]) =>
      (label === 2 ? emergency : 1 - none) >= threshold
    const shares = [all, calm, easy].map((some) => percent(some.filter(over).length, some.length))
    console.log(`  ${threshold.toFixed(2)} ${shares.join(' ')}`)
  }
}
if (process.argv.includes('--rows'))
  writeFileSync(
    '/tmp/danger-rows.json',
    JSON.stringify(judgedLines.map(({ text, hard, label, judged }) => ({ text, hard, label, judged }))),
  )

const { weights, bias } = fitLogistic(examples, DANGERS.length, RIDGE)
const rounded = (value: number) => String(Number(value.toFixed(2)) + 0)
/** Of an emergency and of an offer. */
type Bounds = readonly [number, number]
const UNBOUNDED: Bounds = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
/**
 * A no right before a finding is rarer in the phrases than among people, and never speaks for danger; nor does what may come
 * one day speak for an emergency of those who have not left. Offers are made to just them.
 */
const AT_MOST: Partial<Record<EvidenceName, Bounds>> = {
  takenBack: [-2.5, -2.5],
  notYet: [-1.5, Number.POSITIVE_INFINITY],
}
const pair = (to: readonly number[], most: Bounds = UNBOUNDED) =>
  `[${[2, 1].map((label, i) => rounded(Math.min(most[i] ?? 0, (to[label] ?? 0) - (to[0] ?? 0)))).join(', ')}]`
const block = [
  '// weights: written by scripts/fit-danger.ts',
  `const START: Weight = ${pair(bias)}`,
  'const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {',
  ...EVIDENCE.map((name, i) => `  ${name}: ${pair(weights[i] ?? [], AT_MOST[name])},`),
  '}',
  '// end of weights',
].join('\n')
if (!show) {
  const source = readFileSync(WEIGHTS_FILE, 'utf8')
  writeFileSync(WEIGHTS_FILE, source.replace(/\/\/ weights:[\s\S]*?\/\/ end of weights/, block))
}
