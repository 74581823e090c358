import type { CaseNumber } from '../../../core/case.ts'
import type { Part } from '../../../core/reply.ts'
import type { MessageKey } from '../../../core/wording.ts'
import { nationalPart } from '../../answer/contacts.ts'
import { draft, HOTLINE, PERSON, part } from '../../answer/draft.ts'
import type { ConversationEvent } from '../../events/event.ts'
import type { UrgentStep, UrgentTold } from '../../state.ts'
import { asksSomething, saysDone, skipsQuestion } from '../../understand/lexicon/case-words.ts'
import { knownCountry } from '../ask-topic.ts'
import { type Outcome, outcome } from '../outcome.ts'
import { isTalk, type Reading, type Situation } from '../reading.ts'
import { ANSWER_FROM } from '../thresholds.ts'
import { NOT_SAFE, RESUME, reportChoice, SAFE, URGENT_YES } from './case-choices.ts'
import { activeEmergency, caseOf, isBeingTold, reportOf } from './known-cases.ts'

/**
 * The alarm was said; now officers hear of it: a case is opened with the first message, without asking, and one question at
 * a time follows. A second message about the same emergency is added to it.
 */
export function withUrgentCase(reading: Reading, alarm: Outcome): Outcome {
  const { desk, said, settled, read } = reading
  if (desk === undefined) return alarm
  if (alarm.topic === 'family.lost_contact' && alarm.signs.every((sign) => sign === 'distress_call'))
    return withReportOffered(alarm)
  const open = activeEmergency(desk)
  const number = open?.number ?? desk.newNumber
  const where = placesOf(reading)
  const event: ConversationEvent =
    open === undefined
      ? {
          type: 'case_opened',
          number,
          opening: { kind: 'emergency', signs: alarm.signs },
          topic: alarm.topic,
          ...where,
          anonymous: false,
          consented: false,
          told: said,
        }
      : { type: 'case_told', number, field: 'what', text: said, ...where }
  const selfHarm = alarm.topic === 'emergency.self_harm'
  const before = reading.state.urgent?.number === number ? reading.state.urgent : undefined
  const left = (before?.left ?? (selfHarm ? SELF_HARM_STEPS : STEPS)).filter(
    (step) =>
      !(step === 'country' && where.country !== null) && !(step === 'place' && settled.regions.length > 0),
  )
  // The alarm itself asks for the country when it does not know it.
  const asksCountry = alarm.drafts.some(({ parts }) => parts.some(({ key }) => key === 'guard.askCountry'))
  const asked = asksCountry ? 'country' : (left[0] ?? null)
  const rest = left.filter((step) => step !== asked)
  return {
    ...appended(without(alarm, 'guard.askCountry'), [
      part('next', open === undefined ? 'urgent.opened' : 'urgent.added', { number }),
      // The question comes last: it is what is answered.
      ...(asksCountry ? [part('next', 'guard.askCountry')] : []),
      ...(asked === null || asksCountry ? [] : [part('next', `urgent.ask.${asked}`)]),
    ]),
    pending: asksCountry ? alarm.pending : null,
    patch: { ...alarm.patch, urgent: { number, asked, left: rest }, report: pausedReport(reading) },
    events: [...alarm.events, event],
    confidence: Math.max(alarm.confidence, read.topics[0]?.score ?? 0),
  }
}

/** A family without news, and no sign that somebody is hurt: a report of it is offered, with their consent. */
function withReportOffered(alarm: Outcome): Outcome {
  const [first, ...others] = alarm.drafts
  if (first === undefined) return alarm
  return {
    ...alarm,
    drafts: [{ ...first, choices: [reportChoice('lost_contact'), ...first.choices] }, ...others],
  }
}

const STEPS: readonly UrgentStep[] = ['country', 'safe', 'place', 'who']
const SELF_HARM_STEPS: readonly UrgentStep[] = ['company']

/** The emergency button: whether it is meant is known from what comes next. */
export function offerUrgent(menu: Outcome, { desk }: Situation): Outcome {
  if (desk === undefined || activeEmergency(desk) !== undefined) return menu
  const asking = appended(without(menu, 'guard.askCountry'), [part('next', 'urgent.tell')])
  const [first, ...others] = asking.drafts
  return {
    ...asking,
    drafts: first === undefined ? [] : [{ ...first, choices: [URGENT_YES, ...first.choices] }, ...others],
    pending: { kind: 'urgent' },
  }
}

/** After the emergency button: what is written is an emergency unless it asks for something else or calls it off. */
export function urgentAnswered(reading: Reading, alarm: () => Outcome): Outcome | undefined {
  const { read, state } = reading
  if (state.pending?.kind !== 'urgent' || reading.desk === undefined) return undefined
  if (read.acts.some((act) => CALLED_OFF.has(act))) return undefined
  const [top] = read.topics
  const other = top !== undefined && top.score >= ANSWER_FROM && !top.topic.startsWith('emergency.')
  if (other && !isTalk(top.topic) && asksSomething(read.normalised, reading.said)) return undefined
  return withUrgentCase(reading, alarm())
}

/** "Yes, help" tapped without a word: the case begins with nothing told. */
export function urgentTapped(situation: Situation): Outcome | undefined {
  const { state, desk, locale, knowledge } = situation
  if (desk === undefined) return undefined
  const country = knownCountry(state.country, knowledge)
  const left = STEPS.filter((step) => !(step === 'country' && country !== null))
  const [asked, ...rest] = left
  const open = activeEmergency(desk)
  const number = open?.number ?? desk.newNumber
  return outcome({
    action: 'answer',
    topic: 'emergency.worker',
    danger: 'emergency',
    locale,
    drafts: [
      draft({
        parts: [
          part('answer', open === undefined ? 'urgent.opened' : 'urgent.added', { number }),
          ...(asked === undefined ? [] : [part('next', `urgent.ask.${asked}`)]),
          nationalPart(knowledge),
        ],
        contacts: [knowledge.contacts.national],
        choices: [HOTLINE, PERSON],
      }),
    ],
    patch: { urgent: { number, asked: asked ?? null, left: rest } },
    pending: country === null ? { kind: 'country', topic: 'contact.abroad' } : null,
    events:
      open === undefined
        ? [
            {
              type: 'case_opened',
              number,
              opening: { kind: 'emergency', signs: [] },
              topic: 'emergency.worker',
              region: state.region,
              country,
              anonymous: false,
              consented: false,
              told: null,
            },
          ]
        : [],
  })
}

const CALLED_OFF: ReadonlySet<string> = new Set(['deny', 'cancel', 'menu', 'thanks', 'goodbye', 'greeting'])

/** The emergency this person is still telling about. */
export function urgentOf({ state, desk, now }: Situation): UrgentTold | null {
  if (state.urgent === null || desk === undefined) return null
  return isBeingTold(caseOf(desk, state.urgent.number), now) ? state.urgent : null
}

/**
 * While an emergency is being told, every message goes to its case; a question gets its answer besides, and the next thing
 * the officers need is asked.
 */
export function urgentTurn(reading: Reading, otherwise: () => Outcome): Outcome | undefined {
  const urgent = urgentOf(reading)
  if (urgent === null) return undefined
  const { read, said, state } = reading
  if (skipsQuestion(read.normalised)) return goOn(urgent, reading, undefined, [], false)
  const ends = read.acts.includes('cancel') || read.acts.includes('goodbye') || saysDone(read.normalised)
  // "sudah" says yes to "are you safe?".
  const says = urgent.asked === 'safe' && ALREADY.test(read.normalised)
  if (ends && !says) return stopTelling(urgent.number, reading)
  const result = otherwise()
  if (
    read.acts.includes('thanks') ||
    read.acts.includes('forget_me') ||
    read.acts.includes('switch_language')
  )
    return result
  const where = placesOf(reading)
  const event: ConversationEvent = {
    type: 'case_told',
    number: urgent.number,
    field: fieldOf(urgent.asked),
    text: said,
    ...where,
  }
  // What a person in danger writes is rarely a question; unless it is built like one, it is taken as what it tells.
  const answers =
    state.pending?.kind === 'country' && read.countries.length > 0
      ? true
      : result.action === 'answer' && result.topic !== 'smalltalk' && asksSomething(read.normalised, said)
  const unsafe = urgent.asked === 'safe' && read.acts.includes('deny')
  return goOn(urgent, reading, answers || result.action === 'handover' ? result : undefined, [event], unsafe)
}

const ALREADY = /^(?:sudah|sampun|atos|parantos)\b/

/** Tapped: safe, or not. */
export function safeTapped(safe: boolean, situation: Situation): Outcome | undefined {
  const urgent = urgentOf(situation)
  if (urgent === null) return undefined
  const { state } = situation
  const event: ConversationEvent = {
    type: 'case_told',
    number: urgent.number,
    field: 'what',
    text: safe ? 'safe now: yes' : 'safe now: no',
    region: null,
    country: state.country,
  }
  return goOn(urgent, situation, undefined, [event], !safe)
}

/** A file or a position belongs to the emergency that is being told. */
export function urgentKeeps(situation: Situation, events: readonly ConversationEvent[]): Outcome | undefined {
  const urgent = urgentOf(situation)
  return urgent === null ? undefined : goOn(urgent, situation, undefined, events, false)
}

function goOn(
  urgent: UrgentTold,
  { locale, knowledge, state, desk }: Situation,
  answered: Outcome | undefined,
  events: readonly ConversationEvent[],
  unsafe: boolean,
): Outcome {
  const taken = desk !== undefined && caseOf(desk, urgent.number)?.state === 'in_progress'
  const left = urgent.left.filter((step) => !(step === 'country' && state.country !== null))
  // A report was put aside for this emergency.
  const waits = reportOf({ state, desk })
  // An officer who has it asks for what is missing.
  const asked = taken ? null : (left[0] ?? null)
  const ask: readonly Part[] = [
    ...(unsafe ? [part('next', 'guard.emergencyStep')] : []),
    ...(asked === null ? [] : [part('next', `urgent.ask.${asked}`)]),
    ...(asked === null && waits !== null ? [part('next', 'report.goOn', { number: waits.number })] : []),
  ]
  const patch = { urgent: { ...urgent, asked, left: left.filter((step) => step !== asked) } }
  const noted = part(answered === undefined ? 'answer' : 'next', 'urgent.noted', { number: urgent.number })
  if (answered !== undefined) {
    const result = appended(answered, [noted, ...ask])
    return { ...result, patch: { ...answered.patch, ...patch }, events: [...answered.events, ...events] }
  }
  return outcome({
    action: 'answer',
    topic: 'emergency.worker',
    locale,
    drafts: [
      draft({
        parts: [noted, ...ask, nationalPart(knowledge)],
        contacts: [knowledge.contacts.national],
        choices:
          asked === 'safe'
            ? [SAFE, NOT_SAFE, HOTLINE]
            : [...(asked === null && waits !== null ? [RESUME] : []), HOTLINE, PERSON],
      }),
    ],
    patch,
    events,
  })
}

function stopTelling(number: CaseNumber, { locale, knowledge }: Situation): Outcome {
  return outcome({
    action: 'answer',
    topic: 'emergency.worker',
    locale,
    drafts: [
      draft({
        parts: [part('answer', 'urgent.stopped', { number }), nationalPart(knowledge)],
        contacts: [knowledge.contacts.national],
        choices: [HOTLINE, PERSON],
      }),
    ],
    patch: { urgent: null },
  })
}

function fieldOf(asked: UrgentStep | null): 'what' | 'place' | 'country' | 'recruiter_name' {
  if (asked === 'place' || asked === 'country') return asked
  return 'what'
}

function placesOf({ settled, read, state, knowledge }: Reading) {
  return {
    region: settled.regions[0]?.code ?? null,
    country: read.countries[0] ?? knownCountry(state.country, knowledge),
  }
}

function pausedReport({ state }: Situation) {
  return state.report === null ? null : { ...state.report, paused: true }
}

function without(result: Outcome, key: MessageKey): Outcome {
  return {
    ...result,
    drafts: result.drafts.map((one) => ({ ...one, parts: one.parts.filter((said) => said.key !== key) })),
  }
}

/** The outcome with more said at the end of its first answer. */
function appended(result: Outcome, parts: readonly Part[]): Outcome {
  const [first, ...others] = result.drafts
  return {
    ...result,
    drafts:
      first === undefined ? [draft({ parts })] : [{ ...first, parts: [...first.parts, ...parts] }, ...others],
  }
}
