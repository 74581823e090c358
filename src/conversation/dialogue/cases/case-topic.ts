import type { CaseKind } from '../../../core/case.ts'
import type { Topic } from '../../../core/topic.ts'

/** The subject a report of a kind belongs to. */
export function topicOf(kind: CaseKind): Topic {
  if (kind === 'emergency') return 'emergency.worker'
  return kind === 'lost_contact' ? 'family.lost_contact' : 'report.illegal'
}

/** What kind of report fits what is being talked about. */
export function reportKind(topic: Topic | null): CaseKind {
  if (topic === 'family.lost_contact') return 'lost_contact'
  return topic?.startsWith('rights.') === true ? 'complaint' : 'illegal_offer'
}
