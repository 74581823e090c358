import { z } from 'zod'
import { GRADES } from '../../core/citation.ts'
import { LOCAL_DATE, type LocalDate, PARTIAL_DATE, type PartialDate } from '../../core/dates.ts'
import type { CountryCode, RegionCode } from '../../core/ids.ts'
import type { LocalizedText } from '../../core/locale.ts'

/**
 * The forms shared by all seed files. They are strict: a key that nobody reads is a misspelt key, and a fact that
 * silently loses its caution is worse than a start that fails.
 */

/** A schema whose checked value carries one of our own types. */
function as<T>(schema: z.ZodType): z.ZodType<T> {
  return schema as unknown as z.ZodType<T>
}

export const plainText = z
  .string()
  .min(1, 'must not be empty')
  .refine((text) => text === text.trim(), 'must not begin or end with a space')

/** Per language, at most `limit` characters each. */
export function localised(limit: number): z.ZodType<LocalizedText> {
  const one = plainText.refine((text) => [...text].length <= limit, {
    error: (issue) => `has ${[...String(issue.input)].length} characters, at most ${limit}`,
  })
  return as(z.strictObject({ id: one, en: one.optional(), jv: one.optional(), su: one.optional() }))
}

function isRealDay(text: string): boolean {
  if (text.length < 10) return true
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

export const partialDate = as<PartialDate>(
  z
    .string()
    .regex(PARTIAL_DATE, 'is not YYYY, YYYY-MM or YYYY-MM-DD')
    .refine(isRealDay, 'is not a day of the calendar'),
)
export const localDate = as<LocalDate>(
  z.string().regex(LOCAL_DATE, 'is not YYYY-MM-DD').refine(isRealDay, 'is not a day of the calendar'),
)
export const regionCode = as<RegionCode>(
  z.string().regex(/^\d\d(\.\d\d(\.\d\d)?)?$/, 'is not a region code such as 35, 35.09 or 35.09.01'),
)
export const countryCode = as<CountryCode>(z.string().regex(/^[A-Z]{2}$/, 'is not a country code such as MY'))

export function id<T extends string>(): z.ZodType<T> {
  return as<T>(
    z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, 'is not an id: small letters, digits, ".", "_", "-"'),
  )
}

/** Words compared with what people type, which is made lower case first. */
export const listenedWords = z.array(
  plainText.refine((word) => word === word.toLowerCase(), 'must be lower case'),
)

export function list<T>(schema: z.ZodType<T>): z.ZodType<T[]> {
  return as<T[]>(z.array(schema).default([]))
}

export function maybe<T>(schema: z.ZodType<T>): z.ZodType<T | null> {
  return as<T | null>(schema.nullable().default(null as never))
}

export const position = maybe(
  z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
)

export const sourceForm = z.strictObject({
  publisher: plainText,
  title: maybe(plainText),
  url: maybe(z.url({ protocol: /^https?$/, error: 'is not a web address (https://…)' })),
  publishedOn: maybe(partialDate),
  grade: z.enum(GRADES),
})
export type SourceRow = z.infer<typeof sourceForm>

export const cite = z.strictObject({ source: plainText, says: maybe(plainText) })
export type Cite = z.infer<typeof cite>

/** No statement without a source. */
export const cites = z.array(cite).min(1, 'needs at least one source')
