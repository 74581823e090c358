import { CASE_KINDS, type CaseKind } from '../../core/case.ts'
import { openedIn, type Week } from './week-numbers.ts'

/** Every word of the picture; a chart has none of its own. */
export interface ChartWords {
  readonly title: string
  readonly reports: string
  readonly minutes: string
  readonly kind: Readonly<Record<CaseKind, string>>
  /** A week as it stands under its bar. */
  readonly week: (week: Week) => string
  readonly number: (value: number) => string
}

const WIDTH = 960
const HEIGHT = 640
const LEFT = 60
const RIGHT = 24
const PLOT = WIDTH - LEFT - RIGHT
const BARS = { top: 112, height: 224 }
const TIMES = { top: 420, height: 150 }
/** Told apart by people who see no red or no green, too. */
const COLOURS: Readonly<Record<CaseKind, string>> = {
  emergency: '#b3261e',
  illegal_offer: '#e69f00',
  lost_contact: '#0072b2',
  handover: '#56b4e9',
  complaint: '#7a7a7a',
}
const INK = '#1b1b1b'
const GREY = '#6a6a6a'
const LINE = '#dcdcdc'

/** The weeks as SVG: reports by kind, one bar a week, and below it how long an acknowledgement took. */
export function weekChart(weeks: readonly Week[], words: ChartWords): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="DejaVu Sans">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(LEFT, 36, words.title, { size: 22, colour: INK }),
    legend(words),
    ...reportBars(weeks, words),
    text(LEFT, TIMES.top - 16, words.minutes, { size: 14, colour: GREY }),
    ...timeBars(weeks, words),
    ...weeks.map((week, index) =>
      text(middleOf(index, weeks.length), HEIGHT - 24, words.week(week), { size: 13, anchor: 'middle' }),
    ),
    '</svg>',
  ].join('')
}

function reportBars(weeks: readonly Week[], words: ChartWords): string[] {
  const most = Math.max(1, ...weeks.map(openedIn))
  const bottom = BARS.top + BARS.height
  const parts = [
    text(LEFT, BARS.top - 14, words.reports, { size: 14, colour: GREY }),
    rule(bottom),
    text(LEFT - 8, BARS.top + 12, words.number(most), { size: 12, colour: GREY, anchor: 'end' }),
    text(LEFT - 8, bottom, words.number(0), { size: 12, colour: GREY, anchor: 'end' }),
  ]
  for (const [index, week] of weeks.entries()) {
    let y = bottom
    for (const kind of CASE_KINDS) {
      const height = (week.opened[kind] / most) * (BARS.height - 18)
      if (height === 0) continue
      y -= height
      parts.push(bar(index, weeks.length, y, height, COLOURS[kind]))
    }
    const total = openedIn(week)
    parts.push(
      text(middleOf(index, weeks.length), y - 6, words.number(total), { size: 14, anchor: 'middle' }),
    )
  }
  return parts
}

function timeBars(weeks: readonly Week[], words: ChartWords): string[] {
  const most = Math.max(1, ...weeks.map(({ minutesToAcknowledge }) => minutesToAcknowledge ?? 0))
  const bottom = TIMES.top + TIMES.height
  const parts = [rule(bottom)]
  for (const [index, { minutesToAcknowledge: minutes }] of weeks.entries()) {
    const x = middleOf(index, weeks.length)
    // No acknowledgement is not "zero minutes".
    if (minutes === null) {
      parts.push(text(x, bottom - 8, '–', { size: 14, colour: GREY, anchor: 'middle' }))
      continue
    }
    const height = Math.max(2, (minutes / most) * (TIMES.height - 24))
    parts.push(bar(index, weeks.length, bottom - height, height, '#4a7a4a'))
    parts.push(
      text(x, bottom - height - 6, words.number(Math.round(minutes)), { size: 14, anchor: 'middle' }),
    )
  }
  return parts
}

function legend(words: ChartWords): string {
  const width = PLOT / CASE_KINDS.length
  return CASE_KINDS.map((kind, index) => {
    const x = LEFT + index * width
    return `<rect x="${round(x)}" y="52" width="12" height="12" fill="${COLOURS[kind]}"/>${text(x + 18, 63, words.kind[kind], { size: 13 })}`
  }).join('')
}

function middleOf(index: number, count: number): number {
  return LEFT + ((index + 0.5) * PLOT) / count
}

function bar(index: number, count: number, y: number, height: number, colour: string): string {
  const width = Math.min(64, (PLOT / count) * 0.6)
  const x = middleOf(index, count) - width / 2
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${colour}"/>`
}

function rule(y: number): string {
  return `<line x1="${LEFT}" y1="${y}" x2="${WIDTH - RIGHT}" y2="${y}" stroke="${LINE}"/>`
}

interface TextLook {
  readonly size: number
  readonly colour?: string
  readonly anchor?: 'start' | 'middle' | 'end'
}

function text(
  x: number,
  y: number,
  said: string,
  { size, colour = INK, anchor = 'start' }: TextLook,
): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${colour}" text-anchor="${anchor}">${escaped(said)}</text>`
}

function escaped(said: string): string {
  return said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
