import { serve } from '@hono/node-server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LinkState } from '../../../../../src/channels/whatsapp/baileys/link-state.ts'
import { createPairingPage } from '../../../../../src/channels/whatsapp/baileys/pairing-page.tsx'
import { showInTerminal } from '../../../../../src/channels/whatsapp/baileys/pairing-terminal.ts'
import { until } from '../../../../support/until.ts'
import { words } from '../../telegram/outgoing.ts'

const QR = 'ref,noise,identity,secret'
let state: LinkState
const again = vi.fn()
let port: number
let close: () => void
beforeEach(async () => {
  state = { kind: 'pairing', qr: QR, code: null }
  again.mockClear()
  const { fetch: handle } = createPairingPage({ state: () => state, again, words })
  await new Promise<void>((resolve) => {
    const server = serve({ fetch: handle, port: 0, hostname: '127.0.0.1' }, (info) => {
      port = info.port
      resolve()
    })
    close = () => void server.close()
  })
})
afterEach(() => close())

const page = (headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${port}/`, { headers })
const shown = async (headers?: Record<string, string>) => (await page(headers)).text()

describe('the page', () => {
  it('shows the picture, how to scan it, and the risk; and asks again by itself', async () => {
    const html = await shown()
    expect(html).toContain('<svg')
    expect(html).toContain('Perangkat tertaut')
    expect(html).toContain('Cloud API')
    expect(html).toMatch(/http-equiv="refresh"/)
    expect(html).not.toContain('secret')
    expect((await page()).headers.get('cache-control')).toBe('no-store')
  })

  it('speaks the language of the browser', async () => {
    expect(await shown({ 'accept-language': 'en-GB,en' })).toContain('Linked devices')
  })

  it('shows a code instead, when one was asked for', async () => {
    state = { kind: 'pairing', qr: null, code: 'ABCD2345' }
    const html = await shown()
    expect(html).toContain('ABCD2345')
    expect(html).not.toContain('<svg')
  })

  it.each([
    [{ kind: 'waiting' }],
    [{ kind: 'connecting' }],
    [{ kind: 'open' }],
    [{ kind: 'interrupted', trouble: null }],
    [{ kind: 'stopped', why: 'logged_out' }],
    [{ kind: 'stopped', why: 'replaced' }],
    [{ kind: 'stopped', why: 'forbidden' }],
    [{ kind: 'stopped', why: 'phone_too_old' }],
  ] satisfies [LinkState][])('says how it stands: %o', async (now) => {
    state = now
    const html = await shown()
    expect(html).toContain(`data-state="${now.kind}"`)
    expect(html).not.toContain('whatsapp.pair')
    expect(html.includes('<form')).toBe(now.kind === 'stopped')
  })
})

describe('who may see it', () => {
  it.each(['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via'])(
    'not somebody who comes through a proxy: %s',
    async (name) => {
      const response = await page({ [name]: '127.0.0.1' })
      expect(response.status).toBe(403)
      expect(await response.text()).not.toContain('svg')
    },
  )

  it('not under a name that somebody made lead here', async () => {
    const { request } = await import('node:http')
    const status = await new Promise<number>((resolve, reject) => {
      request({ host: '127.0.0.1', port, headers: { host: 'jahat.example' } }, ({ statusCode }) =>
        resolve(statusCode ?? 0),
      )
        .on('error', reject)
        .end()
    })
    expect(status).toBe(403)
  })

  it('not somebody whose connection is not known', async () => {
    const app = createPairingPage({ state: () => state, again, words })
    expect((await app.request('http://localhost/')).status).toBe(403)
  })
})

describe('the button', () => {
  const press = (origin?: string) =>
    fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      redirect: 'manual',
      ...(origin === undefined ? {} : { headers: { origin } }),
    })

  it('begins anew after a stop, and does nothing otherwise', async () => {
    expect((await press(`http://127.0.0.1:${port}`)).status).toBe(303)
    expect(again).not.toHaveBeenCalled()
    state = { kind: 'stopped', why: 'replaced' }
    await press(`http://127.0.0.1:${port}`)
    expect(again).toHaveBeenCalledOnce()
  })

  it('cannot be pressed by another page', async () => {
    state = { kind: 'stopped', why: 'replaced' }
    for (const origin of [undefined, 'https://jahat.example', 'null', 'x'])
      expect((await press(origin)).status).toBe(403)
    expect(again).not.toHaveBeenCalled()
  })
})

it('the terminal shows each new picture, and a code once it is there', async () => {
  const lines: string[] = []
  const show = showInTerminal((text) => lines.push(text), words)
  show({ kind: 'connecting' })
  show({ kind: 'pairing', qr: QR, code: null })
  await until('the picture is shown', () => lines.length === 1)
  expect(lines[0]).toContain('▄')
  expect(lines[0]).toContain('Perangkat tertaut')
  show({ kind: 'pairing', qr: null, code: 'ABCD2345' })
  expect(lines[1]).toContain('ABCD2345')
})
