import type { PartialDate } from '../core/dates.ts'
import type { AgreementId, InstitutionId, RegionCode } from '../core/ids.ts'
import type { Agreement } from './agreement.ts'
import { groupBy } from './group.ts'
import type { AgreementIndex } from './knowledge.ts'
import { personName } from './person-name.ts'

/** Every question about agreements is one look-up, so that answers take as long with fifty thousand as with ten. */
export function buildAgreementIndex(agreements: readonly Agreement[], asOf: PartialDate): AgreementIndex {
  const all = [...agreements].sort(newestFirst)
  const byId = new Map<AgreementId, Agreement>(all.map((agreement) => [agreement.id, agreement]))
  const byRegion = groupBy(all, regionsOf)
  const byProvince = groupBy(all, (agreement) =>
    regionsOf(agreement)
      .filter((code) => code.length > 2)
      .map((code) => code.slice(0, 2) as RegionCode),
  )
  const byInstitution = groupBy(all, ({ parties }) =>
    parties.flatMap(({ institution }): readonly InstitutionId[] =>
      institution === null ? [] : [institution],
    ),
  )
  const byPerson = groupBy(all, ({ signatories, officials }) =>
    [...signatories, ...officials].map(({ name }) => personName(name)).filter((name) => name !== ''),
  )
  return {
    byId: (id) => byId.get(id),
    ofRegion: (code) => byRegion.get(code) ?? [],
    ofInstitution: (id) => byInstitution.get(id) ?? [],
    insideProvince: (code) => byProvince.get(code) ?? [],
    ofPerson: (name) => byPerson.get(name) ?? [],
    all,
    asOf,
    people: [...byPerson.keys()].sort(),
  }
}

/** The agreement's own region, and those of its parties when several governments signed. */
function regionsOf({ region, parties }: Agreement): readonly RegionCode[] {
  const codes = parties.map((party) => party.region)
  return [region, ...codes].filter((code) => code !== null)
}

/** By the day of signing, else by the newest source; what has no date at all comes last. */
function newestFirst(a: Agreement, b: Agreement): number {
  const [left, right] = [a.signedOn ?? a.asOf ?? '', b.signedOn ?? b.asOf ?? '']
  if (left !== right) return left < right ? 1 : -1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
