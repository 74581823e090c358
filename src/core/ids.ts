/**
 * Every id is its own type, so that a source id can never be passed where an agreement id is meant.
 * Ids are parsed once at the edge (`asId`) and trusted inside.
 */
declare const brand: unique symbol
export type Branded<T, Name extends string> = T & { readonly [brand]: Name }

export type PersonId = Branded<string, 'PersonId'>
export type ConversationId = Branded<string, 'ConversationId'>
export type MessageId = Branded<string, 'MessageId'>
export type TurnId = Branded<string, 'TurnId'>
export type AgreementId = Branded<string, 'AgreementId'>
export type InstitutionId = Branded<string, 'InstitutionId'>
export type SourceId = Branded<string, 'SourceId'>
export type FactId = Branded<string, 'FactId'>
export type ContactId = Branded<string, 'ContactId'>
/** Kemendagri code: `35` province, `35.09` regency or city, `35.09.01` district. */
export type RegionCode = Branded<string, 'RegionCode'>
/** ISO 3166-1 alpha-2, upper case. */
export type CountryCode = Branded<string, 'CountryCode'>

type AnyId =
  | PersonId
  | ConversationId
  | MessageId
  | TurnId
  | AgreementId
  | InstitutionId
  | SourceId
  | FactId
  | ContactId
  | RegionCode
  | CountryCode

/** Marks a string that was already checked at the edge as an id. Throws on an empty string: that is a bug, not input. */
export function asId<T extends AnyId>(text: string): T {
  if (text === '') throw new Error('An id must not be empty.')
  return text as T
}

/** Gives new ids. Passed in, so that whole conversations can be replayed to the byte. */
export interface IdSource {
  next(prefix: string): string
}
