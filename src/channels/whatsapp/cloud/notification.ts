import { z } from 'zod'

/**
 * What we read of what Meta posts, checked at the edge: a bug of theirs is a refusal, never a crash. A part that is not
 * right costs that part, not what came with it. Everything that is not named here is ignored.
 */
const ENVELOPE = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.object({ changes: z.array(z.unknown()) })).max(1_000),
})

const CHANGE = z.object({
  field: z.string(),
  value: z.object({
    metadata: z.object({ phone_number_id: z.string() }),
    contacts: z.array(z.unknown()).optional(),
    messages: z.array(z.unknown()).optional(),
    statuses: z.array(z.unknown()).optional(),
    errors: z.array(z.unknown()).optional(),
  }),
})

const CONTACT = z.object({ wa_id: z.string().nullish(), user_id: z.string().nullish() })

const FILE = z.object({ id: z.string(), mime_type: z.string().nullish(), caption: z.string().nullish() })

const MESSAGE = z.object({
  id: z.string().min(1).max(512),
  /** Missing for people who show no number; then there is an id made for us. */
  from: z.string().nullish(),
  from_user_id: z.string().nullish(),
  group_id: z.string().nullish(),
  timestamp: z.coerce.number().int().positive().max(9_999_999_999).nullish().catch(null),
  type: z.string(),
  text: z.object({ body: z.string() }).optional(),
  interactive: z
    .object({
      type: z.string(),
      button_reply: z.object({ id: z.string(), title: z.string().nullish() }).optional(),
      list_reply: z.object({ id: z.string(), title: z.string().nullish() }).optional(),
    })
    .optional(),
  button: z.object({ text: z.string(), payload: z.string().nullish() }).optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  image: FILE.optional(),
  video: FILE.optional(),
  audio: FILE.optional(),
  document: FILE.optional(),
  unsupported: z.object({ type: z.string().nullish() }).nullish().catch(null),
})

const STATUS = z.object({
  id: z.string().min(1).max(512),
  status: z.string(),
  timestamp: z.coerce.number().int().positive().nullish().catch(null),
  biz_opaque_callback_data: z.string().nullish(),
  errors: z
    .array(
      z.object({
        code: z.int(),
        title: z.string().nullish(),
        error_data: z.object({ details: z.string().nullish() }).nullish(),
      }),
    )
    .nullish()
    .catch(null),
})

export type CloudMessage = z.output<typeof MESSAGE>
export type CloudStatus = z.output<typeof STATUS>
export type CloudContact = z.output<typeof CONTACT>

export type Part =
  | { readonly kind: 'message'; readonly message: CloudMessage; readonly contacts: readonly CloudContact[] }
  | { readonly kind: 'status'; readonly status: CloudStatus }
  | { readonly kind: 'unknown_kind' | 'malformed' | 'other_number' | 'vendor_problem' }

/** Everything one post holds, in its order; undefined when it is no notification at all. */
export function partsOf(body: unknown, phoneNumberId: string): readonly Part[] | undefined {
  const envelope = ENVELOPE.safeParse(body)
  if (!envelope.success) return undefined
  return envelope.data.entry.flatMap(({ changes }) => changes.flatMap((one) => ofChange(one, phoneNumberId)))
}

function ofChange(given: unknown, phoneNumberId: string): readonly Part[] {
  const parsed = CHANGE.safeParse(given)
  if (!parsed.success) {
    const field = z.object({ field: z.string() }).safeParse(given).data?.field
    // News about templates and accounts have other shapes: only the field that is ours can be wrong.
    return [{ kind: field === undefined || field === 'messages' ? 'malformed' : 'unknown_kind' }]
  }
  const { field, value } = parsed.data
  if (field !== 'messages') return [{ kind: 'unknown_kind' }]
  if (value.metadata.phone_number_id !== phoneNumberId) return [{ kind: 'other_number' }]
  const contacts = (value.contacts ?? []).flatMap((one) => CONTACT.safeParse(one).data ?? [])
  const messages = (value.messages ?? []).map((one): Part => {
    const message = MESSAGE.safeParse(one).data
    return message === undefined ? { kind: 'malformed' } : { kind: 'message', message, contacts }
  })
  const statuses = (value.statuses ?? []).map((one): Part => {
    const status = STATUS.safeParse(one).data
    return status === undefined ? { kind: 'malformed' } : { kind: 'status', status }
  })
  const problems = (value.errors ?? []).map((): Part => ({ kind: 'vendor_problem' }))
  return [...messages, ...statuses, ...problems]
}
