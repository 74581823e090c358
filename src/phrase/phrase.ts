import { createInstance } from 'i18next'
import type { Citation } from '../core/citation.ts'
import type { PartialDate } from '../core/dates.ts'
import { inLocale, type Locale } from '../core/locale.ts'
import type { PartRole, Reply } from '../core/reply.ts'
import type { Param, Params, Wording } from '../core/wording.ts'
import { formatDate, formatNumber, joinList } from './format.ts'
import { RESOURCES } from './resources.ts'
import { createTemplates, type Fill } from './templates.ts'

/** A reply in words, still without any channel's markup. */
export interface PhrasedReply {
  readonly text: string
  readonly choices: readonly { readonly label: string; readonly value: string }[]
}

/** Words what the engine said. */
export interface Phrase {
  reply(reply: Reply): PhrasedReply
  wording(wording: Wording, locale: Locale): string
}

/** Sources named in the text; the rest are counted, and all are in the citations. */
const SHOWN_SOURCES = 3
const LONGEST_TITLE = 60
/** A blank line stands between these groups, so that a long answer can be read on a small screen. */
const GROUP: Record<PartRole, number> = {
  warning: 0,
  answer: 1,
  fact: 1,
  note: 1,
  source: 2,
  next: 3,
  contact: 4,
}

/** Loads the wording once. Throws when a language file is missing. */
export async function createPhrase(): Promise<Phrase> {
  const instance = createInstance()
  await instance.init({
    fallbackLng: 'id',
    resources: Object.fromEntries(Object.entries(RESOURCES).map(([lng, messages]) => [lng, { messages }])),
    ns: 'messages',
    defaultNS: 'messages',
    returnNull: false,
  })
  const fill = createTemplates(instance)
  return {
    reply: (reply) => phraseReply(fill, reply),
    wording: (wording, locale) => word(fill, wording, locale),
  }
}

function phraseReply(fill: Fill, reply: Reply): PhrasedReply {
  const { locale } = reply
  const lines = reply.parts.map((part) => ({ group: GROUP[part.role], text: word(fill, part, locale) }))
  const source = sourceLine(fill, reply.citations, locale)
  if (source !== '') lines.push({ group: GROUP.source, text: source })
  lines.sort((a, b) => a.group - b.group)
  let text = ''
  let before = -1
  for (const line of lines) {
    if (line.text === '') continue
    text += before === -1 ? line.text : (line.group === before ? '\n' : '\n\n') + line.text
    before = line.group
  }
  return {
    text,
    choices: reply.choices.map((choice) => ({
      label: word(fill, choice.label, locale),
      value: choice.value,
    })),
  }
}

function sourceLine(fill: Fill, citations: readonly Citation[], locale: Locale): string {
  if (citations.length === 0) return ''
  const named = [
    ...new Set(citations.slice(0, SHOWN_SOURCES).map((citation) => sourceName(fill, citation, locale))),
  ]
  const rest = citations.length - Math.min(citations.length, SHOWN_SOURCES)
  if (rest > 0) named.push(word(fill, { key: 'source.others', params: { count: rest } }, locale))
  return word(fill, { key: 'source.line', params: { sources: named.join('; ') } }, locale)
}

function sourceName(fill: Fill, { source }: Citation, locale: Locale): string {
  const { publisher, title, publishedOn } = source
  const titled = title !== null && title.length <= LONGEST_TITLE
  if (publishedOn === null) {
    return titled
      ? word(fill, { key: 'source.titledUndated', params: { publisher, title } }, locale)
      : word(fill, { key: 'source.undated', params: { publisher } }, locale)
  }
  const date = { date: publishedOn }
  return titled
    ? word(fill, { key: 'source.titled', params: { publisher, title, date } }, locale)
    : word(fill, { key: 'source.one', params: { publisher, date } }, locale)
}

function word(fill: Fill, { key, params }: Wording, locale: Locale): string {
  return fill(key, locale, params === undefined ? {} : values(fill, params, locale))
}

function values(fill: Fill, params: Params, locale: Locale): Record<string, string | number> {
  const result: Record<string, string | number> = {}
  for (const [name, param] of Object.entries(params)) {
    // i18next picks the plural form from `count`, so it must stay a number.
    result[name] = name === 'count' && typeof param === 'number' ? param : value(fill, param, locale)
  }
  return result
}

function value(fill: Fill, param: Param, locale: Locale): string {
  if (typeof param === 'string') return param
  if (typeof param === 'number') return formatNumber(param, locale)
  if ('date' in param) return formatDate(param.date as PartialDate, locale, param.withDay)
  if ('list' in param) {
    return joinList(
      param.list.map((item) => value(fill, item, locale)),
      param.join,
      locale,
    )
  }
  if ('key' in param) return word(fill, param, locale)
  return inLocale(param, locale)
}
