/** What a question can be about. The list and its meaning are the project's; see GLOSSARY.md. */
export const TOPICS = [
  'placement.requirements',
  'placement.documents',
  'placement.cost',
  'placement.check_agency',
  'placement.check_offer',
  'placement.schemes',
  'placement.destination',
  'placement.age',
  'placement.health',
  'placement.training',
  'placement.independent',
  'documents.passport_visa',
  'stage.pre',
  'stage.during',
  'stage.post',
  'stage.empowerment',
  'agreement.status',
  'agreement.content',
  'agreement.parties',
  'agreement.dates',
  'agreement.where',
  'contact.local',
  'contact.abroad',
  'contact.hotline',
  'report.illegal',
  'emergency.worker',
  'emergency.self_harm',
  'family.lost_contact',
  'family.death',
  'family.repatriation',
  'rights.wages',
  'rights.passport',
  'rights.contract',
  'rights.insurance',
  'voting.abroad',
  'stats',
  'case.status',
  'privacy',
  'handover',
  'smalltalk',
  'out_of_scope',
] as const
export type Topic = (typeof TOPICS)[number]

export function isTopic(text: string): text is Topic {
  return (TOPICS as readonly string[]).includes(text)
}

/** How much danger a message speaks of. Emergencies outrank illegal offers. */
export const DANGERS = ['none', 'illegal_offer', 'emergency'] as const
export type Danger = (typeof DANGERS)[number]

/** Signs of a worker in danger. */
export const EMERGENCY_SIGNS = [
  'violence',
  'confinement',
  'trafficking',
  'scam_compound',
  'sexual_abuse',
  'documents_taken',
  'phone_taken',
  'no_food',
  'thrown_out',
  'threat',
  'ransom',
  'stranded',
  'at_sea',
  'untreated_illness',
  'arrested',
  'conflict',
  'being_taken',
  'self_harm',
  'distress_call',
] as const
/** Signs of an illegal offer. Each has a stored, sourced reason (prisma/seed/facts/dangers.json). */
export const OFFER_SIGNS = [
  'tourist_visa',
  'umrah_visa',
  'pay_first',
  'individual_recruiter',
  'no_contract',
  'contract_after_arrival',
  'documents_held',
  'false_identity',
  'transit_country',
  'too_good',
  'leave_within_days',
  'social_media_offer',
  'closed_country',
  'scam_job',
  'unlicensed_company',
  'debt_bondage',
  'secrecy',
] as const
export type EmergencySign = (typeof EMERGENCY_SIGNS)[number]
export type OfferSign = (typeof OFFER_SIGNS)[number]
export type DangerSign = EmergencySign | OfferSign

/** Where a person stands on the road. */
export const STAGES = ['pre', 'during', 'post', 'empowerment'] as const
export type StageId = (typeof STAGES)[number]
