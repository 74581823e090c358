import type { Hono } from 'hono'
import type { Words } from '../../../core/channel.ts'
import type { AcceptMessages, Sender, TakeReceipts } from '../../../core/delivery.ts'
import type { Log } from '../../../core/log.ts'
import type { FetchMedia } from '../../../core/media.ts'
import { createAttention } from './attention.ts'
import { createGraphApi } from './graph-api.ts'
import { createIntake, type IntakeOptions } from './intake.ts'
import { createCloudMedia } from './media.ts'
import { createCloudSender, type LastInbound } from './send.ts'
import type { Templates } from './template.ts'
import { createCloudWebhook } from './webhook.ts'

export interface CloudChannelOptions {
  readonly token: string
  readonly phoneNumberId: string
  readonly appSecret: string
  readonly verifyToken: string
  readonly apiRoot?: string | undefined
  readonly templates: Templates
  readonly accept: AcceptMessages
  readonly takeReceipts: TakeReceipts
  readonly lastInbound: LastInbound
  readonly words: Words
  /** Answers leave through this process: it may show "typing…". */
  readonly answersHere: () => boolean
  readonly onIgnored: IntakeOptions['onIgnored']
  readonly now: () => Date
  readonly log: Log
}

export interface CloudChannel {
  readonly sender: Sender
  /** To be mounted where Meta was told to post. */
  readonly webhook: Hono
  readonly fetchMedia: FetchMedia
  close(): void
}

/** One number of WhatsApp's Cloud API: everything in the folder put together. */
export function createCloudChannel(options: CloudChannelOptions): CloudChannel {
  const { token, phoneNumberId, apiRoot, appSecret, verifyToken, log } = options
  const api = createGraphApi({ token, phoneNumberId, root: apiRoot })
  const attention = createAttention({ api, answersHere: options.answersHere })
  const take = createIntake({ ...options, attention })
  const sender = createCloudSender({ ...options, api })
  return {
    sender: {
      ...sender,
      send: (outgoing, help) => {
        attention.end(outgoing.to.address)
        return sender.send(outgoing, help)
      },
    },
    webhook: createCloudWebhook({ appSecret, verifyToken, take, log }),
    fetchMedia: createCloudMedia(api),
    close: () => attention.stop(),
  }
}
