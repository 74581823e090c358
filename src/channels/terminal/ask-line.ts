import { z } from 'zod'
import type { Outbound } from '../../core/channel.ts'
import { LOCALES } from '../../core/locale.ts'

/** `says` is the end of a sentence about the field: what was found is put before it. */
const expected = (says: string) => (issue: { readonly input: unknown }) =>
  issue.input === undefined ? `is missing; expected ${says}` : `is ${nameOf(issue.input)}; expected ${says}`

const key = (says: string) => z.union([z.string(), z.number()], { error: expected(says) })
const degrees = (limit: number) => {
  const error = expected(`a number from -${limit} to ${limit}`)
  return z.number({ error }).min(-limit, { error }).max(limit, { error })
}

const LINE = z
  .object(
    {
      id: key('a string or number that the answer will carry'),
      text: z.string({ error: expected('a string with the message') }).optional(),
      conversation: key('a string that names the conversation').optional(),
      locale: z.enum(LOCALES, { error: expected(`one of ${LOCALES.join(', ')}`) }).optional(),
      location: z
        .object(
          { lat: degrees(90), lon: degrees(180) },
          { error: expected('an object like {"lat":-7.25,"lon":112.75}') },
        )
        .optional(),
    },
    { error: expected('a JSON object like {"id":"1","text":"syarat kerja ke Jepang"}') },
  )
  .refine(({ text, location }) => text !== undefined || location !== undefined, {
    path: ['text'],
    error: 'is missing; expected a string with the message (or a "location")',
  })

/** One line of `ask`: what a person sent. */
export type AskLine = z.output<typeof LINE>
export type AskId = AskLine['id']

export type AskParsed =
  | { readonly kind: 'question'; readonly line: AskLine }
  | { readonly kind: 'bad'; readonly id: AskId | null; readonly error: string }

/** Reads one line; what is wrong with it is a result, in one sentence for the developer who wrote it. */
export function parseAskLine(text: string): AskParsed {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    return { kind: 'bad', id: idWithin(text), error: `The line is not valid JSON (${oneLine(why)}).` }
  }
  const parsed = LINE.safeParse(value)
  if (parsed.success) return { kind: 'question', line: parsed.data }
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? `The line ${message}` : `"${path.join('.')}" ${message}`,
  )
  return { kind: 'bad', id: idOf(value), error: `${problems.join('; ')}.` }
}

/** The id in a text that could not be parsed, so that whoever waits for the answer can tell which line it was. */
export function idWithin(text: string): AskId | null {
  const found = /"id"\s*:\s*("(?:[^"\\]|\\.){0,200}"|-?\d{1,15}(?=[\s,}]))/.exec(text)?.[1]
  if (found === undefined) return null
  try {
    return JSON.parse(found)
  } catch {
    return null
  }
}

function idOf(value: unknown): AskId | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'id')) return null
  const { id } = value as { id: unknown }
  return typeof id === 'string' || typeof id === 'number' ? id : null
}

function nameOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'string') return value.length > 40 ? 'a long string' : JSON.stringify(value)
  return String(value)
}

/** JSON.parse quotes the text; control characters of it must not end up in a terminal. */
function oneLine(text: string): string {
  return text.replace(/\p{C}+/gu, ' ').slice(0, 160)
}

/** The answer to one line, in the form other programs read. */
export function answerLine(id: AskId, { reply, text, choices }: Outbound): object {
  return {
    id,
    action: reply.action,
    topic: reply.topic,
    topics: reply.topics,
    confidence: Math.round(reply.confidence * 1000) / 1000,
    locale: reply.locale,
    danger: reply.danger,
    regions: reply.regions.map(({ code, name }) => ({ code, name })),
    countries: reply.countries,
    text,
    choices: choices.map(({ label, topic }) => (topic === undefined ? { label } : { label, topic })),
    citations: reply.citations.map(({ source: { publisher, title, publishedOn, url } }) => ({
      publisher,
      title,
      publishedOn,
      url,
    })),
    contacts: reply.contacts.map(({ id: contact, name, phones }) => ({ id: contact, name, phones })),
  }
}
