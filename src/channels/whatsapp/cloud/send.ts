import type { Words } from '../../../core/channel.ts'
import {
  type Outgoing,
  PRIORITIES,
  type Recipient,
  type Sender,
  type SendHelp,
  type SendLimits,
  type SendOutcome,
} from '../../../core/delivery.ts'
import type { Log } from '../../../core/log.ts'
import { beginTry, type SendTry } from '../../../core/send-try.ts'
import { personAt } from '../address.ts'
import type { WhatsAppMessage } from '../message.ts'
import { render } from '../render.ts'
import { asText, bodyOf } from './calls.ts'
import { isContentProblem, outcomeOf } from './failure.ts'
import type { GraphAnswer, GraphApi } from './graph-api.ts'
import { type Templates, templateBody } from './template.ts'

/** When somebody last wrote to us at this number; null: never, or forgotten. */
export type LastInbound = (from: Recipient) => Promise<Date | null>

export interface CloudSenderOptions {
  readonly api: GraphApi
  readonly words: Words
  readonly templates: Templates
  readonly lastInbound: LastInbound
  readonly now: () => Date
  readonly log: Log
  /** How long one try may take, waiting for room in the limits included. */
  readonly budgetMs?: number
}

/**
 * Meta takes 80 a second from a new number, and towards one person one in six seconds in the long run, with 45 at once
 * (developers.facebook.com, WhatsApp throughput and pair rate limits).
 */
export const CLOUD_LIMITS: SendLimits = {
  account: { perSecond: 70, burst: 70 },
  chat: { perSecond: 1 / 6, burst: 30 },
  concurrency: 32,
  timeoutMs: 20_000,
}
/** Below the outbox's own limit: a try that ends here still says how far it came. */
const BUDGET_MS = CLOUD_LIMITS.timeoutMs - 3_000
const NO_ROOM_WAIT_MS = 6_000
/** After a person's last message one may write freely for so long. A minute is kept for the way. */
const WINDOW_MS = 24 * 3_600_000 - 60_000

/** The way out of one number. */
export function createCloudSender(options: CloudSenderOptions): Sender {
  const { api, words, templates, lastInbound, now, log, budgetMs = BUDGET_MS } = options

  const send = async (message: WhatsAppMessage, to: object, signal: AbortSignal) => {
    if (message.kind !== 'image') return api.send({ ...to, ...bodyOf(message) }, signal)
    const uploaded = await api.upload(message.bytes, message.mime, signal)
    return uploaded.kind === 'ok'
      ? api.send({ ...to, ...bodyOf(message, uploaded.result) }, signal)
      : uploaded
  }
  /** Words are worth more than what hangs on them: choices that Meta will not take go as numbers. */
  const deliver = async (
    message: WhatsAppMessage,
    to: object,
    one: SendTry,
  ): Promise<GraphAnswer<string>> => {
    const answer = await send(message, to, one.signal)
    const plain = asText(message)
    if (answer.kind === 'ok' || plain === undefined || !isContentProblem(answer)) return answer
    log.warn({ kind: message.kind }, 'WhatsApp refused choices, sent as numbered words')
    if (!(await one.room())) return { kind: 'unreachable', detail: 'no room within the limits' }
    return send(plain, to, one.signal)
  }

  const windowClosed = async (outgoing: Outgoing): Promise<boolean> => {
    // An answer follows a message; whether it took a day is seen by Meta.
    if (outgoing.body.kind === 'reply') return false
    const last = await lastInbound(outgoing.to)
    return last === null || now().getTime() - last.getTime() > WINDOW_MS
  }

  return {
    channel: 'whatsapp',
    account: api.account,
    limits: CLOUD_LIMITS,
    async send(outgoing: Outgoing, help: SendHelp): Promise<SendOutcome> {
      const { id, attempt, body, priority } = outgoing
      const to = recipientOf(outgoing)
      if (to === undefined)
        return { kind: 'refused', reason: 'unknown_address', detail: 'no number of a person' }
      const one = beginTry(help, budgetMs)
      const failed = (answer: Exclude<GraphAnswer<string>, { kind: 'ok' }>, done: number): SendOutcome => {
        const outcome = outcomeOf(answer, { attempt, now: now(), done })
        if (outcome.kind === 'retry_at' && outcome.reason === 'vendor_error' && outcome.scope === 'account')
          log.error(
            { why: answer.detail, channel: 'whatsapp' },
            'WhatsApp does not let us send: token, right or account; nothing goes out until that is mended',
          )
        return outcome
      }
      const byTemplate = async (): Promise<SendOutcome> => {
        const template = priority === PRIORITIES.urgent ? templates.alert : templates.reminder
        if (body.kind !== 'notice' || template === undefined)
          return {
            kind: 'refused',
            reason: 'window_closed',
            detail: 'more than 24 hours since the person wrote, and no template for it',
          }
        const answer = await api.send({ ...to, ...templateBody(template, body.text) }, one.signal)
        return answer.kind === 'ok' ? { kind: 'sent', externalId: answer.result } : failed(answer, 0)
      }

      if (await windowClosed(outgoing)) return byTemplate()
      const messages = render(body, words, { tappable: true })
      if (messages.length === 0)
        return { kind: 'refused', reason: 'content_rejected', detail: 'nothing to say' }
      let externalId = ''
      for (const [index, message] of messages.entries()) {
        if (index < outgoing.done) continue
        if (index > outgoing.done && !(await one.room())) {
          const at = new Date(now().getTime() + NO_ROOM_WAIT_MS)
          return { kind: 'retry_at', at, reason: 'rate_limited', scope: 'chat', done: index }
        }
        const answer = await deliver(message, to, one)
        if (answer.kind === 'ok') {
          externalId = answer.result
          continue
        }
        if ((message.kind === 'location' || message.kind === 'contact') && isContentProblem(answer)) {
          log.warn({ id, kind: message.kind }, 'WhatsApp refused a card; the text names the office')
          continue
        }
        const outcome = failed(answer, index)
        return outcome.kind === 'refused' && outcome.reason === 'window_closed' && index === 0
          ? byTemplate()
          : outcome
      }
      return { kind: 'sent', externalId }
    },
  }
}

/** Whom it is for; our own id comes back with every receipt. */
function recipientOf({ id, to }: Outgoing): object | undefined {
  const person = personAt(to.address)
  const common = { recipient_type: 'individual', biz_opaque_callback_data: id }
  switch (person?.kind) {
    case 'phone':
      return { ...common, to: person.digits }
    case 'user':
      return { ...common, recipient: person.id }
    // A hidden number of linked devices means nothing to the Cloud API.
    case 'lid':
    case undefined:
      return undefined
  }
}
