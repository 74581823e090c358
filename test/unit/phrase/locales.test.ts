/** The languages must say the same: every key, every placeholder, every plural form, nothing left over. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EMERGENCY_SIGNS, OFFER_SIGNS, TOPICS } from '../../../src/core/topic.ts'
import { RESOURCES } from '../../../src/phrase/resources.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

type Tree = { readonly [key: string]: string | Tree }

function flatten(tree: Tree, prefix = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  )
}

const PLURAL = /_(zero|one|two|few|many|other)$/
const base = (key: string): string => key.replace(PLURAL, '')
const placeholders = (text: string): string[] =>
  [...new Set(text.match(/\{\{[^}]*\}\}/g) ?? [])].map((one) => one.replaceAll(/[{}\s]/g, '')).sort()

const LANGUAGES = readdirSync(join(ROOT, 'locales'))
const WORDING = new Map(
  LANGUAGES.map((language) => {
    const text = readFileSync(join(ROOT, 'locales', language, 'messages.json'), 'utf8')
    return [language, new Map(flatten(JSON.parse(text) as Tree))]
  }),
)
const of = (language: string): ReadonlyMap<string, string> => WORDING.get(language) ?? new Map()

const ID = of('id')
const KEYS = [...new Set([...ID.keys()].map(base))].sort()

/** What officers read exists in Indonesian and English; an officer with another language reads Indonesian. */
const OFFICERS_ONLY = /^(officer|alert)\./
const OFFICERS_LANGUAGES = ['id', 'en']
const keysOf = (language: string): readonly string[] =>
  OFFICERS_LANGUAGES.includes(language) ? KEYS : KEYS.filter((key) => !OFFICERS_ONLY.test(key))

/** What each language must allow for one key: the placeholders of the Indonesian text. */
const EXPECTED = new Map([...ID].map(([key, text]) => [base(key), placeholders(text)]))

describe.each(LANGUAGES)('the wording in %s', (language) => {
  const wording = of(language)

  it('should be one that the program loads', () => {
    expect(Object.keys(RESOURCES)).toContain(language)
  })

  it('should have the keys of the Indonesian wording, and no others', () => {
    expect([...new Set([...wording.keys()].map(base))].sort()).toEqual(keysOf(language))
  })

  it('should have every plural form of its language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const counted = keysOf(language).filter((key) => ID.has(`${key}_other`))
    const missing = counted.flatMap((key) => forms.map((form) => `${key}_${form}`))
    expect(missing.filter((key) => !wording.has(key))).toEqual([])
  })

  it('should fill the placeholders of the Indonesian wording, and no others', () => {
    const differing = [...wording].filter(([key, text]) => {
      const expected = EXPECTED.get(base(key)) ?? []
      const found = placeholders(text)
      // "one source" may leave its number unsaid.
      const unsaid = PLURAL.test(key) && !key.endsWith('_other') ? ['count'] : []
      return (
        found.some((one) => !expected.includes(one)) ||
        expected.some((one) => !found.includes(one) && !unsaid.includes(one))
      )
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('should leave no text empty or with a space at its ends', () => {
    const loose = [...wording].filter(([key, text]) => {
      if (key === 'agreement.noPlace') return text !== ''
      if (key === 'agreement.place') return text.trim() === '' // joined to the word before it
      return text.trim() === '' || text !== text.trim()
    })
    expect(loose.map(([key]) => key)).toEqual([])
  })

  // WhatsApp's reply button holds 20 characters: the tightest channel sets the length for all.
  it('should keep every button label within 20 characters', () => {
    const labels = [...wording].filter(([key]) => /^(choice|topic)\./.test(key))
    const long = labels.filter(([, text]) => !text.includes('{{') && text.length > 20)
    expect(long).toEqual([])
  })

  it('should have a label for every topic and a name for every sign of danger', () => {
    expect(TOPICS.filter((topic) => !wording.has(`topic.${topic}`))).toEqual([])
    expect([...EMERGENCY_SIGNS, ...OFFER_SIGNS].filter((sign) => !wording.has(`guard.sign.${sign}`))).toEqual(
      [],
    )
  })

  it('should not name a topic or a sign that there is not', () => {
    const named = [...wording.keys()].filter((key) => key.startsWith('topic.'))
    expect(
      named.filter((key) => !(TOPICS as readonly string[]).includes(key.slice('topic.'.length))),
    ).toEqual([])
    const signs: readonly string[] = [...EMERGENCY_SIGNS, ...OFFER_SIGNS]
    const told = [...wording.keys()].filter((key) => key.startsWith('guard.sign.'))
    expect(told.filter((key) => !signs.includes(key.slice('guard.sign.'.length)))).toEqual([])
  })
})

it('uses every key somewhere', () => {
  const used = new Set<string>()
  const patterns: RegExp[] = []
  for (const file of readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name)
    if (!file.isFile() || !/\.tsx?$/.test(file.name) || path.includes('generated')) continue
    const source = readFileSync(path, 'utf8')
    for (const [, key] of source.matchAll(/['"`]([a-z][A-Za-z]*(?:\.\w+)+)['"`]/g)) used.add(String(key))
    // A key with a part filled in: `guard.sign.${sign}`.
    for (const [, template] of source.matchAll(/`([a-z][A-Za-z]*\.[\w.]*(?:\$\{[^`}]*\}[\w.]*)+)`/g))
      patterns.push(
        new RegExp(
          `^${String(template)
            .replaceAll('.', '\\.')
            .replaceAll(/\$\{[^}]*\}/g, '[\\w.]+')}$`,
        ),
      )
  }
  expect(KEYS.filter((key) => !used.has(key) && !patterns.some((one) => one.test(key)))).toEqual([])
})
