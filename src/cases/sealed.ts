import type { Vault } from '../privacy/vault.ts'

/**
 * Where the sealed bytes of a case belong. Moved to another case, or to another kind of row, they do not open.
 */
const PLACES = {
  detail: (caseId: string) => `case detail ${caseId}`,
  entry: (caseId: string) => `case entry ${caseId}`,
  reference: (attachmentId: string) => `case attachment reference ${attachmentId}`,
  file: (attachmentId: string) => `case attachment ${attachmentId}`,
} as const
export type SealedPlace = keyof typeof PLACES

export function sealAt(vault: Vault, place: SealedPlace, id: string, text: string): Buffer {
  return vault.seal(text, PLACES[place](id))
}

/** Throws `SealedError` when the bytes were damaged or moved. */
export function openAt(vault: Vault, place: SealedPlace, id: string, sealed: Uint8Array): string {
  return vault.open(sealed, PLACES[place](id))
}

export function sealFile(vault: Vault, id: string, bytes: Uint8Array): Buffer {
  return vault.sealBytes(bytes, PLACES.file(id))
}

export function openFile(vault: Vault, id: string, sealed: Uint8Array): Buffer {
  return vault.openBytes(sealed, PLACES.file(id))
}
