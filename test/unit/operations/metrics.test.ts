import { describe, expect, it } from 'vitest'
import { withOperations } from '../../../src/health.ts'
import { createMetrics } from '../../../src/operations/metrics.ts'
import { mayReadMetrics } from '../../../src/operations/operations-access.ts'

const metrics = createMetrics({
  depths: async () => ({
    inbox: { waiting: 2, oldestSeconds: 1.5, parked: 1 },
    outbox: [{ channel: 'telegram', priority: 0, waiting: 3, oldestSeconds: 9 }],
  }),
  alerts: async () => ({
    open: [{ severity: 'emergency', state: 'delivered', count: 1 }],
    oldestEmergencySeconds: 61,
    unreachable: 2,
    lastDay: [{ what: 'escalated', count: 3 }],
  }),
  spool: () => ({ files: 4, bytes: 400 }),
  pending: () => 5,
})

it('metrics tell what waits, what came and went, and when a message last flowed', async () => {
  metrics.accepted('telegram', 'accepted')
  metrics.accepted('telegram', 'duplicate')
  metrics.turn('telegram', 'answer', 'none', 0.02)
  metrics.tried('telegram', { kind: 'sent', externalId: '1' }, 0.1)
  metrics.tried('telegram', { kind: 'refused', reason: 'blocked_by_person', detail: '' }, 0.1)
  const text = await metrics.text()
  for (const line of [
    'jalur_inbox_messages_total{channel="telegram",outcome="accepted"} 1',
    'jalur_inbox_messages_total{channel="telegram",outcome="duplicate"} 1',
    'jalur_outbox_tries_total{channel="telegram",outcome="refused",reason="blocked_by_person"} 1',
    'jalur_outbox_waiting{channel="telegram",priority="0"} 3',
    'jalur_inbox_waiting 2',
    'jalur_inbox_parked 1',
    'jalur_alerts_open{severity="emergency",state="delivered"} 1',
    'jalur_alerts_oldest_emergency_seconds 61',
    'jalur_alerts_unreachable 2',
    'jalur_alerts_last_day{what="escalated"} 3',
    'jalur_spool_files 4',
    'jalur_inbox_pending 5',
  ])
    expect(text).toContain(line)
  expect(text).toMatch(/jalur_last_flow_timestamp_seconds\{channel="telegram",direction="out"\} \d+/)
})

describe('who may read them', () => {
  const local = { remoteAddress: '127.0.0.1', forwarded: false, authorization: undefined }
  it.each([
    ['this machine', local, undefined, true],
    ['this machine, by IPv6', { ...local, remoteAddress: '::ffff:127.0.0.1' }, undefined, true],
    ['a proxy on this machine', { ...local, forwarded: true }, undefined, false],
    ['another machine', { ...local, remoteAddress: '10.0.0.1' }, undefined, false],
    ['nobody knows who', { ...local, remoteAddress: undefined }, undefined, false],
    [
      'the token, from anywhere',
      { remoteAddress: '10.0.0.1', forwarded: true, authorization: 'Bearer sesame-sesame-1' },
      'sesame-sesame-1',
      true,
    ],
    ['another token', { ...local, authorization: 'Bearer x' }, 'sesame-sesame-1', false],
  ])('%s', (_, request, token, expected) => {
    expect(mayReadMetrics(request, token)).toBe(expected)
  })
})

it('a process without a page still says how it is', async () => {
  const app = withOperations({
    metrics,
    metricsToken: 'sesame-sesame-1',
    page: undefined,
    readiness: async () => ({ ready: false }),
  })
  expect((await app.request('/healthz')).status).toBe(200)
  expect((await app.request('/readyz')).status).toBe(503)
  expect((await app.request('/metrics')).status).toBe(403)
  const answer = await app.request('/metrics', { headers: { authorization: 'Bearer sesame-sesame-1' } })
  expect(answer.headers.get('content-type')).toContain('text/plain')
})
