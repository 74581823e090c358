import type { ContactId, CountryCode, RegionCode } from '../core/ids.ts'
import { type CitationsOf, citationRows } from './citations.store.ts'
import type { Contact } from './contact.ts'
import { localisedOrNull, localisedText } from './localised.ts'
import { json, type RecordRows, type RowOf } from './rows.store.ts'
import type { Tables } from './tables.store.ts'

/** Offices and lines (table `contact`) and missions abroad (table `mission`). */
export function readContacts(tables: Tables, citationsOf: CitationsOf): readonly Contact[] {
  return [
    ...tables.contact.map(
      (row): Contact => ({
        ...shared(row),
        kind: row.kind,
        region: row.regionCode as RegionCode | null,
        serves: row.serves as RegionCode[],
        national: row.national,
        citations: citationsOf('contact', row.id),
      }),
    ),
    ...tables.mission.map(
      (row): Contact => ({
        ...shared(row),
        kind: 'mission',
        region: null,
        serves: [],
        national: false,
        citations: citationsOf('mission', row.id),
      }),
    ),
  ]
}

type Shared = Omit<RowOf['mission'], 'country'> & { readonly country: string | null }

function shared(row: Shared): Omit<Contact, 'kind' | 'region' | 'serves' | 'national' | 'citations'> {
  const { name, country, city, address, phones, whatsapp, email, web, hours, lat, lon, confidence, note } =
    row
  return {
    id: row.id as ContactId,
    name: localisedText(name),
    country: country as CountryCode | null,
    city,
    address,
    phones,
    whatsapp,
    email,
    web,
    hours: localisedOrNull(hours),
    position: lat === null || lon === null ? null : { lat, lon },
    confidence,
    note: localisedOrNull(note),
  }
}

export function contactRows(contact: Contact): RecordRows {
  const { id, kind, country, city, address, web, position, confidence, citations } = contact
  const row = {
    id,
    name: json(contact.name),
    city,
    address,
    phones: [...contact.phones],
    whatsapp: [...contact.whatsapp],
    email: [...contact.email],
    web,
    hours: json(contact.hours),
    lat: position?.lat ?? null,
    lon: position?.lon ?? null,
    confidence,
    note: json(contact.note),
  }
  if (kind === 'mission') {
    if (country === null) throw new Error(`The mission ${id} has no country.`)
    return { mission: [{ ...row, country }], citation: citationRows('mission', id, citations) }
  }
  const { region, serves, national } = contact
  return {
    contact: [{ ...row, kind, country, regionCode: region, serves: [...serves], national }],
    citation: citationRows('contact', id, citations),
  }
}
