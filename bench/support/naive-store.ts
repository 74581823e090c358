import { createHash, randomUUID } from 'node:crypto'
import type { ConversationEvent } from '../../src/conversation/events/event.ts'
import { readState } from '../../src/conversation/stored-state.ts'
import type { ConversationStore, TurnRecord } from '../../src/conversation/turn-record.ts'
import type { Correspondent } from '../../src/core/channel.ts'
import { dayInJakarta } from '../../src/core/dates.ts'
import type { Database, Prisma, Transaction } from '../../src/database/client.ts'
import { toldOf } from '../../src/pipeline/turn-row.ts'

/** The naive bot keeps conversations as one would at first: through Prisma, one statement after the other.
 * Conversations in PostgreSQL: the state, and a row for every turn. No text of a person is written anywhere. */
export function databaseStore(db: Database): ConversationStore {
  return {
    async load(from) {
      const { conversationId } = idsOf(from)
      const row = await db.conversation.findUnique({
        where: { id: conversationId },
        select: { state: true },
      })
      return row === null ? undefined : readState(row.state)
    },
    async commit(from, record) {
      await db.$transaction((tx) => writeTurn(tx, from, record))
    },
    async erase(from) {
      // Conversations, messages, turns and addresses go with the person.
      await db.person.deleteMany({ where: { id: idsOf(from).personId } })
    },
  }
}

/**
 * Found again without a look-up, and without storing the address: a web visitor's is a random 128-bit secret, so its
 * bare hash tells nothing. Channels whose addresses can be guessed (telephone numbers) need the keyed hash of `Address`.
 */
function idsOf({ channel, address }: Correspondent): { personId: string; conversationId: string } {
  const hash = createHash('sha256').update(`${channel} ${address}`).digest('hex').slice(0, 40)
  return { personId: `person-${hash}`, conversationId: `conversation-${hash}` }
}

async function writeTurn(tx: Transaction, from: Correspondent, record: TurnRecord): Promise<void> {
  const { personId, conversationId } = idsOf(from)
  const { channel } = from
  const { state, reply, at } = record
  const chosenLocale = state.chosenLocale
  await tx.person.upsert({
    where: { id: personId },
    create: { id: personId, chosenLocale, createdAt: at, lastSeenAt: at },
    update: { chosenLocale, lastSeenAt: at },
  })
  const kept = { state: asJson(state), stateVersion: state.version, updatedAt: at }
  await tx.conversation.upsert({
    where: { id: conversationId },
    create: { id: conversationId, personId, channel, ...kept },
    update: kept,
  })
  await tx.turn.create({
    data: {
      id: randomUUID(),
      conversationId,
      knowledgeVersion: record.knowledgeVersion,
      topic: reply.topic,
      topics: [...reply.topics],
      danger: reply.danger,
      confidence: reply.confidence,
      action: reply.action,
      reply: asJson(toldOf(reply, state)),
      latencyMs: record.latencyMs,
      createdAt: at,
    },
  })
  for (const event of record.events)
    if (event.type === 'question_unanswered') await countUnanswered(tx, event, at)
}

async function countUnanswered(
  tx: Transaction,
  event: Extract<ConversationEvent, { type: 'question_unanswered' }>,
  at: Date,
): Promise<void> {
  const key = {
    day: dayInJakarta(at) as string,
    topic: event.topic ?? '',
    region: event.region ?? '',
    language: event.language,
  }
  await tx.unansweredQuestion.upsert({
    where: { day_topic_region_language: key },
    create: { ...key, count: 1 },
    update: { count: { increment: 1 } },
  })
}

/** Prisma takes only what JSON can hold; our values are that, but their types are narrower. */
function asJson(value: object): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value))
}
