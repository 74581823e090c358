import type { Region } from '../../knowledge/region.ts'
import type { Understanding } from '../understand/understanding.ts'

/** What stands between places that are told one after the other. */
const BETWEEN =
  /^(?:(?:dan|atau|sama|serta|maupun|dengan|plus|juga|terus|and|or|with|karo|lan|kalih|utawa|jeung|sareng|sarta|atawa)(?: |$))?(?:kabupaten|kota|provinsi|kab|kecamatan)?$/

/**
 * Several places asked about in one breath ("Jember, Bontang dan Flores Timur"), in their order; empty where a second place
 * is only named by the way ("orang Jember yang pergi ke Jakarta").
 */
export function listedPlaces(read: Understanding, settled: readonly Region[]): readonly Region[] {
  const mentions = read.regions.filter(
    (mention) => mention.kind === 'several' || settled.includes(mention.region),
  )
  if (mentions.length < 2 || settled.length < 2) return []
  const gaps = mentions.slice(1).map(({ start }, index) => {
    const end = mentions[index]?.end ?? 0
    return read.normalised
      .slice(end, start)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  })
  return gaps.every((gap) => BETWEEN.test(gap)) && gaps.some((gap) => gap !== '') ? settled : []
}
