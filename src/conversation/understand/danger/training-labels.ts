import type { Danger, Topic } from '../../../core/topic.ts'

/**
 * What each topic's phrases teach the danger model; a topic that is not named teaches "none". `skip`: the file mixes calm
 * questions and people in danger, and would teach either wrongly.
 */
export const DANGER_TRAINING: Readonly<Partial<Record<Topic, Danger | 'skip'>>> = {
  'emergency.worker': 'emergency',
  'emergency.self_harm': 'emergency',
  'placement.check_offer': 'illegal_offer',
  'placement.independent': 'skip',
  'report.illegal': 'skip',
  'rights.passport': 'skip',
  'family.lost_contact': 'skip',
  'family.repatriation': 'skip',
}
