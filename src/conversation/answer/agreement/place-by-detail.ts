import type { LocalDate } from '../../../core/dates.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { Region } from '../../../knowledge/region.ts'
import { bestScore } from './named-items.ts'
import { namesOf, voteFor } from './record-vote.ts'

/** A detail this clear tells which of two places is meant, when nothing near it stands in the others' records. */
const CLEAR = 2.3
const TIMES_CLEARER = 2
/** The same by the words that stand in few records: a day, an official, a hall. */
const VOTES = 3
const VOTES_AHEAD = 2

/**
 * Of places that share a name, the only one whose agreements hold the very thing that is asked for: "ketua DPRD Probolinggo"
 * is named in the regency's record alone. Undefined: ask.
 */
export function placeByDetail(
  candidates: readonly Region[],
  text: string,
  knowledge: Knowledge,
  today: LocalDate,
): Region | undefined {
  const names = namesOf(candidates)
  const votes = candidates
    .map((region) => ({
      region,
      vote: Math.max(
        0,
        ...knowledge.agreements.ofRegion(region.code).map((one) => voteFor(one, { text, knowledge }, names)),
      ),
    }))
    .sort((a, b) => b.vote - a.vote)
  const [first, other] = votes
  if (first !== undefined && first.vote >= VOTES && first.vote >= (other?.vote ?? 0) + VOTES_AHEAD)
    return first.region
  const scored = candidates
    .map((region) => ({
      region,
      score: Math.max(
        0,
        ...knowledge.agreements
          .ofRegion(region.code)
          .map((agreement) => bestScore(agreement, text, knowledge, today)),
      ),
    }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (best === undefined || best.score < CLEAR) return undefined
  return best.score >= TIMES_CLEARER * (second?.score ?? 0) ? best.region : undefined
}
