import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { CASE_KINDS } from '../../../../src/core/case.ts'
import { localDate } from '../../../../src/core/dates.ts'
import { picture } from '../../../../src/officers/bot/picture.ts'
import { type ChartWords, weekChart } from '../../../../src/officers/dialogue/week-chart.ts'
import type { Week } from '../../../../src/officers/dialogue/week-numbers.ts'

const words: ChartWords = {
  title: 'Laporan & waktu <terima>',
  reports: 'Laporan per minggu',
  minutes: 'Menit sampai diterima (median)',
  kind: {
    emergency: 'darurat',
    illegal_offer: 'tawaran',
    lost_contact: 'hilang kontak',
    handover: 'bicara',
    complaint: 'keluhan',
  },
  week: ({ from }) => from.slice(5),
  number: String,
}
const week = (from: string, emergency: number, minutes: number | null): Week => ({
  from: localDate(from),
  opened: { emergency, illegal_offer: 2, lost_contact: 1, handover: 0, complaint: 0 },
  minutesToAcknowledge: minutes,
})
const WEEKS = [week('2026-11-02', 4, 12.4), week('2026-11-09', 0, null), week('2026-11-16', 9, 3)]

/** How many pixels are not white, in a rectangle of the picture. */
function ink(svg: string): number {
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return [...image.pixels].filter((value, index) => index % 4 === 0 && value < 200).length
}

describe('the chart of the week', () => {
  it('is a PNG of its size', async () => {
    const png = await picture(weekChart(WEEKS, words))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(960)
    expect(png.readUInt32BE(20)).toBe(640)
  })

  it('shows its digits on a machine without any font', async () => {
    const digits =
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><rect width="200" height="40" fill="#fff"/><text x="5" y="30" font-size="24" font-family="DejaVu Sans">0123456789</text></svg>'
    const blank = digits.replace('0123456789', '')
    expect(ink(digits)).toBe(ink(blank)) // without our font nothing is drawn: that is what must not happen
    const [drawn, empty] = await Promise.all([picture(digits), picture(blank)])
    expect(drawn.length).toBeGreaterThan(empty.length + 500)
  })

  it('says how many reports a week had, and nothing where none was acknowledged', () => {
    const svg = weekChart(WEEKS, words)
    for (const said of ['>7<', '>3<', '>12<', '>11-16<']) expect(svg).toContain(said)
    expect(svg).toContain('>–<')
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('escapes what would be markup', () => {
    expect(weekChart(WEEKS, words)).toContain('Laporan &amp; waktu &lt;terima&gt;')
  })

  it('stands when there was nothing at all', () => {
    const none = { from: localDate('2026-11-16'), opened: { ...WEEKS[0]?.opened } }
    for (const kind of CASE_KINDS) Object.assign(none.opened, { [kind]: 0 })
    const svg = weekChart([{ ...none, minutesToAcknowledge: null } as Week], words)
    expect(svg).not.toMatch(/NaN|Infinity/)
  })
})
