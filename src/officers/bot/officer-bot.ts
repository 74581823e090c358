import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '../../core/backoff.ts'
import { wordsIn } from '../../core/channel.ts'
import type { Sender } from '../../core/delivery.ts'
import type { Log } from '../../core/log.ts'
import type { Officer, OfficerId, OfficersDesk } from '../desk.ts'
import { help } from '../dialogue/help.ts'
import { NOTHING, toast } from '../dialogue/officer-answer.ts'
import { type OfficerInput, type OfficerParts, officerTurn } from '../dialogue/officer-turn.ts'
import { createOfficerBotApi } from './bot-api.ts'
import { commandList } from './commands.ts'
import { createDelivery } from './deliver.ts'
import { pollUpdates } from './poller.ts'
import { createOfficerSender } from './send.ts'
import { createStrangers } from './strangers.ts'
import { type OfficerUpdate, readUpdate } from './update.ts'

export interface OfficerBotOptions {
  readonly token: string
  readonly apiRoot?: string | undefined
  readonly desk: OfficersDesk
  readonly parts: OfficerParts
  /** Runs the work while this process alone holds the name, and ends when `stop` does. */
  readonly alone: (
    name: string,
    work: (held: AbortSignal) => Promise<void>,
    stop: AbortSignal,
  ) => Promise<void>
  readonly taken: TakenUpdates
  readonly now: () => Date
  readonly log: Log
}

/** Which updates were dealt with: Telegram brings one again whose confirmation it did not hear. */
export interface TakenUpdates {
  wasTaken(externalId: string): Promise<boolean>
  mark(externalId: string, officer: OfficerId, at: Date): Promise<void>
}

export interface OfficerBot {
  /** For alerts and citizens' messages in the outbox. */
  readonly sender: Sender
  /** Takes updates until the signal ends. Never rejects. */
  run(stop: AbortSignal): Promise<void>
}

const CALL_MS = 20_000
/** A stop must end; who is not answered by then asks again. */
const LAST_ANSWERS_MS = 3_000

/** The officers' bot: everything in the folder put together. */
export function createOfficerBot({
  token,
  apiRoot,
  desk,
  parts,
  alone,
  taken,
  now,
  log,
}: OfficerBotOptions): OfficerBot {
  const api = createOfficerBotApi({ token, apiRoot })
  const delivery = createDelivery(api, log)
  const meet = createStrangers(desk, parts.words)

  /** The list beside the text field: what this officer may do, in their language. */
  const showCommands = async (address: string, officer: Officer): Promise<void> => {
    const commands = commandList(officer.role, officer.locale, parts.words)
    const scope = { type: 'chat', chat_id: address }
    await api.call('setMyCommands', { commands, scope }, AbortSignal.timeout(CALL_MS))
  }

  /**
   * What goes to an officer's screen, in order. Nobody else waits for it: while Telegram makes us slow for one, the next
   * one's "I have it" is taken.
   */
  const screens = new Map<string, Promise<void>>()
  const afterwards = ({ address }: OfficerUpdate, show: () => Promise<void>): void => {
    const shown = (screens.get(address) ?? Promise.resolve())
      .then(show)
      .catch((err: unknown) => log.warn({ err }, 'an answer to an officer could not be shown'))
      .finally(() => {
        if (screens.get(address) === shown) screens.delete(address)
      })
    screens.set(address, shown)
  }

  const welcome = async (officer: Officer, update: OfficerUpdate): Promise<void> => {
    const say = wordsIn(parts.words, officer.locale)
    const text = say('officer.joined', { name: officer.name, role: { key: `officer.role.${officer.role}` } })
    await delivery.text(update.address, text)
    await delivery.answer(help({ officer, say, now: now() }), update)
    await showCommands(update.address, officer)
  }

  const showText = (update: OfficerUpdate, text: string): void => {
    const answer =
      update.content.kind === 'press'
        ? toast(text)
        : { ...NOTHING, messages: [{ kind: 'text', text, choices: [] } as const] }
    afterwards(update, async () => void (await delivery.answer(answer, update)))
  }

  const handle = async (update: OfficerUpdate): Promise<void> => {
    const from = { channel: 'telegram', account: api.account, address: update.address } as const
    const officer = await desk.findOfficer(from)
    if (officer === undefined) {
      const met = await meet(from, update, now())
      if (met.kind === 'joined') afterwards(update, () => welcome(met.officer, update))
      if (met.kind === 'told') showText(update, met.text)
      return
    }
    const externalId = `${api.account}:${update.id}`
    if (await taken.wasTaken(externalId)) return
    const answer = await officerTurn(inputOf(update), officer, now(), parts)
    await taken.mark(externalId, officer.id, now())
    afterwards(update, async () => {
      const arrived = await delivery.answer(answer, update)
      if (!arrived && answer.messages.some(({ kind }) => kind !== 'text'))
        await delivery.text(update.address, parts.words({ key: 'officer.failedPart' }, officer.locale))
      const after = await desk.findOfficer(from)
      if (after !== undefined && after.locale !== officer.locale) await showCommands(update.address, after)
    })
  }

  /** One officer's updates in order, officers side by side: two who press at once really do. */
  const take = async (raw: readonly unknown[]): Promise<void> => {
    const lanes = new Map<string, OfficerUpdate[]>()
    for (const one of raw) {
      const update = readUpdate(one)
      if (update === undefined) continue
      const lane = lanes.get(update.address)
      if (lane === undefined) lanes.set(update.address, [update])
      else lane.push(update)
    }
    await Promise.all(
      [...lanes.values()].map(async (updates) => {
        for (const update of updates) await safely(update)
      }),
    )
  }

  /** What breaks is said: an officer who pressed and hears nothing would believe that it was done. */
  const safely = async (update: OfficerUpdate): Promise<void> => {
    try {
      await handle(update)
    } catch (err) {
      log.error({ err, kind: update.content.kind }, 'what an officer asked for could not be done')
      const text = parts.words({ key: 'officer.failed' }, update.language.startsWith('en') ? 'en' : 'id')
      showText(update, text)
    }
  }

  const begin = async (signal: AbortSignal): Promise<void> => {
    for (let tries = 1; !signal.aborted; tries += 1) {
      const answer = await api.call(
        'deleteWebhook',
        { drop_pending_updates: false },
        AbortSignal.timeout(CALL_MS),
      )
      if (answer.kind === 'ok') break
      const waitMs = backoffMs(tries)
      const why = answer.kind === 'refused' ? `${answer.code}: ${answer.description}` : answer.detail
      log.error({ why, waitMs }, 'Telegram does not let the officers’ bot begin, tried again')
      await sleep(waitMs, undefined, { signal }).catch(() => undefined)
    }
    for (const locale of ['id', 'en'] as const) {
      const commands = commandList('officer', locale, parts.words)
      const all = [{ commands, language_code: locale }, ...(locale === 'id' ? [{ commands }] : [])]
      for (const payload of all) await api.call('setMyCommands', payload, AbortSignal.timeout(CALL_MS))
    }
  }

  return {
    sender: createOfficerSender(api, now),
    async run(stop) {
      await alone(
        `telegram:${api.account}`,
        async (held) => {
          const signal = AbortSignal.any([stop, held])
          await begin(signal)
          log.info({ account: api.account }, 'polling the officers’ bot')
          await pollUpdates({ api, take, log }, signal)
        },
        stop,
      )
      await Promise.race([Promise.all(screens.values()), sleep(LAST_ANSWERS_MS, undefined, { ref: false })])
    },
  }
}

function inputOf({ content }: OfficerUpdate): OfficerInput {
  switch (content.kind) {
    case 'press':
      return { kind: 'press', value: content.value, card: content.message?.text ?? null }
    case 'text':
      return { kind: 'text', text: content.text }
    case 'unreadable':
      return { kind: 'unreadable' }
  }
}
