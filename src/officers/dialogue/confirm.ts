import { localDay } from '../../alerts/local-time.ts'
import type { SaidChoice } from '../../core/channel.ts'
import type { PartialDate } from '../../core/dates.ts'
import { pressValue } from '../../core/officer-press.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { findSubject, keyOf, nameOf, type Subject, subjectsOf } from './confirm-subject.ts'
import { canShow, readDay, readPhones, readPublisher, readUrl } from './confirm-values.ts'
import type { Confirming, ConfirmSource } from './confirming.ts'
import { type Asking, type OfficerAnswer, said } from './officer-answer.ts'
import { refusalWords } from './refusal.ts'
import type { ConfirmDraft, ConfirmField, StepStore } from './steps.ts'

/**
 * `/konfirmasi`: a milestone happened or was cancelled, or an office's number is right, because a page says so. One
 * question at a time; every answer is kept, so that a restart costs nothing.
 */
export interface ConfirmParts {
  readonly steps: StepStore
  readonly knowledge: () => Knowledge
  readonly confirming: Confirming
}

const MOST_LISTED = 12

/** What there is to confirm in their regions; of all of it, what a text names. */
export function confirmList(
  asking: Asking,
  { knowledge }: ConfirmParts,
  what: 'milestones' | 'contacts' | { readonly named: string },
): OfficerAnswer {
  const { say, officer } = asking
  if (officer.role === 'officer') return said(refusalWords({ kind: 'not_allowed' }, say))
  const known = knowledge()
  const all = (typeof what === 'object' ? (['milestones', 'contacts'] as const) : [what])
    .flatMap((one) => subjectsOf(one, asking, known))
    .map((subject) => ({ label: nameOf(subject, asking, known), value: confirmValue(keyOf(subject)) }))
  const choices: SaidChoice[] = all
    .filter(({ label }) => typeof what !== 'object' || label.toLowerCase().includes(what.named.toLowerCase()))
    .slice(0, MOST_LISTED)
  const head = choices.length === 0 ? 'nothing' : what === 'contacts' ? 'contactsHead' : 'milestonesHead'
  if (what === 'milestones')
    choices.push({ label: say('officer.confirm.contacts'), value: confirmValue('contacts') })
  return said(say(`officer.confirm.${head}`), choices)
}

/** A pressed button of this dialogue. */
export async function confirmPress(
  choice: string,
  asking: Asking,
  parts: ConfirmParts,
): Promise<OfficerAnswer> {
  const { officer, say } = asking
  if (choice === 'contacts') return confirmList(asking, parts, 'contacts')
  if (/^[mc]:/.test(choice)) {
    if (findSubject(choice, asking, parts.knowledge()) === undefined) return said(say('officer.stale'))
    return ask({ subject: choice }, asking, parts)
  }
  const step = await parts.steps.get(officer.id, asking.now)
  if (step?.kind !== 'confirm') return said(say('officer.stale'))
  const { draft } = step
  switch (choice) {
    case 'result:done':
      return ask({ ...draft, result: 'done' }, asking, parts)
    case 'result:cancelled':
      return ask({ ...draft, result: 'cancelled' }, asking, parts)
    case 'happened:planned': {
      const subject = findSubject(draft.subject, asking, parts.knowledge())
      const planned = subject?.kind === 'milestone' ? subject.milestone.date : null
      return planned === null ? said(say('officer.stale')) : take('happened', planned, draft, asking, parts)
    }
    case 'phones:same':
      return ask({ ...draft, phones: [] }, asking, parts)
    case 'save':
      return save(draft, asking, parts)
    case 'drop':
      await parts.steps.clear(officer.id)
      return said(say('officer.cancelled'))
    default:
      return said(say('officer.stale'))
  }
}

/** What was typed as the answer to the last question. */
export async function confirmText(
  text: string,
  draft: ConfirmDraft,
  asking: Asking,
  parts: ConfirmParts,
): Promise<OfficerAnswer> {
  const subject = findSubject(draft.subject, asking, parts.knowledge())
  if (subject === undefined) return said(asking.say('officer.stale'))
  const field = nextField(draft, subject)
  if (field === null || field === 'result') return ask(draft, asking, parts)
  return take(field, text, draft, asking, parts)
}

async function take(
  field: Exclude<ConfirmField, 'result'>,
  text: string,
  draft: ConfirmDraft,
  asking: Asking,
  parts: ConfirmParts,
): Promise<OfficerAnswer> {
  const { say } = asking
  const today = todayOf(asking)
  const again = (key: 'badDate' | 'future' | 'tooEarly' | 'badPhones' | 'badUrl' | 'badPublisher') =>
    said(say(`officer.confirm.${key}`))
  switch (field) {
    case 'happened': {
      const day = readDay(text)
      if (day === undefined) return again('badDate')
      return day > today ? again('future') : ask({ ...draft, happened: day }, asking, parts)
    }
    case 'phones': {
      const phones = readPhones(text)
      return phones === undefined ? again('badPhones') : ask({ ...draft, phones }, asking, parts)
    }
    case 'url': {
      const url = readUrl(text)
      return url === undefined ? again('badUrl') : ask({ ...draft, url }, asking, parts)
    }
    case 'publisher': {
      const publisher = readPublisher(text)
      return publisher === undefined ? again('badPublisher') : ask({ ...draft, publisher }, asking, parts)
    }
    case 'published': {
      const day = readDay(text)
      if (day === undefined) return again('badDate')
      if (day > today) return again('future')
      return canShow(day, draft.happened ?? null, today)
        ? ask({ ...draft, published: day }, asking, parts)
        : again('tooEarly')
    }
  }
}

/** Keeps the draft and asks what is still missing; at the end everything is shown once more. */
async function ask(draft: ConfirmDraft, asking: Asking, parts: ConfirmParts): Promise<OfficerAnswer> {
  const { officer, say } = asking
  const subject = findSubject(draft.subject, asking, parts.knowledge())
  if (subject === undefined) return said(say('officer.stale'))
  await parts.steps.put(officer.id, { kind: 'confirm', draft }, asking.now)
  const name = nameOf(subject, asking, parts.knowledge())
  const field = nextField(draft, subject)
  const choice = (label: string, value: string): SaidChoice => ({ label, value: confirmValue(value) })
  const drop = choice(say('officer.confirm.drop'), 'drop')
  switch (field) {
    case 'result':
      return said(say('officer.confirm.askResult', { name }), [
        choice(say('officer.confirm.happened'), 'result:done'),
        choice(say('officer.confirm.cancelled'), 'result:cancelled'),
        drop,
      ])
    case 'happened': {
      const planned = subject.kind === 'milestone' ? subject.milestone.date : null
      const today = todayOf(asking)
      const offer = planned !== null && planned.length === 10 && planned <= today
      return said(say('officer.confirm.askHappened', { name }), [
        ...(offer
          ? [choice(say('officer.confirm.onPlanned', { date: { date: planned } }), 'happened:planned')]
          : []),
        drop,
      ])
    }
    case 'phones':
      return said(
        say('officer.confirm.askPhones', {
          name,
          phones: subject.kind === 'contact' ? subject.contact.phones.join(', ') : '',
        }),
        [choice(say('officer.confirm.samePhones'), 'phones:same'), drop],
      )
    case 'url':
      return said(say('officer.confirm.askUrl'), [drop])
    case 'publisher':
      return said(say('officer.confirm.askPublisher'), [drop])
    case 'published':
      return said(say('officer.confirm.askPublished'), [drop])
    case null:
      return said(summary(draft, subject, asking, parts.knowledge()), [
        choice(say('officer.confirm.save'), 'save'),
        drop,
      ])
  }
}

async function save(draft: ConfirmDraft, asking: Asking, parts: ConfirmParts): Promise<OfficerAnswer> {
  const { officer, say, now } = asking
  const subject = findSubject(draft.subject, asking, parts.knowledge())
  const source = sourceOf(draft)
  if (subject === undefined || source === undefined || nextField(draft, subject) !== null)
    return said(say('officer.stale'))
  const done =
    subject.kind === 'milestone'
      ? await parts.confirming.milestone(
          officer.id,
          {
            agreement: subject.agreement.id,
            milestone: subject.milestone.id,
            result: draft.result ?? 'done',
            happened: draft.happened ?? null,
            source,
          },
          now,
        )
      : await parts.confirming.contact(
          officer.id,
          {
            contact: subject.contact.id,
            phones: draft.phones === undefined || draft.phones.length === 0 ? null : draft.phones,
            source,
          },
          now,
        )
  await parts.steps.clear(officer.id)
  if (done.kind === 'done') return said(say('officer.confirm.saved'))
  return said(done.kind === 'ended' ? say('officer.confirm.already') : refusalWords(done, say))
}

function nextField(draft: ConfirmDraft, subject: Subject): ConfirmField | null {
  if (subject.kind === 'milestone') {
    if (draft.result === undefined) return 'result'
    if (draft.result === 'done' && draft.happened === undefined) return 'happened'
  } else if (draft.phones === undefined) return 'phones'
  if (draft.url === undefined) return 'url'
  if (draft.publisher === undefined) return 'publisher'
  return draft.published === undefined ? 'published' : null
}

function sourceOf({ url, publisher, published }: ConfirmDraft): ConfirmSource | undefined {
  if (url === undefined || publisher === undefined || published === undefined) return undefined
  return { url, publisher, publishedOn: published }
}

function summary(draft: ConfirmDraft, subject: Subject, asking: Asking, knowledge: Knowledge): string {
  const { say } = asking
  const lines = [say('officer.confirm.summary', { name: nameOf(subject, asking, knowledge) })]
  if (subject.kind === 'milestone')
    lines.push(
      draft.result === 'done'
        ? say('officer.confirm.summaryDone', { date: { date: draft.happened ?? ('' as PartialDate) } })
        : say('officer.confirm.summaryCancelled'),
    )
  else
    lines.push(
      draft.phones === undefined || draft.phones.length === 0
        ? say('officer.confirm.summarySame')
        : say('officer.confirm.summaryPhones', { phones: draft.phones.join(', ') }),
    )
  const source = sourceOf(draft)
  if (source !== undefined)
    lines.push(
      say('officer.confirm.summarySource', {
        publisher: source.publisher,
        date: { date: source.publishedOn },
        url: source.url,
      }),
    )
  return lines.join('\n')
}

/** A day of the calendar, to compare with what sources give. */
function todayOf({ now }: Asking): PartialDate {
  return localDay(now, 'WIB') as string as PartialDate
}

function confirmValue(choice: string): string {
  return pressValue({ kind: 'confirm', choice })
}
