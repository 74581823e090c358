import { addressOf, readWhatsAppId } from '../address.ts'
import type { Notes } from './auth-state.ts'

/** What Baileys has learned of numbers behind hidden numbers. */
export interface LidMapping {
  getPNForLID(lid: string): Promise<string | null>
  getLIDForPN(phone: string): Promise<string | null>
}

/** The kind of note that says: this person became known by the hidden number alone and keeps that address. */
const BY_LID = 'address-by-lid'

/**
 * The one address of somebody who appears under a number and under a hidden number (LID). Usually the number. Who first
 * wrote without showing it keeps the hidden one for ever: when the number becomes known later, they must not become
 * somebody else.
 */
export async function stableAddress(
  senders: readonly string[],
  { mapping, notes }: { readonly mapping: LidMapping; readonly notes: Notes },
): Promise<string | undefined> {
  const ids = senders.flatMap((one) => readWhatsAppId(one) ?? [])
  if (ids.some(({ kind }) => kind === 'nobody')) return undefined
  let lid = ids.find((one) => one.kind === 'lid')?.lid
  let phone = ids.find((one) => one.kind === 'phone')?.digits
  if (lid === undefined && phone !== undefined)
    // May ask WhatsApp; without an answer the number is enough.
    lid = lidIn(await mapping.getLIDForPN(`${phone}@s.whatsapp.net`).catch(() => null))
  if (lid === undefined) return addressOf(senders)
  const address = addressOf([`${lid}@lid`])
  if ((await notes.get(BY_LID, lid)) !== undefined) return address
  phone ??= phoneIn(await mapping.getPNForLID(`${lid}@lid`))
  if (phone !== undefined) return phone
  await notes.put(BY_LID, lid, '1')
  return address
}

function lidIn(jid: string | null): string | undefined {
  const id = jid === null ? undefined : readWhatsAppId(jid)
  return id?.kind === 'lid' ? id.lid : undefined
}

function phoneIn(jid: string | null): string | undefined {
  const id = jid === null ? undefined : readWhatsAppId(jid)
  return id?.kind === 'phone' ? id.digits : undefined
}
