import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { raw } from 'hono/html'
import QRCode from 'qrcode'
import { type Words, wordsIn } from '../../../core/channel.ts'
import { isLocale, type Locale } from '../../../core/locale.ts'
import type { MessageKey } from '../../../core/wording.ts'
import type { LinkState } from './link-state.ts'

export interface PairingPageOptions {
  readonly state: () => LinkState
  /** Begins anew after the device stopped. */
  readonly again: () => void
  readonly words: Words
}

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via']

/**
 * The page on which the device is linked. Who scans its picture owns the bot: it is answered to this machine alone, not
 * through a proxy that runs here, and not under a name that somebody's page could make a browser here resolve.
 */
export function createPairingPage({ state, again, words }: PairingPageOptions): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    if (!isFromHere(c)) return c.json({ error: 'only_from_this_machine' }, 403)
    await next()
    c.header('cache-control', 'no-store')
    c.header(
      'content-security-policy',
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    )
    c.header('referrer-policy', 'no-referrer')
  })
  app.get('/', async (c) => {
    const locale = localeOf(c.req.header('accept-language'))
    const say = wordsIn(words, locale)
    const current = state()
    const picture = current.kind === 'pairing' && current.qr !== null ? await svg(current.qr) : undefined
    return c.html(
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta http-equiv="refresh" content="3" />
          <title>{say('whatsapp.pair.title')}</title>
          <style>{STYLE}</style>
        </head>
        <body>
          <h1>{say('whatsapp.pair.title')}</h1>
          <p data-state={current.kind}>{sentence(current, say)}</p>
          {picture === undefined ? null : <div>{raw(picture)}</div>}
          {current.kind === 'stopped' ? (
            <form method="post">
              <button type="submit">{say('whatsapp.pair.again')}</button>
            </form>
          ) : null}
          <p>{say('whatsapp.pair.risk')}</p>
        </body>
      </html>,
    )
  })
  app.post('/', (c) => {
    // A form on somebody else's page must not press the button.
    const origin = c.req.header('origin') ?? ''
    if (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host'))
      return c.json({ error: 'not_from_the_page' }, 403)
    if (state().kind === 'stopped') again()
    return c.redirect(new URL(c.req.url).pathname, 303)
  })
  return app
}

const STYLE =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem}svg{width:100%;max-width:22rem}'

const STOPPED = {
  logged_out: 'whatsapp.pair.loggedOut',
  replaced: 'whatsapp.pair.replaced',
  forbidden: 'whatsapp.pair.forbidden',
  phone_too_old: 'whatsapp.pair.phoneTooOld',
} as const satisfies Record<Extract<LinkState, { kind: 'stopped' }>['why'], MessageKey>

function sentence(state: LinkState, say: ReturnType<typeof wordsIn>): string {
  switch (state.kind) {
    case 'pairing':
      return state.code === null
        ? say(state.qr === null ? 'whatsapp.pair.connecting' : 'whatsapp.pair.scan')
        : say('whatsapp.pair.code', { code: state.code })
    case 'stopped':
      return say(STOPPED[state.why])
    default:
      return say(`whatsapp.pair.${state.kind}`)
  }
}

function svg(qr: string): Promise<string> {
  return QRCode.toString(qr, { type: 'svg', errorCorrectionLevel: 'L', margin: 2 })
}

function isFromHere(c: Context): boolean {
  if (FORWARDED.some((name) => c.req.header(name) !== undefined)) return false
  const host = (c.req.header('host') ?? new URL(c.req.url).host).replace(/:\d+$/, '')
  if (!['localhost', '127.0.0.1', '[::1]'].includes(host)) return false
  const env: unknown = c.env
  // Asked in memory, without a server, there is no connection.
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return false
  const address = getConnInfo(c).remote.address ?? ''
  return /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/.test(address)
}

function localeOf(acceptLanguage: string | undefined): Locale {
  const language = (acceptLanguage ?? '').slice(0, 2).toLowerCase()
  return isLocale(language) ? language : 'id'
}
