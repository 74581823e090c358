import type { Rule } from '../matching/rule.ts'
import { SELF_HARM, SEXUAL_ABUSE } from './abuse.ts'
import { BEING_TAKEN, CONFINEMENT, RANSOM, SCAM_COMPOUND, TRAFFICKING } from './captivity.ts'
import {
  DOCUMENTS_TAKEN,
  NO_FOOD,
  PHONE_TAKEN,
  STRANDED,
  THROWN_OUT,
  UNTREATED_ILLNESS,
} from './deprivation.ts'
import { DEBT_BONDAGE, PAY_FIRST } from './offer-money.ts'
import {
  CLOSED_COUNTRY,
  CONTRACTS,
  DOCUMENTS_HELD,
  FALSE_IDENTITY,
  TOURIST_VISA,
  TRANSIT_COUNTRY,
  UMRAH_VISA,
} from './offer-papers.ts'
import {
  INDIVIDUAL_RECRUITER,
  LEAVE_WITHIN_DAYS,
  LURES,
  SCAM_JOB,
  SECRECY,
  SOCIAL_MEDIA_OFFER,
  TOO_GOOD,
  UNLICENSED_COMPANY,
} from './offer-people.ts'
import { ARRESTED, AT_SEA, CONFLICT, DISTRESS_CALL } from './peril.ts'
import { THREAT, VIOLENCE } from './violence.ts'

export const EMERGENCY_RULES: readonly Rule[] = [
  ...SELF_HARM,
  ...SEXUAL_ABUSE,
  ...VIOLENCE,
  ...THREAT,
  ...CONFINEMENT,
  ...TRAFFICKING,
  ...SCAM_COMPOUND,
  ...RANSOM,
  ...BEING_TAKEN,
  ...DOCUMENTS_TAKEN,
  ...PHONE_TAKEN,
  ...NO_FOOD,
  ...THROWN_OUT,
  ...STRANDED,
  ...UNTREATED_ILLNESS,
  ...AT_SEA,
  ...ARRESTED,
  ...CONFLICT,
  ...DISTRESS_CALL,
]

export const OFFER_RULES: readonly Rule[] = [
  ...TOURIST_VISA,
  ...UMRAH_VISA,
  ...PAY_FIRST,
  ...INDIVIDUAL_RECRUITER,
  ...CONTRACTS,
  ...DOCUMENTS_HELD,
  ...FALSE_IDENTITY,
  ...TRANSIT_COUNTRY,
  ...TOO_GOOD,
  ...LEAVE_WITHIN_DAYS,
  ...SOCIAL_MEDIA_OFFER,
  ...CLOSED_COUNTRY,
  ...SCAM_JOB,
  ...UNLICENSED_COMPANY,
  ...DEBT_BONDAGE,
  ...SECRECY,
  ...LURES,
]
