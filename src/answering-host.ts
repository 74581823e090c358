import type { MessagePort } from 'node:worker_threads'
import { type AnsweringOptions, answerHere, openConnections } from './answering.ts'
import type { FromAnswering, ToAnswering } from './answering-messages.ts'

export interface HostOptions extends Omit<AnsweringOptions, 'connections' | 'onCommitted' | 'onBacklog'> {
  readonly port: Pick<MessagePort, 'on' | 'postMessage' | 'close'>
  readonly url: string
  /** Ends what was opened for it, before the thread ends. */
  readonly close: () => Promise<void>
}

/** Answers in a thread of its own, for the thread at the other end of the port (src/answering-thread.ts). */
export function hostAnswering({ port, url, close, ...parts }: HostOptions): void {
  const tell = (message: FromAnswering) => port.postMessage(message)
  const onError = (err: Error) => parts.log.warn({ err }, 'a database connection broke')
  const connections = openConnections(url, onError)
  const answering = answerHere({
    ...parts,
    connections,
    onCommitted: (committed) => tell({ kind: 'committed', committed }),
    onBacklog: () => tell({ kind: 'backlog' }),
  })
  const end = async () => {
    await answering.stop()
    await Promise.all([connections.way.close(), connections.notes.close()])
    await close()
    port.close()
  }
  port.on('message', (message: ToAnswering) => {
    switch (message.kind) {
      case 'wake':
        return answering.wake()
      case 'awaits':
        return answering.awaits(message.externalKey)
      case 'over':
        return answering.over(message.externalKey)
      case 'ping':
        return tell({ kind: 'pong' })
      case 'stop':
        return void end()
    }
  })
  tell({ kind: 'ready' })
}
