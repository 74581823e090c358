import type { RawApi } from 'grammy'

type PayloadOf<M extends 'sendMessage' | 'sendVenue' | 'sendContact'> = Parameters<RawApi[M]>[0]

/** One call of the Bot API that a message needs, as data. */
export type Call =
  | {
      readonly method: 'sendMessage'
      readonly payload: PayloadOf<'sendMessage'>
      /** The same words without markup, for the case that Telegram cannot read ours. */
      readonly plain: string
    }
  | { readonly method: 'sendVenue'; readonly payload: PayloadOf<'sendVenue'> }
  | { readonly method: 'sendContact'; readonly payload: PayloadOf<'sendContact'> }
