import { type AgreementId, asId, type RegionCode } from '../../src/core/ids.ts'
import type { Agreement } from '../../src/knowledge/agreement.ts'
import type { Region } from '../../src/knowledge/region.ts'

const GIVEN = [
  'Ahmad',
  'Budi',
  'Citra',
  'Dewi',
  'Eko',
  'Fajar',
  'Gita',
  'Hendra',
  'Indah',
  'Joko',
  'Kartika',
  'Lukman',
]
const FAMILY = [
  'Saputra',
  'Wijaya',
  'Lestari',
  'Nugroho',
  'Siregar',
  'Hidayat',
  'Pratama',
  'Simanjuntak',
  'Rahayu',
]

/**
 * `count` agreements: the real ones first, then copies of them spread evenly over every province, regency and city, each with
 * its own id, place and signatory, so that no look-up gets by with less than it would in a fuller country.
 */
export function synthesise(
  real: readonly Agreement[],
  regions: readonly Region[],
  count: number,
): readonly Agreement[] {
  const places = regions.filter(({ kind }) => kind !== 'district')
  const result: Agreement[] = real.slice(0, count)
  for (let i = result.length; i < count; i++) {
    const model = real[i % real.length] as Agreement
    const place = places[(i * 7919) % places.length] as Region
    const name = `${GIVEN[i % GIVEN.length]} ${FAMILY[Math.floor(i / GIVEN.length) % FAMILY.length]} ${nameOf(i)}`
    result.push({
      ...model,
      id: asId<AgreementId>(`synthetic-${i}`),
      region: place.code,
      parties: [
        {
          name: place.name,
          kind: partyKind(place.kind),
          region: place.code as RegionCode,
          institution: null,
        },
      ],
      signatories: [{ name, title: model.signatories[0]?.title ?? 'Kepala Daerah' }],
      officials: [],
    })
  }
  return result
}

function partyKind(kind: Region['kind']): 'province' | 'city' | 'regency' {
  return kind === 'province' || kind === 'city' ? kind : 'regency'
}

const SYLLABLES = (
  'ba be bi bo bu da de di do du fa ga gi ha hi ja jo ju ka ke ki ko ku la le li lo lu ma me mi mo mu na ni no nu ' +
  'pa pi pu ra re ri ro ru sa se si so su ta te ti to tu wa wi ya yo yu za'
).split(' ')

/** A number as a name of four syllables, so that every signatory has one of their own and they begin with all letters. */
function nameOf(number: number): string {
  let word = ''
  for (let rest = (number * 48_271 + 12_345) % 12_117_361, i = 0; i < 4; i++) {
    word += SYLLABLES[rest % SYLLABLES.length]
    rest = Math.floor(rest / SYLLABLES.length)
  }
  return word
}
