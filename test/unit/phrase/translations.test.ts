/** Javanese and Sundanese wording is worded, not copied, and what it tells people to write or press is there. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { actsOf } from '../../../src/conversation/understand/lexicon/acts.ts'
import { normalise } from '../../../src/conversation/understand/normalise.ts'
import { partialDate } from '../../../src/core/dates.ts'
import { LOCALES, type Locale } from '../../../src/core/locale.ts'
import { createPhrase } from '../../../src/phrase/phrase.ts'
import { RESOURCES } from '../../../src/phrase/resources.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

type Tree = { readonly [key: string]: string | Tree }

function flatten(tree: Tree, prefix = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  )
}

const WORDING = new Map(
  LOCALES.map((locale) => [
    locale,
    new Map(
      flatten(JSON.parse(readFileSync(join(ROOT, 'locales', locale, 'messages.json'), 'utf8')) as Tree),
    ),
  ]),
)
const wording = (locale: Locale): ReadonlyMap<string, string> => WORDING.get(locale) ?? new Map()
const text = (locale: Locale, key: string): string => wording(locale).get(key) ?? ''
const bare = (message: string): string => message.replaceAll(/\{\{[^}]*\}\}/g, '')
const quoted = (message: string): readonly string[] =>
  [...message.matchAll(/“([^”]*)”/g)].map(([, one]) => String(one))

it('words every language that replies are worded in', () => {
  expect(Object.keys(RESOURCES).sort()).toEqual([...LOCALES].sort())
})

describe.each(LOCALES)('the wording in %s', (locale) => {
  it('should hold no message of more than 300 characters', () => {
    expect([...wording(locale)].filter(([, message]) => message.length > 300)).toEqual([])
  })

  it('should tell only commands that are understood', () => {
    const more = quoted(text(locale, 'agreement.pointsMore_other'))
    const forget = quoted(text(locale, 'privacy.forgetHow'))
    const help = quoted(text(locale, 'smalltalk.start'))
    expect(more.map((command) => actsOf(normalise(command)))).toEqual([['more']])
    expect(forget.map((command) => actsOf(normalise(command)))).toEqual([['forget_me']])
    // "tulung" is read as "tolong", a call for help on its own.
    expect(help.map(normalise)).toEqual([locale === 'en' ? 'help' : 'tolong'])
  })

  it.each([
    ['guard.report', 'choice.report'],
    ['guard.selfHarmNext', 'choice.person'],
  ])('should name the button as it is labelled: %s', (message, label) => {
    expect(quoted(text(locale, message))).toEqual([text(locale, label)])
  })
})

const NAME = 'a name, the same in every language'
const LAW = 'a legal or official term that people meet in papers'
const SHARED = 'the same word in both languages'

/** Messages that read as in Indonesian, each with the reason. Anything else that is equal was forgotten. */
const SAME: Readonly<Record<'jv' | 'su', Readonly<Record<string, string>>>> = {
  jv: {
    'source.line': SHARED,
    'contact.phone': SHARED,
    'contact.whatsapp': NAME,
    'contact.hotline': LAW,
    'contact.hotlineShort': LAW,
    'agreement.asOf': SHARED,
    'agreement.instrument.mou': LAW,
    'agreement.instrument.nota_kesepakatan': LAW,
    'agreement.instrument.nota_kesepahaman': LAW,
    'agreement.instrument.pks': LAW,
    'agreement.instrument.other': LAW,
    'stage.empowerment': LAW,
    'guard.sign.violence': LAW,
    'guard.sign.trafficking': LAW,
    'guard.sign.sexual_abuse': LAW,
    'guard.sign.threat': SHARED,
    'guard.sign.documents_held': SHARED,
    'choice.menu': SHARED,
    'choice.report': SHARED,
    'choice.person': SHARED,
    'choice.id': NAME,
    'choice.en': NAME,
    'choice.jv': NAME,
    'choice.su': NAME,
    'topic.placement.documents': SHARED,
    'topic.placement.cost': SHARED,
    'topic.placement.schemes': LAW,
    'topic.placement.destination': LAW,
    'topic.placement.health': SHARED,
    'topic.placement.training': LAW,
    'topic.stage.empowerment': LAW,
    'topic.agreement.status': LAW,
    'topic.agreement.dates': SHARED,
    'topic.emergency.worker': SHARED,
    'topic.family.repatriation': LAW,
    'topic.rights.wages': SHARED,
    'topic.rights.passport': SHARED,
    'topic.rights.contract': LAW,
    'topic.rights.insurance': NAME,
    'topic.voting.abroad': LAW,
    'topic.case.status': SHARED,
    'topic.handover': SHARED,
    'caseStatus.kind.complaint': SHARED,
    'caseStatus.kind.emergency': SHARED,
    'choice.addTo': SHARED,
    'choice.checkOffer': SHARED,
    'choice.remind.agreement_signed': LAW,
    'choice.safe': SHARED,
    'choice.withdraw': SHARED,
    'offer.item.contract': LAW,
    'offer.item.destination': LAW,
    'offer.item.licence': LAW,
    'offer.item.wage': SHARED,
    'ui.title': NAME,
    'ui.bot': NAME,
    'ui.send': SHARED,
    'ui.whatsapp': NAME,
  },
  su: {
    'source.line': SHARED,
    'contact.phone': SHARED,
    'contact.whatsapp': NAME,
    'contact.hotline': LAW,
    'contact.hotlineShort': LAW,
    'agreement.place': SHARED,
    'agreement.asOf': SHARED,
    'agreement.instrument.mou': LAW,
    'agreement.instrument.nota_kesepakatan': LAW,
    'agreement.instrument.nota_kesepahaman': LAW,
    'agreement.instrument.pks': LAW,
    'agreement.instrument.other': LAW,
    'stage.empowerment': LAW,
    'guard.sign.violence': LAW,
    'guard.sign.trafficking': LAW,
    'guard.sign.sexual_abuse': LAW,
    'guard.sign.threat': SHARED,
    'choice.menu': SHARED,
    'choice.report': SHARED,
    'choice.person': SHARED,
    'choice.id': NAME,
    'choice.en': NAME,
    'choice.jv': NAME,
    'choice.su': NAME,
    'topic.placement.cost': SHARED,
    'topic.placement.schemes': LAW,
    'topic.stage.empowerment': LAW,
    'topic.agreement.dates': SHARED,
    'topic.emergency.worker': SHARED,
    'topic.rights.wages': SHARED,
    'topic.rights.passport': SHARED,
    'topic.rights.contract': LAW,
    'topic.rights.insurance': NAME,
    'topic.voting.abroad': LAW,
    'topic.case.status': SHARED,
    'topic.handover': SHARED,
    'caseStatus.kind.emergency': SHARED,
    'choice.safe': SHARED,
    'choice.withdraw': SHARED,
    'offer.item.contract': LAW,
    'offer.item.licence': LAW,
    'offer.item.wage': SHARED,
    'ui.title': NAME,
    'ui.bot': NAME,
    'ui.choices': SHARED,
    'ui.whatsapp': NAME,
  },
}

/** Small words that Javanese and Sundanese have words of their own for: a sentence with one of them was left in Indonesian. */
const INDONESIAN =
  /\b(?:yang|dan|dengan|untuk|tidak|belum|sudah|atau|dari|kami|anda|bukan|jangan|kalau|bila|karena|supaya|silakan|pertanyaan|berangkat)\b/gi
/** Javanese "ampun" (do not) is "mercy" in Indonesian: where a life hangs on it, the Indonesian word stands beside it. */
const GLOSSED: Readonly<Record<'jv' | 'su', readonly string[]>> = {
  jv: ['guard.offerStop', 'guard.selfHarm', 'system.flood', 'system.parked'],
  su: [],
}

describe.each(['jv', 'su'] as const)('the translation into %s', (locale) => {
  it('should copy the Indonesian only where listed, with a reason', () => {
    const same = [...wording(locale)].filter(
      ([key, message]) => message === text('id', key) && /\p{L}/u.test(bare(message)),
    )
    expect(same.map(([key]) => key).sort()).toEqual(Object.keys(SAME[locale]).sort())
  })

  it('should leave no Indonesian sentence behind', () => {
    const left = [...wording(locale)].flatMap(([key, message]) => {
      const own = GLOSSED[locale].includes(key) ? message.replace(/ \(jangan[^)]*\)/, '') : message
      const found = bare(own).match(INDONESIAN) ?? []
      return found.length > 0 ? [[key, ...found]] : []
    })
    expect(left).toEqual([])
  })

  it('should gloss the forbidding word wherever danger may be near', () => {
    const forbids = locale === 'jv' ? /\bampun\b/i : /\bulah\b/i
    const keys = [...wording(locale)].filter(([, message]) => forbids.test(message)).map(([key]) => key)
    expect(keys.sort()).toEqual(['guard.offerStop', 'guard.selfHarm', 'system.flood', 'system.parked'])
    for (const key of GLOSSED[locale]) expect(text(locale, key)).toMatch(/ampun \(jangan|\(jangan/)
  })

  it('should forbid each thing of an offer in a sentence of its own', () => {
    const sentences = text(locale, 'guard.offerStop').split(/(?<=\.) /)
    expect(sentences).toHaveLength(3)
    for (const sentence of sentences) expect(sentence).toMatch(/^(?:Ampun|Ulah) /)
  })

  it('should keep names and numbers of offices as they are', () => {
    for (const [key, message] of wording(locale)) {
      for (const name of ['KP2MI', 'BP2MI', 'KBRI', 'KJRI', 'BPJS', 'WhatsApp', 'MoU', 'PKS', 'RI']) {
        const mark = new RegExp(`\\b${name}\\b`)
        expect([key, name, mark.test(message)]).toEqual([key, name, mark.test(text('id', key))])
      }
    }
  })
})

it.each([
  [
    'jv',
    'lan 3 sumber sanesipun',
    'Tanggal 2 Februari 2026 kacathet 2 perjanjian ingkang ditandatangani: A, B.',
  ],
  [
    'su',
    'sareng 3 sumber sanésna',
    'Dina tanggal 2 Februari 2026 kacatet 2 perjanjian anu ditandatanganan: A, B.',
  ],
] as const)('fills plural forms, dates and lists in %s', async (locale, others, day) => {
  const phrase = await createPhrase()
  expect(phrase.wording({ key: 'source.others', params: { count: 3 } }, locale)).toBe(others)
  expect(
    phrase.wording(
      {
        key: 'agreement.whereDay',
        params: { date: { date: partialDate('2026-02-02') }, count: 2, list: { list: ['A', 'B'] } },
      },
      locale,
    ),
  ).toBe(day)
})
