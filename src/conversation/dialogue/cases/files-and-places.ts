import type { TurnInput } from '../../../core/input.ts'
import { part } from '../../answer/draft.ts'
import type { ConversationEvent } from '../../events/event.ts'
import { refusal } from '../fixed-replies.ts'
import type { Outcome } from '../outcome.ts'
import type { Situation } from '../reading.ts'
import { caseOf, isActive, reportOf } from './known-cases.ts'
import { addedOutcome } from './own-cases.ts'
import { askStep, without } from './report-steps.ts'
import { attachmentEvent, goOn } from './report-turn.ts'
import { urgentKeeps } from './urgent.ts'

type Attachment = Extract<TurnInput, { kind: 'attachment' }>

/** A file: kept where a report, an emergency or an addition is being told; else it cannot be read, and its caption can. */
export function attached(
  input: Attachment,
  situation: Situation,
  caption: (text: string) => Outcome,
): Outcome {
  const { state, desk, locale } = situation
  const report = reportOf(situation)
  if (report !== null && !report.paused) {
    const kept = attachmentEvent(report, input)
    const events = [kept, ...captionEvents(report.number, input)]
    // More than one may come: the question stays until it is passed over.
    return report.left[0] === 'attachment'
      ? askStep(report, locale, { lead: [part('answer', 'report.fileSaved')], events })
      : goOn(report, situation, events, [part('answer', 'report.fileSaved')])
  }
  if (state.pending?.kind === 'adding' && desk !== undefined) {
    const { number } = state.pending
    const one = caseOf(desk, number)
    if (one !== undefined && isActive(one)) {
      return {
        ...addedOutcome(number, locale, [
          attachmentEvent({ number }, input),
          ...captionEvents(number, input),
        ]),
        pending: state.pending,
      }
    }
  }
  const { urgent } = state
  const urgently =
    urgent === null
      ? undefined
      : urgentKeeps(situation, [attachmentEvent(urgent, input), ...captionEvents(urgent.number, input)])
  if (urgently !== undefined) return urgently
  if (input.caption.trim() !== '') return caption(input.caption)
  return refusal(locale, `refuse.unsupported.${input.what}`)
}

function captionEvents(
  number: Extract<ConversationEvent, { type: 'case_told' }>['number'],
  { caption }: Attachment,
): readonly ConversationEvent[] {
  const text = caption.trim()
  return text === '' ? [] : [{ type: 'case_told', number, field: 'what', text, region: null, country: null }]
}

/** A position: where it happened, or where somebody in danger is. */
export function locationKept(lat: number, lon: number, situation: Situation): Outcome | undefined {
  const { state, knowledge, locale, country } = { ...situation, country: situation.state.country }
  const valid = Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  if (!valid) return undefined
  const region = knowledge.regions.nearest(lat, lon, NEAR_KM)?.code ?? null
  const told = { type: 'case_told', field: 'place', text: `${lat}, ${lon}`, region, country } as const
  const report = reportOf(situation)
  if (report !== null && !report.paused) {
    return askStep(without(report, 'place'), locale, {
      lead: [part('answer', 'report.saved')],
      events: [{ ...told, number: report.number }],
    })
  }
  return state.urgent === null
    ? undefined
    : urgentKeeps(situation, [{ ...told, number: state.urgent.number }])
}

const NEAR_KM = 120
