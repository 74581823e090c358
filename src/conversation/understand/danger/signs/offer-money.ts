import { rules } from '../matching/rule.ts'

/** Money before there is a job, into a person's own account. */
export const PAY_FIRST = rules(
  'pay_first',
  `
  3 SAYS > PAY FIRST|AMOUNT ~8
  3 PAY PERSONAL ~9
  2 MUST PAY AMOUNT|FIRST ~7
  2 PERSONAL
  3 PAY > FIRST DEPART|WORK|VACANCY|RECRUITER|OFFERED ~9
  2 PAY FIRST AMOUNT ~7
  2 ADVANCE AMOUNT ~6
  3 ADVANCE SAYS|OFFERED|VACANCY|MUST ~8
  2 ADVANCE RECRUITER ~6
  2 PAY AMOUNT ABROAD ~9
  3 PAY AMOUNT RECRUITER|OFFERED|NO_SKILL ~9
  2 PAY AMOUNT DEPART|WORK|VISA ~8
  3 CHEATED PAY|AMOUNT|RECRUITER ~12
  2 CHEATED
  3 MORE_MONEY
  3 PAY AMOUNT MISMATCH ~12
  2 AMOUNT > KIN|SOMEONE|RECRUITER DEPART ~8
  `,
)

/** Owing before having earned: loans, land as security, fines for leaving. */
export const DEBT_BONDAGE = rules(
  'debt_bondage',
  `
  3 DEBT BINDING ~7
  3 DEBT SAYS|RECRUITER|OFFERED ~8
  2 DEBT AMOUNT ~7
  2 DEBT DEPART|ABROAD ~8
  3 BINDING > SAYS DEBT|AMOUNT ~9
  3 SAYS > BINDING ~5
  `,
)
