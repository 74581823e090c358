import { createHash, timingSafeEqual } from 'node:crypto'

export interface MetricsRequest {
  readonly remoteAddress: string | undefined
  /** Set by any proxy that passes a request on: then it does not come from this machine, whatever the address says. */
  readonly forwarded: boolean
  readonly authorization: string | undefined
}

/** Numbers about people's traffic are for operators: from this machine, or with the token. */
export function mayReadMetrics(request: MetricsRequest, token: string | undefined): boolean {
  if (token !== undefined && request.authorization !== undefined)
    return sameText(request.authorization, `Bearer ${token}`)
  return !request.forwarded && isLoopback(request.remoteAddress)
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address)
}

/** In a time that says nothing about where they differ. */
function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
