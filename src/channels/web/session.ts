import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isLocale, type Locale } from '../../core/locale.ts'

/** Who writes: a random secret that only this browser has. It ends with the browser's session and is used for nothing else. */
const WHO = 'jr_percakapan'
/** The language of the page, when the person chose one. */
const LANGUAGE = 'jr_bahasa'
const ADDRESS = /^[\w-]{22}$/

export interface SessionOptions {
  /** The page is served by TLS only. */
  readonly secure: boolean
  readonly locales: readonly Locale[]
}

/** 128 random bits as 22 letters. */
export function newAddress(): string {
  return randomBytes(16).toString('base64url')
}

/** The conversation of this browser; a first message makes one. A visit alone sets no cookie. */
export function addressOf(c: Context, options: SessionOptions): string {
  const known = getCookie(c, WHO)
  if (known !== undefined && ADDRESS.test(known)) return known
  const address = newAddress()
  setCookie(c, WHO, address, attributes(options))
  return address
}

export function forgetAddress(c: Context, options: SessionOptions): void {
  deleteCookie(c, WHO, attributes(options))
}

export function rememberLocale(c: Context, locale: Locale, options: SessionOptions): void {
  setCookie(c, LANGUAGE, locale, attributes(options))
}

/** The language the person set on the page, if they did. */
export function chosenLocaleOf(c: Context, { locales }: SessionOptions): Locale | null {
  const chosen = getCookie(c, LANGUAGE)
  return chosen !== undefined && isLocale(chosen) && locales.includes(chosen) ? chosen : null
}

/** The language chosen here before, else the first of the browser's that we word, else Indonesian. */
export function localeOf(c: Context, options: SessionOptions): Locale {
  const chosen = chosenLocaleOf(c, options)
  if (chosen !== null) return chosen
  for (const range of (c.req.header('accept-language') ?? '').slice(0, 200).split(',')) {
    const language = range.trim().slice(0, 2).toLowerCase()
    if (isLocale(language) && options.locales.includes(language)) return language
  }
  return 'id'
}

function attributes({ secure }: SessionOptions) {
  return { httpOnly: true, sameSite: 'Lax', path: '/', secure } as const
}
