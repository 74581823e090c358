/** One message of WhatsApp as data, whichever way it goes out. Everything in it is within WhatsApp's limits. */
export type WhatsAppMessage =
  | { readonly kind: 'text'; readonly text: string; readonly preview: boolean }
  /** Up to three buttons below the words. */
  | { readonly kind: 'buttons'; readonly text: string; readonly buttons: readonly Button[] }
  /** A button that opens up to ten rows. */
  | {
      readonly kind: 'list'
      readonly text: string
      readonly open: string
      readonly rows: readonly Row[]
    }
  /** Words with a button that shares where the person is. */
  | { readonly kind: 'ask_location'; readonly text: string }
  | {
      readonly kind: 'location'
      readonly lat: number
      readonly lon: number
      readonly name: string
      readonly address: string
    }
  /** `phone`: digits with the country's code. */
  | { readonly kind: 'contact'; readonly name: string; readonly phone: string }
  | { readonly kind: 'image'; readonly bytes: Uint8Array; readonly mime: string; readonly caption: string }

export interface Button {
  readonly id: string
  readonly title: string
}

export interface Row extends Button {
  readonly description: string | null
}

/** What WhatsApp refuses a whole message for; in UTF-16 units, which is never more than it allows. */
export const LIMITS = {
  text: 4_096,
  /** Above buttons and lists. */
  body: 1_024,
  caption: 1_024,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  rowId: 200,
  openList: 20,
} as const
