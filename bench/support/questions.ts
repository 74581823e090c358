import { readdirSync, readFileSync } from 'node:fs'

export interface TopicLine {
  readonly id: string
  readonly text: string
  readonly locale: string
  readonly expect: { readonly topic: string; readonly also?: readonly string[] }
}

const EVALS = new URL('../../test/evals/', import.meta.url)
/** A question of more words is a story. */
const ORDINARY = 20

/** The evaluation questions with one topic each. */
export function topicLines(): readonly TopicLine[] {
  return rows('topics.jsonl') as readonly TopicLine[]
}

/** Everything in test/evals that a person would type in one breath, each text once. */
export function ordinaryQuestions(): readonly string[] {
  const texts = readdirSync(EVALS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => rows(name) as readonly { text?: string; turns?: readonly { text: string }[] }[])
    .flatMap(({ text, turns }) => (text === undefined ? (turns ?? []).map((turn) => turn.text) : [text]))
  return [...new Set(texts)].filter((text) => text.split(/\s+/).length <= ORDINARY)
}

/** Whether a topic is what the line expects, or another fair reading of it. */
export function isFair({ expect }: TopicLine, topic: string | undefined): boolean {
  return topic === expect.topic || (topic !== undefined && expect.also?.includes(topic) === true)
}

function rows(name: string): readonly unknown[] {
  return readFileSync(new URL(name, EVALS), 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => JSON.parse(row) as unknown)
}
