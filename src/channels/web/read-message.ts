import type { Context } from 'hono'
import { z } from 'zod'
import type { TurnInput, UnsupportedKind } from '../../core/input.ts'

const MESSAGE = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ choice: z.string().max(200) }),
  z.strictObject({
    location: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
  }),
])

/** What the page sent, or undefined when it is none of what the page sends. */
export async function readMessage(c: Context): Promise<TurnInput | undefined> {
  const type = (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (type === 'application/json') return fromJson(await c.req.text())
  if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data') {
    try {
      return fromForm(await c.req.parseBody())
    } catch {
      return undefined
    }
  }
  return undefined
}

function fromJson(body: string): TurnInput | undefined {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return undefined
  }
  const { success, data } = MESSAGE.safeParse(value)
  if (!success) return undefined
  if ('text' in data) return { kind: 'text', text: data.text }
  if ('choice' in data) return { kind: 'choice', value: data.choice }
  return { kind: 'location', ...data.location }
}

/** Without JavaScript: a tapped choice is a button of the same form, so it comes together with the empty text field. */
function fromForm(form: Readonly<Record<string, unknown>>): TurnInput | undefined {
  const { choice, text } = form
  const file = Object.values(form).find((value) => value instanceof File)
  if (file instanceof File && file.size > 0) return { kind: 'unsupported', what: kindOf(file.type) }
  if (typeof choice === 'string') return { kind: 'choice', value: choice.slice(0, 200) }
  return typeof text === 'string' ? { kind: 'text', text } : undefined
}

function kindOf(mime: string): UnsupportedKind {
  if (mime.startsWith('image/')) return 'photo'
  if (mime.startsWith('audio/')) return 'voice'
  if (mime.startsWith('video/')) return 'video'
  return 'document'
}
