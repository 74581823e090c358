import { CASE_OUTCOMES, type CaseNumber, type CaseOutcome, readCaseNumber } from './case.ts'

/**
 * What the buttons on officers' cards mean. Their values are shared: the alerts put them on a card, the officers' bot reads
 * them back, perhaps weeks later, so a value never changes its meaning. At most 64 bytes, which is Telegram's limit.
 */
export const CASE_ACTS = ['view', 'take', 'over', 'ack', 'note', 'talk', 'quiet', 'up', 'end'] as const
export type CaseAct = (typeof CASE_ACTS)[number]

export type OfficerPress =
  /** "I have it", for an alert with or without a case. */
  | { readonly kind: 'acknowledge'; readonly alert: string }
  | { readonly kind: 'case'; readonly act: CaseAct; readonly number: CaseNumber }
  | { readonly kind: 'resolve'; readonly number: CaseNumber; readonly outcome: CaseOutcome }
  /** Another page of one's own queue, from 0. */
  | { readonly kind: 'queue'; readonly page: number }
  | { readonly kind: 'agreement'; readonly region: string }
  | { readonly kind: 'duty'; readonly on: boolean }
  /** A step of confirming a milestone or a contact; the dialogue knows which. */
  | { readonly kind: 'confirm'; readonly choice: string }
  | { readonly kind: 'revoke'; readonly officer: string }

/** The value of a button. */
export function pressValue(press: OfficerPress): string {
  switch (press.kind) {
    case 'acknowledge':
      return `a:ack:${press.alert}`
    case 'case':
      return `c:${press.act}:${press.number}`
    case 'resolve':
      return `r:${press.outcome}:${press.number}`
    case 'queue':
      return `q:${press.page}`
    case 'agreement':
      return `m:${press.region}`
    case 'duty':
      return `d:${press.on ? 'on' : 'off'}`
    case 'confirm':
      return `k:${press.choice}`
    case 'revoke':
      return `v:${press.officer}`
  }
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const ALERT = new RegExp(`^a:ack:(${UUID})$`)
const REVOKE = new RegExp(`^v:(${UUID})$`)

/** Reads the value of a button; undefined when it is none of ours. */
export function readPress(value: string): OfficerPress | undefined {
  const [head, first = '', second = ''] = value.split(':')
  switch (head) {
    case 'a': {
      const alert = ALERT.exec(value)?.[1]
      return alert === undefined ? undefined : { kind: 'acknowledge', alert }
    }
    case 'c': {
      const act = CASE_ACTS.find((one) => one === first)
      const number = readCaseNumber(second)
      return act === undefined || number === undefined ? undefined : { kind: 'case', act, number }
    }
    case 'r': {
      const outcome = CASE_OUTCOMES.find((one) => one === first)
      const number = readCaseNumber(second)
      return outcome === undefined || number === undefined ? undefined : { kind: 'resolve', number, outcome }
    }
    case 'q':
      return /^\d{1,4}$/.test(first) ? { kind: 'queue', page: Number(first) } : undefined
    case 'm':
      return /^\d\d(\.\d\d){0,2}$/.test(first) ? { kind: 'agreement', region: first } : undefined
    case 'd':
      return first === 'on' || first === 'off' ? { kind: 'duty', on: first === 'on' } : undefined
    case 'k':
      return /^k:[\w:.-]{1,60}$/.test(value) ? { kind: 'confirm', choice: value.slice(2) } : undefined
    case 'v': {
      const officer = REVOKE.exec(value)?.[1]
      return officer === undefined ? undefined : { kind: 'revoke', officer }
    }
    default:
      return undefined
  }
}
