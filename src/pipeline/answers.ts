import type { Outbound } from '../core/channel.ts'

/** Those who wait in this process for their own answer: an open page. By the key of their message. */
export interface Answers {
  /** Rejects when nothing came in time, or nothing will. */
  wait(externalKey: string, withinMs: number): Promise<Outbound>
  has(externalKey: string): boolean
  /** Null: there will be no answer. */
  give(externalKey: string, said: Outbound | null): void
  readonly waiting: readonly string[]
}

export class NoAnswerError extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'NoAnswerError'
  }
}

/** Whoever answers is told who waits, and who no longer does. */
export interface AwaitedBy {
  awaits(externalKey: string): void
  over(externalKey: string): void
}

export function createAnswers(awaitedBy: () => AwaitedBy | undefined): Answers {
  const open = new Map<string, (said: Outbound | null) => void>()
  const end = (externalKey: string) => {
    open.delete(externalKey)
    awaitedBy()?.over(externalKey)
  }
  return {
    wait(externalKey, withinMs) {
      awaitedBy()?.awaits(externalKey)
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          end(externalKey)
          reject(new NoAnswerError(`No answer within ${withinMs} ms.`))
        }, withinMs)
        open.set(externalKey, (said) => {
          clearTimeout(timer)
          end(externalKey)
          if (said === null) reject(new NoAnswerError('The message was not answered.'))
          else resolve(said)
        })
      })
    },
    has: (externalKey) => open.has(externalKey),
    give: (externalKey, said) => open.get(externalKey)?.(said),
    get waiting() {
      return [...open.keys()]
    },
  }
}
