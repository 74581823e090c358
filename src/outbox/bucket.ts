/** A token bucket: so many calls a second, and a few at once after a pause. Time is passed in, in milliseconds. */
export interface Bucket {
  /** Takes one token, when there is one. */
  take(now: number): boolean
  /** Milliseconds until there is a token; 0: now. */
  wait(now: number): number
  /** As after a long pause: nothing of it needs to be remembered. */
  full(now: number): boolean
}

export function createBucket({ perSecond, burst }: { perSecond: number; burst: number }): Bucket {
  let tokens = burst
  let at = Number.NEGATIVE_INFINITY
  const fill = (now: number) => {
    if (now <= at) return
    tokens = Math.min(burst, tokens + ((now - at) * perSecond) / 1_000)
    at = now
  }
  return {
    take(now) {
      fill(now)
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
    wait(now) {
      fill(now)
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 1_000) / perSecond)
    },
    full(now) {
      fill(now)
      return tokens >= burst
    },
  }
}
