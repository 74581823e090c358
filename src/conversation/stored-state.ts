import { z } from 'zod'
import { CASE_KINDS, REMINDER_KINDS } from '../core/case.ts'
import { LOCALES } from '../core/locale.ts'
import { EMERGENCY_SIGNS, OFFER_SIGNS, STAGES, TOPICS } from '../core/topic.ts'
import { type ConversationState, OFFER_ITEMS, REPORT_STEPS, STATE_VERSION, URGENT_STEPS } from './state.ts'

/**
 * The state as it lies in the database. People are in the middle of a talk while a new release starts: a new field has a
 * default, anything else needs a new STATE_VERSION.
 */
const topic = z.enum(TOPICS)
const pending = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('region'), topic, candidates: z.array(z.string()) }),
  z.object({ kind: z.literal('topic'), candidates: z.array(topic) }),
  z.object({ kind: z.literal('country'), topic }),
  z.object({ kind: z.literal('confirm_forget') }),
  z.object({ kind: z.literal('join_code') }),
  z.object({ kind: z.literal('confirm_report'), case: z.enum(CASE_KINDS).default('illegal_offer') }),
  z.object({ kind: z.literal('confirm_resume') }),
  z.object({ kind: z.literal('confirm_withdraw'), number: z.string() }),
  z.object({ kind: z.literal('adding'), number: z.string() }),
  z.object({ kind: z.literal('confirm_handover') }),
  z.object({ kind: z.literal('urgent') }),
  z.object({ kind: z.literal('reminder_date'), reminder: z.enum(REMINDER_KINDS) }),
  z.object({ kind: z.literal('reminder_kind') }),
  z.object({
    kind: z.literal('offer'),
    found: z.array(z.enum(OFFER_ITEMS)),
    signs: z.array(z.enum([...EMERGENCY_SIGNS, ...OFFER_SIGNS])),
  }),
])
const report = z.object({
  number: z.string(),
  kind: z.enum(CASE_KINDS),
  left: z.array(z.enum(REPORT_STEPS)).min(1),
  paused: z.boolean(),
})
const urgent = z.object({
  number: z.string(),
  asked: z.enum(URGENT_STEPS).nullable(),
  left: z.array(z.enum(URGENT_STEPS)),
})
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
  asked: z.number().nullable().default(null),
  report: report.nullable().default(null),
  urgent: urgent.nullable().default(null),
  quoted: z.string().nullable().default(null),
} satisfies Record<keyof ConversationState, z.ZodType>)

/** The stored state, or undefined when it is of a shape this program does not know: the talk then begins anew. */
export function readState(stored: unknown): ConversationState | undefined {
  const { success, data } = storedState.safeParse(stored)
  // The ids are only strings here; an id the knowledge no longer has is looked up in vain, which the engine allows.
  return success ? (data as unknown as ConversationState) : undefined
}
