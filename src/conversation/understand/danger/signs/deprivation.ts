import { rules } from '../matching/rule.ts'

/** An employer or agent keeps the papers of a worker. */
export const DOCUMENTS_TAKEN = rules(
  'documents_taken',
  `
  3 PASSPORT KEPT EMPLOYER ~9
  3 EMPLOYER > KEEP_DO > PASSPORT ~8
  3 PASSPORT > KEEP_DO EMPLOYER ~8
  3 KEEP_DO > PASSPORT ME|KIN EMPLOYER ~9
  2 PASSPORT KEPT ME|KIN ~7
  2 SOMEONE > KEEP_DO > PASSPORT ~6
  1 PASSPORT KEPT ~5
  3 PASSPORT MOVED EMPLOYER ~5
  3 RECRUITER KEEP_DO|KEPT PASSPORT ABROAD ~12
  2 PASSPORT > KEPT PHONE ~8
  3 PASSPORT PHONE KEPT|KEEP_DO ~8
  `,
)

export const PHONE_TAKEN = rules(
  'phone_taken',
  `
  3 PHONE > KEPT ~4
  2 KEPT > PHONE ~5
  3 NOT_ALLOWED|BANNED > PHONE ~6
  3 EMPLOYER|SOMEONE > KEEP_DO > PHONE ~6
  3 KEEP_DO > ME|KIN PHONE ~6
  2 PHONE MOVED ~3
  `,
)

export const NO_FOOD = rules(
  'no_food',
  `
  3 NOT > GIVEN > EAT ~6
  3 NOT_ALLOWED > EAT ~6
  3 NOT > EAT > NUMBER DAYS ~9
  3 NUMBER > DAYS > NOT EAT ~7
  3 NUMBER > DAYS > EAT ~6
  3 NOT > EAT > NOW ~5
  3 HUNGRY ME|KIN|NOW|EMPLOYER|NUMBER|SHIP ~7
  2 HUNGRY
  2 NOT > EAT ~3
  3 EAT > NUMBER DAYS ~5
  `,
)

export const THROWN_OUT = rules(
  'thrown_out',
  `
  3 EXPEL NOW|ME|KIN|EMPLOYER|STREET ~6
  2 EXPEL
  `,
)

/** Without a roof, money or papers, far from home. */
export const STRANDED = rules(
  'stranded',
  `
  3 EXPEL STREET|ABROAD|VEHICLE ~6
  3 EXPEL NUMBER DAYS ~8
  3 SLEEP > STREET ~5
  3 NO_MONEY STREET|RUN|PASSPORT ~9
  3 RUN STREET ~9
  3 LEFT STREET|EXPEL|NO_MONEY|WAR|LOCKED ~8
  3 LEFT RECRUITER ABROAD|VEHICLE ~9
  3 RECRUITER LEFT ~5
  3 RUN EMPLOYER ~6
  2 RUN HELP|NOW|SOON ~7
  3 RUN > NO_MONEY ~9
  2 NO_MONEY ABROAD|NOW ~9
  `,
)

/** Ill or hurt, and nobody brings a doctor. */
export const UNTREATED_ILLNESS = rules(
  'untreated_illness',
  `
  3 ILL > NOT DOCTOR ~9
  3 NOT > DOCTOR > ILL ~9
  3 ILL DISMISS ~8
  3 GRAVE_ILL KIN|ME|NOW|EMPLOYER|WORKERS|SHIP ~7
  2 GRAVE_ILL
  3 NOT_ALLOWED DOCTOR ~7
  3 DISMISS DOCTOR ~6
  3 EMPLOYER NOT DOCTOR ~7
  2 NOT > DOCTOR ~5
  3 ILL > FORCED WORK ~8
  `,
)
