import type { CaseKind, ReportField } from '../../../core/case.ts'
import { answer } from '../../answer/answer.ts'
import { whomToContact } from '../../answer/contacts.ts'
import { draft, HOTLINE, part } from '../../answer/draft.ts'
import type { ReportStep } from '../../state.ts'
import { NOTHING_ASKED } from '../ask-topic.ts'
import { menuChoices } from '../fixed-replies.ts'
import { type Outcome, outcome } from '../outcome.ts'
import type { Situation } from '../reading.ts'
import { AGREE, NEW_REPORT, REFUSE, RESUME } from './case-choices.ts'
import { topicOf } from './case-topic.ts'
import { unfinished } from './known-cases.ts'
import { askStep } from './report-steps.ts'
import { fieldsOf, toldFacts } from './told-facts.ts'

/** Before anything is kept: what, why, how long, and that no name is needed. Asked once; an unfinished report is offered first. */
export function askConsent(situation: Situation, kind: CaseKind, anew = false): Outcome {
  const { state, desk, locale, knowledge } = situation
  if (desk === undefined) return cannotKeep(situation)
  const open = unfinished(desk)
  if (open !== undefined && !anew) {
    return outcome({
      action: 'clarify',
      topic: topicOf(open.kind),
      locale,
      drafts: [
        draft({
          parts: [part('answer', 'report.unfinished', { number: open.number })],
          choices: [RESUME, NEW_REPORT],
        }),
      ],
      pending: { kind: 'confirm_resume' },
      // An advert checked just before still belongs to the report.
      patch: { quoted: state.quoted },
    })
  }
  const whom = whomToContact(knowledge, undefined)
  return outcome({
    action: 'clarify',
    topic: topicOf(kind),
    locale,
    drafts: [
      draft({
        parts: [
          part('answer', 'report.consent'),
          part('answer', 'report.consentRights'),
          part('next', 'report.consentAsk'),
          ...whom.parts,
        ],
        contacts: whom.contacts,
        choices: [AGREE, REFUSE],
      }),
    ],
    pending: { kind: 'confirm_report', case: kind },
    patch: { quoted: state.quoted },
    events: [{ type: 'report_started', topic: topicOf(kind), region: state.region, country: state.country }],
  })
}

/** Consent was given: the case begins, with the advert that was just checked if there is one. */
export function beginReport({ state, desk, locale }: Situation, kind: CaseKind): Outcome | undefined {
  if (desk === undefined) return undefined
  const number = desk.newNumber
  const { quoted, region, country } = state
  const facts = quoted === null ? [] : fieldsOf(toldFacts(quoted))
  // What the advert says already is not asked again.
  const known: readonly ReportStep[] =
    quoted === null
      ? []
      : [
          'what',
          ...(facts.length > 0 ? ['recruiter' as const] : []),
          ...(country === null ? [] : ['country' as const]),
        ]
  const tell = (field: ReportField, text: string) =>
    ({ type: 'case_told', number, field, text, region: null, country: null }) as const
  const report = { number, kind, left: STEPS[kind].filter((step) => !known.includes(step)), paused: false }
  return askStep(report, locale, {
    lead: [
      part('answer', 'report.begun', { number }),
      ...(quoted === null ? [] : [part('answer', 'report.quoted')]),
    ],
    events: [
      {
        type: 'case_opened',
        number,
        opening: { kind, signs: [] },
        topic: topicOf(kind),
        region,
        country,
        anonymous: false,
        consented: true,
        told: null,
      },
      ...(quoted === null ? [] : [tell('what', quoted), ...facts.map(([field, text]) => tell(field, text))]),
    ],
  })
}

const STEPS: Readonly<Record<CaseKind, readonly ReportStep[]>> = {
  illegal_offer: ['what', 'recruiter', 'place', 'country', 'leaving', 'attachment', 'reach'],
  lost_contact: ['what', 'country', 'recruiter', 'place', 'attachment', 'reach'],
  complaint: ['what', 'recruiter', 'country', 'place', 'attachment', 'reach'],
  emergency: ['what', 'country', 'place', 'reach'],
  handover: ['what', 'reach'],
}

/** No consent: nothing is kept; where to report without us. */
export function consentRefused(situation: Situation): Outcome {
  return elsewhere(situation, 'report.refused')
}

/** Here nothing can be stored, and that is said; where to report instead. */
export function cannotKeep(situation: Situation): Outcome {
  return elsewhere(situation, 'report.cannotKeep')
}

function elsewhere(
  { state, knowledge, locale, today }: Situation,
  key: 'report.refused' | 'report.cannotKeep',
): Outcome {
  const region = state.region === null ? undefined : knowledge.regions.byCode(state.region)
  const where = answer({
    ...NOTHING_ASKED,
    topic: 'report.illegal',
    regions: region === undefined ? [] : [region],
    locale,
    today,
    told: [],
    room: 300,
    knowledge,
  })
  return outcome({
    action: 'answer',
    topic: 'report.illegal',
    locale,
    drafts: [
      {
        ...where,
        parts: [part('answer', key), ...where.parts],
        choices: [HOTLINE, ...menuChoices().slice(4, 5)],
      },
    ],
  })
}
