/** Work whose longest wait is for another process: `begun` when that one is at work, or there is nothing to wait for. */
export interface Begun<T> {
  /** Awaited later; a failure meanwhile does not count as unhandled. */
  readonly result: Promise<T>
  readonly begun: Promise<void>
}

/** Starts `work`, which says itself when it has begun; its end, good or bad, says so too. */
export function begin<T>(work: (onBegun: () => void) => Promise<T>): Begun<T> {
  let onBegun = (): void => undefined
  const begun = new Promise<void>((resolve) => {
    onBegun = resolve
  })
  const result = work(onBegun)
  result.then(onBegun, onBegun)
  return { result, begun }
}
