import type { RegionCode } from '../core/ids.ts'

export const REGION_KINDS = ['province', 'regency', 'city', 'district'] as const
export type RegionKind = (typeof REGION_KINDS)[number]

/** A place with its official (Kemendagri) code. */
export interface Region {
  readonly code: RegionCode
  readonly kind: RegionKind
  /** As people write it: `Kabupaten Jember`, `Kota Sukabumi`, `Jawa Timur`, `Kecamatan Kalisat`. */
  readonly name: string
  readonly parent: RegionCode | null
  /** Lower-case nicknames and abbreviations (`flotim`, `jatim`). */
  readonly aliases: readonly string[]
  /** Rough centre of a province or regency, where a source gives one; used only to find what is near a shared location. */
  readonly position: { readonly lat: number; readonly lon: number } | null
}

/** A place found in a text: one, or several between which the person must choose. `start`/`end` are offsets of the normalised text. */
export type RegionMention =
  | { readonly kind: 'one'; readonly region: Region; readonly start: number; readonly end: number }
  | {
      readonly kind: 'several'
      readonly candidates: readonly Region[]
      readonly said: string
      readonly start: number
      readonly end: number
    }

/** The read port over places. */
export interface RegionIndex {
  byCode(code: RegionCode): Region | undefined
  /** The region itself first, then its parents up to the province. */
  path(code: RegionCode): readonly Region[]
  children(code: RegionCode): readonly Region[]
  /** Every place named in a normalised text, longest and most certain first in order of appearance. */
  find(text: string): readonly RegionMention[]
  /** The regency or city whose centre is nearest, when one lies within `maxKm`; undefined at sea or abroad. */
  nearest(lat: number, lon: number, maxKm: number): Region | undefined
  readonly size: number
}
