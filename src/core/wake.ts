/** Sleep that ends when there is something to do. A call while nobody sleeps is remembered once. */
export interface Wake {
  /** Wakes one sleeper. */
  one(): void
  all(): void
  sleep(ms: number): Promise<void>
  readonly sleepers: number
}

export function createWake(): Wake {
  const sleepers = new Set<() => void>()
  let missed = false
  const one = () => {
    const [first] = sleepers
    if (first === undefined) missed = true
    else first()
  }
  return {
    one,
    all() {
      if (sleepers.size === 0) missed = true
      for (const wake of [...sleepers]) wake()
    },
    sleep(ms) {
      if (missed) {
        missed = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          sleepers.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        sleepers.add(wake)
      })
    },
    get sleepers() {
      return sleepers.size
    },
  }
}
