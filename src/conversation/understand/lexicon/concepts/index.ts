import { affairs } from './affairs.ts'
import { agreement } from './agreement.ts'
import { cases } from './cases.ts'
import { contract } from './contract.ts'
import { danger } from './danger.ts'
import { deception } from './deception.ts'
import { distress } from './distress.ts'
import { documents } from './documents.ts'
import { elsewhere } from './elsewhere.ts'
import { family } from './family.ts'
import { health } from './health.ts'
import { home } from './home.ts'
import { jobs } from './jobs.ts'
import { journey } from './journey.ts'
import { money } from './money.ts'
import { offices } from './offices.ts'
import { people } from './people.ts'
import { preparation } from './preparation.ts'
import { questions } from './questions.ts'
import { talk } from './talk.ts'
import { time } from './time.ts'
import { words } from './words.ts'

/** The fields a concept belongs to; no concept stands in two of them. */
export const FIELDS = {
  affairs,
  agreement,
  cases,
  contract,
  danger,
  deception,
  distress,
  documents,
  elsewhere,
  family,
  health,
  home,
  jobs,
  journey,
  money,
  offices,
  people,
  preparation,
  questions,
  talk,
  time,
  words,
} as const

/**
 * For each concept the words and phrases that mean it, between commas, in every language we read. They are written as people
 * spell them and go through `normalise` like a message, so that both always meet in the same form.
 */
export const PHRASES = {
  ...affairs,
  ...agreement,
  ...cases,
  ...contract,
  ...danger,
  ...deception,
  ...distress,
  ...documents,
  ...elsewhere,
  ...family,
  ...health,
  ...home,
  ...jobs,
  ...journey,
  ...money,
  ...offices,
  ...people,
  ...preparation,
  ...questions,
  ...talk,
  ...time,
  ...words,
} as const

/** A fine-grained meaning that helps to tell topics and dangers apart. */
export type Concept = keyof typeof PHRASES

export const CONCEPTS = Object.keys(PHRASES) as readonly Concept[]
