/**
 * Scores the danger guard on test/evals/danger.jsonl: recall and false alarms, and the kinds of what was missed (language,
 * length, expected sign). Never prints a line: a rule written for one line of an evaluation measures nothing.
 */
import { readFileSync } from 'node:fs'
import { DangerReader } from '../src/conversation/understand/danger/danger-reader.ts'
import { namesOurField } from '../src/conversation/understand/lexicon/field.ts'
import { FeatureExtractor } from '../src/conversation/understand/model/features.ts'
import { readModels } from '../src/conversation/understand/model/model-file.ts'
import { cut } from '../src/conversation/understand/normalise.ts'
import { piecesOf } from '../src/conversation/understand/tags.ts'
import { TopicReader } from '../src/conversation/understand/topic-reader.ts'

interface Line {
  readonly text: string
  readonly locale: string
  readonly expect: { readonly danger: string; readonly signs: readonly string[] }
}

const LONG = 40
const models = readModels(readFileSync('src/conversation/understand/model/model.bin'))
const extractor = new FeatureExtractor(models.rarity)
const reader = new DangerReader(models.linear.danger)
const topicReader = new TopicReader(models)
const lines = readFileSync('test/evals/danger.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Line)

const table = new Map<string, Map<string, number>>()
const kinds = new Map<string, number>()
const start = performance.now()
for (const { text, locale, expect } of lines) {
  const { clauses, sentences } = cut(text)
  const pieces = piecesOf(clauses)
  const message = extractor.extract(pieces)
  const { danger, signs } = reader.read({
    raw: text,
    sentences,
    message,
    topics: topicReader.read(message, pieces).topics,
    anchored: namesOurField(pieces),
  })
  const row = table.get(expect.danger) ?? new Map<string, number>()
  table.set(expect.danger, row.set(danger, (row.get(danger) ?? 0) + 1))
  if (danger === expect.danger) continue
  const length = text.split(/\s+/).length >= LONG ? 'long' : 'short'
  const heard = danger === 'none' ? '' : ` heard: ${signs.join(', ') || 'model alone'}`
  const kind = `${expect.danger} -> ${danger} | ${locale} | ${length} | ${expect.signs.join(', ')}${heard}`
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
}
const took = performance.now() - start
for (const [expected, row] of table) {
  const total = [...row.values()].reduce((sum, count) => sum + count, 0)
  const shares = [...row].map(([danger, count]) => `${danger} ${((100 * count) / total).toFixed(1)} %`)
  console.log(`${expected} (${total}): ${shares.join(', ')}`)
}
console.log(
  `${((1000 * took) / lines.length).toFixed(0)} microseconds a message, features and model included`,
)
for (const [kind, count] of [...kinds].sort()) console.log(`${count} x ${kind}`)
