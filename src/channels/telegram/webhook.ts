import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Log } from '../../core/log.ts'
import type { BotIdentity } from './addressed.ts'
import type { Intake } from './intake.ts'
import { UPDATE } from './update.ts'

export interface WebhookOptions {
  readonly secret: string
  /** Undefined until Telegram has told who the bot is: before that a mention in a group cannot be known. */
  readonly bot: () => BotIdentity | undefined
  readonly take: Intake
  readonly log: Log
}

const LONGEST_BODY = 1024 * 1024
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

/**
 * Where Telegram posts updates. 200 is said only when the update is durable, or of no concern; anything else makes
 * Telegram come again. What can never become right is refused with 4xx.
 */
export function createTelegramWebhook({ secret, bot, take, log }: WebhookOptions): Hono {
  const expected = digest(secret)
  const app = new Hono()
  app.use(async (c, next) => {
    // Digests have one length, and comparing them takes one time: neither tells anything about the secret.
    if (!timingSafeEqual(digest(c.req.header(SECRET_HEADER) ?? ''), expected))
      return c.json({ error: 'wrong_secret' }, 401)
    return next()
  })
  app.use(
    bodyLimit({
      maxSize: LONGEST_BODY,
      onError: async (c) => {
        await drain(c.req.raw.body)
        return c.json({ error: 'too_large' }, 413)
      },
    }),
  )
  app.post('/', async (c) => {
    const update = readUpdate(await c.req.text())
    if (update === undefined) return c.json({ error: 'not_an_update' }, 400)
    const identity = bot()
    if (identity === undefined) return c.json({ error: 'starting' }, 503)
    try {
      const taken = await take([update], identity)
      if (taken.kind === 'taken') return c.json({ ok: true })
      c.header('retry-after', String(Math.ceil(taken.retryAfterMs / 1_000)))
      return c.json({ error: 'busy' }, 429)
    } catch (err) {
      log.error({ err }, 'an update could not be handed over, Telegram will bring it again')
      return c.json({ error: 'unavailable' }, 503)
    }
  })
  return app
}

/** Who still writes does not read: without this the sender would see a broken connection and not the reason. */
async function drain(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (body === null || body.locked) return
  let length = 0
  for await (const chunk of body) {
    length += chunk.byteLength
    if (length > 8 * LONGEST_BODY) break
  }
}

function readUpdate(body: string) {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return undefined
  }
  return UPDATE.safeParse(value).data
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
