import { createWebChannel } from '../../src/channels/web/web-channel.tsx'
import { SILENT } from '../../src/core/log.ts'
import { said } from '../unit/channels/said.ts'
import { words } from '../unit/channels/telegram/outgoing.ts'
import { type Act, describeChannel, type OpenOptions, type Person } from './channel.contract.ts'

/** The page as a browser without JavaScript uses it; positions need the script, so those go as it sends them. */
async function open({ deviceLocale, behind }: OpenOptions) {
  const app = await createWebChannel({
    converse: ({ from, ...rest }) => behind({ address: from.address, ...rest }),
    words,
    locales: ['id', 'en'],
    greet: () => said('Halo', { choices: [], reply: { citations: [] } }),
    emergency: () => ({ name: { id: 'Halo PMI' }, phones: [], whatsapp: [] }),
    readiness: async () => ({ ready: true, knowledge: { version: 'v1', asOf: '2026-09-12' } }),
    now: () => 0,
    secure: false,
    log: SILENT,
  })
  const person = async (): Promise<Person> => {
    let cookie = ''
    let html = ''
    let problem = ''
    const post = async (body: string | FormData, type: Record<string, string>) => {
      const headers = { accept: 'text/html', 'accept-language': deviceLocale, cookie, ...type }
      const response = await app.request('/messages', { method: 'POST', headers, body })
      const [set] = response.headers.getSetCookie()
      if (set !== undefined) cookie = set.split(';', 1)[0] ?? ''
      html = await response.text()
      problem = response.ok ? '' : readableHtml(/<p id="alert"[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? html)
    }
    const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }
    return {
      async act(act) {
        switch (act.kind) {
          case 'say':
            return post(new URLSearchParams({ text: act.text }).toString(), urlencoded)
          case 'tap': {
            const button = buttons(html).find(({ label }) => label === act.label)
            return post(new URLSearchParams({ text: '', choice: button?.value ?? '' }).toString(), urlencoded)
          }
          case 'share':
            return post(JSON.stringify({ location: { lat: act.lat, lon: act.lon } }), {
              'content-type': 'application/json',
            })
          case 'send': {
            const form = new FormData()
            form.set('file', new File(['x'], 'x', { type: MIME[act.what] ?? 'application/pdf' }))
            return post(form, {})
          }
          case 'command':
            throw new Error('The page has no commands.')
        }
      },
      again: async () => undefined,
      seen: () => ({
        text: readableHtml(html),
        choices: buttons(html).map(({ label }) => label),
        links: [...html.matchAll(/<a href="(https?:[^"]*)"/g)].map(([, href = '']) => readableHtml(href)),
      }),
      get problem() {
        return problem
      },
    }
  }
  return { person, close: async () => undefined }
}

const MIME: Partial<Record<Extract<Act, { kind: 'send' }>['what'], string>> = {
  photo: 'image/jpeg',
  voice: 'audio/ogg',
  video: 'video/mp4',
}

function buttons(html: string) {
  return [...html.matchAll(/<button type="submit" name="choice" value="([^"]*)">(.*?)<\/button>/g)].map(
    ([, value = '', label = '']) => ({ value: readableHtml(value), label: readableHtml(label) }),
  )
}

function readableHtml(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

describeChannel({
  name: 'web',
  open,
  skip: [
    {
      reason: 'the page has buttons, no commands',
      tests: ['start', 'menu', 'language', 'forget', 'officer', 'help'].map(
        (one) => `hands on a command: ${one}`,
      ),
    },
    {
      reason: 'a browser sends files only',
      tests: ['sticker', 'contact', 'other'].map(
        (one) => `hands on what cannot be read, by its kind: ${one}`,
      ),
    },
    {
      reason: 'nobody delivers for a browser: it sends once and waits for its answer',
      tests: ['gives a message that comes again the id it had', 'gives two messages two ids'],
    },
  ],
})
