import { expect } from 'vitest'
import { readChoice } from '../../src/conversation/dialogue/choice-value.ts'
import { readState } from '../../src/conversation/stored-state.ts'
import type { Said } from './engine.ts'

const MOST_CHOICES = 6
const MOST_STATE_BYTES = 4_096

/** What must hold of every reply, whatever was sent. */
export function checkReply({ reply, said, state }: Said, about = ''): void {
  expect(said.text.trim(), about).not.toBe('')
  expect(said.text).not.toMatch(/\{\{|undefined|\[object|NaN/)
  expect(reply.choices.length).toBeLessThanOrEqual(MOST_CHOICES)
  for (const { value } of reply.choices) expect(readChoice(value), `choice ${value}`).toBeDefined()
  for (const { label } of said.choices) expect(label.trim()).not.toBe('')
  expect(reply.topics.length).toBeLessThanOrEqual(3)
  const stored = JSON.stringify(state)
  expect(JSON.parse(stored)).toEqual(state)
  expect(Buffer.byteLength(stored)).toBeLessThan(MOST_STATE_BYTES)
  expect(readState(JSON.parse(stored))).toEqual(state)
}
