/**
 * Who somebody is on WhatsApp. The same person appears under a telephone number, under a hidden number (LID), under an id
 * that Meta makes for one business, on several devices, with and without a plus. We keep one form: the number's digits
 * with the country's code; `lid:<n>` or `user:<id>` only for somebody whose number we were not shown.
 */
export type WhatsAppId =
  | { readonly kind: 'phone'; readonly digits: string }
  | { readonly kind: 'lid'; readonly lid: string }
  /** Meta's business-scoped user id: people with a username may show the Cloud API nothing else. */
  | { readonly kind: 'user'; readonly id: string }
  /** A shared chat. */
  | { readonly kind: 'group'; readonly id: string }
  /** Status posts, newsletters, WhatsApp's own account: nobody to answer. */
  | { readonly kind: 'nobody' }
export type WhatsAppPerson = Extract<WhatsAppId, { kind: 'phone' | 'lid' | 'user' }>

/** E.164: at most fifteen digits, the first of the country's code; shorter than seven is a service number. */
const PHONE = /^[1-9]\d{6,14}$/
const LID = /^\d{5,20}$/
const USER = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/
/** `user:device@server`, as linked devices name everybody. */
const JID = /^(?<user>[^@:]{1,64})(?::\d{1,5})?@(?<server>[a-z.]{1,32})$/

/** Reads a JID, a `wa_id`, a number as people write it or one of our own addresses; undefined when it is none. */
export function readWhatsAppId(text: string): WhatsAppId | undefined {
  const jid = JID.exec(text.trim())?.groups
  return jid === undefined ? readBare(text.trim()) : readJid(jid.user ?? '', jid.server ?? '')
}

function readJid(user: string, server: string): WhatsAppId | undefined {
  switch (server) {
    case 's.whatsapp.net':
    case 'c.us':
      return PHONE.test(user) ? { kind: 'phone', digits: user } : { kind: 'nobody' }
    case 'lid':
      return LID.test(user) ? { kind: 'lid', lid: user } : undefined
    case 'g.us':
      return { kind: 'group', id: user }
    case 'broadcast':
    case 'newsletter':
    case 'bot':
      return { kind: 'nobody' }
    default:
      return undefined
  }
}

function readBare(text: string): WhatsAppId | undefined {
  if (text.startsWith('lid:'))
    return LID.test(text.slice(4)) ? { kind: 'lid', lid: text.slice(4) } : undefined
  if (text.startsWith('user:'))
    return USER.test(text.slice(5)) ? { kind: 'user', id: text.slice(5) } : undefined
  if (USER.test(text)) return { kind: 'user', id: text }
  if (!/^\+?[\d\s().-]+$/.test(text)) return undefined
  const digits = text.replace(/\D/g, '')
  return PHONE.test(digits) ? { kind: 'phone', digits } : undefined
}

/** The address that is stored: from everything that is known of one person, the number before all else. */
export function addressOf(ids: readonly (string | null | undefined)[]): string | undefined {
  const known = ids.flatMap((id) => (id == null ? [] : (readWhatsAppId(id) ?? [])))
  for (const kind of ['phone', 'lid', 'user'] as const) {
    const found = known.find((one): one is WhatsAppPerson => one.kind === kind)
    if (found !== undefined) return addressOfPerson(found)
  }
  return undefined
}

export function addressOfPerson(person: WhatsAppPerson): string {
  switch (person.kind) {
    case 'phone':
      return person.digits
    case 'lid':
      return `lid:${person.lid}`
    case 'user':
      return `user:${person.id}`
  }
}

/** Reads a stored address; undefined when it is no person's. */
export function personAt(address: string): WhatsAppPerson | undefined {
  const id = readBare(address)
  return id === undefined || id.kind === 'group' || id.kind === 'nobody' ? undefined : id
}

/** The same id as linked devices write it; undefined for an id that only the Cloud API knows. */
export function jidOf(id: WhatsAppId): string | undefined {
  switch (id.kind) {
    case 'phone':
      return `${id.digits}@s.whatsapp.net`
    case 'lid':
      return `${id.lid}@lid`
    case 'group':
      return `${id.id}@g.us`
    case 'user':
    case 'nobody':
      return undefined
  }
}
