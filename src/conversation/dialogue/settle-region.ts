import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Region } from '../../knowledge/region.ts'
import type { ConversationState } from '../state.ts'
import type { Understanding } from '../understand/understanding.ts'

/** The places of a message: settled ones, and at most one name that must be asked about. */
export interface SettledRegions {
  readonly regions: readonly Region[]
  readonly open: { readonly said: string; readonly candidates: readonly Region[] } | null
}

/**
 * A name that several places share is settled by what the conversation already settled, or by a province named beside it;
 * otherwise it stays open. Asked once: what was chosen before is taken without asking.
 */
export function settleRegions(
  read: Understanding,
  state: ConversationState,
  knowledge: Knowledge,
): SettledRegions {
  const sure = read.regions.flatMap((mention) => (mention.kind === 'one' ? [mention.region] : []))
  const regions: Region[] = []
  let open: SettledRegions['open'] = null
  for (const mention of read.regions) {
    if (mention.kind === 'one') {
      regions.push(mention.region)
      continue
    }
    const chosen =
      mention.candidates.find(({ code }) => state.settled.includes(code)) ??
      mention.candidates.find(({ code }) => code === state.region) ??
      onlyInside(mention.candidates, sure, knowledge)
    if (chosen !== undefined) regions.push(chosen)
    else open ??= { said: mention.said, candidates: mention.candidates }
  }
  // "Jember, Jawa Timur" is about Jember: the province only says which one.
  const specific = regions.filter(
    (region) =>
      !regions.some(
        (other) =>
          other !== region && knowledge.regions.path(other.code).some(({ code }) => code === region.code),
      ),
  )
  // "Tegal, Jawa Tengah" stays open where both are in that province: the province is no answer to which one.
  const around = open?.candidates.flatMap(({ code }) => knowledge.regions.path(code).slice(1)) ?? []
  return { regions: [...new Set(specific)].filter((region) => !around.includes(region)), open }
}

/** The only candidate inside one of the places that are sure. */
function onlyInside(
  candidates: readonly Region[],
  sure: readonly Region[],
  knowledge: Knowledge,
): Region | undefined {
  const inside = candidates.filter((candidate) =>
    knowledge.regions
      .path(candidate.code)
      .some(({ code }) => sure.some((region) => region.code === code && code !== candidate.code)),
  )
  return inside.length === 1 ? inside[0] : undefined
}

/** The province that all candidates lie in: good enough where the exact place does not change the answer. */
export function commonProvince(candidates: readonly Region[], knowledge: Knowledge): Region | undefined {
  const provinces = new Set(candidates.map(({ code }) => knowledge.regions.path(code).at(-1)))
  const [only] = provinces
  return provinces.size === 1 ? only : undefined
}
