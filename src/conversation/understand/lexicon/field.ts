import type { Piece } from '../model/features.ts'
import type { Concept } from './concepts/index.ts'

/** What only our field has: work abroad, the people who do it, its documents, offices, schemes and agreements. */
const OURS: ReadonlySet<string> = new Set<Concept>([
  ...(['goAbroad', 'destination', 'migrantWorker', 'candidate', 'returnee', 'workerCard'] as const),
  ...(['domesticWorker', 'seafarer', 'fishingShip', 'cruise', 'mission', 'privateAgency'] as const),
  ...(['placement', 'preDeparture', 'duringPlacement', 'afterPlacement', 'arrivalReport'] as const),
  ...(['schemeGtoG', 'schemeOther', 'schemeJapan', 'schemeGermany', 'auPair', 'orientation'] as const),
  ...([
    'mou',
    'cooperation',
    'agreementGeneral',
    'countryAgreement',
    'desaMigran',
    'repatriate',
    'deport',
    'overstay',
    'workPermit',
  ] as const),
  ...(['shelterTraining', 'insuranceAbroad', 'changeEmployer', 'bodyHome', 'stranded'] as const),
  ...(['scamPlace', 'scamJob', 'withhold'] as const),
])
/** Does a message, in pieces, name something that only our field has? A country is read elsewhere. */
export function namesOurField(pieces: readonly Piece[]): boolean {
  for (const { tags } of pieces) for (const tag of tags) if (OURS.has(tag)) return true
  return false
}
