import type { TurnInput } from '../../../core/input.ts'
import { inLocale } from '../../../core/locale.ts'
import type { Part } from '../../../core/reply.ts'
import type { Region } from '../../../knowledge/region.ts'
import { draft, part, regionChoice } from '../../answer/draft.ts'
import type { ConversationEvent } from '../../events/event.ts'
import type { ReportStep, ReportTold } from '../../state.ts'
import {
  asksSomething,
  hasOne,
  mayBeReached,
  saysDone,
  skipsQuestion,
  staysAnonymous,
} from '../../understand/lexicon/case-words.ts'
import { knownCountry } from '../ask-topic.ts'
import { kindSaid, regionOfKind } from '../kind-word.ts'
import { type Outcome, outcome } from '../outcome.ts'
import { isTalk, type Reading, type Situation, wordCount } from '../reading.ts'
import { ALSO_ANSWER_FROM } from '../thresholds.ts'
import { RESUME, withdrawChoice } from './case-choices.ts'
import { reportOf, unfinished } from './known-cases.ts'
import { askStep, submit, without } from './report-steps.ts'
import { fieldsOf, toldFacts } from './told-facts.ts'

/** What a person writes while a report waits for an answer. Undefined: something else is meant. */
export function reportTurn(reading: Reading): Outcome | undefined {
  const report = reportOf(reading)
  if (report === null || report.paused) return undefined
  const { read, locale } = reading
  const step = report.left[0] ?? 'reach'
  if (step === 'reach') return reachTurn(report, reading)
  if (skipsQuestion(read.normalised)) return skipStep(report, reading)
  if (step === 'attachment' && saysDone(read.normalised)) return skipStep(report, reading)
  if (read.acts.includes('cancel')) return pauseReport(report, reading)
  // "ya, ada": then it is still to come.
  if (step === 'attachment' && (read.acts.includes('affirm') || hasOne(read.normalised)))
    return goOn(report, reading, [], [])
  const meant = step === 'place' ? namesakeMeant(reading) : undefined
  if (meant !== undefined) return placeKnown(report, meant, reading)
  if (isAside(step, reading)) return undefined
  const events = toldEvents(report, step, reading)
  const open = step === 'place' && reading.settled.open !== null ? reading.settled.open : null
  if (open !== null) {
    // The place is kept as it was said; which of the namesakes is asked once.
    return askStep(report, locale, {
      lead: [part('answer', 'clarify.region', { said: open.said })],
      events,
      choices: open.candidates.slice(0, 5).map(regionChoice),
    })
  }
  return goOn(without(report, ...answeredBy(step, reading)), reading, events)
}

/** "yang kabupaten", after a name that two places share. */
function namesakeMeant({ read, settled, state, knowledge }: Reading): Region | undefined {
  if (settled.regions.length > 0 || settled.open !== null || state.unsettled.length === 0) return undefined
  const kind = kindSaid(read.normalised)
  return kind === null ? undefined : regionOfKind(kind, state, knowledge)
}

/** Where it happened, settled to one place. */
export function placeKnown(report: ReportTold, { code, name }: Region, situation: Situation): Outcome {
  return goOn(without(report, 'place'), situation, [
    { type: 'case_told', number: report.number, field: 'place', text: name, region: code, country: null },
  ])
}

/** The next question, or the end. */
export function goOn(
  report: ReportTold,
  { locale }: Pick<Situation, 'locale'>,
  events: readonly ConversationEvent[],
  lead: readonly Part[] = [part('answer', 'report.saved')],
): Outcome {
  return askStep(report, locale, { lead, events })
}

export function skipStep(report: ReportTold, situation: Situation): Outcome {
  const step = report.left[0] ?? 'reach'
  if (step === 'reach') return submit(report, true, situation)
  return goOn(without(report, step), situation, [], [])
}

/** Put away for now: what was told stays as a draft, and officers do not have it yet. */
export function pauseReport(report: ReportTold, { locale }: Situation): Outcome {
  return outcome({
    action: 'answer',
    topic: 'smalltalk',
    locale,
    drafts: [
      draft({
        parts: [part('answer', 'report.paused', { number: report.number })],
        choices: [RESUME, withdrawChoice(report.number)],
      }),
    ],
    patch: { report: { ...report, paused: true } },
  })
}

/** Goes on where it was left; a draft whose place in the questions was lost begins with the first. */
export function resumeReport(situation: Situation): Outcome | undefined {
  const { desk, locale } = situation
  if (desk === undefined) return undefined
  const draftCase = unfinished(desk)
  const report =
    reportOf(situation) ??
    (draftCase === undefined
      ? null
      : {
          number: draftCase.number,
          kind: draftCase.kind,
          left: ['what', 'recruiter', 'place', 'country', 'attachment', 'reach'] as const,
          paused: false,
        })
  if (report === null) return undefined
  return askStep(report, locale, {
    lead: [part('answer', 'report.resumed', { number: report.number })],
    events: [],
  })
}

/** Something else was answered in the middle of a report: goes on is offered below. */
export function withReportOffer(result: Outcome, report: ReportTold): Outcome {
  const [first, ...others] = result.drafts
  if (first === undefined) return result
  return {
    ...result,
    drafts: [
      {
        ...first,
        parts: [...first.parts, part('next', 'report.goOn', { number: report.number })],
        choices: [RESUME, ...first.choices].slice(0, 6),
      },
      ...others,
    ],
    pending: result.pending ?? { kind: 'confirm_resume' },
    patch: { report: { ...report, paused: true }, ...result.patch },
  }
}

/** A file sent while a report is being told. */
export function attachmentEvent(
  report: Pick<ReportTold, 'number'>,
  { what, reference, mime, bytes }: Extract<TurnInput, { kind: 'attachment' }>,
): ConversationEvent {
  return { type: 'case_attached', number: report.number, what, reference, mime, bytes }
}

/** How to reach the person, or that nobody shall: then it goes to the officers. */
function reachTurn(report: ReportTold, reading: Reading): Outcome | undefined {
  const { read, said } = reading
  if (read.acts.includes('cancel') && !skipsQuestion(read.normalised)) return pauseReport(report, reading)
  if (staysAnonymous(read.normalised) || read.acts.includes('deny') || skipsQuestion(read.normalised))
    return submit(report, true, reading)
  const facts = toldFacts(said)
  if (facts.phones.length > 0) {
    return submit(report, false, reading, [
      { type: 'case_told', number: report.number, field: 'reach', text: said, region: null, country: null },
    ])
  }
  // "sudah" ends things; it allows nobody to write.
  const allows = read.acts.includes('affirm') && !saysDone(read.normalised)
  if (allows || mayBeReached(read.normalised)) return submit(report, false, reading)
  if (isAside('reach', reading)) return undefined
  // Neither yes nor no: what was written is kept, the question comes again.
  return goOn(report, reading, told(report, 'what', reading))
}

/** A question of its own, a greeting, a wish for the menu: not an answer to what the report asked. */
function isAside(step: ReportStep, { read, said }: Reading): boolean {
  if (read.acts.some((act) => STEERS.has(act))) return true
  const [top] = read.topics
  if (top === undefined || top.score < ALSO_ANSWER_FROM || isTalk(top.topic)) return false
  if (!asksSomething(read.normalised, said)) return false
  // A story may end in a question; it is still the story.
  if (step === 'what') return wordCount(read) <= SHORT_QUESTION && !ABOUT_REPORTS.has(top.topic)
  return true
}

const STEERS: ReadonlySet<string> = new Set([
  'menu',
  'forget_me',
  'switch_language',
  'talk_to_person',
  'thanks',
  'goodbye',
  'greeting',
  'repeat',
])
const SHORT_QUESTION = 12
const ABOUT_REPORTS: ReadonlySet<string> = new Set([
  'report.illegal',
  'placement.check_offer',
  'family.lost_contact',
])

/** The steps this message answers: its own, and those whose facts stand in it. */
function answeredBy(step: ReportStep, reading: Reading): readonly ReportStep[] {
  const { read, settled, said } = reading
  const facts = toldFacts(said)
  const named = facts.phones.length + facts.accounts.length + facts.companies.length > 0
  return [
    step,
    ...(named ? (['recruiter'] as const) : []),
    ...(settled.regions.length > 0 ? (['place'] as const) : []),
    ...(read.countries.length > 0 ? (['country'] as const) : []),
    ...(step === 'what' && read.dates.some((day) => day >= reading.today) ? (['leaving'] as const) : []),
  ]
}

/** What this message tells the case: the answer in its own words, and the facts found in it under their fields. */
function toldEvents(report: ReportTold, step: ReportStep, reading: Reading): readonly ConversationEvent[] {
  const { said, read, settled, knowledge, locale } = reading
  const facts = toldFacts(said)
  const region = settled.regions[0]
  const country = knownCountry(read.countries[0] ?? null, knowledge)
  const where = { region: region?.code ?? null, country }
  const tell = (field: Extract<ConversationEvent, { type: 'case_told' }>['field'], text: string) =>
    ({ type: 'case_told', number: report.number, field, text, ...where }) as const
  const found = fieldsOf(facts).map(([field, text]) => tell(field, text))
  if (step === 'recruiter') {
    const name = facts.rest === '' ? [] : [tell('recruiter_name', facts.rest)]
    return name.length + found.length === 0 ? [tell('recruiter_name', said)] : [...name, ...found]
  }
  const field = step === 'attachment' ? 'what' : step
  const name = country === null ? undefined : knowledge.destinations.get(country)?.name
  return [
    tell(field, said),
    ...found,
    ...(step !== 'place' && region !== undefined && report.left.includes('place')
      ? [tell('place', region.name)]
      : []),
    ...(step !== 'country' && name !== undefined && report.left.includes('country')
      ? [tell('country', inLocale(name, locale))]
      : []),
  ]
}

function told(
  report: ReportTold,
  field: 'what' | 'reach',
  { said, read, settled, knowledge }: Reading,
): readonly ConversationEvent[] {
  return [
    {
      type: 'case_told',
      number: report.number,
      field,
      text: said,
      region: settled.regions[0]?.code ?? null,
      country: knownCountry(read.countries[0] ?? null, knowledge),
    },
  ]
}
