import type messages from '../../locales/id/messages.json'
import type { PartialDate } from './dates.ts'
import type { LocalizedText } from './locale.ts'

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>
}[keyof T & string]

/** Plural forms are i18next's: the engine names the base key and passes `count`. */
type WithoutPlural<K extends string> =
  K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K

/** A key of `locales/<lang>/messages.json`, checked by the compiler. */
export type MessageKey = WithoutPlural<Leaves<typeof messages>>

/** A value put into a sentence. Facts carry their own translations; dates and numbers are formatted by `phrase`. */
export type Param =
  | string
  | number
  | LocalizedText
  | { readonly date: PartialDate; readonly withDay?: true }
  | { readonly key: MessageKey; readonly params?: Params }
  | { readonly list: readonly Param[]; readonly join?: 'and' | 'semicolon' }
export type Params = Readonly<Record<string, Param>>

/** A sentence still without words. */
export interface Wording {
  readonly key: MessageKey
  readonly params?: Params
}
