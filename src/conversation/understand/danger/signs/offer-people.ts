import { rules } from '../matching/rule.ts'

/** Somebody who is no company finds workers. */
export const INDIVIDUAL_RECRUITER = rules(
  'individual_recruiter',
  `
  3 KIN|SOMEONE OFFERED WORK|ABROAD ~9
  2 KIN|SOMEONE OFFERED ~5
  2 RECRUITER OFFERED|SENDS ~6
  3 KIN|SOMEONE > SENDS ABROAD|WORK ~9
  2 OFFERED ABROAD ~7
  2 NO_PT
  3 NO_PT DEPART|WORK|OFFERED|SAYS ~8
  2 RECRUITER SAYS ~5
  `,
)

export const UNLICENSED_COMPANY = rules(
  'unlicensed_company',
  `
  3 NO_COMPANY RECRUITER|OFFERED|WORK|SAYS|VACANCY ~9
  2 NO_COMPANY
  2 SUSPECT RECRUITER ~5
  `,
)

export const SOCIAL_MEDIA_OFFER = rules(
  'social_media_offer',
  `
  3 SOCIAL OFFERED WORK|ABROAD|SALARY ~9
  2 SOCIAL OFFERED ~6
  3 SOCIAL VACANCY ~5
  2 SOCIAL SALARY ~9
  3 SOCIAL VACANCY ABROAD|WORK ~9
  1 SOCIAL ABROAD ~6
  `,
)

export const SECRECY = rules(
  'secrecy',
  `
  3 SECRET SAYS|RECRUITER|OFFERED|DEPART|KIN ~7
  2 SECRET
  3 FAMILY_LETTER
  `,
)

export const LEAVE_WITHIN_DAYS = rules(
  'leave_within_days',
  `
  2 DEPART SOON ~6
  3 DEPART SOON SAYS|OFFERED|RECRUITER|NO_SKILL ~9
  3 SOON > DEPART NOT ~9
  `,
)

/** Pay for no skill, everything free, money in the hand of the family. */
export const TOO_GOOD = rules(
  'too_good',
  `
  3 HIGH_PAY NO_SKILL ~14
  3 HIGH_PAY OFFERED|VACANCY ~12
  2 HIGH_PAY SALARY ABROAD|WORK ~10
  2 NO_SKILL OFFERED|VACANCY|SALARY ~10
  3 NO_SKILL ABROAD SAYS|OFFERED ~10
  2 NO_SKILL ABROAD|WORK ~8
  3 NO_SKILL DEPART ~7
  2 NO_SKILL NO_SKILL ~9
  2 TOO_GOOD OFFERED|WORK|ABROAD|SALARY ~8
  3 TOO_GOOD RECRUITER|SENDS|DEPART ~9
  `,
)

export const SCAM_JOB = rules(
  'scam_job',
  `
  3 SCAM_JOB SCAM_COUNTRY|SCAM_PLACE ~9
  2 SCAM_JOB OFFERED|VACANCY ~7
  3 SCAM_JOB OFFERED ABROAD|SALARY|HIGH_PAY ~10
  2 SCAM_JOB HIGH_PAY|SALARY ~9
  3 SCAM_PLACE WORK|OFFERED|SALARY ~9
  3 SCAM_COUNTRY OFFERED|VACANCY|SALARY ~8
  2 SCAM_COUNTRY WORK ~5
  2 SCAM_JOB WORK ABROAD ~9
  `,
)

/** Told to bring others, met by strangers, chosen for looks, married off: how traffickers find people. */
export const LURES = [
  ...rules(
    'unlicensed_company',
    `
  3 IMPOSTOR PAY|AMOUNT|ADVANCE|OFFERED|ABROAD ~12
  2 IMPOSTOR
  `,
  ),
  ...rules(
    'individual_recruiter',
    `
  3 BRING_OTHERS WORK|OFFERED|ABROAD|PAY|SAYS ~12
  2 BRING_OTHERS
  2 PICKED_UP ABROAD|SAYS|OFFERED|DEPART ~8
  2 PICKED_UP
  `,
  ),
  ...rules(
    'scam_job',
    `
  3 LOOKS SCAM_JOB|ABROAD|WORK ~9
  2 LOOKS OFFERED|SAYS ~7
  3 MARRY ABROAD|WORK|OFFERED|AMOUNT ~8
  4 SCAM_PLACE WORK|OFFERED|SALARY|SCAM_JOB ~9
  3 CARRIER ABROAD|AMOUNT ~8
  `,
  ),
  ...rules(
    'too_good',
    `
  3 GUARANTEE ABROAD|PAY|AMOUNT|VISA|OFFERED ~9
  2 GUARANTEE
  2 QUICK
  3 QUICK DEPART|ABROAD|OFFERED|WORK ~7
  2 NO_SKILL TOO_GOOD|SCAM_JOB ~9
  `,
  ),
  ...rules(
    'social_media_offer',
    `
  2 ID_PHOTO SAYS|OFFERED|PAY|RECRUITER ~9
  3 ID_PHOTO SOCIAL|UNKNOWN ~12
  2 UNKNOWN OFFERED|WORK|ABROAD ~9
  `,
  ),
]
