import type { Child } from 'hono/jsx'
import type { WordsIn } from '../../core/channel.ts'
import { inLocale, type Locale, type LocalizedText } from '../../core/locale.ts'
import type { MessageKey } from '../../core/wording.ts'
import { telephone } from './linked-text.tsx'

/** The line everybody may call, on top of every page. */
export interface EmergencyLine {
  readonly name: LocalizedText
  readonly phones: readonly string[]
  readonly whatsapp: readonly string[]
}

export interface PageProps {
  readonly locale: Locale
  readonly word: WordsIn
  readonly locales: readonly Locale[]
  readonly emergency: EmergencyLine
  /** Addresses of the stylesheet and the script, with their version. */
  readonly assets: { readonly css: string; readonly js: string; readonly icon: string }
  /** Something that went wrong with what was just sent. */
  readonly alert?: string
  /** What the person should not have to type again. */
  readonly draft?: string
  readonly children?: Child
}

/** The name of a language is always in that language. */
const NAME_OF: Readonly<Record<Locale, MessageKey>> = {
  id: 'choice.id',
  en: 'choice.en',
  jv: 'choice.jv',
  su: 'choice.su',
}

/**
 * The whole page. It works as plain forms; the script, where there is one, sends them without leaving the page. What has
 * `data-ui` is worded: the script takes it over from a new page when the language changes.
 */
export function ChatPage({ locale, word, locales, emergency, assets, alert, draft, children }: PageProps) {
  return (
    <html lang={locale} data-ui>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={word('ui.tagline')} />
        <title data-ui>{word('ui.title')}</title>
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.css} />
        <script src={assets.js} defer></script>
      </head>
      <body>
        <a class="skip" href="#text" data-ui>
          {word('ui.skip')}
        </a>
        <Emergency emergency={emergency} locale={locale} word={word} />
        <header>
          <div>
            <h1 data-ui>{word('ui.title')}</h1>
            <p data-ui>{word('ui.tagline')}</p>
          </div>
          <form id="languages" method="post" action="/language">
            <fieldset>
              <legend class="aside" data-ui>
                {word('ui.language')}
              </legend>
              {locales.map((one) => (
                <button
                  type="submit"
                  name="locale"
                  value={one}
                  lang={one}
                  aria-pressed={one === locale ? 'true' : 'false'}
                  data-ui
                >
                  {word(NAME_OF[one])}
                </button>
              ))}
            </fieldset>
          </form>
        </header>
        <main>
          <div
            id="log"
            role="log"
            aria-live="polite"
            aria-label={word('ui.conversation')}
            tabindex={0}
            data-ui
          >
            {children}
          </div>
          <p id="status" role="status"></p>
          <p id="alert" role="alert">
            {alert}
          </p>
          <form
            id="ask"
            method="post"
            action="/messages"
            autocomplete="off"
            data-ui
            data-you={word('ui.you')}
            data-sending={word('ui.sending')}
            data-failed={word('ui.failed')}
            data-retry={word('ui.retry')}
            data-locating={word('ui.locationAsking')}
            data-nowhere={word('ui.locationDenied')}
            data-here={word('ui.locationSent')}
          >
            <label class="aside" for="text" data-ui>
              {word('ui.placeholder')}
            </label>
            <textarea
              id="text"
              name="text"
              rows={1}
              maxlength={4096}
              required
              enterkeyhint="send"
              placeholder={word('ui.placeholder')}
              data-ui
            >
              {draft}
            </textarea>
            <button type="submit" data-ui>
              {word('ui.send')}
            </button>
            <button id="location" type="button" class="quiet" hidden data-ui>
              {word('ui.location')}
            </button>
          </form>
        </main>
        <footer>
          <p data-ui>{word('ui.about')}</p>
        </footer>
      </body>
    </html>
  )
}

function Emergency({ emergency, locale, word }: { emergency: EmergencyLine; locale: Locale; word: WordsIn }) {
  return (
    <aside class="emergency" aria-label={inLocale(emergency.name, locale)} data-ui>
      <strong data-ui>{word('ui.emergency')}</strong>{' '}
      {emergency.phones.map((phone) => (
        <a href={telephone(phone)}>{phone}</a>
      ))}
      {emergency.whatsapp.map((number) => (
        <a href={`https://wa.me/${number.replace(/\D/g, '')}`} rel="noreferrer" title={number}>
          {word('ui.whatsapp')}
        </a>
      ))}
    </aside>
  )
}

/** A page that is not there: said, with the way back. */
export function NoticePage(props: Omit<PageProps, 'alert' | 'draft' | 'children'> & { text: string }) {
  const { locale, word, assets, text, emergency } = props
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{word('ui.title')}</title>
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.css} />
      </head>
      <body>
        <Emergency emergency={emergency} locale={locale} word={word} />
        <main>
          <p class="message bot">{text}</p>
          <p>
            <a href="/">{word('ui.back')}</a>
          </p>
        </main>
      </body>
    </html>
  )
}
