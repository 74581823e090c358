export interface RateLimitOptions {
  readonly most: number
  readonly withinMs: number
  /** Milliseconds, from any start. */
  readonly now: () => number
}

/** So many keys are watched before those that are long quiet are swept out. */
const SWEEP_AT = 10_000

/** How long a key must wait before it may go on: 0 when it may now, and then this counts as one. */
export function createRateLimit({ most, withinMs, now }: RateLimitOptions): (key: string) => number {
  const seen = new Map<string, readonly number[]>()
  const sweep = (time: number) => {
    for (const [key, times] of seen) if ((times.at(-1) ?? 0) <= time - withinMs) seen.delete(key)
  }
  return (key) => {
    const time = now()
    if (seen.size >= SWEEP_AT) sweep(time)
    const recent = (seen.get(key) ?? []).filter((one) => one > time - withinMs)
    const oldest = recent[0]
    if (oldest !== undefined && recent.length >= most) return oldest + withinMs - time
    seen.set(key, [...recent, time])
    return 0
  }
}
