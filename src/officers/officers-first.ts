import { type SaidChoice, type Words, wordsIn } from '../core/channel.ts'
import type { Accept, Accepted, AcceptMessages, AcceptResult } from '../core/delivery.ts'
import type { Locale } from '../core/locale.ts'
import type { Log } from '../core/log.ts'
import type { Sql, SqlPool } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Officer, OfficersDesk } from './desk.ts'
import type { OfficerAnswer } from './dialogue/officer-answer.ts'
import { type OfficerInput, type OfficerParts, officerTurn } from './dialogue/officer-turn.ts'
import { hasOfficers, markTaken, wasTaken } from './inbound.store.ts'

export interface OfficersFirstOptions {
  readonly channel: Accept['channel']
  /** For everybody else. */
  readonly accept: AcceptMessages
  readonly desk: OfficersDesk
  readonly parts: OfficerParts
  readonly sql: SqlPool
  readonly vault: Vault
  /** Puts what is said back into the outbox, in this transaction. */
  readonly say: (
    tx: Sql,
    to: Accept,
    locale: Locale,
    said: { readonly text: string; readonly choices: readonly SaidChoice[] },
  ) => Promise<void>
  /** After a commit: something waits to go out. */
  readonly onOutgoing: () => void
  readonly now: () => Date
  readonly log: Log
}

/** How long it may take until another process knows that the first officer joined on this channel. */
const LOOK_EVERY_MS = 5_000

/**
 * In front of the inbox of a channel that citizens and officers share: what an officer writes there is a command, never a
 * question to the engine. Whether somebody is one is read at each message. When that cannot be read (the database is
 * away) the message goes the citizens' way, where it is spooled: an emergency must not wait for a question about officers.
 */
export function officersFirst(options: OfficersFirstOptions): AcceptMessages {
  const { channel, accept, desk, sql, now, log } = options
  let known = false
  let lookedAt = Number.NEGATIVE_INFINITY

  const anyOfficer = async (): Promise<boolean> => {
    const at = now().getTime()
    if (at - lookedAt >= LOOK_EVERY_MS) {
      known = await hasOfficers(sql, channel)
      lookedAt = at
    }
    return known
  }
  const officerOf = async (message: Accept): Promise<Officer | undefined> => {
    if (message.place !== null) return undefined
    const { account, address } = message
    const from = { channel, account, address } as const
    try {
      const officer = (await anyOfficer()) ? await desk.findOfficer(from) : undefined
      if (officer !== undefined) return officer
      const code = invitationIn(message)
      if (code === undefined) return undefined
      const redeemed = await desk.redeem(code, from, message.defaultLocale)
      if (redeemed.kind !== 'joined') return undefined
      lookedAt = Number.NEGATIVE_INFINITY
      return redeemed.officer
    } catch (err) {
      log.warn({ err, channel }, 'whether this is an officer could not be read')
      return undefined
    }
  }

  return async (messages): Promise<AcceptResult> => {
    const officers = await Promise.all(messages.map(officerOf))
    const rest = messages.filter((_, index) => officers[index] === undefined)
    const taken: AcceptResult = rest.length === 0 ? { kind: 'taken', each: [] } : await accept(rest)
    if (taken.kind === 'busy') return taken
    const others = [...taken.each]
    const each: Accepted[] = []
    for (const [index, message] of messages.entries()) {
      const officer = officers[index]
      each.push(
        officer === undefined ? (others.shift() ?? 'invalid') : await dealWith(message, officer, options),
      )
    }
    return { kind: 'taken', each }
  }
}

/** One message of an officer: the act commits by itself; what is said back and the mark that it was dealt with go together. */
async function dealWith(
  message: Accept,
  officer: Officer,
  { channel, parts, sql, vault, say, onOutgoing, now }: OfficersFirstOptions,
): Promise<Accepted> {
  const key = vault.key('officer inbound', channel, message.externalId)
  if (await wasTaken(sql, key)) return 'duplicate'
  const at = now()
  const answer =
    invitationIn(message) === undefined
      ? await officerTurn(inputOf(message), officer, at, parts)
      : await welcome(officer, at, parts)
  await sql.transaction(async (tx) => {
    for (const said of inTexts(answer, officer, parts.words)) await say(tx, message, officer.locale, said)
    await markTaken(tx, key, officer.id, at)
  })
  onOutgoing()
  return 'accepted'
}

async function welcome(officer: Officer, at: Date, parts: OfficerParts): Promise<OfficerAnswer> {
  const say = wordsIn(parts.words, officer.locale)
  const text = say('officer.joined', { name: officer.name, role: { key: `officer.role.${officer.role}` } })
  const help = await officerTurn({ kind: 'text', text: '/bantuan' }, officer, at, parts)
  return { ...help, messages: [{ kind: 'text', text, choices: [] }, ...help.messages] }
}

/** `/start CODE`, as a person sends an invitation. */
function invitationIn({ input }: Accept): string | undefined {
  return input.kind === 'command' && input.name === 'start' && input.argument !== ''
    ? input.argument
    : undefined
}

/** A channel has read the citizens' commands already; officers mean theirs by the same words. */
function inputOf({ input }: Accept): OfficerInput {
  switch (input.kind) {
    case 'text':
      return { kind: 'text', text: input.text }
    case 'choice':
      return { kind: 'press', value: input.value, card: null }
    case 'command': {
      const word =
        { language: 'bahasa', help: 'bantuan', start: 'bantuan' }[input.name as 'help'] ?? input.name
      return { kind: 'text', text: `/${word} ${input.argument}`.trim() }
    }
    default:
      return { kind: 'unreadable' }
  }
}

/** Without a card to change and without pictures everything is a text; what could not come along is said. */
function inTexts(
  { toast, card, messages }: OfficerAnswer,
  { locale }: Officer,
  words: Words,
): readonly { readonly text: string; readonly choices: readonly SaidChoice[] }[] {
  const texts = messages.map((one) =>
    one.kind === 'text' ? one : { text: one.caption, choices: [] as readonly SaidChoice[] },
  )
  const said = [
    ...(toast === null ? [] : [{ text: toast, choices: [] }]),
    ...(card === null ? [] : [card]),
    ...texts,
  ]
  if (messages.some(({ kind }) => kind !== 'text'))
    said.push({ text: words({ key: 'officer.failedPart' }, locale), choices: [] })
  return said
}
