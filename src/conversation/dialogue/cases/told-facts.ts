import type { ReportField } from '../../../core/case.ts'

/** What a text names of those who recruit: by these reports are joined. */
export interface ToldFacts {
  readonly phones: readonly string[]
  readonly accounts: readonly string[]
  readonly companies: readonly string[]
  /** What is left when they are taken out: a name, mostly. */
  readonly rest: string
}

const PHONE = /(?<![\w@/.-])(?:\+|00)?\d(?:[\s().-]{0,2}\d){8,14}(?![\w@])/g
/** Bank accounts are numbers, too: the word before tells. */
const BANK =
  /\b(?:no(?:mor)?\.?\s*)?(?:rek(?:ening)?|bca|bri|bni|mandiri|bsi|btn|dana|ovo|gopay|shopeepay|linkaja|acc(?:ount)?|va)\b[\s:.a-z]{0,20}?(\d(?:[\s.-]?\d){7,17})/gi
const HANDLE = /(?<![\w.])@[a-z0-9_][\w.]{2,39}/gi
const LINK =
  /\b(?:https?:\/\/|www\.)\S+|\b(?:t\.me|wa\.me|fb\.com|facebook\.com|instagram\.com|tiktok\.com)\/\S+/gi
const COMPANY =
  /\b(?:p\.?t|c\.?v|lpk|lpks|bkk|ud|yayasan|agency|agensi)\.?\s+((?:[a-z0-9&][\w&'’-]*\s*){1,5})/gi
/** Words that end a company's name in a sentence. */
const NAME_ENDS =
  /^(?:di|dari|yang|yg|dan|dgn|dengan|minta|meminta|no|nomor|nmr|hp|wa|whatsapp|telp|telepon|ke|katanya|itu|ini|alamat|jalan|jl|untuk|utk|sudah|sdh|belum|blm|tidak|nama|namanya|rekening|rek|akun|direkturnya|membuka|mencari|butuh|buka|ada|karena|saya|kami|sip3mi|izin|ijin|resmi|has|is|the|and|in|at|asked|wants|kang|sing|ingkang|anu|nu)$/i
/** Labels around a name. */
const LABELS =
  /\b(?:nama(?:nya)?|no(?:mor)?(?:nya)?|hp(?:nya)?|wa(?:nya)?|whatsapp|telp|telepon|tlp|phone|name|akun(?:nya)?|account|rek(?:ening)?(?:nya)?|pt(?:nya)?|perekrut(?:nya)?|orangnya|is|adalah)\b[\s:.=-]*/gi

export function toldFacts(text: string): ToldFacts {
  let rest = text
  const take = (pattern: RegExp, part = 0): string[] => {
    const found: string[] = []
    rest = rest.replace(pattern, (...match: unknown[]) => {
      found.push(String(match[part]).trim())
      return ' '
    })
    return found
  }
  const links = take(LINK).map((one) => one.replace(/[.,;)]+$/, ''))
  const banks = take(BANK)
  const handles = take(HANDLE)
  const phones = take(PHONE).filter((one) => digits(one).length >= 9)
  const companies: string[] = []
  rest = rest.replace(COMPANY, (whole: string, words: string) => {
    const name: string[] = []
    const all = words.trim().split(/\s+/)
    for (const word of all) {
      if (NAME_ENDS.test(word)) break
      name.push(word)
    }
    if (name.length === 0) return whole
    const form = whole.slice(0, whole.length - words.length).trim()
    companies.push(`${form} ${name.join(' ')}`)
    return ` ${all.slice(name.length).join(' ')} `
  })
  return {
    phones,
    accounts: [...banks, ...handles, ...links],
    companies,
    rest: rest
      .replace(LABELS, ' ')
      .replace(/[\s,;:.\-–/()]+/g, ' ')
      .trim(),
  }
}

/** The facts with the field each belongs to. */
export function fieldsOf({
  phones,
  accounts,
  companies,
}: ToldFacts): readonly (readonly [ReportField, string])[] {
  return [
    ...phones.map((one) => ['recruiter_phone', one] as const),
    ...companies.map((one) => ['recruiter_company', one] as const),
    ...accounts.map((one) => ['recruiter_account', one] as const),
  ].slice(0, MOST_FACTS)
}

/** An advert can name a dozen numbers; more are still in its text. */
const MOST_FACTS = 6

function digits(text: string): string {
  return text.replace(/\D/g, '')
}
