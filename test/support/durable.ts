import { rm } from 'node:fs/promises'
import { answerHere } from '../../src/answering.ts'
import type { TurnContext } from '../../src/conversation/turn.ts'
import { loadUnderstand } from '../../src/conversation/understand/load.ts'
import type { Accept, Outgoing, Sender, SendHelp, SendLimits, SendOutcome } from '../../src/core/delivery.ts'
import { type Log, SILENT } from '../../src/core/log.ts'
import { type Durable, type DurableOptions, openDurable } from '../../src/durable.ts'
import { effectsOf } from '../../src/effects.ts'
import { jsonSource } from '../../src/knowledge/json-source.ts'
import { buildRegionIndex } from '../../src/knowledge/regions/region-index.ts'
import { buildKnowledge } from '../../src/knowledge/snapshot.ts'
import { createPhrase } from '../../src/phrase/phrase.ts'
import { PROCESS_KEY } from './durable/settings.ts'
import { scratchFolder } from './scratch.ts'

const loaded = load()

async function load() {
  const knowledge = buildKnowledge(await jsonSource().load(), buildRegionIndex)
  return { knowledge, understand: (await loadUnderstand())(knowledge), phrase: await createPhrase() }
}

export const NO_LIMITS: SendLimits = {
  account: { perSecond: 10_000, burst: 10_000 },
  chat: { perSecond: 1_000, burst: 1_000 },
  concurrency: 16,
  timeoutMs: 1_000,
}

export interface TestDurable extends Durable {
  readonly dataDir: string
}

/** The durable middle as the app opens it, with the product's own knowledge, on the given database. */
export async function testDurable(
  url: string,
  options: Partial<DurableOptions> & { readonly wrapContext?: (context: TurnContext) => TurnContext } = {},
): Promise<TestDurable> {
  const { knowledge, understand, phrase } = await loaded
  const dataDir = options.dataDir ?? (await scratchFolder('durable'))
  const { wrapContext = (context: TurnContext) => context, ...rest } = options
  const durable = await openDurable({
    url,
    dataDir,
    dataKey: PROCESS_KEY,
    retentionDays: 90,
    answers: answerHere,
    phrase,
    context: () => wrapContext({ knowledge, understand, now: new Date() }),
    effects: (vault) => effectsOf({ vault, words: (wording, locale) => phrase.wording(wording, locale) }),
    now: () => new Date(),
    log: testLog(),
    ...rest,
  })
  return {
    ...durable,
    dataDir,
    close: async () => {
      await durable.close()
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export function testLog(): Log {
  if (process.env.TEST_LOG !== '1') return SILENT
  const say = (level: string) => (fields: object, message: string) => console.error(level, message, fields)
  return { debug: () => undefined, info: say('info'), warn: say('warn'), error: say('error') }
}

let count = 0
/** A message of a person to bot 1 of the channel "telegram". */
export function message(address: string, text: string, changes: Partial<Accept> = {}): Accept {
  count += 1
  return {
    channel: 'telegram',
    account: '1',
    externalId: `1:${process.pid}-${count}`,
    address,
    place: null,
    input: { kind: 'text', text },
    receivedAt: new Date(),
    chosenLocale: null,
    defaultLocale: 'id',
    ...changes,
  }
}

export interface FakeSender extends Sender {
  readonly sent: Outgoing[]
  /** What it says next; by default `sent`. */
  answer: (outgoing: Outgoing, help: SendHelp) => Promise<SendOutcome>
}

/** A way out that remembers what it was given. */
export function fakeSender(changes: Partial<Sender> = {}): FakeSender {
  const sent: Outgoing[] = []
  const sender: FakeSender = {
    channel: 'telegram',
    account: '1',
    limits: NO_LIMITS,
    sent,
    answer: async (outgoing) => ({ kind: 'sent', externalId: `e${outgoing.id}` }),
    async send(outgoing, help) {
      const outcome = await sender.answer(outgoing, help)
      if (outcome.kind === 'sent') sent.push(outgoing)
      return outcome
    },
    ...changes,
  }
  return sender
}

/** What the person read. */
export function textOf({ body }: Outgoing): string {
  return body.kind === 'reply' ? body.said.text : body.text
}
