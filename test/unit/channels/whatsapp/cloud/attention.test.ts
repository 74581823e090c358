import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAttention } from '../../../../../src/channels/whatsapp/cloud/attention.ts'

let marks: [string, boolean][]
let finish: (() => void)[]

beforeEach(() => {
  vi.useFakeTimers()
  marks = []
  finish = []
})
afterEach(() => void vi.useRealTimers())

function attention({ answersHere = true, hang = false } = {}) {
  return createAttention({
    api: {
      markRead: (messageId, typing) => {
        marks.push([messageId, typing])
        return new Promise((resolve) => {
          const done = () => resolve({ kind: 'ok', result: undefined })
          if (hang) finish.push(done)
          else done()
        })
      },
    },
    answersHere: () => answersHere,
  })
}

it('marks a message as read, without "typing" when the answer is quick: it would stay after the answer', () => {
  const one = attention()
  one.begin('a', 'wamid.1')
  vi.advanceTimersByTime(200)
  one.end('a')
  vi.advanceTimersByTime(60_000)
  expect(marks).toEqual([['wamid.1', false]])
})

it('shows "typing" when an answer takes a moment', () => {
  const one = attention()
  one.begin('a', 'wamid.1')
  vi.advanceTimersByTime(299)
  expect(marks).toEqual([])
  vi.advanceTimersByTime(1)
  expect(marks).toEqual([['wamid.1', true]])
  one.end('a')
  expect(marks).toHaveLength(1)
})

it('shows no "typing" where it is not seen when the answer goes out', () => {
  attention({ answersHere: false }).begin('a', 'wamid.1')
  vi.advanceTimersByTime(300)
  expect(marks).toEqual([['wamid.1', false]])
})

it('is the first thing to go in a flood', async () => {
  const one = attention({ hang: true })
  for (let person = 0; person < 30; person += 1) one.begin(`p${person}`, `wamid.${person}`)
  vi.advanceTimersByTime(300)
  expect(marks).toHaveLength(20)
  for (const done of finish.splice(0)) done()
  await Promise.resolve()
  one.begin('again', 'wamid.again')
  vi.advanceTimersByTime(300)
  expect(marks).toHaveLength(21)
})

it('marks the last of several messages: those before it are read with it', () => {
  const one = attention()
  one.begin('a', 'wamid.1')
  vi.advanceTimersByTime(100)
  one.begin('a', 'wamid.2')
  vi.advanceTimersByTime(200)
  expect(marks).toEqual([['wamid.2', true]])
})

it('marks nothing as read that was not taken', () => {
  const one = attention()
  one.begin('a', 'wamid.1')
  one.forget('a')
  one.end('a')
  vi.advanceTimersByTime(60_000)
  expect(marks).toEqual([])
})

it('ends with the channel', () => {
  const one = attention()
  one.begin('a', 'wamid.1')
  one.stop()
  vi.advanceTimersByTime(60_000)
  expect(marks).toEqual([])
})
