import { beforeEach, describe, expect, it } from 'vitest'
import { createWebChannel, type WebChannelOptions } from '../../../../src/channels/web/web-channel.tsx'
import type { Inbound, Outbound } from '../../../../src/core/channel.ts'
import { SILENT } from '../../../../src/core/log.ts'
import { createPhrase } from '../../../../src/phrase/phrase.ts'
import { said } from '../said.ts'

type App = Awaited<ReturnType<typeof createWebChannel>>
const phrase = await createPhrase()
let heard: Inbound[]
let answer: (inbound: Inbound) => Promise<Outbound>
let now: number
let app: App

beforeEach(async () => {
  heard = []
  answer = async () =>
    said('Biaya: hubungi 0800-1000 atau https://uji.example/a.\n\nBaris <script>alert(1)</script>')
  now = 0
  app = await createApp()
})

function createApp(changes: Partial<WebChannelOptions> = {}): Promise<App> {
  return createWebChannel({
    converse: (inbound) => {
      heard.push(inbound)
      return answer(inbound)
    },
    words: (wording, locale) => phrase.wording(wording, locale),
    locales: ['id', 'en'],
    greet: () => said('Halo', { choices: [{ label: 'Biaya', value: 'topic:placement.cost' }] }),
    emergency: () => ({
      name: { id: 'Halo PMI', en: 'Halo PMI line' },
      phones: ['0800-1000', '+62 21 29244800'],
      whatsapp: ['+62 811-8080-141'],
    }),
    readiness: async () => ({ ready: true, knowledge: { version: 'v1', asOf: '2026-09-12' } }),
    now: () => now,
    secure: false,
    log: SILENT,
    ...changes,
  })
}

function form(body: string, headers: Record<string, string> = {}) {
  return app.request('/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
    body,
  })
}

function script(body: unknown, headers: Record<string, string> = {}) {
  return app.request('/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')

describe('the page', () => {
  it('shows the greeting, the emergency line and no cookie', async () => {
    const response = await app.request('/')
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toMatch(/^<!doctype html><html lang="id"/)
    expect(html).toContain('<a href="tel:08001000">0800-1000</a>')
    expect(html).toContain('href="tel:+622129244800"')
    expect(html).toContain('href="https://wa.me/628118080141"')
    expect(html).toContain('value="topic:placement.cost"')
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('speaks the language of the browser, or the one chosen', async () => {
    const english = await app.request('/', { headers: { 'accept-language': 'de,en-GB;q=0.8' } })
    expect(await english.text()).toContain('<html lang="en"')
    const chosen = await app.request('/', { headers: { 'accept-language': 'en', cookie: 'jr_bahasa=id' } })
    expect(await chosen.text()).toContain('<html lang="id"')
    const odd = await app.request('/', {
      headers: { 'accept-language': 'xx', cookie: 'jr_bahasa=__proto__' },
    })
    expect(await odd.text()).toContain('<html lang="id"')
  })

  it('loads only its own two files, with nothing inline, in less than 40 KB', async () => {
    const page = await app.request('/')
    const html = await page.text()
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/)
    const urls = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, url]) => url ?? '')
    expect(urls).toHaveLength(3)
    let bytes = Buffer.byteLength(html)
    for (const url of urls) {
      const asset = await app.request(url)
      expect(asset.status).toBe(200)
      bytes += Buffer.byteLength(await asset.text())
    }
    expect(bytes).toBeLessThan(40_000)
  })

  it('is sent with headers that keep others out', async () => {
    const { headers } = await app.request('/')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('says so when a page does not exist', async () => {
    for (const path of ['/nowhere', '/assets/none.js', '/assets/constructor']) {
      const response = await app.request(path, { headers: { accept: 'text/html' } })
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('Halaman ini tidak ada.')
    }
  })
})

describe('a message without JavaScript', () => {
  it('is answered with a page that shows it and the reply, both escaped', async () => {
    const response = await form(`text=${encodeURIComponent('<img src=x onerror=alert(1)> biaya')}`)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain('<p>&lt;img src=x onerror=alert(1)&gt; biaya</p>')
    expect(html).toContain('Baris &lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).toContain('Peraturan &lt;b&gt;Uji&lt;/b&gt;')
    expect(html).toContain('<a href="tel:08001000" rel="noreferrer">0800-1000</a>')
    expect(html).toContain('<a href="https://uji.example/a" rel="noreferrer">https://uji.example/a</a>.')
  })

  it('makes a conversation, and stays in it', async () => {
    const first = await form('text=a')
    const [cookie] = first.headers.getSetCookie()
    expect(cookie).toMatch(/^jr_percakapan=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/)
    await form('text=b', { cookie: cookieOf(first) })
    await form('text=c')
    const [a, b, c] = heard.map(({ from }) => from.address)
    expect(a).toBe(b)
    expect(c).not.toBe(a)
  })

  it('takes a tapped choice, and a made-up cookie for none', async () => {
    await form('text=&choice=topic%3Aplacement.cost', { cookie: "jr_percakapan=' OR 1=1 --" })
    expect(heard[0]?.input).toEqual({ kind: 'choice', value: 'topic:placement.cost' })
    expect(heard[0]?.from.address).toMatch(/^[\w-]{22}$/)
  })

  it.each([
    ['image/jpeg', 'photo'],
    ['audio/ogg', 'voice'],
    ['video/mp4', 'video'],
    ['application/pdf', 'document'],
  ])('hands on a file of type %s as a %s', async (type, what) => {
    const body = new FormData()
    body.set('text', '')
    body.set('file', new File(['x'], 'x', { type }))
    const response = await app.request('/messages', {
      method: 'POST',
      body,
      headers: { accept: 'text/html' },
    })
    expect(response.status).toBe(200)
    expect(heard[0]?.input).toEqual({ kind: 'unsupported', what })
  })

  it('keeps what was typed when the service fails', async () => {
    answer = () => Promise.reject(new Error('down'))
    const response = await form('text=biaya+%3Cb%3E')
    const html = await response.text()
    expect(response.status).toBe(503)
    expect(html).toContain('Layanan sedang terganggu.')
    expect(html).toMatch(/<textarea[^>]*>biaya &lt;b&gt;<\/textarea>/)
  })
})

describe('a message of the script', () => {
  async function eventsOf(response: Response): Promise<Record<string, unknown>> {
    const events = (await response.text()).trimEnd().split('\n\n')
    return Object.fromEntries(
      events.map((event) => {
        const [name = '', data = ''] = event.split('\n')
        return [name.replace('event: ', ''), JSON.parse(data.replace('data: ', ''))]
      }),
    )
  }

  it('is answered as server-sent events with the reply as the page shows it', async () => {
    const response = await script({ text: 'biaya' })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const { reply } = await eventsOf(response)
    expect(reply).toContain('<article class="message bot danger-none" lang="id" tabindex="-1">')
    expect(reply).toContain('&lt;script&gt;')
  })

  it('may be a choice or a location', async () => {
    await script({ choice: 'menu' })
    await script({ location: { lat: -8.17, lon: 113.7 } })
    expect(heard.map(({ input }) => input)).toEqual([
      { kind: 'choice', value: 'menu' },
      { kind: 'location', lat: -8.17, lon: 113.7 },
    ])
  })

  it('carries the language that was chosen in the talk to the page', async () => {
    answer = async () => said('OK', { chosenLocale: 'en', reply: { locale: 'en' } })
    const response = await script({ text: 'in english please' })
    expect(cookieOf(response)).toContain('jr_bahasa=en')
    expect(await eventsOf(response)).toMatchObject({ language: 'en' })
    const again = await script({ text: 'ok' }, { cookie: cookieOf(response) })
    expect(heard[1]).toMatchObject({ chosenLocale: 'en', defaultLocale: 'en' })
    expect(await eventsOf(again)).not.toHaveProperty('language')
  })

  it('leaves nothing behind when the person is forgotten', async () => {
    answer = async () => said('Sudah dihapus.', { erased: true })
    const response = await script({ choice: 'forget_yes' })
    expect(response.headers.getSetCookie().at(-1)).toMatch(/^jr_percakapan=; Max-Age=0/)
    expect(await eventsOf(response)).toMatchObject({ forgotten: true })
  })

  it.each([
    '{"text":',
    '[]',
    'null',
    '{}',
    '{"text":5}',
    '{"text":"a","__proto__":{"x":1}}',
    '{"location":{"lat":99,"lon":0}}',
    '{"location":{"lat":"a","lon":0}}',
  ])('is refused when it is %s', async (body) => {
    const response = await script(body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: 'unreadable' })
    expect(heard).toEqual([])
  })

  it('is refused when it is neither JSON nor a form', async () => {
    expect((await script('text', { 'content-type': 'text/plain' })).status).toBe(400)
    expect((await app.request('/messages', { method: 'POST' })).status).toBe(400)
    expect(
      (await script('--x', { 'content-type': 'multipart/form-data' })).status,
      'a form without its boundary',
    ).toBe(400)
  })

  it('is refused when it is too large', async () => {
    const response = await script({ text: 'x'.repeat(70_000) })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ error: 'too_large' })
  })

  it.each([
    ['empty', ''],
    ['long', 'x'.repeat(10_000)],
    ['emoji', '😀😀'],
    ['control characters', '\u0000\u0007\u001B[31m'],
    ['right-to-left marks', '\u202Eayaib\u200F'],
    ['SQL', "'; DROP TABLE person; --"],
  ])('goes to the engine as it is: %s', async (_name, text) => {
    expect((await script({ text })).status).toBe(200)
    expect(heard[0]?.input).toEqual({ kind: 'text', text })
  })

  it('from another site is refused', async () => {
    expect((await script({ text: 'a' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await script({ text: 'a' }, { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  it('must wait after twenty in ten seconds, alone', async () => {
    const cookie = cookieOf(await script({ text: '1' }))
    for (let i = 2; i <= 20; i += 1) expect((await script({ text: `${i}` }, { cookie })).status).toBe(200)
    now = 4_000
    const refused = await script({ text: '21' }, { cookie })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('6')
    expect(await refused.json()).toEqual({
      error: 'too_fast',
      message: 'Pesannya terlalu cepat. Tunggu sebentar, lalu kirim lagi.',
    })
    expect((await script({ text: 'somebody else' })).status).toBe(200)
    now = 10_000
    expect((await script({ text: '22' }, { cookie })).status).toBe(200)
  })
})

describe('the language switch', () => {
  const choose = (locale: string) =>
    app.request('/language', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `locale=${locale}`,
    })

  it('remembers the language and goes back to the page', async () => {
    const response = await choose('en')
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/')
    expect(cookieOf(response)).toBe('jr_bahasa=en')
  })

  it.each(['fr', '', 'jv', '__proto__'])('refuses %j', async (locale) => {
    expect((await choose(locale)).status).toBe(400)
  })
})

describe('health', () => {
  it('tells that the process lives', async () => {
    const response = await app.request('/healthz')
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  })

  it('tells which knowledge is answered from', async () => {
    const response = await app.request('/readyz')
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ready', knowledge: { version: 'v1', asOf: '2026-09-12' } },
    ])
  })

  it('tells why it is not ready', async () => {
    app = await createApp({
      readiness: async () => ({ ready: false, reason: 'The database does not answer.' }),
    })
    const response = await app.request('/readyz')
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'not ready', reason: 'The database does not answer.' },
    ])
  })
})

it('sends cookies by TLS only where the page is reached by TLS', async () => {
  app = await createApp({ secure: true })
  const response = await form('text=a')
  expect(response.headers.getSetCookie()[0]).toContain('; Secure')
  expect(response.headers.get('strict-transport-security')).toMatch(/max-age/)
})
