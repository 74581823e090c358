import type { ReminderKind, ReminderView } from '../../../core/case.ts'
import { type LocalDate, type PartialDate, partialDate } from '../../../core/dates.ts'
import type { RegionCode } from '../../../core/ids.ts'
import type { Part } from '../../../core/reply.ts'
import { draft, MENU, part } from '../../answer/draft.ts'
import type { ConversationEvent } from '../../events/event.ts'
import type { Pending } from '../../state.ts'
import { reminderKindIn } from '../../understand/lexicon/case-words.ts'
import { type Outcome, outcome } from '../outcome.ts'
import type { Reading, Situation } from '../reading.ts'
import { remindChoice, UNREMIND } from './case-choices.ts'

const KINDS: readonly ReminderKind[] = ['contract_end', 'departure', 'next_step', 'agreement_signed']
const NEEDS_DAY: ReadonlySet<ReminderKind> = new Set<ReminderKind>(['contract_end', 'departure'])
/** Without a day of its own the next step is asked about after a week. */
const NEXT_STEP_DAYS = 7

/** "ingatkan saya kontrak habis 3 maret 2027": what, and when. */
export function remind(reading: Reading): Outcome {
  const { read } = reading
  if (reading.desk === undefined) return said([part('answer', 'reminder.cannotKeep')], reading)
  const kind = reminderKindIn(read.normalised)
  if (kind !== null) return remindOf(kind, reading, read.dates[0], reading.settled.regions[0]?.code)
  return ask(
    [part('answer', 'reminder.askKind')],
    { kind: 'reminder_kind' },
    reading,
    KINDS.map(remindChoice),
  )
}

/** One kind, from a button or a message. */
export function remindOf(
  kind: ReminderKind,
  situation: Situation,
  day: LocalDate | undefined,
  place: RegionCode | undefined,
): Outcome {
  const { desk, today, state, knowledge } = situation
  if (desk === undefined) return said([part('answer', 'reminder.cannotKeep')], situation)
  if (kind === 'agreement_signed') {
    const code = place ?? state.region
    const region = code === null ? undefined : knowledge.regions.byCode(code)
    if (region === undefined)
      return ask([part('answer', 'reminder.askRegion')], { kind: 'reminder_date', reminder: kind }, situation)
    return kept([part('answer', 'reminder.keptAgreement', { region: region.name })], situation, {
      type: 'reminder_wanted',
      kind,
      on: null,
      region: region.code,
    })
  }
  const wanted = day ?? (NEEDS_DAY.has(kind) ? undefined : daysAfter(today, NEXT_STEP_DAYS))
  if (wanted === undefined || wanted <= today) {
    return ask(
      [
        ...(wanted === undefined
          ? []
          : [part('answer', 'reminder.past', { date: { date: partialDate(wanted) } })]),
        part('answer', NEEDS_DAY.has(kind) ? `reminder.askDay.${kind}` : 'reminder.askDay.next_step'),
      ],
      { kind: 'reminder_date', reminder: kind },
      situation,
    )
  }
  return kept([part('answer', `reminder.kept.${kind}`, { date: { date: partialDate(wanted) } })], situation, {
    type: 'reminder_wanted',
    kind,
    on: wanted,
    region: state.region,
  })
}

/** The day, the region or the kind that was asked for. */
export function reminderPending(reading: Reading): Outcome | undefined {
  const { state, read, settled } = reading
  const { pending } = state
  if (pending?.kind === 'reminder_kind') {
    const kind = reminderKindIn(read.normalised)
    return kind === null ? undefined : remindOf(kind, reading, read.dates[0], settled.regions[0]?.code)
  }
  if (pending?.kind !== 'reminder_date') return undefined
  if (read.acts.includes('cancel') || read.acts.includes('deny'))
    return said([part('answer', 'smalltalk.ok')], reading)
  const region = settled.regions[0]?.code
  if (pending.reminder === 'agreement_signed')
    return region === undefined ? undefined : remindOf(pending.reminder, reading, undefined, region)
  const [day] = read.dates
  if (day !== undefined) return remindOf(pending.reminder, reading, day, region)
  // Numbers or a month, but no day that can be read: asked again in the form that can.
  return /\d/.test(read.normalised)
    ? ask([part('answer', 'reminder.unreadable')], pending, reading)
    : undefined
}

/** "berhenti": all of them at once. */
export function cancelReminders(situation: Situation): Outcome {
  const { desk } = situation
  if (desk === undefined || desk.reminders.length === 0)
    return said([part('answer', 'reminder.none')], situation)
  return said([part('answer', 'reminder.cancelled')], situation, [
    { type: 'reminders_cancelled', kind: null },
  ])
}

export function listReminders(situation: Situation): Outcome {
  const { desk, locale } = situation
  if (desk === undefined) return said([part('answer', 'reminder.cannotKeep')], situation)
  if (desk.reminders.length === 0)
    return ask(
      [part('answer', 'reminder.none')],
      { kind: 'reminder_kind' },
      situation,
      KINDS.map(remindChoice),
    )
  return outcome({
    action: 'answer',
    topic: 'smalltalk',
    locale,
    drafts: [
      draft({
        parts: [
          part('answer', 'reminder.list'),
          ...desk.reminders.slice(0, MOST_LISTED).map(line),
          part('next', 'reminder.stop'),
        ],
        choices: [UNREMIND, MENU],
      }),
    ],
  })
}

const MOST_LISTED = 6

function line({ kind, on }: ReminderView): Part {
  return on === null
    ? part('fact', 'reminder.lineOpen', { what: { key: `choice.remind.${kind}` } })
    : part('fact', 'reminder.line', {
        what: { key: `choice.remind.${kind}` },
        date: { date: on as PartialDate },
      })
}

function kept(
  parts: readonly Part[],
  situation: Situation,
  event: Extract<ConversationEvent, { type: 'reminder_wanted' }>,
): Outcome {
  const result = said([...parts, part('next', 'reminder.stop')], situation, [event])
  return { ...result, drafts: result.drafts.map((one) => ({ ...one, choices: [UNREMIND, MENU] })) }
}

function said(
  parts: readonly Part[],
  { locale }: Situation,
  events: readonly ConversationEvent[] = [],
): Outcome {
  return outcome({
    action: 'answer',
    topic: 'smalltalk',
    locale,
    drafts: [draft({ parts, choices: [MENU] })],
    events,
  })
}

function ask(
  parts: readonly Part[],
  pending: Pending,
  { locale }: Situation,
  choices: Parameters<typeof draft>[0]['choices'] = [MENU],
): Outcome {
  return outcome({
    action: 'clarify',
    topic: 'smalltalk',
    locale,
    drafts: [draft({ parts, choices })],
    pending,
  })
}

function daysAfter(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as LocalDate
}
