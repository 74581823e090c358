import type { Locale } from './locale.ts'

/** What a channel cannot turn into text; each gets a helpful reply. */
export type UnsupportedKind = 'photo' | 'voice' | 'video' | 'document' | 'sticker' | 'contact' | 'other'

/** Files that a report may keep. */
export type AttachmentKind = 'photo' | 'document' | 'voice' | 'video'

/** One message of a citizen as the engine sees it: no vendor, no address. */
export type TurnInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'location'; readonly lat: number; readonly lon: number }
  | { readonly kind: 'unsupported'; readonly what: UnsupportedKind }
  /** A file that the channel can fetch by `reference` for as long as the vendor keeps it. */
  | {
      readonly kind: 'attachment'
      readonly what: AttachmentKind
      readonly reference: string
      readonly mime: string | null
      readonly bytes: number | null
      /** What was written under it; empty: nothing. */
      readonly caption: string
    }
  | { readonly kind: 'command'; readonly name: CommandName; readonly argument: string }

export const COMMANDS = ['start', 'menu', 'language', 'forget', 'officer', 'help'] as const
export type CommandName = (typeof COMMANDS)[number]

/** The language a channel knows of (its own setting); `null` when the person has not chosen. */
export type ChosenLocale = Locale | null

/** Longest text the engine reads; more is cut, and the person is told. In UTF-16 units. */
export const MAX_TEXT = 4_096
