/** Words that cases, alerts and the officers' desk share. Rules and times: src/alerts. */

export const ALERT_KINDS = [
  'emergency',
  'illegal_offer',
  'lost_contact',
  'complaint',
  'handover',
  'case_message',
  'delivery_refused',
  'message_parked',
  'milestone_due',
  'milestone_passed',
  'source_stale',
  'unanswered_subject',
  'channel_unhealthy',
  'nobody_on_duty',
] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** `emergency` knows no quiet hours; `routine` waits for the morning. */
export const SEVERITIES = ['emergency', 'urgent', 'routine'] as const
export type Severity = (typeof SEVERITIES)[number]

export const ALERT_STATES = ['raised', 'delivered', 'acknowledged', 'resolved'] as const
export type AlertState = (typeof ALERT_STATES)[number]

/** Who is asked next: those of the regency or city, the supervisors of the province, the national desk. */
export const ALERT_LEVELS = ['region', 'province', 'national'] as const
export type AlertLevel = (typeof ALERT_LEVELS)[number]

export const OFFICER_ROLES = ['officer', 'supervisor', 'national', 'admin'] as const
export type OfficerRole = (typeof OFFICER_ROLES)[number]
