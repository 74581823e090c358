import type { AlertLevel } from '../core/alert.ts'
import type { CountryCode, RegionCode } from '../core/ids.ts'
import type { LocalizedText } from '../core/locale.ts'
import { pressValue } from '../core/officer-press.ts'
import type { Wording } from '../core/wording.ts'
import type { OpenAlert } from './alert.ts'

/** A message to officers, still without words: one line each. */
export interface Card {
  readonly lines: readonly Wording[]
  readonly choices: readonly { readonly label: Wording; readonly value: string }[]
}

/** What regions and countries are called. */
export interface Names {
  region(code: RegionCode): string | undefined
  country(code: CountryCode): LocalizedText | undefined
}

/** Why an officer gets a card of an alert. */
export type CardReason =
  | { readonly kind: 'new' }
  /** Nobody below has acknowledged it in time, or nobody is there. */
  | { readonly kind: 'went_up'; readonly level: AlertLevel }
  /** More of the same came since the last card. */
  | { readonly kind: 'again' }

const LISTED = 10

/** The card of one alert: what it is, where, what is known, what to press. Nothing a person wrote. */
export function alertCard(alert: OpenAlert, reason: CardReason, names: Names): Card {
  const { kind, severity, region, params, count } = alert
  const lines: Wording[] = [
    {
      key: 'alert.card.head',
      params: { severity: { key: `alert.severity.${severity}` }, kind: { key: `alert.kind.${kind}` } },
    },
  ]
  if (reason.kind === 'went_up')
    lines.push({ key: 'alert.card.wentUp', params: { level: { key: `alert.level.${reason.level}` } } })
  if (reason.kind === 'again') lines.push({ key: 'alert.card.again' })
  lines.push(
    region === null
      ? { key: 'alert.card.noRegion' }
      : { key: 'alert.card.region', params: { region: names.region(region) ?? region } },
  )
  if (params.number !== undefined) lines.push({ key: 'alert.card.case', params: { number: params.number } })
  if (params.signs !== undefined && params.signs.length > 0)
    lines.push({
      key: 'alert.card.signs',
      params: { signs: { list: params.signs.map((sign) => ({ key: `guard.sign.${sign}` as const })) } },
    })
  if (params.country !== undefined)
    lines.push({
      key: 'alert.card.country',
      params: { country: names.country(params.country) ?? params.country },
    })
  if (params.topic !== undefined)
    lines.push({ key: 'alert.card.topic', params: { topic: { key: `topic.${params.topic}` } } })
  if (params.what !== undefined) lines.push({ key: 'alert.card.what', params: { what: params.what } })
  lines.push(...dateLines(alert))
  if (params.channel !== undefined)
    lines.push({ key: 'alert.card.channel', params: { channel: params.channel } })
  if (params.amount !== undefined) lines.push({ key: 'alert.card.amount', params: { amount: params.amount } })
  if (params.joined !== undefined) lines.push({ key: 'alert.card.joined', params: { count: params.joined } })
  if (count > 1) lines.push({ key: 'alert.card.count', params: { count } })
  return { lines, choices: choicesOf(alert) }
}

function dateLines({ kind, params }: OpenAlert): readonly Wording[] {
  const { date, days } = params
  if (date === undefined) return []
  switch (kind) {
    case 'milestone_due':
      return days === undefined || days === 0
        ? [{ key: 'alert.card.dueToday', params: { date: { date } } }]
        : [{ key: 'alert.card.due', params: { date: { date }, count: days } }]
    case 'milestone_passed':
      return [{ key: 'alert.card.passed', params: { date: { date } } }]
    default:
      return [{ key: 'alert.card.newestSource', params: { date: { date } } }]
  }
}

function choicesOf({ id, params, region, kind }: OpenAlert): Card['choices'] {
  const acknowledge = {
    label: { key: 'alert.button.acknowledge' },
    value: pressValue({ kind: 'acknowledge', alert: id }),
  } as const
  const { number } = params
  if (number !== undefined)
    return [
      acknowledge,
      {
        label: { key: 'alert.button.take' },
        value: pressValue({ kind: 'case', act: 'take', number }),
      },
      {
        label: { key: 'alert.button.view' },
        value: pressValue({ kind: 'case', act: 'view', number }),
      },
      { label: { key: 'alert.button.up' }, value: pressValue({ kind: 'case', act: 'up', number }) },
    ]
  if (region !== null && (kind === 'milestone_due' || kind === 'milestone_passed'))
    return [
      acknowledge,
      { label: { key: 'alert.button.agreement' }, value: pressValue({ kind: 'agreement', region }) },
    ]
  return [acknowledge]
}

/** Many at once, in one card: a broadcast storm. */
export function stormCard(alerts: readonly OpenAlert[], names: Names): Card {
  return {
    lines: [{ key: 'alert.storm.head', params: { count: alerts.length } }, ...listed(alerts, names)],
    choices: queueChoice(),
  }
}

/** What an officer's morning begins with. */
export interface DigestNumbers {
  readonly emergency: number
  readonly urgent: number
  readonly routine: number
  /** Acknowledged by this officer, not resolved. */
  readonly own: number
}

/** The morning's digest: what nobody has, what is theirs, the most pressing by name. */
export function digestCard(numbers: DigestNumbers, alerts: readonly OpenAlert[], names: Names): Card {
  const { own, ...open } = numbers
  return {
    lines: [
      { key: 'alert.digest.head' },
      { key: 'alert.digest.open', params: { ...open } },
      ...(own > 0 ? [{ key: 'alert.digest.own', params: { count: own } } as const] : []),
      ...listed(alerts, names),
    ],
    choices: queueChoice(),
  }
}

function queueChoice(): Card['choices'] {
  return [{ label: { key: 'alert.button.queue' }, value: pressValue({ kind: 'queue', page: 0 }) }]
}

function listed(alerts: readonly OpenAlert[], names: Names): readonly Wording[] {
  const lines = alerts.slice(0, LISTED).map(({ kind, region, params }): Wording => {
    const place = region === null ? { key: 'alert.card.nowhere' as const } : (names.region(region) ?? region)
    return {
      key: params.number === undefined ? 'alert.line.plain' : 'alert.line.case',
      params: {
        kind: { key: `alert.kind.${kind}` },
        region: place,
        ...(params.number === undefined ? {} : { number: params.number }),
      },
    }
  })
  const more = alerts.length - LISTED
  return more > 0 ? [...lines, { key: 'alert.line.more', params: { count: more } }] : lines
}
