import { asId } from '../../core/ids.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Region, RegionKind } from '../../knowledge/region.ts'
import type { ConversationState } from '../state.ts'

const KIND_WORDS: Readonly<Record<string, RegionKind>> = {
  kota: 'city',
  kotanya: 'city',
  kotane: 'city',
  kotana: 'city',
  city: 'city',
  kotamadya: 'city',
  kabupaten: 'regency',
  kab: 'regency',
  kabupatennya: 'regency',
  kabupatene: 'regency',
  regency: 'regency',
  provinsi: 'province',
  provinsinya: 'province',
  province: 'province',
}
/** "ya yang kabupaten saja pak" is still only about the kind; a longer message says more. */
const LONGEST = 6

/** The kind of place a short message names without a name: "yang kota", "bukan, maksud saya kabupaten". */
export function kindSaid(normalised: string): RegionKind | null {
  const words = normalised.split(' ')
  if (words.length > LONGEST) return null
  for (const word of words) {
    const kind = KIND_WORDS[word]
    if (kind !== undefined) return kind
  }
  return null
}

/** The place of that kind which the conversation can mean: of the names just said, else the namesake or parent of the last place. */
export function regionOfKind(
  kind: RegionKind,
  state: ConversationState,
  knowledge: Knowledge,
): Region | undefined {
  const named = state.unsettled.flatMap((code) => knowledge.regions.byCode(asId(code)) ?? [])
  const ofKind = named.filter((region) => region.kind === kind)
  if (ofKind.length === 1) return ofKind[0]
  const last = state.region === null ? undefined : knowledge.regions.byCode(state.region)
  if (last === undefined || last.kind === kind) return last
  if (kind === 'province')
    return knowledge.regions.path(last.code).find((region) => region.kind === 'province')
  const bare = last.name.replace(/^(Kabupaten|Kota)( Administrasi)? /, '').toLowerCase()
  const [mention] = knowledge.regions.find(`${kind === 'city' ? 'kota' : 'kabupaten'} ${bare}`)
  return mention?.kind === 'one' && mention.region.kind === kind ? mention.region : undefined
}
