import { z } from 'zod'
import { LOCALES } from '../core/locale.ts'
import { STAGES, TOPICS } from '../core/topic.ts'
import { type ConversationState, STATE_VERSION } from './state.ts'

/**
 * The state as it lies in the database. Changing it needs a new STATE_VERSION: people are in the middle of a talk while
 * a new release starts.
 */
const topic = z.enum(TOPICS)
const pending = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('region'), topic, candidates: z.array(z.string()) }),
  z.object({ kind: z.literal('topic'), candidates: z.array(topic) }),
  z.object({ kind: z.literal('country'), topic }),
  z.object({ kind: z.literal('confirm_forget') }),
  z.object({ kind: z.literal('confirm_report') }),
])
const storedState = z.object({
  version: z.literal(STATE_VERSION),
  chosenLocale: z.enum(LOCALES).nullable(),
  locale: z.enum(LOCALES),
  topic: topic.nullable(),
  region: z.string().nullable(),
  country: z.string().nullable(),
  agreement: z.string().nullable(),
  stage: z.enum(STAGES).nullable(),
  pending: pending.nullable(),
  choices: z.array(z.string()),
  told: z.array(z.string()),
  repeats: z.number(),
  misses: z.number(),
  settled: z.array(z.string()),
  unsettled: z.array(z.string()).default([]),
  turns: z.number(),
} satisfies Record<keyof ConversationState, z.ZodType>)

/** The stored state, or undefined when it is of a shape this program does not know: the talk then begins anew. */
export function readState(stored: unknown): ConversationState | undefined {
  const { success, data } = storedState.safeParse(stored)
  // The ids are only strings here; an id the knowledge no longer has is looked up in vain, which the engine allows.
  return success ? (data as unknown as ConversationState) : undefined
}
