import type { ReportField } from '../core/case.ts'
import type { Vault } from '../privacy/vault.ts'

/** What identifies a recruiter across reports, in one form however it was written. */
export interface Name {
  readonly kind: 'phone' | 'account' | 'company'
  readonly value: string
}

/** Digits with what people put between them, perhaps with a plus in front. */
const DIGITS = /\+?\d(?:[\s().-]{0,2}\d){6,19}/g
const PHONE_DIGITS = { least: 9, most: 15 }
const ACCOUNT_DIGITS = { least: 6, most: 20 }
const LEGAL_FORM = /\b(pt|cv|ud|pd|tbk|persero|perseroan terbatas|lpk|p3mi|pjtki|yayasan|koperasi)\b/g
/** Without the legal form a shorter name would join strangers. */
const COMPANY_LEAST = 4
/** What people say when they know no company: it names nobody, and would join everybody who says it. */
const NOBODY = new Set(
  `tidak tdk tak ga gak nggak enggak ngga ndak mboten teu henteu ora belum blm ada tahu tau ngerti jelas ingat lupa kurang
   none no not unknown know don t sure yet skip lewati kosong perorangan perseorangan pribadi individu calo agen agent
   sponsor orang saya dia perusahaan company nama namanya nya punya resmi apa itu the a an i`.split(/\s+/),
)
/** A legal form and the capitalised words behind it: the only company in free text that can be told from the rest. */
const COMPANY_IN_TEXT = /\b(?:PT|CV|LPK|UD)\b\.?\s+((?:[A-Z][\p{L}\d]*\s*){1,5})/gu

/** The names in one answer of a report. What the person says of themselves (`reach`) is never one. */
export function namesIn(field: ReportField, text: string): readonly Name[] {
  switch (field) {
    case 'recruiter_phone':
      return unique([...numbersIn(text)].flatMap((digits) => phone(digits)))
    case 'recruiter_account':
      return unique([...numbersIn(text)].flatMap((digits) => account(digits)))
    case 'recruiter_company':
      return unique(company(text))
    case 'what':
    case 'recruiter_name':
    case 'place':
      return unique([
        // Some accounts begin like a telephone; both readings are kept, and only a true one is met again.
        ...[...numbersIn(text)].flatMap((digits) => [
          ...(looksLikePhone(digits) ? phone(digits) : []),
          ...account(digits),
        ]),
        ...[...text.matchAll(COMPANY_IN_TEXT)].flatMap(([, name]) => company(name ?? '')),
      ])
    case 'country':
    case 'leaving':
    case 'attachment':
    case 'reach':
      return []
  }
}

/** What a searched text may name: any of the three. */
export function namesSearched(text: string): readonly Name[] {
  const numbers = [...numbersIn(text)]
  const named = /\d{6}/.test(text.replace(/[\s().-]/g, '')) ? [] : company(text)
  return unique([...numbers.flatMap((digits) => [...phone(digits), ...account(digits)]), ...named])
}

/** Keyed hashes: nobody reads a number out of the database, and the same one is found again. */
export function keysOf(names: readonly Name[], vault: Vault): string[] {
  return names.map(({ kind, value }) => vault.key('recruiter', kind, value))
}

function* numbersIn(text: string): Iterable<string> {
  for (const [found] of text.matchAll(DIGITS)) yield found.replace(/[^\d+]/g, '')
}

function looksLikePhone(digits: string): boolean {
  return /^(\+|00|0[2-9]|62)/.test(digits)
}

/** E.164 without the plus. A number without a country is an Indonesian one: that is who writes to us. */
function phone(written: string): Name[] {
  const digits = written.replace(/\D/g, '')
  const international = written.startsWith('+')
    ? digits.replace(/^620/, '62')
    : digits.startsWith('00')
      ? digits.slice(2)
      : digits.startsWith('0')
        ? `62${digits.slice(1)}`
        : digits.startsWith('8') && digits.length <= 12
          ? `62${digits}`
          : digits.replace(/^620/, '62')
  const { least, most } = PHONE_DIGITS
  return international.length >= least && international.length <= most
    ? [{ kind: 'phone', value: international }]
    : []
}

function account(written: string): Name[] {
  const digits = written.replace(/\D/g, '')
  const { least, most } = ACCOUNT_DIGITS
  return digits.length >= least && digits.length <= most ? [{ kind: 'account', value: digits }] : []
}

function company(written: string): Name[] {
  const bare = written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s.]/gu, ' ')
    // p.t. is pt; a dot that stands alone is nothing.
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(LEGAL_FORM, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const named = bare.split(' ').some((word) => !NOBODY.has(word))
  return named && bare.replace(/\s/g, '').length >= COMPANY_LEAST ? [{ kind: 'company', value: bare }] : []
}

function unique(names: readonly Name[]): readonly Name[] {
  return [...new Map(names.map((name) => [`${name.kind} ${name.value}`, name])).values()]
}
