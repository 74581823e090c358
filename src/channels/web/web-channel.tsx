import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { type Converse, type Outbound, type Words, wordsIn } from '../../core/channel.ts'
import { isLocale, type Locale } from '../../core/locale.ts'
import type { Log } from '../../core/log.ts'
import type { MessageKey } from '../../core/wording.ts'
import { readAssets } from './assets.ts'
import { PersonMessage, ReplyMessage } from './messages.tsx'
import { ChatPage, type EmergencyLine, NoticePage } from './page.tsx'
import { createRateLimit } from './rate-limit.ts'
import { readMessage } from './read-message.ts'
import { addressOf, chosenLocaleOf, forgetAddress, localeOf, rememberLocale } from './session.ts'

/** What an operator's load balancer asks before it sends people here. */
export type Readiness =
  | {
      readonly ready: true
      readonly knowledge: { readonly version: string; readonly asOf: string }
      /** Only when alerts do not reach anybody. */
      readonly officers?: { readonly onDuty: number; readonly alertsWaiting: number }
    }
  | { readonly ready: false; readonly reason: string }

export interface WebChannelOptions {
  readonly converse: Converse
  readonly words: Words
  /** Languages the page is worded in. */
  readonly locales: readonly Locale[]
  /** What the page says first; nobody's conversation begins by looking at it. */
  readonly greet: (locale: Locale) => Outbound
  readonly emergency: () => EmergencyLine
  readonly readiness: () => Promise<Readiness>
  /** Milliseconds, for the rate limit. */
  readonly now: () => number
  /** The page is reached by TLS: cookies are sent no other way. */
  readonly secure: boolean
  readonly log: Log
}

const LONGEST_BODY = 64 * 1024
/** More than anybody types; a program that guesses or floods is stopped. */
const MOST_MESSAGES = { most: 20, withinMs: 10_000 }

const PROBLEMS = {
  too_fast: { status: 429, key: 'ui.tooFast' },
  too_large: { status: 413, key: 'ui.tooLarge' },
  unreadable: { status: 400, key: 'ui.unreadable' },
  foreign: { status: 403, key: 'ui.unreadable' },
  unavailable: { status: 503, key: 'ui.unavailable' },
} as const satisfies Record<string, { status: number; key: MessageKey }>
type Problem = keyof typeof PROBLEMS

/** The public chat page and the health of the app, as one Hono app: served by `serveWeb`, asked directly in tests. */
export async function createWebChannel(options: WebChannelOptions): Promise<Hono> {
  const { converse, words, locales, greet, emergency, readiness, log, secure } = options
  const session = { secure, locales }
  const files = await readAssets()
  const assets = { css: files['chat.css'].url, js: files['chat.js'].url, icon: files['icon.svg'].url }
  const mustWait = createRateLimit({ ...MOST_MESSAGES, now: options.now })

  const frameOf = (c: Context, locale = localeOf(c, session)) => ({
    locale,
    word: wordsIn(words, locale),
    locales,
    emergency: emergency(),
    assets,
  })
  const notFound = (c: Context) => {
    const frame = frameOf(c)
    return c.html(page(<NoticePage {...frame} text={frame.word('ui.notFound')} />), 404)
  }
  /** Says what went wrong in the form the other side reads: a page for a form, JSON for the script. */
  const problem = (c: Context, kind: Problem, draft?: string) => {
    const { status, key } = PROBLEMS[kind]
    const frame = frameOf(c)
    const message = frame.word(key)
    if (!(c.req.header('accept') ?? '').includes('text/html')) return c.json({ error: kind, message }, status)
    return c.html(
      page(
        <ChatPage {...frame} alert={message} {...(draft === undefined ? {} : { draft })}>
          <ReplyMessage said={greet(frame.locale)} word={frame.word} />
        </ChatPage>,
      ),
      status,
    )
  }

  const app = new Hono()
  app.use(securityHeaders(secure))
  app.use(compress())

  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const { ready, ...rest } = await readiness()
    return c.json({ status: ready ? 'ready' : 'not ready', ...rest }, ready ? 200 : 503)
  })

  app.get('/assets/:name', (c) => {
    const name = c.req.param('name')
    if (!Object.hasOwn(files, name)) return notFound(c)
    const { body, type } = files[name as keyof typeof files]
    return c.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' })
  })

  app.get('/', (c) => {
    const frame = frameOf(c)
    return c.html(
      page(
        <ChatPage {...frame}>
          <ReplyMessage said={greet(frame.locale)} word={frame.word} />
        </ChatPage>,
      ),
    )
  })

  app.use('/messages', bodyLimit({ maxSize: LONGEST_BODY, onError: (c) => problem(c, 'too_large') }))
  app.use('/language', bodyLimit({ maxSize: LONGEST_BODY, onError: (c) => problem(c, 'too_large') }))
  // Browsers say where a request comes from: another site's form is not this person's wish.
  app.use('/messages', async (c, next) => (isForeign(c) ? problem(c, 'foreign') : next()))
  app.use('/language', async (c, next) => (isForeign(c) ? problem(c, 'foreign') : next()))

  app.post('/messages', async (c) => {
    const input = await readMessage(c)
    if (input === undefined) return problem(c, 'unreadable')
    const typed = input.kind === 'text' ? input.text : undefined
    const address = addressOf(c, session)
    const wait = mustWait(address)
    if (wait > 0) {
      c.header('retry-after', String(Math.ceil(wait / 1000)))
      return problem(c, 'too_fast', typed)
    }
    const defaultLocale = localeOf(c, session)
    let said: Outbound
    try {
      const from = { channel: 'web', address } as const
      said = await converse({ from, input, chosenLocale: chosenLocaleOf(c, session), defaultLocale })
    } catch (error) {
      log.error({ err: error }, 'message not answered')
      return problem(c, 'unavailable', typed)
    }
    if (said.erased) forgetAddress(c, session)
    const language =
      said.chosenLocale !== null && said.chosenLocale !== defaultLocale ? said.chosenLocale : null
    if (language !== null) rememberLocale(c, language, session)
    const frame = frameOf(c, language ?? defaultLocale)
    const reply = <ReplyMessage said={said} word={wordsIn(words, said.reply.locale)} />
    if ((c.req.header('accept') ?? '').includes('text/event-stream')) {
      const events = [
        ...(said.erased ? [event('forgotten', true)] : []),
        event('reply', String(reply)),
        ...(language === null ? [] : [event('language', language)]),
      ]
      return c.body(events.join(''), 200, { 'content-type': 'text/event-stream' })
    }
    return c.html(
      page(
        <ChatPage {...frame}>
          {typed !== undefined && !said.erased && <PersonMessage text={typed} word={frame.word} />}
          {reply}
        </ChatPage>,
      ),
    )
  })

  app.post('/language', async (c) => {
    const { locale } = await c.req.parseBody().catch(() => ({ locale: undefined }))
    if (typeof locale !== 'string' || !isLocale(locale) || !locales.includes(locale))
      return problem(c, 'unreadable')
    rememberLocale(c, locale, session)
    return c.redirect('/', 303)
  })

  app.notFound(notFound)
  app.onError((error, c) => {
    log.error({ err: error, path: c.req.path }, 'request failed')
    return problem(c, 'unavailable')
  })
  return app
}

function page(content: unknown): string {
  return `<!doctype html>${String(content)}`
}

function event(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}

function isForeign(c: Context): boolean {
  return c.req.header('sec-fetch-site') === 'cross-site'
}

/** Nothing is loaded from elsewhere, nothing is framed, nothing inline runs: a text that slipped through stays text. */
function securityHeaders(secure: boolean) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    strictTransportSecurity: secure,
    permissionsPolicy: { geolocation: ['self'], camera: [], microphone: [] },
  })
}
