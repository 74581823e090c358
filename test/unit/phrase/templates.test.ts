/** Sentences are taken apart once and filled by us: that must give what i18next itself says. */
import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../src/core/locale.ts'
import { RESOURCES } from '../../../src/phrase/resources.ts'
import { createTemplates } from '../../../src/phrase/templates.ts'

type Tree = { readonly [key: string]: string | Tree }

function sentences(tree: Tree, prefix = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : sentences(value, `${prefix}${key}.`),
  )
}

const instance = createInstance()
await instance.init({
  fallbackLng: 'id',
  resources: Object.fromEntries(Object.entries(RESOURCES).map(([lng, messages]) => [lng, { messages }])),
  ns: 'messages',
  defaultNS: 'messages',
  interpolation: { escapeValue: false },
})
const KEYS = new Set(
  Object.values(RESOURCES).flatMap((tree) =>
    sentences(tree as Tree).map(([key]) => key.replace(/_(zero|one|other)$/, '')),
  ),
)
/** What a person wrote may look like a gap, or like one of i18next's own marks. */
const ODD = ['Ana & Budi', '{{number}}', '$t(choice.more)', '$&', 'a {{ b']

describe.each(LOCALES)('in %s', (lng) => {
  it.each([0, 1, 2, 21])('with a count of %i', (count) => {
    const fill = createTemplates(instance)
    for (const key of KEYS) {
      const gaps = [
        ...String(instance.t(key, { lng, count, skipInterpolation: true })).matchAll(/{{(\w+)}}/g),
      ]
      const values = Object.fromEntries(gaps.map(([, name], n) => [name, ODD[n % ODD.length] ?? '']))
      const filled = fill(key, lng, { ...values, count })
      expect(filled, key).toBe(instance.t(key, { lng, ...values, count }))
      // The second time from memory.
      expect(fill(key, lng, { ...values, count }), key).toBe(filled)
    }
  })
})
