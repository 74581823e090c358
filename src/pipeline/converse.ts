import { randomUUID } from 'node:crypto'
import type { TurnContext } from '../conversation/turn.ts'
import type { Converse, Correspondent, Inbound, Outbound } from '../core/channel.ts'
import type { AcceptMessages } from '../core/delivery.ts'
import type { Log } from '../core/log.ts'
import type { Collected } from '../outbox/collect.store.ts'
import { openContent } from '../outbox/content.ts'
import type { Phrase } from '../phrase/phrase.ts'
import type { Vault } from '../privacy/vault.ts'
import { answer } from './answer.ts'
import { type Answers, NoAnswerError } from './answers.ts'

export interface DurableConverseOptions {
  readonly accept: AcceptMessages
  readonly answers: Answers
  readonly vault: Vault
  readonly phrase: Phrase
  readonly context: () => TurnContext
  /** What officers said to this person since they were last here. */
  readonly notices: (from: Correspondent) => Promise<readonly string[]>
  readonly now: () => Date
  readonly log: Log
  readonly withinMs?: number
}

/** Longer than a batch under load, shorter than a person's patience. */
const WITHIN_MS = 8_000

/** The way through inbox and outbox for a channel that waits for its own answer. */
export function durableConverse(options: DurableConverseOptions): Converse {
  const { accept, answers, vault, withinMs = WITHIN_MS, log } = options
  return async (inbound) => {
    const { channel, address } = inbound.from
    const externalId = randomUUID()
    const externalKey = vault.key('external', channel, externalId)
    // Before the message is accepted: its answer may be there before we are told.
    const waiting = answers.wait(externalKey, withinMs)
    waiting.catch(() => undefined)
    const { input, chosenLocale, defaultLocale } = inbound
    const result = await accept([
      {
        channel,
        account: '',
        externalId,
        address,
        place: null,
        input,
        receivedAt: options.now(),
        chosenLocale,
        defaultLocale,
      },
    ])
    const taken = result.kind === 'taken' ? result.each[0] : 'busy'
    if (taken === 'accepted') {
      try {
        return await withNotices(await waiting, inbound.from, options)
      } catch (err) {
        if (!(err instanceof NoAnswerError)) throw err
        log.warn({ err, channel }, 'no answer in time; answered from memory')
      }
    } else {
      answers.give(externalKey, null)
      if (taken !== 'spooled') throw new NoAnswerError(`The message was not taken: ${taken}.`)
    }
    return fromMemory(inbound, options)
  }
}

/** What an officer said meanwhile stands before the answer; when it cannot be read now it comes with the next one. */
async function withNotices(
  said: Outbound,
  from: Correspondent,
  { notices, log }: DurableConverseOptions,
): Promise<Outbound> {
  try {
    const told = await notices(from)
    return told.length === 0 ? said : { ...said, text: [...told, said.text].join('\n\n') }
  } catch (err) {
    log.warn({ err, channel: from.channel }, 'what officers said could not be read')
    return said
  }
}

/**
 * Somebody in danger is answered even while the database is away; only the thread of the talk is missing. The message is
 * kept: what it means for officers follows.
 */
function fromMemory(inbound: Inbound, { context, phrase }: DurableConverseOptions): Outbound {
  const { said, forget } = answer(undefined, inbound, context(), phrase)
  if (forget) throw new NoAnswerError('"Forgotten" must never be said when it is not true.')
  return said
}

/** Gives out answers that another process committed. */
export function giveCollected(
  collected: readonly Collected[],
  { answers, vault }: Pick<DurableConverseOptions, 'answers' | 'vault'>,
): void {
  for (const { externalKey, chat, content } of collected) {
    const { body } = openContent(content, chat, vault)
    answers.give(externalKey, body.kind === 'reply' ? body.said : null)
  }
}
