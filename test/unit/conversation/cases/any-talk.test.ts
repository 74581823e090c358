/** Reports, emergencies, officers, reminders and offers in any order: never a crash, never a case that was not opened. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ConversationState, initialState } from '../../../../src/conversation/state.ts'
import { readState } from '../../../../src/conversation/stored-state.ts'
import { CASE_KINDS, type CaseView, REMINDER_KINDS } from '../../../../src/core/case.ts'
import type { TurnInput } from '../../../../src/core/input.ts'
import { isSilent } from '../../../../src/core/reply.ts'
import { checkReply } from '../../../support/check-reply.ts'
import { type Said, type TestEngine, TODAY, testEngine } from '../../../support/engine.ts'
import { type FakeDesk, fakeDesk, type OfficerAct } from '../../../support/fake-desk.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await testEngine()
}, 30_000)

const SAYINGS = [
  'lapor',
  'ya',
  'tidak',
  'lewati',
  'batal',
  'selesai',
  'cukup',
  'berhenti',
  'lanjut',
  'lanjut laporan',
  'status laporan',
  'tambah laporan',
  'tambah laporan orangnya nelpon lagi dari 081234567890',
  'cabut laporan',
  'cabut laporan JR-322222',
  'JR-422222',
  'tanpa nama',
  'boleh',
  'malang',
  'yang kabupaten',
  'di malaysia',
  'namanya Joni, PT Maju Jaya, hp 0812-3456-7890',
  'tolong saya dipukul majikan',
  'adik saya disekap di kamboja',
  'saya mau mati saja',
  'bicara dengan petugas',
  'batal bicara dengan petugas',
  'kamu ga ngerti',
  'resep rendang',
  'xqzt wplk',
  'biaya ke taiwan berapa?',
  'ada mou di jember?',
  'istri saya hilang kontak di arab',
  'cek tawaran',
  'LOWONGAN taiwan gaji 20 juta, minat hub wa 0812-1111-2222, biaya 10 juta dulu, langsung berangkat',
  'ingatkan saya kontrak habis 3 maret 2027',
  'ingatkan saya',
  '12 januari 2027',
  'pengingat saya',
  'hapus data saya',
  'terima kasih',
  'halo',
  '1',
  'yang kedua',
  '',
]
const VALUES = [
  ...CASE_KINDS.map((kind) => `report:${kind}`),
  ...REMINDER_KINDS.map((kind) => `remind:${kind}`),
  ...'report_new report_yes report_no report_skip report_stop report_resume reach_chat reach_none withdraw_yes withdraw_no'.split(
    ' ',
  ),
  ...'talk_end unremind check_offer urgent_yes safe_yes safe_no forget_yes menu more region:35.07 region:35.73'.split(
    ' ',
  ),
  ...'topic:report.illegal topic:emergency.worker topic:handover topic:case.status topic:stage.pre'.split(
    ' ',
  ),
  ...'case:JR-322222 add:JR-322222 add:JR-422222 withdraw:JR-322222 add:JR-ZZZZZZ withdraw:JR-999999'.split(
    ' ',
  ),
]
const ACTS: readonly OfficerAct[] = [
  'acknowledges',
  'takes',
  'opens_talk',
  'says',
  'closes_talk',
  'resolves_helped',
]

/** Some seconds; `RUNS=5000` looks harder. */
const RUNS = Number(process.env.RUNS ?? 200)

type Step =
  | { readonly kind: 'input'; readonly input: TurnInput }
  | { readonly kind: 'officer'; readonly act: OfficerAct }
  | { readonly kind: 'wait'; readonly minutes: number }

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc
      .constantFrom(...SAYINGS)
      .map((text) => ({ kind: 'input', input: { kind: 'text', text } }) as const),
  },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(...VALUES)
      .map((value) => ({ kind: 'input', input: { kind: 'choice', value } }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ lat: fc.double(), lon: fc.double() })
      .map(({ lat, lon }) => ({ kind: 'input', input: { kind: 'location', lat, lon } }) as const),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', 'ini fotonya', 'tolong saya dipukul').map(
      (caption) =>
        ({
          kind: 'input',
          input: { kind: 'attachment', what: 'photo', reference: 'x', mime: null, bytes: 1, caption },
        }) as const,
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom(...ACTS).map((act) => ({ kind: 'officer', act }) as const) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(5, 29, 31, 60 * 13).map((minutes) => ({ kind: 'wait', minutes }) as const),
  },
)

/** Plays the steps; `watch` sees each turn with the cases before it. */
function play(
  all: readonly Step[],
  watch: (said: Said, before: readonly CaseView[], input: TurnInput) => void,
): { state: ConversationState; store: FakeDesk } {
  const store = fakeDesk()
  let state = initialState()
  let now = TODAY
  for (const step of all) {
    if (step.kind === 'wait') now = new Date(now.getTime() + step.minutes * 60_000)
    else if (step.kind === 'officer') {
      const [newest] = store.desk.cases
      // An officer cannot do anything with what is over, or was never sent.
      if (newest !== undefined && newest.outcome === null && newest.state !== 'draft')
        store.officer(step.act, now)
    } else {
      const before = store.desk.cases
      const said = engine.take(step.input, state, now, store.desk)
      watch(said, before, step.input)
      store.take(said.events, now)
      const read = readState(JSON.parse(JSON.stringify(said.state)))
      if (read === undefined) throw new Error('The state cannot be read back.')
      state = read
    }
  }
  return { state, store }
}

const many = fc.array(steps, { minLength: 1, maxLength: 14 })

describe('any talk with a desk', () => {
  // The desk throws when an event names a case that was not opened or is over, or opens one under another number.
  it('keeps its promises in any order', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(many, (all) => {
        const { store } = play(all, (said, before, input) => {
          const { reply, events } = said
          const talks = before.some(({ handover }) => handover === 'open')
          const passed = events.some(({ type }) => type === 'case_message')
          // Quiet only while an officer talks, and then every word reaches the officer and nobody else.
          if (isSilent(reply)) {
            expect(talks).toBe(true)
            expect(reply.choices).toEqual([])
            if (input.kind === 'text' && input.text !== '') expect(passed).toBe(true)
          } else checkReply(said)
          if (passed) expect(talks).toBe(true)
          // Nobody in danger is left without a number to call.
          if (input.kind === 'text' && input.text.includes('dipukul')) {
            expect(reply.danger).toBe('emergency')
            expect(reply.contacts.length).toBeGreaterThan(0)
          }
          // At most one case a turn, and without consent none but an emergency.
          const opened = events.filter((event) => event.type === 'case_opened')
          expect(opened.length).toBeLessThanOrEqual(1)
          for (const { consented, opening } of opened) if (!consented) expect(opening.kind).toBe('emergency')
        })
        const emergencies = store.desk.cases.filter(
          ({ kind, outcome }) => kind === 'emergency' && outcome === null,
        )
        expect(emergencies.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: RUNS },
    )
  })
})
