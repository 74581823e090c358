import type { Danger, Topic } from '../../../core/topic.ts'

/** What a topic's training phrases teach the danger model; topics not named here are calm. */
export const DANGER_TRAINING: Partial<Record<Topic, Danger | 'skip'>> = {
  'emergency.worker': 'emergency',
  'emergency.self_harm': 'emergency',
  'placement.check_offer': 'skip',
  'placement.independent': 'skip',
  'report.illegal': 'skip',
  'rights.passport': 'skip',
  'family.lost_contact': 'skip',
  'family.repatriation': 'skip',
}
