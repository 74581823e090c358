import { inLocale } from '../../../core/locale.ts'
import type { Part } from '../../../core/reply.ts'
import type { Agreement } from '../../../knowledge/agreement.ts'
import { part } from '../draft.ts'
import type { Question } from '../question.ts'
import { milestonePart, type Section } from './sections.ts'

/** Words too common in these records to tell one item from another. */
const COMMON = new Set(
  'kota kabupaten provinsi pekerja migran indonesia perjanjian nota kesepakatan kesepahaman mou dengan yang untuk dari pada dalam apa siapa kapan berapa tanggal daerah pemerintah tentang sudah belum atau dan ini itu saja kerja sama pelindungan perlindungan'.split(
    ' ',
  ),
)

/**
 * Items of the record that the question speaks of by their own words ("rapat teknis", "DPT", "4.000 warga", an official's
 * name), so that a detail is found without a topic of its own. At most two, none that is already there.
 */
export function namedInQuestion(agreement: Agreement, question: Question, already: readonly Part[]): Section {
  const words = new Set(question.text.split(' ').filter((word) => word.length >= 3 && !COMMON.has(word)))
  if (words.size === 0) return { parts: [], citations: [] }
  const shown = JSON.stringify(already.map((item) => item.params))
  const items = [
    ...agreement.scope.map((point) => ({
      text: point.text.id,
      part: part('fact', 'agreement.point', { text: point.text }),
      citations: point.citations,
    })),
    ...agreement.milestones.map((milestone) => ({
      text: milestone.what.id,
      part: milestonePart(milestone, agreement, question.today),
      citations: milestone.citations,
    })),
    ...agreement.progress.map((report) => ({
      text: report.summary.id,
      part:
        report.date === null
          ? part('fact', 'agreement.progressUndated', { text: report.summary })
          : part('fact', 'agreement.progress', { text: report.summary, date: { date: report.date } }),
      citations: report.citations,
    })),
    ...agreement.figures.map((figure) => ({
      text: figure.what.id,
      part: part('fact', 'agreement.figureNoPeriod', { what: figure.what, value: figure.value }),
      citations: figure.citations,
    })),
    ...agreement.officials.map((official) => ({
      text: `${official.name} ${official.title} ${inLocale(official.role, 'id')}`,
      part: part('fact', 'agreement.point', {
        text: {
          key: 'agreement.officialRole',
          params: { name: official.name, title: official.title, role: official.role },
        },
      }),
      citations: agreement.citations,
    })),
  ]
  const scored = items
    .map((item) => ({ item, score: overlap(item.text, words) }))
    .filter(({ item, score }) => score >= 2 && !shown.includes(JSON.stringify(item.part.params).slice(1, -1)))
    .sort((a, b) => b.score - a.score)
    .slice(0, 2)
    .map(({ item }) => item)
  return { parts: scored.map((item) => item.part), citations: scored.flatMap((item) => item.citations) }
}

/** How many of the words stand in the text; a long word counts more than a short one. */
function overlap(text: string, words: ReadonlySet<string>): number {
  let sum = 0
  for (const word of new Set(text.toLowerCase().split(/[^a-z0-9]+/)))
    if (words.has(word)) sum += word.length >= 7 ? 1.5 : 1
  return sum
}
