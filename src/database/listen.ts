import pg from 'pg'

/** Sent by the database whenever a table of the knowledge changes (trigger in prisma/migrations). */
export const KNOWLEDGE_CHANGED = 'knowledge_changed'

export interface Listener {
  close(): Promise<void>
}

export interface ListenOptions {
  readonly url: string
  readonly channel: string
  /** Called for every notification, and once after each reconnect: what happened in between was not heard. */
  readonly onNotify: (payload: string) => void
  readonly onError?: (error: Error) => void
  /** First wait before connecting again; doubles up to half a minute. */
  readonly retryMs?: number
}

/** Listens on a connection of its own (a pooled one is handed on and forgets), for as long as it is not closed. */
export async function listen(options: ListenOptions): Promise<Listener> {
  const { url, channel, onNotify, onError = () => undefined, retryMs = 250 } = options
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: `jalur-resmi listen ${channel}`,
      keepAlive: true,
    })
    next.on('error', onError)
    next.on('notification', (message) => onNotify(message.payload ?? ''))
    await next.connect()
    await next.query(`LISTEN ${next.escapeIdentifier(channel)}`)
    if (closed) return next.end()
    client = next
    next.once('end', () => {
      client = undefined
      reconnect(retryMs)
    })
  }
  const reconnect = (wait: number): void => {
    if (closed) return
    timer = setTimeout(() => {
      connect().then(
        () => onNotify(''),
        (error: Error) => {
          onError(error)
          reconnect(Math.min(wait * 2, 30_000))
        },
      )
    }, wait)
  }

  await connect()
  return {
    close: async () => {
      closed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
