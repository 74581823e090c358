import type { Param } from '../../../core/wording.ts'
import type { Agreement, AgreementParty } from '../../../knowledge/agreement.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'

const CENTRAL = /pelindungan pekerja migran|perlindungan pekerja migran|bp2mi|kp2mi/i

/** The ministry (or, before 2024, the agency) that every agreement has as one side. */
export function isCentral(party: AgreementParty): boolean {
  return CENTRAL.test(party.name)
}

/** "Kota Sukabumi dan KemenP2MI/BP2MI": the local side first, long names by the short form they carry in brackets. */
export function partiesOf(agreement: Agreement, knowledge: Knowledge): Param {
  const region = agreement.region === null ? undefined : knowledge.regions.byCode(agreement.region)
  const local = agreement.parties.filter((party) => !isCentral(party))
  const names = local.map((party) =>
    region !== undefined && party.region === region.code ? region.name : party.name,
  )
  if (names.length === 0 && region !== undefined) names.push(region.name)
  const central = agreement.parties.filter(isCentral).map((party) => shortName(party.name))
  return { list: [...names, ...central], join: 'and' }
}

/** The local side only, for lists. */
export function localName(agreement: Agreement, knowledge: Knowledge): string {
  const region = agreement.region === null ? undefined : knowledge.regions.byCode(agreement.region)
  if (region !== undefined) return region.name
  const names = agreement.parties.filter((party) => !isCentral(party)).map((party) => shortName(party.name))
  return names.length > 0 ? names.join(', ') : agreement.id
}

/** What stands in brackets at the end of a long name, else the name. */
export function shortName(name: string): string {
  return /\(([^()]+)\)\s*$/.exec(name)?.[1] ?? name
}

export function instrumentOf(agreement: Agreement): Param {
  return { key: `agreement.instrument.${agreement.instrument}` }
}

/** A side with which no signing is on record, in a list of agreements. */
export function unsigned(name: string): Param {
  return { key: 'agreement.whereUnsigned', params: { name } }
}
