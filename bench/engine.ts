/**
 * `npm run bench:engine`: the speed of the pure engine on one core, beside nlp.js on the same phrases and questions, and with
 * ten and fifty thousand agreements. Prints each bar with PASS or FAIL and always ends with 0: a bench is not a test.
 * `-- --without-nlp-js` leaves out the slow half.
 */
import { readFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { initialState } from '../src/conversation/state.ts'
import { turn } from '../src/conversation/turn.ts'
import { FeatureExtractor } from '../src/conversation/understand/model/features.ts'
import { readModels } from '../src/conversation/understand/model/model-file.ts'
import { readPhrases } from '../src/conversation/understand/model/phrases.ts'
import { cut } from '../src/conversation/understand/normalise.ts'
import { createReader } from '../src/conversation/understand/reader.ts'
import { piecesOf } from '../src/conversation/understand/tags.ts'
import { TopicReader } from '../src/conversation/understand/topic-reader.ts'
import type { AgreementId } from '../src/core/ids.ts'
import { TOPICS } from '../src/core/topic.ts'
import { jsonSource } from '../src/knowledge/json-source.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { buildRegionIndex } from '../src/knowledge/regions/region-index.ts'
import { buildKnowledge } from '../src/knowledge/snapshot.ts'
import { createPhrase } from '../src/phrase/phrase.ts'
import { measure, measureAsync, ratioOf, type Speed } from './support/measure.ts'
import { trainNlpJs } from './support/nlp-js.ts'
import { isFair, ordinaryQuestions, topicLines } from './support/questions.ts'
import { synthesise } from './support/synthetic-agreements.ts'

const TURNS_PER_SECOND = 5_000
const TIMES_NLP_JS = 10
const SLOWER_AT_MOST = 1.5
const FEW = 10
const MANY = 50_000
const NOW = new Date('2026-11-21T03:00:00Z')
const UNDERSTAND = new URL('../src/conversation/understand/', import.meta.url)
const PHRASES = fileURLToPath(new URL('phrases/', UNDERSTAND))

const data = await jsonSource().load()
const knowledge = buildKnowledge(data, buildRegionIndex)
const models = readModels(await readFile(new URL('model/model.bin', UNDERSTAND)))
const readerFor = createReader(models)
const phrase = await createPhrase()

/** Takes one turn of a fresh conversation. */
const engineOn = (known: Knowledge) => {
  const context = { knowledge: known, understand: readerFor(known), now: NOW }
  const state = initialState()
  return (text: string) => turn(state, { kind: 'text', text }, context).reply
}
const ask = engineOn(knowledge)
const understand = readerFor(knowledge)
const extractor = new FeatureExtractor(models.rarity)
const topicReader = new TopicReader(models)
/** What nlp.js is asked for, and no more; a turn also reads danger, language, places, dates, acts, and answers. */
const topicOf = (text: string) => {
  const pieces = piecesOf(cut(text).clauses)
  return topicReader.read(extractor.extract(pieces), pieces).topics[0]?.topic
}
const lines = topicLines()
const texts = lines.map(({ text }) => text)
const ordinary = ordinaryQuestions()

console.log(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, load before ${loadavg()[0]?.toFixed(1)}`,
)
console.log(
  `${data.regions.length} regions, ${data.agreements.length} agreements, ${data.facts.length} facts, ${data.contacts.length} contacts`,
)

console.log('\nEngine, one core, one fresh conversation per question')
const onOrdinary = measure(ordinary, ask, 6)
print(`ordinary questions (${ordinary.length}, at most 20 words)`, onOrdinary)
const onTopics = measure(texts, ask, 6)
print(`all of topics.jsonl (${texts.length}, a third stories)`, onTopics)
print(
  'ordinary questions, worded as well',
  measure(ordinary, (text) => phrase.reply(ask(text)), 3),
)
const topicAlone = measure(ordinary, topicOf, 3)
print('ordinary questions, their topic alone', topicAlone)

const theirs = process.argv.includes('--without-nlp-js') ? undefined : await besideNlpJs()

console.log(`\nAnswer time with ${FEW} and ${MANY} agreements`)
const withAgreements = (count: number) => {
  const agreements = synthesise(data.agreements, data.regions, count)
  return engineOn(buildKnowledge({ ...data, agreements }, buildRegionIndex))
}
const few = withAgreements(FEW)
const many = withAgreements(MANY)
const asked = questionsAbout(data.agreements.slice(0, FEW).map(({ id }) => id))
const all = (engine: (text: string) => unknown) => () => {
  for (const text of asked) engine(text)
}
const agreementRatio = ratioOf(all(few), all(many), 40)
const sample = ordinary.filter((_, index) => index % 4 === 0)
const generalRatio = ratioOf(
  () => sample.forEach(few),
  () => sample.forEach(many),
  20,
)
console.log(
  `  ${asked.length} questions about agreements on record: ${agreementRatio.toFixed(2)} times as long`,
)
console.log(`  ${sample.length} ordinary questions: ${generalRatio.toFixed(2)} times as long`)

console.log('\nBars')
bar(`over ${TURNS_PER_SECOND} turns a second, ordinary questions`, onOrdinary.perSecond > TURNS_PER_SECOND)
bar(`over ${TURNS_PER_SECOND} turns a second, all of topics.jsonl`, onTopics.perSecond > TURNS_PER_SECOND)
if (theirs !== undefined) {
  const times = onTopics.perSecond / theirs.onTopics.perSecond
  const timesOrdinary = onOrdinary.perSecond / theirs.onOrdinary.perSecond
  const bars = `at least ${TIMES_NLP_JS} times nlp.js's speed`
  const timesAlone = topicAlone.perSecond / theirs.onOrdinary.perSecond
  bar(
    `${bars}, ordinary questions, the topic alone on both sides: ${timesAlone.toFixed(1)}`,
    timesAlone >= TIMES_NLP_JS,
  )
  bar(
    `${bars}, ordinary questions, a whole turn of ours: ${timesOrdinary.toFixed(1)}`,
    timesOrdinary >= TIMES_NLP_JS,
  )
  bar(`${bars}, all of topics.jsonl, a whole turn of ours: ${times.toFixed(1)}`, times >= TIMES_NLP_JS)
  bar('higher accuracy than nlp.js', theirs.ours > theirs.right)
}
bar(
  `at most ${SLOWER_AT_MOST} times as long with ${MANY} agreements`,
  Math.max(agreementRatio, generalRatio) <= SLOWER_AT_MOST,
)

/** Trains nlp.js on our phrases and asks it our questions; takes a minute or two. */
async function besideNlpJs() {
  console.log('\nnlp.js, Indonesian stemmer, same phrases and questions')
  const phrases = readPhrases(PHRASES).filter(({ subject }) =>
    (TOPICS as readonly string[]).includes(subject),
  )
  const begin = performance.now()
  const nlpJs = await trainNlpJs(phrases)
  console.log(`  learnt ${phrases.length} phrases in ${((performance.now() - begin) / 1_000).toFixed(0)} s`)
  let right = 0
  for (const line of lines) if (isFair(line, await nlpJs(line.text))) right++
  const ours = lines.filter((line) => isFair(line, understand(line.text, knowledge).topics[0]?.topic)).length
  console.log(
    `  topic accuracy: nlp.js ${percent(right)}, ours ${percent(ours)} (first topic of ${lines.length} lines)`,
  )
  const onOrdinary = await measureAsync(ordinary, nlpJs, 4)
  print('nlp.js, ordinary questions', onOrdinary)
  const onTopics = await measureAsync(texts, nlpJs, 6)
  print('nlp.js, all of topics.jsonl', onTopics)
  return { right, ours, onOrdinary, onTopics }
}

function print(name: string, { perSecond, perProcessorSecond, p50, p99 }: Speed): void {
  console.log(
    `  ${name}: ${Math.round(perSecond)} a second (${Math.round(perProcessorSecond)} a second of processor time), p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms`,
  )
}

function percent(count: number): string {
  return `${((count / lines.length) * 100).toFixed(1)} %`
}

function bar(name: string, met: boolean): void {
  console.log(`  ${met ? 'PASS' : 'FAIL'}  ${name}`)
}

/** What is asked about an agreement, about those which both engines know. */
function questionsAbout(ids: readonly AgreementId[]): readonly string[] {
  return ids.flatMap((id) => {
    const agreement = knowledge.agreements.byId(id)
    const region = agreement?.region == null ? undefined : knowledge.regions.byCode(agreement.region)
    if (region === undefined) return []
    return [
      `apakah ${region.name} sudah punya MoU`,
      `isi MoU ${region.name} apa saja`,
      `siapa yang tanda tangan MoU ${region.name}`,
      `kapan MoU ${region.name} ditandatangani`,
    ]
  })
}
