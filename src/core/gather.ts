export interface Gatherer<T, R> {
  /** Resolves when the run that held these items is over. */
  add(items: readonly T[]): Promise<readonly R[]>
  /** Items that wait or are under way. */
  readonly pending: number
  /** When nothing waits and nothing is under way. */
  idle(): Promise<void>
}

interface Waiting<T, R> {
  readonly items: readonly T[]
  readonly resolve: (results: readonly R[]) => void
  readonly reject: (cause: unknown) => void
}

/**
 * Group commit: while one run is under way everything that arrives is gathered, and the next run takes it all. Nobody
 * waits for a timer: alone, an item runs at once; under load one commit carries many. One run at a time keeps the order.
 */
export function createGatherer<T, R>(
  run: (items: readonly T[]) => Promise<readonly R[]>,
  most: number,
): Gatherer<T, R> {
  let waiting: Waiting<T, R>[] = []
  let pending = 0
  let running: Promise<void> | undefined

  const take = (): Waiting<T, R>[] => {
    let count = 0
    let end = 0
    for (const one of waiting) {
      if (end > 0 && count + one.items.length > most) break
      count += one.items.length
      end += 1
    }
    const taken = waiting.slice(0, end)
    waiting = waiting.slice(end)
    return taken
  }
  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const taken = take()
      const items = taken.flatMap((one) => one.items)
      try {
        const results = await run(items)
        let from = 0
        for (const one of taken) {
          one.resolve(results.slice(from, from + one.items.length))
          from += one.items.length
        }
      } catch (cause) {
        for (const one of taken) one.reject(cause)
      } finally {
        pending -= items.length
      }
    }
    running = undefined
  }
  return {
    add(items) {
      if (items.length === 0) return Promise.resolve([])
      pending += items.length
      return new Promise((resolve, reject) => {
        waiting.push({ items, resolve, reject })
        // A microtask later, so that everything of this tick goes together.
        running ??= Promise.resolve().then(work)
      })
    },
    get pending() {
      return pending
    },
    async idle() {
      while (running !== undefined) await running
    },
  }
}
