import { createHash } from 'node:crypto'
import { inLocale } from '../../core/locale.ts'
import type { Agreement, Milestone } from '../../knowledge/agreement.ts'
import type { Contact } from '../../knowledge/contact.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { inScope } from '../scope.ts'
import { openMilestones, placeOf } from './agreements.ts'
import type { Asking } from './officer-answer.ts'

/** What can be confirmed. */
export type Subject =
  | { readonly kind: 'milestone'; readonly agreement: Agreement; readonly milestone: Milestone }
  | { readonly kind: 'contact'; readonly contact: Contact }

/** Everything in an officer's regions that can be. */
export function subjectsOf(
  what: 'milestones' | 'contacts',
  asking: Asking,
  known: Knowledge,
): readonly Subject[] {
  if (what === 'milestones')
    return openMilestones(asking, known).map((one) => ({ kind: 'milestone', ...one }))
  return known.contacts.all
    .filter(({ region }) => inScope(asking.officer, region))
    .map((contact) => ({ kind: 'contact', contact }))
}

/** Found anew at each step: the knowledge may have changed, and only what is theirs is offered. */
export function findSubject(key: string, asking: Asking, known: Knowledge): Subject | undefined {
  return subjectsOf(key.startsWith('m:') ? 'milestones' : 'contacts', asking, known).find(
    (subject) => keyOf(subject) === key,
  )
}

/** Ids are longer than a button's value may be. */
export function keyOf(subject: Subject): string {
  const short = (id: string) => createHash('sha256').update(id).digest('hex').slice(0, 12)
  return subject.kind === 'milestone'
    ? `m:${short(`${subject.agreement.id}#${subject.milestone.id}`)}`
    : `c:${short(subject.contact.id)}`
}

/** What it is called in lists and questions. */
export function nameOf(subject: Subject, { say, officer }: Asking, knowledge: Knowledge): string {
  if (subject.kind === 'contact') return inLocale(subject.contact.name, officer.locale)
  const { agreement, milestone } = subject
  const what = inLocale(milestone.what, officer.locale)
  const place = placeOf(agreement, knowledge)
  return milestone.date === null
    ? say('officer.confirm.milestoneUndated', { place, what })
    : say('officer.confirm.milestone', { place, what, date: { date: milestone.date } })
}
