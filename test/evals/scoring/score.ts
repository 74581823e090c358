import type { EvalEngine } from './engine.ts'
import { type EvalLine, readLines, readTalks } from './lines.ts'

/** One number of the report, 0..1; `misses` name the lines behind it, for reading, never for tuning to them. */
export interface Score {
  readonly value: number
  readonly of: number
  readonly misses: readonly string[]
}

export type Scores = Readonly<Record<string, Score>>

/** Everything the issues set bars for. `*_false_*` are better when lower. */
export function scoreAll(engine: EvalEngine): Scores {
  return { ...topics(engine, 'topics'), ...multi(engine), ...regions(engine), ...danger(engine, 'danger'), ...scope(engine, 'scope'), ...apart(engine, 'unseen'), ...apart(engine, 'strangers'), ...named('strangers', topics(engine, 'strangers')), ...talks(engine), ...agreements(engine), ...details(engine), ...language(engine) }
}

function topics(engine: EvalEngine, file: string): Scores {
  const lines = readLines(file).filter(({ expect }) => expect.topic !== undefined)
  const replies = lines.map((line) => ({ line, reply: engine.say(line.text).reply }))
  const fine = ({ expect }: EvalLine) => [expect.topic, ...(expect.also ?? [])]
  const answered = replies.filter(({ reply }) => reply.action === 'answer' || reply.action === 'handover')
  const right = ({ line, reply }: (typeof replies)[number]) =>
    fine(line).some((topic) => topic !== undefined && (reply.topic === topic || (reply.topics as readonly string[]).includes(topic)))
  const told = ({ line, reply }: (typeof replies)[number]) =>
    `${line.id} wants ${line.expect.topic}: ${reply.action} ${reply.topics.join('+') || reply.topic} ${reply.confidence.toFixed(2)}`
  return {
    topics_all: share(replies, right, told),
    topics_among_answered: share(answered, right, told),
    topics_one_answer: share(answered, ({ reply }) => reply.topics.length <= 1, told),
    topics_answered: share(replies, ({ reply }) => reply.action === 'answer' || reply.action === 'handover' || reply.topic === 'out_of_scope', told),
  }
}

function multi(engine: EvalEngine): Scores {
  const replies = readLines('multi').map((line) => ({ line, reply: engine.say(line.text).reply }))
  const has = (topic: string, topics: readonly string[]) => topics.includes(topic)
  const told = ({ line, reply }: (typeof replies)[number]) => `${line.id} wants ${line.expect.topics?.join('+')}: ${reply.topics.join('+')}`
  return {
    multi_every_topic: share(replies, ({ line, reply }) => (line.expect.topics ?? []).every((topic) => has(topic, reply.topics)), told),
    multi_some_topic: share(replies, ({ line, reply }) => (line.expect.topics ?? []).some((topic) => has(topic, reply.topics)), told),
  }
}

function regions(engine: EvalEngine): Scores {
  const found = readLines('regions').map((line) => {
    const read = engine.understand(line.text, engine.knowledge)
    const one = new Set(read.regions.flatMap((mention) => (mention.kind === 'one' ? [String(mention.region.code)] : [])))
    // A parent named beside its child only says which child is meant.
    for (const code of [...one]) for (const other of one) if (other !== code && other.startsWith(`${code}.`)) one.delete(code)
    const several = new Set(read.regions.flatMap((mention) => (mention.kind === 'several' ? mention.candidates.map(({ code }) => String(code)) : [])))
    for (const code of [...one]) for (const other of several) if (other.startsWith(`${code}.`)) one.delete(code)
    return { line, one, several }
  })
  const right = ({ line: { expect }, one, several }: (typeof found)[number]) => {
    if (expect.ambiguous !== undefined) return one.size === 0 && expect.ambiguous.every((code) => several.has(code))
    const wanted = expect.regions ?? []
    return several.size === 0 && one.size === wanted.length && wanted.every((code) => one.has(code))
  }
  return { regions: share(found, right, ({ line, one, several }) => `${line.id} wants ${JSON.stringify(line.expect)}: ${[...one]} | ${[...several]}`) }
}

function danger(engine: EvalEngine, file: string): Scores {
  const replies = readLines(file).filter(({ expect }) => expect.danger !== undefined).map((line) => ({ line, reply: engine.say(line.text).reply }))
  const of = (kind: string) => replies.filter(({ line }) => line.expect.danger === kind)
  const told = ({ line, reply }: (typeof replies)[number]) => `${line.id} wants ${line.expect.danger}: ${reply.danger} ${reply.signs.join('+')}`
  return {
    danger_emergency_recall: share(of('emergency'), ({ reply }) => reply.danger === 'emergency', told),
    danger_offer_recall: share(of('illegal_offer'), ({ reply }) => reply.danger !== 'none', told),
    danger_offer_exact: share(of('illegal_offer'), ({ reply }) => reply.danger === 'illegal_offer', told),
    danger_false_alarms: share(of('none'), ({ reply }) => reply.danger !== 'none', told),
  }
}

function scope(engine: EvalEngine, file: string): Scores {
  const replies = readLines(file).filter(({ expect }) => expect.inScope !== undefined).map((line) => ({ line, reply: engine.say(line.text).reply }))
  const inField = ({ reply }: (typeof replies)[number]) => reply.action === 'answer' && reply.topic !== 'smalltalk' && reply.topic !== 'out_of_scope'
  const told = ({ line, reply }: (typeof replies)[number]) => `${line.id} inScope ${line.expect.inScope}: ${reply.action} ${reply.topic} ${reply.confidence.toFixed(2)}`
  const outside = replies.filter(({ line }) => line.expect.inScope === false)
  const inside = replies.filter(({ line }) => line.expect.inScope === true)
  const refused = replies.filter(({ reply }) => reply.action === 'refuse')
  return {
    scope_false_answers: share(outside, inField, told),
    scope_refused: share(outside, ({ reply }) => reply.action === 'refuse', told),
    scope_refusals_right: share(refused, ({ line }) => line.expect.inScope === false, told),
    scope_kept: share(inside, ({ reply }) => reply.action !== 'refuse', told),
  }
}

/** Lines of both kinds that nobody who tunes had seen when they were first scored; the names of the scores tell the sets apart. */
function apart(engine: EvalEngine, file: string): Scores {
  return named(file, { ...danger(engine, file), ...scope(engine, file) })
}

function named(file: string, scores: Scores): Scores {
  return Object.fromEntries(Object.entries(scores).map(([name, score]) => [`${file}_${name}`, score]))
}

function talks(engine: EvalEngine): Scores {
  const checked: { readonly ok: boolean; readonly told: string }[] = []
  for (const talk of readTalks()) {
    let state: Parameters<EvalEngine['say']>[1]
    for (const [index, { text, expect }] of talk.turns.entries()) {
      const result = state === undefined ? engine.say(text) : engine.say(text, state)
      // Stored between turns as it would be in production.
      state = JSON.parse(JSON.stringify(result.state))
      if (expect === undefined) continue
      const { reply } = result
      const topicOk = expect.topic === undefined || [expect.topic, ...(expect.also ?? [])].some((topic) => reply.topic === topic || (reply.topics as readonly string[]).includes(topic))
      const regionOk = expect.regions === undefined || expect.regions.every((code) => reply.regions.some((region) => region.code === code))
      const localeOk = expect.locale === undefined || reply.locale === expect.locale
      checked.push({ ok: topicOk && regionOk && localeOk, told: `${talk.id}/${index} wants ${JSON.stringify(expect)}: ${reply.action} ${reply.topics.join('+') || reply.topic} ${reply.regions.map(({ code }) => code)} ${reply.locale}` })
    }
  }
  return { followups: share(checked, ({ ok }) => ok, ({ told }) => told) }
}

function agreements(engine: EvalEngine): Scores {
  const answers = readLines('agreements').map((line) => ({ line, answer: engine.say(line.text) }))
  const right = ({ line: { expect }, answer }: (typeof answers)[number]) =>
    (expect.mentions ?? []).every((piece) => answer.text.toLowerCase().includes(piece.toLowerCase())) &&
    (expect.never ?? []).every((piece) => !answer.text.toLowerCase().includes(piece.toLowerCase()))
  const told = ({ line, answer }: (typeof answers)[number]) =>
    `${line.id} wants ${JSON.stringify(line.expect.mentions)} never ${JSON.stringify(line.expect.never)}: ${answer.reply.action} ${answer.reply.topic} ${answer.reply.regions.map(({ code }) => code)}`
  return {
    agreements_facts: share(answers, right, told),
    agreements_cited: share(answers.filter(({ answer }) => answer.reply.action === 'answer'), ({ answer }) => answer.reply.citations.length > 0, told),
  }
}

/** One fact of a record asked for by its own words; the even lines are counted, never read. */
function details(engine: EvalEngine): Scores {
  const answers = readLines('details').map((line) => ({ line, answer: engine.say(line.text) }))
  const right = ({ line: { expect }, answer }: (typeof answers)[number]) => {
    const text = answer.text.toLowerCase()
    const says = (piece: string) => text.includes(piece.toLowerCase())
    return answer.reply.citations.length > 0 && (expect.mentions ?? []).every(says) && (expect.anyOf?.some(says) ?? true)
  }
  const isOdd = ({ id }: EvalLine) => Number(id.replace(/\D/g, '')) % 2 === 1
  const told = ({ line, answer }: (typeof answers)[number]) =>
    `${line.id} wants ${JSON.stringify([line.expect.mentions, line.expect.anyOf])}: ${answer.reply.action} ${answer.reply.topic}`
  return {
    details_odd: share(answers.filter(({ line }) => isOdd(line)), right, told),
    details_even: share(answers.filter(({ line }) => !isOdd(line)), right, told),
  }
}

function language(engine: EvalEngine): Scores {
  const read = readLines('language').map((line) => ({ line, language: engine.understand(line.text, engine.knowledge).language }))
  return { language: share(read, ({ line, language }) => language === line.expect.locale, ({ line, language }) => `${line.id} wants ${line.expect.locale}: ${language}`) }
}

function share<T>(all: readonly T[], right: (one: T) => boolean, told: (one: T) => string): Score {
  const hits = all.filter(right)
  return { value: all.length === 0 ? 1 : hits.length / all.length, of: all.length, misses: all.filter((one) => !hits.includes(one)).map(told) }
}
