import type { FactId } from '../../../core/ids.ts'
import type { Part } from '../../../core/reply.ts'
import type { Topic } from '../../../core/topic.ts'
import { type Agreement, hasBeenSigned } from '../../../knowledge/agreement.ts'
import { whomToContact } from '../contacts.ts'
import { type Draft, draft, MORE, part, topicChoice } from '../draft.ts'
import type { Question } from '../question.ts'
import { roughLengthOf } from '../rough-length.ts'
import { wantedIn } from './asked-for.ts'
import { chooseAgreement } from './choose-agreement.ts'
import {
  BESIDE,
  BESIDE_A_DETAIL,
  fitting,
  OPENS,
  SECTIONS,
  type SectionName,
  sectionOf,
  sectionsFor,
} from './choose-sections.ts'
import { countedPart } from './counted.ts'
import { listOfDay } from './day-list.ts'
import { detailsOf } from './details.ts'
import { type Found, findAgreements } from './find-agreements.ts'
import { instrumentOf, localName } from './naming.ts'
import { answerRule } from './rule-answer.ts'
import type { Section } from './section.ts'
import { progressSection } from './sections.ts'

/** Answers about one region's, institution's or official's agreements: the newest in full, older ones by name and date. */
export function answerAgreement(question: Question): Draft {
  const found = findAgreements(question)
  if (found.kind === 'unnamed') {
    const [day] = question.dates
    return (day === undefined ? undefined : listOfDay(question, day)) ?? answerRule(question) ?? askWhich()
  }
  const newest = chooseAgreement(found.own, question)
  if (newest === undefined) return none(question, found)
  const opening = OPENS[question.topic] ?? 'status'
  const told = new Set<string>(question.told)
  const wanted = question.short ? [] : wantedIn(question.text)
  const names = question.more
    ? SECTIONS.filter((name) => !told.has(`${newest.id}#${name}`))
    : sectionsFor(opening, wanted)
  const parts: Part[] = []
  const sections: Section[] = []
  const done: SectionName[] = []
  let used = 0
  const usual = sectionOf(opening, newest, question, wanted.length > 0)
  const before = question.more || question.short ? undefined : detailsOf(newest, question, usual.parts)
  if (before?.first === true) {
    if (before.shared && !namesOne(question)) return sharedAnswer(before, question)
    parts.push(...before.parts)
    sections.push(before)
    used = roughLengthOf(before.parts, question.locale)
  }
  const counted = question.more ? undefined : countedPart(newest, question.text)
  if (counted !== undefined) parts.push(counted)
  // After the very detail that was asked for, the rest of the section it came from can wait.
  const order = before?.first === true ? [...names.slice(1), ...names.slice(0, 1)] : names
  const room = question.room + BESIDE + (before?.first === true ? BESIDE_A_DETAIL : 0)
  for (const name of order) {
    const whole = sectionOf(name, newest, question, wanted.length > 0 || before?.first === true)
    // A long list of dates is cut like the rest, where the detail that was asked for stands before it.
    const cut = name !== opening || (name === 'dates' && before?.first === true)
    const beside = !question.more && cut
    const section = beside ? fitting(whole, room - used, question.locale) : whole
    if (section.parts.length === 0) {
      done.push(name)
      continue
    }
    const length = roughLengthOf(section.parts, question.locale)
    if (question.more && parts.length > 0 && used + length > question.room) break
    parts.push(...section.parts)
    sections.push(section)
    done.push(name)
    used += length
  }
  if (parts.length === 0)
    parts.push(part('answer', 'fact.moreDone', { asOf: { date: question.knowledge.agreements.asOf } }))
  if (!question.more && !question.short) {
    if (before?.first !== true) {
      const after = detailsOf(newest, question, parts)
      const few = after.first ? after.parts.slice(1) : after.parts
      parts.push(...few.slice(0, used > question.room ? 1 : few.length))
      sections.push(after)
    }
    if (used < question.room) parts.push(...around(question, found, newest, opening))
    if (opening === 'status' && !wanted.includes('progress')) {
      const progress = progressSection(newest, 1)
      if (used + 200 < question.room) {
        parts.push(...progress.parts)
        sections.push(progress)
      }
    }
  }
  const whom = whomToContact(question.knowledge, found.kind === 'region' ? found.region : question.regions[0])
  return draft({
    parts: [...parts, ...(question.more ? [] : whom.parts.slice(0, 1))],
    citations: sections.flatMap((section) => section.citations),
    contacts: whom.contacts,
    choices: [MORE, ...nextTopics(question.topic)].slice(0, 3),
    told: [...(question.more ? question.told : []), ...done.map((name) => `${newest.id}#${name}` as FactId)],
    regions: found.kind === 'region' ? [found.region] : question.regions,
    countries: question.countries,
    agreement: newest.id,
  })
}

function namesOne({ regions, institutions, people }: Question): boolean {
  return regions.length + institutions.length + people.length > 0
}

/** What several records tell alike is told without the rest of any of them. */
function sharedAnswer({ parts, citations }: Section, question: Question): Draft {
  return draft({ parts, citations, choices: [topicChoice('agreement.where')], regions: question.regions })
}

/** Older agreements of the same side, and the province's own. */
function around(question: Question, found: Found, newest: Agreement, opening: SectionName): readonly Part[] {
  const parts: Part[] = []
  if (found.kind === 'unnamed') return parts
  const older = found.own.filter((agreement) => agreement !== newest && hasBeenSigned(agreement)).slice(0, 3)
  if (older.length > 0) {
    const items = older.map((agreement) =>
      agreement.signedOn === null
        ? ({ key: 'agreement.olderItemUndated', params: { instrument: instrumentOf(agreement) } } as const)
        : ({
            key: 'agreement.olderItem',
            params: { instrument: instrumentOf(agreement), date: { date: agreement.signedOn } },
          } as const),
    )
    parts.push(part('fact', 'agreement.older', { list: { list: items, join: 'semicolon' } }))
  }
  const province = found.kind === 'region' ? found.province[0] : undefined
  if (province !== undefined && opening === 'status') parts.push(provincePart(question, province))
  return parts
}

function provincePart(question: Question, agreement: Agreement): Part {
  const name = localName(agreement, question.knowledge).replace(/^Provinsi /, '')
  return agreement.signedOn === null
    ? part('fact', 'agreement.ofProvinceUndated', { province: name, instrument: instrumentOf(agreement) })
    : part('fact', 'agreement.ofProvince', {
        province: name,
        instrument: instrumentOf(agreement),
        date: { date: agreement.signedOn },
      })
}

function askWhich(): Draft {
  return draft({
    parts: [part('answer', 'agreement.askWhich')],
    choices: [topicChoice('agreement.where')],
    needs: 'region',
  })
}

/** Nothing on record is said as that, with the date of the data; the province's own agreement is shown instead. */
function none(question: Question, found: Exclude<Found, { kind: 'unnamed' }>): Draft {
  const { knowledge } = question
  const asOf = { date: knowledge.agreements.asOf }
  if (found.kind !== 'region') {
    return draft({
      parts: [part('answer', 'agreement.noneInstitution', { asOf })],
      choices: [topicChoice('agreement.where')],
      unanswered: true,
    })
  }
  const province = found.province[0]
  const whom = whomToContact(knowledge, found.region)
  return draft({
    parts: [
      part('answer', 'agreement.none', { region: found.region.name, asOf }),
      ...(province === undefined ? [] : [provincePart(question, province)]),
      ...whom.parts,
    ],
    citations: province?.citations ?? whom.contacts.flatMap((contact) => contact.citations),
    contacts: whom.contacts,
    choices: [topicChoice('agreement.where'), topicChoice('contact.local')],
    regions: [found.region],
    unanswered: province === undefined,
  })
}

function nextTopics(topic: Topic) {
  const order: readonly Topic[] = [
    'agreement.content',
    'agreement.dates',
    'agreement.parties',
    'agreement.status',
  ]
  return order.filter((other) => other !== topic).map(topicChoice)
}
