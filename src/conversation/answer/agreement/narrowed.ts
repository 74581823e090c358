import type { Citation } from '../../../core/citation.ts'
import type { Param } from '../../../core/wording.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { Region } from '../../../knowledge/region.ts'
import { localName, shortName } from './naming.ts'
import { fitsWhich, type Which } from './which-asked.ts'

/** The agreements that a question narrows a list to, the newest first. */
export interface Narrowed {
  /** Each side once, with the day of signing where it is known. */
  readonly names: readonly Param[]
  readonly count: number
  readonly citations: readonly Citation[]
}

/** More sources than this say no more about a list. */
const CITED = 3
/** Lists kept per snapshot: gone through once, or the answer's time would grow with the country. */
const KEPT = 500

const MADE = new WeakMap<Knowledge, Map<string, Narrowed>>()

/** Those of one kind, one time, one instrument, one province, or of several of these. */
export function narrowedOf(knowledge: Knowledge, which: Which, province: Region | undefined): Narrowed {
  let made = MADE.get(knowledge)
  if (made === undefined) {
    made = new Map()
    MADE.set(knowledge, made)
  }
  const { period, kinds, contractsOnly } = which
  const key = [period, [...kinds].sort(), contractsOnly, province?.code].join('|')
  let narrowed = made.get(key)
  if (narrowed === undefined) {
    if (made.size >= KEPT) made.clear()
    narrowed = narrow(knowledge, which, province)
    made.set(key, narrowed)
  }
  return narrowed
}

function narrow(knowledge: Knowledge, which: Which, province: Region | undefined): Narrowed {
  const fitting = knowledge.agreements.all.filter(
    (agreement) =>
      fitsWhich(agreement, which) &&
      (province === undefined || agreement.region?.startsWith(province.code) === true),
  )
  const names = new Map<string, Param>()
  for (const agreement of fitting) {
    const name = shortName(localName(agreement, knowledge))
    if (names.has(name)) continue
    const date = agreement.signedOn
    names.set(name, date === null ? name : { key: 'agreement.whereDated', params: { name, date: { date } } })
  }
  return {
    names: [...names.values()],
    count: fitting.length,
    citations: fitting.slice(0, CITED).flatMap(({ citations }) => citations.slice(0, 2)),
  }
}
