import { CASE_KINDS, type CaseKind } from '../../core/case.ts'
import type { PartialDate } from '../../core/dates.ts'
import type { Asking, OfficerAnswer } from './officer-answer.ts'
import { weekChart } from './week-chart.ts'
import { openedIn, type WeekNumbers } from './week-numbers.ts'

/** `/ringkas`: the numbers of the running week in words, and the last weeks as a picture. */
export async function weekAnswer(
  numbers: WeekNumbers,
  { say, officer }: Asking,
  draw: (svg: string) => Promise<Buffer>,
): Promise<OfficerAnswer> {
  const week = numbers.weeks.at(-1)
  if (week === undefined) return { toast: null, card: null, messages: [] }
  const kinds = CASE_KINDS.filter((kind) => week.opened[kind] > 0)
  const name = (kind: CaseKind) => say(`officer.kind.${kind}`)
  const text = [
    say('officer.week.head', { date: { date: week.from as string as PartialDate } }),
    say('officer.week.opened', { count: openedIn(week) }),
    ...kinds.map((kind) => say('officer.week.kind', { kind: name(kind), number: week.opened[kind] })),
    week.minutesToAcknowledge === null
      ? say('officer.week.noAcknowledgement')
      : say('officer.week.acknowledgement', { count: Math.round(week.minutesToAcknowledge) }),
    say('officer.week.resolved', { count: numbers.resolvedThisWeek }),
    say('officer.week.open', { waiting: numbers.waiting, progress: numbers.inProgress }),
  ].join('\n')
  const format = new Intl.NumberFormat(officer.locale === 'en' ? 'en-GB' : 'id-ID')
  const svg = weekChart(numbers.weeks, {
    title: say('officer.week.chart'),
    reports: say('officer.week.chartReports'),
    minutes: say('officer.week.chartMinutes'),
    kind: Object.fromEntries(CASE_KINDS.map((kind) => [kind, name(kind)])) as Record<CaseKind, string>,
    week: ({ from }) => `${from.slice(8)}-${from.slice(5, 7)}`,
    number: (value) => format.format(value),
  })
  const content = await draw(svg)
  return {
    toast: null,
    card: null,
    messages: [{ kind: 'picture', content, name: `${week.from}.png`, caption: text }],
  }
}
