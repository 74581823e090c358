import type { PartialDate } from '../core/dates.ts'
import type { Contact } from './contact.ts'
import { groupBy } from './group.ts'
import type { ContactIndex } from './knowledge.ts'

/** Throws when there is not exactly one national line: every answer ends with it. */
export function buildContactIndex(contacts: readonly Contact[], asOf: PartialDate): ContactIndex {
  const [national, ...others] = contacts.filter((contact) => contact.national)
  if (national === undefined || others.length > 0)
    throw new Error(
      `${others.length + (national ? 1 : 0)} contacts are the national line; exactly one must be.`,
    )
  const byId = new Map(contacts.map((contact) => [contact.id, contact]))
  const byRegion = groupBy(contacts, ({ region, serves }) => (region === null ? serves : [region, ...serves]))
  const byCountry = groupBy(
    contacts.filter(({ kind }) => kind === 'mission'),
    ({ country }) => (country === null ? [] : [country]),
  )
  const hotlines = contacts.filter(({ kind }) => kind === 'hotline')
  return {
    byId: (id) => byId.get(id),
    national,
    hotlines: [...hotlines.filter((line) => line.national), ...hotlines.filter((line) => !line.national)],
    ofRegion: (code) => byRegion.get(code) ?? [],
    missions: (country) => byCountry.get(country) ?? [],
    all: contacts,
    asOf,
  }
}
