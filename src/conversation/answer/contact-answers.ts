import type { Contact } from '../../knowledge/contact.ts'
import { nationalPart, nearestOffices, officePart } from './contacts.ts'
import { type Draft, draft, HOTLINE, part, topicChoice } from './draft.ts'
import { answerFromFacts } from './fact-answer.ts'
import { missionsIn } from './missions.ts'
import type { Question } from './question.ts'

const MOST_OFFICES = 3
const MOST_MISSIONS = 3

/** The office near somebody: the nearest level that has a sourced contact, and plainly when the own level has none. */
export function answerLocalOffice(question: Question, byLocation = false): Draft {
  const { knowledge } = question
  const region = question.regions[0]
  if (region === undefined) {
    return draft({ parts: [part('answer', 'contact.askRegion')], choices: [HOTLINE], needs: 'region' })
  }
  const { offices, local, localPhone } = nearestOffices(knowledge, region)
  const shown = offices.slice(0, MOST_OFFICES)
  const asOf = { date: knowledge.contacts.asOf }
  const name = region.name
  const lead = byLocation
    ? part('answer', 'contact.nearestByLocation', { region: name })
    : local
      ? part('answer', 'contact.nearest', { region: name })
      : part('answer', 'contact.localUnknown', { region: name, asOf })
  return draft({
    parts: [
      lead,
      ...(byLocation && !local ? [part('note', 'contact.localUnknown', { region: name, asOf })] : []),
      ...shown.map(officePart),
      ...(local && !localPhone ? [part('note', 'contact.localUnknownPhone', { region: name })] : []),
      nationalPart(knowledge),
    ],
    citations: [...shown, knowledge.contacts.national].flatMap((contact) => contact.citations),
    contacts: [...shown, knowledge.contacts.national],
    choices: [topicChoice('agreement.status'), HOTLINE],
    regions: question.regions,
  })
}

/** Embassies, consulates and offices in a country, those with a number first. */
export function answerMission(question: Question): Draft {
  const { knowledge } = question
  const country = question.countries[0]
  if (country === undefined) {
    return draft({ parts: [part('answer', 'contact.askCountry')], choices: [HOTLINE], needs: 'country' })
  }
  const name = knowledge.destinations.get(country)?.name ?? country
  const shown = missionsIn(knowledge, country, question.text).slice(0, MOST_MISSIONS)
  const { national } = knowledge.contacts
  if (shown.length === 0) {
    return draft({
      parts: [
        part('answer', 'contact.missionUnknown', { country: name, asOf: { date: knowledge.contacts.asOf } }),
        nationalPart(knowledge),
      ],
      citations: national.citations,
      contacts: [national],
      choices: [HOTLINE],
      countries: question.countries,
      unanswered: true,
    })
  }
  return draft({
    parts: [
      part('answer', 'contact.missions', { country: name }),
      ...shown.map(officePart),
      nationalPart(knowledge),
    ],
    citations: [...shown, national].flatMap((contact) => contact.citations),
    contacts: [...shown, national],
    choices: [HOTLINE],
    countries: question.countries,
  })
}

/** National lines, and those of the country that was named. */
export function answerHotline(question: Question): Draft {
  const { knowledge } = question
  const { national, hotlines } = knowledge.contacts
  const country = question.countries[0]
  const padded = ` ${question.text} `
  const others = hotlines.filter((line) => line !== national)
  const asked = others.filter(
    (line) =>
      (country !== undefined && line.country === country) ||
      wordsOf(line).some((word) => padded.includes(` ${word} `)),
  )
  const usual = others.filter((line) => line.country === null && !asked.includes(line))
  const shown = [...asked, national, ...usual].slice(0, 4)
  const facts = answerFromFacts({ ...question, room: 1 })
  return draft({
    parts: [...shown.map(officePart)],
    citations: [...shown.flatMap((line) => line.citations), ...facts.citations.slice(0, 1)],
    contacts: shown,
    choices: [topicChoice('contact.local'), topicChoice('contact.abroad')],
    regions: question.regions,
    countries: question.countries,
  })
}

function wordsOf(contact: Contact): readonly string[] {
  return contact.name.id
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(
      (word) =>
        word.length > 3 &&
        !['hotline', 'nomor', 'layanan', 'pengaduan', 'pekerja', 'kementerian'].includes(word),
    )
}
