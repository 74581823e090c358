import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import type { Metrics } from './operations/metrics.ts'
import { mayReadMetrics } from './operations/operations-access.ts'

export interface OperationsOptions {
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>
  readonly metricsToken: string | undefined
  /** Undefined: this process shows no page; load balancers still ask it how it is. */
  readonly page: Hono | undefined
  readonly readiness: () => Promise<{ readonly ready: boolean }>
}

/** What operators ask a process, in front of whatever else it serves. */
export function withOperations({ metrics, metricsToken, page, readiness }: OperationsOptions): Hono {
  const app = new Hono()
  app.get('/metrics', async (c) => {
    const request = {
      remoteAddress: remoteAddress(c.env),
      forwarded: ['x-forwarded-for', 'forwarded', 'x-real-ip'].some(
        (name) => c.req.header(name) !== undefined,
      ),
      authorization: c.req.header('authorization'),
    }
    if (!mayReadMetrics(request, metricsToken)) return c.json({ error: 'forbidden' }, 403)
    return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType })
  })
  if (page !== undefined) {
    app.all('*', (c) => page.fetch(c.req.raw, c.env))
    return app
  }
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const { ready, ...rest } = await readiness()
    return c.json({ status: ready ? 'ready' : 'not ready', ...rest }, ready ? 200 : 503)
  })
  return app
}

function remoteAddress(env: unknown): string | undefined {
  // Asked in memory, without a server, there is no connection.
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return undefined
  return getConnInfo({ env } as Parameters<typeof getConnInfo>[0]).remote.address
}
