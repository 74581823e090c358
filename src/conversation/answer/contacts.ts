import type { Part } from '../../core/reply.ts'
import type { Param } from '../../core/wording.ts'
import type { Contact, ContactKind } from '../../knowledge/contact.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Region } from '../../knowledge/region.ts'
import { part } from './draft.ts'

const LOCAL_ORDER: readonly ContactKind[] = ['disnaker', 'ltsa', 'p4mi', 'bp3mi']

/** Offices for a region, nearest level first, and whether its own level has any. */
export interface NearestOffices {
  readonly offices: readonly Contact[]
  /** Offices exactly of the regency or city asked about. */
  readonly local: boolean
  /** At least one office of the own level has a phone or WhatsApp number. */
  readonly localPhone: boolean
}

/**
 * The nearest level that has a sourced contact: district office, then province, then BP3MI; the national line is the
 * caller's last resort. A village or kecamatan counts as its regency.
 */
export function nearestOffices(knowledge: Knowledge, region: Region): NearestOffices {
  const levels = knowledge.regions.path(region.code).filter(({ kind }) => kind !== 'district')
  const own = levels[0]
  const offices: Contact[] = []
  for (const level of levels) {
    const here = [...knowledge.contacts.ofRegion(level.code)].sort(
      (a, b) =>
        LOCAL_ORDER.indexOf(a.kind) - LOCAL_ORDER.indexOf(b.kind) ||
        Number(reachable(b)) - Number(reachable(a)),
    )
    for (const contact of here)
      if (LOCAL_ORDER.includes(contact.kind) && !offices.includes(contact)) offices.push(contact)
  }
  const local =
    own === undefined
      ? []
      : offices.filter((contact) => contact.region === own.code || contact.serves.includes(own.code))
  return { offices, local: local.length > 0, localPhone: local.some(reachable) }
}

/** Has a number people can call or write to. */
export function reachable(contact: Contact): boolean {
  return contact.phones.length > 0 || contact.whatsapp.length > 0
}

/** More numbers than this in one line are read as noise; the first are the ones the office is best reached by. */
const MOST_NUMBERS = 3

/** One contact as a line at the end of an answer: how to reach it now; its address only when it has no number. */
export function contactPart(contact: Contact): Part {
  return contactLine(contact, numbersOf(contact))
}

/** One contact in full, as the body of an answer that is about offices, before its source. */
export function officePart(contact: Contact): Part {
  const ways = numbersOf(contact)
  if (contact.address !== null) ways.push({ key: 'contact.address', params: { address: contact.address } })
  if (contact.hours !== null) ways.push({ key: 'contact.hours', params: { hours: contact.hours } })
  return { ...contactLine(contact, ways), role: 'fact' }
}

function numbersOf({ phones, whatsapp }: Contact): Param[] {
  const ways: Param[] = []
  if (phones.length > 0)
    ways.push({ key: 'contact.phone', params: { phones: phones.slice(0, MOST_NUMBERS).join(', ') } })
  if (whatsapp.length > 0) ways.push({ key: 'contact.whatsapp', params: { phones: whatsapp.join(', ') } })
  return ways
}

/** Without a number: the address, else the mail, else the page. */
function contactLine(contact: Contact, ways: readonly Param[]): Part {
  const { name, address, email, web } = contact
  if (ways.length > 0) return part('contact', 'contact.office', { name, ways: { list: ways } })
  const other: Param | null =
    address !== null
      ? { key: 'contact.address', params: { address } }
      : email.length > 0
        ? { key: 'contact.email', params: { emails: email.join(', ') } }
        : web !== null
          ? { key: 'contact.web', params: { web } }
          : null
  return other === null
    ? part('contact', 'contact.officeOnly', { name })
    : part('contact', 'contact.office', { name, ways: other })
}

/** The national line in one sentence. */
export function nationalPart(knowledge: Knowledge): Part {
  const { national } = knowledge.contacts
  return part('contact', 'contact.hotlineShort', {
    phones: national.phones.join(' / '),
    whatsapp: national.whatsapp.join(' / '),
  })
}

/** Whom to contact, as the end of any answer: the nearest reachable office when a region is known, and the national line. */
export function whomToContact(
  knowledge: Knowledge,
  region: Region | undefined,
): { readonly parts: readonly Part[]; readonly contacts: readonly Contact[] } {
  const national = knowledge.contacts.national
  if (region === undefined) return { parts: [nationalPart(knowledge)], contacts: [national] }
  const { offices } = nearestOffices(knowledge, region)
  const office = offices.find(reachable) ?? offices[0]
  if (office === undefined) return { parts: [nationalPart(knowledge)], contacts: [national] }
  return { parts: [contactPart(office), nationalPart(knowledge)], contacts: [office, national] }
}
