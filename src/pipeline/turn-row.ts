import type { ConversationState } from '../conversation/state.ts'
import type { Reply } from '../core/reply.ts'
import type { TurnRow } from '../outbox/commit.store.ts'
import type { BatchParts, Outcome } from './batch.ts'
import { newId } from './new-id.ts'

/** What is kept of a turn. */
export function turnRow(
  { message, answer }: Extract<Outcome, { kind: 'answered' }>,
  { context }: BatchParts,
): TurnRow {
  const { reply } = answer.said
  const waited = Math.round(context.now.getTime() - message.receivedAt.getTime())
  return {
    turnId: newId(),
    lane: message.lane,
    knowledgeVersion: context.knowledge.version,
    topic: reply.topic,
    topics: reply.topics,
    danger: reply.danger,
    confidence: reply.confidence,
    action: reply.action,
    told: toldOf(reply, answer.state),
    latencyMs: Math.min(Math.max(waited, 0), 2 ** 31 - 1),
    at: context.now,
  }
}

/**
 * What was said, by key, fact and source: with the version of the knowledge the answer can be explained. The values of
 * the sentences stay out: a place name as the person wrote it may be among them.
 */
export function toldOf(reply: Reply, state: ConversationState) {
  return {
    locale: reply.locale,
    signs: reply.signs,
    regions: reply.regions.map(({ code }) => code),
    countries: reply.countries,
    parts: reply.parts.map(({ role, key }) => `${role} ${key}`),
    facts: state.told,
    choices: reply.choices.map(({ value }) => value),
    sources: reply.citations.map(({ source }) => source.id),
    contacts: reply.contacts.map(({ id }) => id),
  }
}
