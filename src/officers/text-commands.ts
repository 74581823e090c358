import { CASE_OUTCOMES, type CaseNumber, type CaseOutcome, readCaseNumber } from '../core/case.ts'
import type { Locale } from '../core/locale.ts'

/**
 * What an officer types, on whatever channel: `/ambil 7K2`, `selesai JR-7K2MWX dibantu`, `catat 7K2MWX sudah ditelepon`.
 * Indonesian and English words mean the same everywhere, with a slash or without.
 */

/** Which case is meant: its number, or the letters and digits an officer typed of it, to be looked for in their queue. */
export type CaseTarget =
  | { readonly kind: 'number'; readonly number: CaseNumber }
  | { readonly kind: 'piece'; readonly piece: string }

export type OfficerCommand =
  | { readonly kind: 'queue' }
  | { readonly kind: 'open'; readonly target: CaseTarget }
  | {
      readonly kind: 'act'
      readonly act: 'take' | 'over' | 'acknowledge' | 'escalate' | 'talk'
      readonly target: CaseTarget
    }
  /** Empty text: it is asked for. */
  | { readonly kind: 'note'; readonly target: CaseTarget; readonly text: string }
  | { readonly kind: 'reply'; readonly target: CaseTarget; readonly text: string }
  /** Null: asked for with buttons. */
  | { readonly kind: 'resolve'; readonly target: CaseTarget; readonly outcome: CaseOutcome | null }
  | { readonly kind: 'end_talk' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'agreement'; readonly place: string }
  | { readonly kind: 'schedule' }
  | { readonly kind: 'week' }
  /** What is to be confirmed, by a part of its name; empty: all of it. */
  | { readonly kind: 'confirm'; readonly text: string }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'duty'; readonly on: boolean | null }
  | { readonly kind: 'invite'; readonly text: string }
  | { readonly kind: 'revoke' }
  | { readonly kind: 'language'; readonly locale: Locale | null }
  | { readonly kind: 'start'; readonly code: string }
  | { readonly kind: 'help' }
  /** The word is known, what stands behind it is not: the officer is shown how it is written. */
  | { readonly kind: 'incomplete'; readonly word: string }

/** The commands an officer is shown, by their word in each language; `text-commands` reads both everywhere. */
export const COMMAND_WORDS = {
  queue: { id: 'kasus', en: 'cases' },
  search: { id: 'cari', en: 'find' },
  agreement: { id: 'mou', en: 'agreement' },
  schedule: { id: 'jadwal', en: 'schedule' },
  week: { id: 'ringkas', en: 'summary' },
  confirm: { id: 'konfirmasi', en: 'confirm' },
  unanswered: { id: 'tanya', en: 'questions' },
  duty: { id: 'siaga', en: 'duty' },
  end: { id: 'selesai', en: 'end' },
  cancel: { id: 'batal', en: 'cancel' },
  invite: { id: 'undang', en: 'invite' },
  revoke: { id: 'cabut', en: 'revoke' },
  language: { id: 'bahasa', en: 'language' },
  help: { id: 'bantuan', en: 'help' },
} as const
export type CommandKey = keyof typeof COMMAND_WORDS
export const COMMAND_KEYS = Object.keys(COMMAND_WORDS) as readonly CommandKey[]

type Verb = CommandKey | 'take' | 'over' | 'acknowledge' | 'escalate' | 'talk' | 'note' | 'open' | 'start'

const WORDS: Readonly<Record<string, Verb>> = {
  ...Object.fromEntries(
    COMMAND_KEYS.flatMap((key) => Object.values(COMMAND_WORDS[key]).map((word) => [word, key])),
  ),
  case: 'open',
  buka: 'open',
  open: 'open',
  ambil: 'take',
  take: 'take',
  ambilalih: 'over',
  takeover: 'over',
  terima: 'acknowledge',
  ack: 'acknowledge',
  naikkan: 'escalate',
  escalate: 'escalate',
  balas: 'talk',
  reply: 'talk',
  catat: 'note',
  note: 'note',
  resolve: 'end',
  start: 'start',
}

const OUTCOME_WORDS: Readonly<Record<CaseOutcome, readonly string[]>> = {
  helped: ['dibantu', 'tertolong'],
  referred: ['dirujuk', 'rujuk'],
  unfounded: ['tidak terbukti', 'keliru'],
  unreachable: ['tidak terhubung', 'tidak bisa dihubungi'],
  duplicate: ['duplikat', 'ganda'],
  withdrawn: ['ditarik', 'dicabut'],
}

const COMMAND = /^(\/?)(\p{L}+)(?:@\w+)?(?:\s+([\s\S]*))?$/u
/** As people write a number: `JR-7K2MWX`, `jr 7k2mwx`, `7K2MWX`, or a piece of it of three signs or more. */
const TARGET = /^(?:jr\s*-?\s*)?([2-9a-hj-np-z]{3,6})(?![0-9a-z])\s*/i

/** What the text asks for; undefined when it is no command. `slashed` tells commands from words that only look like one. */
export function readOfficerCommand(
  text: string,
): { readonly command: OfficerCommand; readonly slashed: boolean } | undefined {
  const found = COMMAND.exec(text.trim())
  if (found === null) return undefined
  const [, slash = '', word = '', behind = ''] = found
  const verb = Object.hasOwn(WORDS, word.toLowerCase()) ? WORDS[word.toLowerCase()] : undefined
  if (verb === undefined) return undefined
  const rest = behind.trim()
  const slashed = slash !== ''
  const command = commandOf(verb, word.toLowerCase(), rest)
  return command === undefined ? undefined : { command, slashed }
}

function commandOf(verb: Verb, word: string, rest: string): OfficerCommand | undefined {
  switch (verb) {
    case 'queue':
      return rest === '' ? { kind: 'queue' } : onCase(word, rest, (target) => ({ kind: 'open', target }))
    case 'open':
      return onCase(word, rest, (target) => ({ kind: 'open', target }))
    case 'take':
    case 'over':
    case 'acknowledge':
    case 'escalate':
      return onCase(word, rest, (target) => ({ kind: 'act', act: verb, target }))
    case 'talk':
      return onCase(word, rest, (target, text) =>
        text === '' ? { kind: 'act', act: 'talk', target } : { kind: 'reply', target, text },
      )
    case 'note':
      return onCase(word, rest, (target, text) => ({ kind: 'note', target, text }))
    case 'end':
      if (rest === '') return { kind: 'end_talk' }
      return onCase(word, rest, (target, text) =>
        text === ''
          ? { kind: 'resolve', target, outcome: null }
          : { kind: 'resolve', target, outcome: readOutcome(text) },
      )
    case 'search':
      return rest === '' ? { kind: 'incomplete', word } : { kind: 'search', text: rest }
    case 'agreement':
      return rest === '' ? { kind: 'incomplete', word } : { kind: 'agreement', place: rest }
    case 'duty':
      if (rest === '') return { kind: 'duty', on: null }
      if (/^(on|ya|aktif|mulai)$/i.test(rest)) return { kind: 'duty', on: true }
      return /^(off|tidak|mati|berhenti|libur)$/i.test(rest)
        ? { kind: 'duty', on: false }
        : { kind: 'incomplete', word }
    case 'invite':
      return { kind: 'invite', text: rest }
    case 'confirm':
      return { kind: 'confirm', text: rest }
    case 'language':
      return { kind: 'language', locale: /^(en|id)$/i.test(rest) ? (rest.toLowerCase() as Locale) : null }
    case 'start':
      return { kind: 'start', code: rest }
    case 'unanswered':
    case 'schedule':
    case 'week':
    case 'revoke':
    case 'cancel':
    case 'help':
      return { kind: verb }
  }
}

function onCase(
  word: string,
  rest: string,
  make: (target: CaseTarget, text: string) => OfficerCommand,
): OfficerCommand {
  const found = TARGET.exec(rest)
  if (found === null) return { kind: 'incomplete', word }
  return make(targetOf(found[1] ?? ''), rest.slice(found[0].length).trim())
}

function targetOf(signs: string): CaseTarget {
  const number = readCaseNumber(signs)
  return number === undefined ? { kind: 'piece', piece: signs.toUpperCase() } : { kind: 'number', number }
}

function readOutcome(text: string): CaseOutcome | null {
  const said = text.toLowerCase().replace(/[.!\s]+$/, '')
  return CASE_OUTCOMES.find((one) => one === said || OUTCOME_WORDS[one].includes(said)) ?? null
}

/** The cases a target may mean: the numbers that are it, begin or end with it. */
export function matching(target: CaseTarget, numbers: readonly CaseNumber[]): readonly CaseNumber[] {
  if (target.kind === 'number') return [target.number]
  return numbers.filter((number) => {
    const signs = number.slice('JR-'.length)
    return signs.startsWith(target.piece) || signs.endsWith(target.piece)
  })
}
