import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import type { Log } from '../../../core/log.ts'
import type { Intake } from './intake.ts'

export interface WebhookOptions {
  /** Signs what Meta posts. */
  readonly appSecret: string
  /** What we told Meta to say when it asks whether the address is ours. */
  readonly verifyToken: string
  readonly take: Intake
  readonly log: Log
}

const LONGEST_BODY = 1024 * 1024
const SIGNATURE_HEADER = 'x-hub-signature-256'
const SIGNATURE = /^sha256=([0-9a-f]{64})$/i

/**
 * Where Meta posts. 200 is said only when everything in a post is durable, or of no concern; anything else makes Meta
 * come again, for days. A signed post that cannot be understood is counted and confirmed: it will not get better.
 */
export function createCloudWebhook({ appSecret, verifyToken, take, log }: WebhookOptions): Hono {
  const app = new Hono()

  app.get('/', (c) => {
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = c.req.query()
    const right = timingSafeEqual(digest(token ?? ''), digest(verifyToken))
    if (mode !== 'subscribe' || !right || challenge === undefined || challenge.length > 200)
      return c.json({ error: 'wrong_token' }, 403)
    return c.text(challenge)
  })

  app.post('/', async (c) => {
    const given = SIGNATURE.exec(c.req.header(SIGNATURE_HEADER) ?? '')?.[1]
    // Who does not even claim to be Meta is not read.
    if (given === undefined) return c.json({ error: 'wrong_signature' }, 401)
    const raw = await readBody(c.req.raw.body)
    if (raw === undefined) return c.json({ error: 'too_large' }, 413)
    // Over the bytes as they came: parsed and written again they would differ in escapes.
    const expected = createHmac('sha256', appSecret).update(raw).digest()
    const claimed = Buffer.from(given, 'hex')
    if (claimed.length !== expected.length || !timingSafeEqual(claimed, expected))
      return c.json({ error: 'wrong_signature' }, 401)
    try {
      const taken = await take(readJson(raw))
      switch (taken.kind) {
        case 'taken':
          return c.json({ ok: true })
        case 'busy':
          c.header('retry-after', String(Math.ceil(taken.retryAfterMs / 1_000)))
          return c.json({ error: 'busy' }, 503)
        case 'too_early':
          return c.json({ error: 'too_early' }, 503)
      }
    } catch (err) {
      log.error({ err }, 'a post of WhatsApp could not be handed over, it will come again')
      return c.json({ error: 'unavailable' }, 503)
    }
  })
  return app
}

/** Undefined when it is too long, whatever was said about its length. */
async function readBody(body: ReadableStream<Uint8Array> | null): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.byteLength
    if (length <= LONGEST_BODY) chunks.push(chunk)
    // Who still writes does not read: a broken connection would hide the reason. But not for ever.
    else if (length > 8 * LONGEST_BODY) break
  }
  return length > LONGEST_BODY ? undefined : Buffer.concat(chunks)
}

function readJson(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Digests have one length, and comparing them takes one time: neither tells anything about the secret. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
