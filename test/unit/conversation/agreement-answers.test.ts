/** What may never be said of an agreement, checked for every agreement on record and for made-up ones. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { milestonePart } from '../../../src/conversation/answer/agreement/date-sections.ts'
import { type ConversationState, initialState } from '../../../src/conversation/state.ts'
import type { LocalDate, PartialDate } from '../../../src/core/dates.ts'
import type { Locale } from '../../../src/core/locale.ts'
import { type Agreement, MILESTONE_KINDS, type Milestone } from '../../../src/knowledge/agreement.ts'
import { jsonSource } from '../../../src/knowledge/json-source.ts'
import type { Knowledge, KnowledgeData } from '../../../src/knowledge/knowledge.ts'
import { buildRegionIndex } from '../../../src/knowledge/regions/region-index.ts'
import { buildKnowledge } from '../../../src/knowledge/snapshot.ts'
import { type Said, type TestEngine, TODAY, testEngine } from '../../support/engine.ts'

const TOPICS = ['agreement.status', 'agreement.content', 'agreement.parties', 'agreement.dates'] as const
const TODAY_TEXT = TODAY.toISOString().slice(0, 10)
/** Longer than any record goes on with "lebih lanjut". */
const MOST_MORE = 6

let engine: TestEngine
let data: KnowledgeData
let everything: readonly { readonly agreement: Agreement; readonly answers: readonly Said[] }[]

beforeAll(async () => {
  data = await jsonSource().load()
  const regions = buildRegionIndex(data.regions)
  engine = await testEngine()
  // One agreement at a time, so that no newer one of the same place is told instead.
  everything = data.agreements.map((agreement) => {
    const knowledge = buildKnowledge({ ...data, agreements: [agreement] }, () => regions)
    return {
      agreement,
      answers: [...tellAll(agreement, knowledge, 'id', MOST_MORE), ...tellAll(agreement, knowledge, 'en', 0)],
    }
  })
}, 60_000)

/** Every topic of the agreement, and each followed by "more" until nothing is left, at most `more` times. */
function tellAll(agreement: Agreement, knowledge: Knowledge, locale: Locale, more: number): readonly Said[] {
  const place: ConversationState = {
    ...initialState(locale, locale),
    region: agreement.region,
    agreement: agreement.id,
  }
  return TOPICS.flatMap((topic) => {
    const said: Said[] = [engine.on(knowledge, { kind: 'choice', value: `topic:${topic}` }, place)]
    for (let i = 0; i < more; i++) {
      const last = said.at(-1)
      if (last === undefined || last.reply.parts.some(({ key }) => key === 'fact.moreDone')) break
      said.push(engine.on(knowledge, { kind: 'choice', value: 'more' }, last.state))
    }
    return said
  })
}

const keysOf = (answers: readonly Said[]) => answers.flatMap(({ reply }) => reply.parts.map(({ key }) => key))
const textOf = (answers: readonly Said[]) => answers.map(({ said }) => said.text).join('\n')

describe('every agreement on record', () => {
  it('is answered, with a source for every statement', () => {
    for (const { agreement, answers } of everything) {
      for (const { reply } of answers) {
        expect(reply.action, agreement.id).toBe('answer')
        const states = reply.parts.some(({ role, key }) => role === 'fact' && key.startsWith('agreement.'))
        if (states) expect(reply.citations.length, `${agreement.id} ${reply.topic}`).toBeGreaterThan(0)
      }
    }
  })

  it('is never called signed when no source says so', () => {
    for (const { agreement, answers } of everything) {
      if (agreement.status === 'signed' || agreement.status === 'being_implemented') continue
      const keys = keysOf(answers)
      for (const key of [
        'agreement.statusSigned',
        'agreement.statusSignedUndated',
        'agreement.statusRunning',
        'agreement.statusRunningUndated',
        'agreement.datesSigned',
        'agreement.datesSignedUndated',
        'agreement.signingConfirmed',
      ]) {
        expect(keys, agreement.id).not.toContain(key)
      }
    }
  })

  it('is never called in force when no source names an end', () => {
    const open = everything.filter(({ agreement }) => agreement.validUntil === null)
    expect(open.length).toBeGreaterThan(100)
    for (const { agreement, answers } of open) {
      expect(textOf(answers), agreement.id).not.toMatch(
        /masih berlaku|masih aktif|(still|is) in force|still valid/i,
      )
    }
  })

  it('of 2021 and 2022 says that its end is not known', () => {
    const old = everything.filter(
      ({ agreement: { signedOn, validUntil, status } }) =>
        validUntil === null && status === 'signed' && /^202[12]/.test(signedOn ?? ''),
    )
    expect(old.length).toBeGreaterThan(20)
    for (const { agreement, answers } of old) {
      const status = answers.filter(({ reply }) => reply.topic === 'agreement.status')
      expect(keysOf(status), agreement.id).toContain('agreement.noEnd')
    }
  })

  it('tells a plan whose date has passed as a plan nobody has confirmed', () => {
    let checked = 0
    for (const { agreement, answers } of everything) {
      for (const { what, date, state } of agreement.milestones) {
        if (state !== 'planned' && state !== 'unknown') continue
        const parts = answers
          .flatMap(({ reply }) => reply.parts)
          .filter(({ params }) => params?.what === what)
        for (const { key } of parts) {
          expect(key, `${agreement.id}: ${what.id}`).not.toBe('agreement.milestoneDone')
          if (date !== null && date < TODAY_TEXT.slice(0, date.length)) {
            expect(key, `${agreement.id}: ${what.id}`).toBe('agreement.milestonePassed')
            checked++
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(0)
  })
})

describe('agreements told beside another one', () => {
  const isSigned = ({ status }: Agreement) => status === 'signed' || status === 'being_implemented'
  const statusOf = (region: Agreement['region']) =>
    engine.take({ kind: 'choice', value: 'topic:agreement.status' }, { ...initialState(), region })

  it('are never said to be there when they are only planned: the province', () => {
    const provinces = data.agreements.filter(({ region }) => region !== null && region.length === 2)
    const unsigned = provinces.filter(
      (one) => !provinces.some((other) => other.region === one.region && isSigned(other)),
    )
    expect(unsigned.length).toBeGreaterThan(0)
    const wrong = unsigned.flatMap(({ region: province }) =>
      data.regions
        .filter(({ kind, code }) => kind !== 'district' && code.length > 2 && code.startsWith(`${province}.`))
        .filter(({ code }) => keysOf([statusOf(code)]).some((key) => key.startsWith('agreement.ofProvince')))
        .map(({ name }) => name),
    )
    expect(wrong).toEqual([])
  })

  it('are never said to be there when they are only planned: older ones of the same place', () => {
    const places = new Set(data.agreements.map(({ region }) => region))
    const wrong = [...places].filter((place) => {
      if (place === null) return false
      const own = engine.knowledge.agreements.ofRegion(place)
      if (own.length < 2 || own.slice(1).every(isSigned)) return false
      return keysOf([statusOf(place)]).includes('agreement.older')
    })
    expect(wrong).toEqual([])
  })
})

describe('any milestone', () => {
  const day = fc
    .date({ min: new Date('2019-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length))

  it('without a source that confirms it is a plan, before its date and after', () => {
    const [model] = data.agreements
    if (model === undefined) throw new Error('The seed has no agreement.')
    fc.assert(
      fc.property(
        fc.record({
          date: fc.option(partial),
          state: fc.constantFrom('planned' as const, 'unknown' as const),
          kind: fc.constantFrom(...MILESTONE_KINDS),
          today: day,
          signedOn: fc.option(partial),
        }),
        ({ date, state, kind, today, signedOn }) => {
          const milestone: Milestone = {
            id: 'm',
            what: { id: 'Penandatanganan' },
            kind,
            date: date as PartialDate | null,
            state,
            citations: [],
          }
          const { key } = milestonePart(
            milestone,
            { ...model, signedOn: signedOn as PartialDate | null },
            today as LocalDate,
          )
          expect([
            'agreement.milestonePlanned',
            'agreement.milestonePassed',
            'agreement.milestoneUndated',
          ]).toContain(key)
          if (date !== null && date < today.slice(0, date.length))
            expect(key).toBe('agreement.milestonePassed')
        },
      ),
    )
  })
})
