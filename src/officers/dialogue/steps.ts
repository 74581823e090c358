import { z } from 'zod'
import type { CaseNumber } from '../../core/case.ts'
import type { PartialDate } from '../../core/dates.ts'
import type { OfficerId } from '../desk.ts'

/** What is asked while something is confirmed, in this order. */
export const CONFIRM_FIELDS = ['result', 'happened', 'phones', 'url', 'publisher', 'published'] as const
export type ConfirmField = (typeof CONFIRM_FIELDS)[number]

export interface ConfirmDraft {
  /** The milestone or contact, by its short key. */
  readonly subject: string
  readonly result?: 'done' | 'cancelled'
  /** When it really happened. */
  readonly happened?: PartialDate
  /** Empty: as they are. */
  readonly phones?: readonly string[]
  readonly url?: string
  readonly publisher?: string
  readonly published?: PartialDate
}

/** What the officer was asked last. Kept in the database: after a restart a note must not become a message to a citizen. */
export type OfficerStep =
  | { readonly kind: 'note'; readonly number: CaseNumber }
  | { readonly kind: 'confirm'; readonly draft: ConfirmDraft }

export interface StepStore {
  get(officer: OfficerId, now: Date): Promise<OfficerStep | undefined>
  put(officer: OfficerId, step: OfficerStep, now: Date): Promise<void>
  clear(officer: OfficerId): Promise<void>
}

const STEP = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), number: z.string() }),
  z.object({
    kind: z.literal('confirm'),
    draft: z.object({
      subject: z.string(),
      result: z.enum(['done', 'cancelled']).optional(),
      happened: z.string().optional(),
      phones: z.array(z.string()).optional(),
      url: z.string().optional(),
      publisher: z.string().optional(),
      published: z.string().optional(),
    }),
  }),
])

/** A step as it was stored; undefined when an older version wrote what this one cannot read. */
export function readStep(stored: unknown): OfficerStep | undefined {
  const parsed = STEP.safeParse(stored)
  return parsed.success ? (parsed.data as OfficerStep) : undefined
}
