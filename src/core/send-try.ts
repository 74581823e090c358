import type { SendHelp } from './delivery.ts'

/** One try to send a message of several calls, which ends in time and then still knows how far it came. */
export interface SendTry {
  readonly signal: AbortSignal
  /** Waits for room for another call; false when the try ends before. */
  readonly room: () => Promise<boolean>
}

/** A try within the outbox's own, so that it ends by itself: one that is cut off cannot say what was sent already. */
export function beginTry({ signal, pass }: SendHelp, budgetMs: number): SendTry {
  const within = AbortSignal.any([signal, AbortSignal.timeout(budgetMs)])
  const over = new Promise<false>((resolve) => {
    if (within.aborted) resolve(false)
    else within.addEventListener('abort', () => resolve(false), { once: true })
  })
  const passed = () =>
    pass().then(
      () => true,
      () => false,
    )
  return { signal: within, room: () => Promise.race([passed(), over]) }
}
