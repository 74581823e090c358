import { type Words, wordsIn } from '../../core/channel.ts'
import type { Locale } from '../../core/locale.ts'
import type { Officer, OfficerAddress, OfficersDesk } from '../desk.ts'
import { readOfficerCommand } from '../text-commands.ts'
import type { OfficerUpdate } from './update.ts'

export type StrangerAnswer =
  | { readonly kind: 'joined'; readonly officer: Officer }
  | { readonly kind: 'told'; readonly text: string }
  /** Enough was said to this one; whoever tries codes learns nothing more for a while. */
  | { readonly kind: 'silent' }

const MOST_IN_A_WHILE = 6
const WHILE_MS = 3_600_000
const REMEMBERED = 10_000
/** As codes are made: ten letters and digits, without those that are taken for each other; people add dashes and spaces. */
const CODE = /^[2-9A-HJ-NP-Z]{10}$/i

/** What somebody who is no officer gets: their invitation, or one neutral line, a few times an hour. */
export function createStrangers(desk: OfficersDesk, words: Words) {
  const seen = new Map<string, { count: number; since: number }>()
  const isTooMuch = (address: string, now: number): boolean => {
    const known = seen.get(address)
    if (known === undefined || now - known.since > WHILE_MS) {
      if (seen.size >= REMEMBERED) seen.clear()
      seen.set(address, { count: 1, since: now })
      return false
    }
    known.count += 1
    return known.count > MOST_IN_A_WHILE
  }
  return async (
    from: OfficerAddress,
    { language, content }: Pick<OfficerUpdate, 'language' | 'content'>,
    now: Date,
  ): Promise<StrangerAnswer> => {
    if (isTooMuch(from.address, now.getTime())) return { kind: 'silent' }
    const locale: Locale = language.startsWith('en') ? 'en' : 'id'
    const say = wordsIn(words, locale)
    const neutral = { kind: 'told', text: say('officer.stranger') } as const
    const code = content.kind === 'text' ? codeIn(content.text) : undefined
    if (code === undefined) return neutral
    const redeemed = await desk.redeem(code, from, locale)
    if (redeemed.kind === 'joined') return redeemed
    // Which codes there once were is nobody's business.
    return redeemed.reason === 'taken'
      ? { kind: 'told', text: say('officer.codeTaken') }
      : { kind: 'told', text: say('officer.codeBad') }
  }
}

/** What may be a code, behind /start or pasted alone; behind /start anything is worth a "not valid". */
function codeIn(text: string): string | undefined {
  const command = readOfficerCommand(text)?.command
  if (command?.kind === 'start') return command.code === '' ? undefined : command.code.slice(0, 64)
  const said = text.replace(/[\s-]/g, '')
  return CODE.test(said) ? said : undefined
}
