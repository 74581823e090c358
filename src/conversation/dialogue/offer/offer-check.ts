import { asId, type FactId } from '../../../core/ids.ts'
import type { Part } from '../../../core/reply.ts'
import type { DangerSign } from '../../../core/topic.ts'
import type { Param } from '../../../core/wording.ts'
import type { Fact } from '../../../knowledge/fact.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { nationalPart } from '../../answer/contacts.ts'
import { draft, HOTLINE, MENU, part, REPORT, topicChoice } from '../../answer/draft.ts'
import { OFFER_ITEMS, type OfferItem } from '../../state.ts'
import { asksSomething } from '../../understand/lexicon/case-words.ts'
import { isNewsItem } from '../../understand/news.ts'
import { type Outcome, outcome } from '../outcome.ts'
import type { Reading, Situation } from '../reading.ts'
import { isAdvert, itemsIn } from './advert.ts'

/**
 * The stored fact behind each thing a lawful offer has. Named by their keys of `prisma/seed/facts`; where the data no longer
 * has one, the thing is still named as missing, only without its law.
 */
const FACT_OF: Readonly<Record<OfferItem, string>> = {
  company: 'law.17',
  licence: 'p3mi.01',
  job_order: 'p3mi.06',
  contract: 'agr.01',
  destination: 'law.16',
  position: 'agr.01',
  wage: 'law.09.2',
  cost: 'cost.01',
}
/** Where the licence is looked up, and what else to do before saying yes. */
const VERIFY: readonly string[] = ['p3mi.02', 'x.p3mi.03.2']
const MOST_REASONS = 4
const MOST_LAWS = 2
/** A report carries so much of an advert; its beginning names who offers what. */
const MOST_QUOTED = 1_000
const SHORTEST_OFFER = 5
const SHORT_QUESTION = 8

/** "cek tawaran": the advert is asked for. */
export function askForOffer({ locale }: Situation): Outcome {
  return outcome({
    action: 'clarify',
    topic: 'placement.check_offer',
    locale,
    drafts: [draft({ parts: [part('answer', 'offer.paste')], choices: [HOTLINE, MENU] })],
    pending: { kind: 'offer', found: [], signs: [] },
  })
}

/** What to look for in an offer was told; one can be pasted now. */
export function withOfferWanted(result: Outcome): Outcome {
  const [first, ...others] = result.drafts
  if (first === undefined || result.pending !== null) return result
  return {
    ...result,
    drafts: [{ ...first, parts: [...first.parts, part('next', 'offer.paste')] }, ...others],
    pending: { kind: 'offer', found: [], signs: [] },
  }
}

/** An advert that was pasted, asked for or not; also what is added to one that was just checked. */
export function offerTurn(reading: Reading): Outcome | undefined {
  const { state, read, said } = reading
  const { pending } = state
  const advert = isAdvert(said) && !isNewsItem(said)
  if (pending?.kind !== 'offer') return advert ? checkOffer(reading, [], []) : undefined
  if (advert) return checkOffer(reading, [], [])
  if (read.acts.some((act) => LEAVES.has(act))) return undefined
  const items = itemsIn(said, read)
  const tells =
    read.normalised.split(' ').length >= SHORTEST_OFFER || items.length > 0 || read.danger === 'illegal_offer'
  const asks =
    asksSomething(read.normalised, said) &&
    read.danger === 'none' &&
    (items.length <= 1 || read.normalised.split(' ').length <= SHORT_QUESTION)
  return tells && !asks ? checkOffer(reading, pending.found, pending.signs) : undefined
}

const LEAVES: ReadonlySet<string> = new Set([
  'cancel',
  'menu',
  'thanks',
  'goodbye',
  'greeting',
  'talk_to_person',
  'forget_me',
])

/** Signs found, what is missing, what the law wants, how to look the company up, and one tap to report. */
export function checkOffer(
  reading: Reading,
  before: readonly OfferItem[],
  signsBefore: readonly DangerSign[],
): Outcome {
  const { read, said, settled, locale, knowledge, state, desk } = reading
  const signs = [...new Set([...signsBefore, ...(read.danger === 'none' ? [] : read.signs)])]
  const found = [...new Set([...before, ...itemsIn(said, read)])]
  const missing = OFFER_ITEMS.filter((item) => !found.includes(item))
  const reasons = signs
    .flatMap((sign): readonly (readonly [DangerSign, Fact])[] => {
      const fact = knowledge.facts.ofSign(sign)
      return fact === undefined ? [] : [[sign, fact]]
    })
    .slice(0, MOST_REASONS)
  const laws = unique(missing.flatMap((item) => factNamed(FACT_OF[item], knowledge))).slice(0, MOST_LAWS)
  const verify = unique(VERIFY.flatMap((id) => factNamed(id, knowledge))).slice(0, signs.length > 0 ? 1 : 2)
  const { national } = knowledge.contacts
  const parts: Part[] = [
    ...(signs.length === 0
      ? [part('answer', 'offer.noSigns')]
      : [
          part('warning', 'guard.offer', { signs: { list: signs.slice(0, 6).map(signName) } }),
          part('warning', 'guard.offerStop'),
        ]),
    ...reasons.map(([sign, fact]) => part('fact', 'guard.why', { sign: signName(sign), why: fact.text })),
    ...(missing.length === 0
      ? [part('fact', 'offer.complete')]
      : [part('fact', 'offer.missing', { items: { list: missing.map(itemName) } })]),
    ...laws.map((fact) => part('fact', 'offer.law', { text: fact.text })),
    ...verify.map((fact) => part('next', 'fact.plain', { text: fact.text })),
    part('next', missing.length === 0 ? 'offer.stillCheck' : 'offer.again'),
    ...(signs.length === 0 ? [] : [part('next', 'guard.report')]),
    nationalPart(knowledge),
  ]
  const country = read.countries[0] ?? null
  const facts = [...reasons.map(([, fact]) => fact), ...laws, ...verify]
  return outcome({
    action: 'answer',
    topic: 'placement.check_offer',
    confidence: Math.max(read.topics[0]?.score ?? 0, 0.9),
    danger: signs.length > 0 ? 'illegal_offer' : 'none',
    signs,
    locale,
    drafts: [
      draft({
        parts,
        citations: facts.flatMap((fact) => fact.citations),
        contacts: [national],
        choices: [REPORT, topicChoice('placement.check_agency'), HOTLINE],
        told: facts.map(({ id }) => id),
        countries: read.countries.slice(0, 1),
      }),
    ],
    pending: { kind: 'offer', found, signs },
    patch: {
      // Kept only where a report can be made of it.
      quoted: desk === undefined ? null : quote(state.pending?.kind === 'offer' ? state.quoted : null, said),
    },
    events:
      signs.length === 0
        ? []
        : [
            {
              type: 'danger_detected',
              danger: 'illegal_offer',
              signs,
              region: settled.regions[0]?.code ?? null,
              country,
            },
          ],
  })
}

function quote(before: string | null, said: string): string {
  const whole = before === null ? said : `${before}\n${said}`
  // Not through the middle of a character that takes two units.
  return whole.slice(0, MOST_QUOTED).replace(/[\ud800-\udbff]$/, '')
}

function factNamed(id: string, knowledge: Knowledge): readonly Fact[] {
  const fact = knowledge.facts.byId(asId<FactId>(id))
  return fact === undefined ? [] : [fact]
}

function unique(facts: readonly Fact[]): readonly Fact[] {
  return [...new Set(facts)]
}

function signName(sign: DangerSign): Param {
  return { key: `guard.sign.${sign}` }
}

function itemName(item: OfferItem): Param {
  return { key: `offer.item.${item}` }
}
