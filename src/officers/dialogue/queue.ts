import type { SaidChoice } from '../../core/channel.ts'
import { pressValue } from '../../core/officer-press.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { OfficersDesk } from '../desk.ts'
import { caseLine } from './case-words.ts'
import { type Asking, type OfficerAnswer, type SaidCard, said } from './officer-answer.ts'
import { refusalWords } from './refusal.ts'

/** What lists of cases are made of. */
export interface QueueParts {
  readonly desk: OfficersDesk
  readonly knowledge: () => Knowledge
}

const PER_PAGE = 8

/** `/kasus`: what waits for this officer, a page at a time. */
export async function queuePage(
  page: number,
  asking: Asking,
  { desk, knowledge }: QueueParts,
): Promise<SaidCard> {
  const { officer, say } = asking
  const found = await desk.queue(officer.id)
  if (found.kind !== 'done') return { text: refusalWords(found, say), choices: [] }
  const { cases } = found
  if (cases.length === 0) return { text: say('officer.queue.empty'), choices: [] }
  const pages = Math.ceil(cases.length / PER_PAGE)
  // The queue may have become shorter since the button was made.
  const at = Math.min(page, pages - 1)
  const shown = cases.slice(at * PER_PAGE, (at + 1) * PER_PAGE)
  const words = { say, knowledge: knowledge(), officer }
  const lines = [
    say('officer.queue.head', { count: cases.length }),
    ...shown.map((card) => caseLine(card, words)),
  ]
  if (pages > 1) lines.push(say('officer.queue.page', { page: at + 1, pages }))
  const choices: SaidChoice[] = shown.map(({ number }) => ({
    label: number,
    value: pressValue({ kind: 'case', act: 'view', number }),
  }))
  if (at > 0)
    choices.push({ label: say('officer.queue.before'), value: pressValue({ kind: 'queue', page: at - 1 }) })
  if (at < pages - 1)
    choices.push({ label: say('officer.queue.next'), value: pressValue({ kind: 'queue', page: at + 1 }) })
  return { text: lines.join('\n'), choices }
}

/** `/cari`: cases of their regions by number, telephone, account, company or place. */
export async function search(
  text: string,
  asking: Asking,
  { desk, knowledge }: QueueParts,
): Promise<OfficerAnswer> {
  const { officer, say } = asking
  const found = await desk.search(officer.id, text)
  if (found.kind !== 'done') return said(refusalWords(found, say))
  if (found.cases.length === 0) return said(say('officer.search.none'))
  const shown = found.cases.slice(0, PER_PAGE)
  const words = { say, knowledge: knowledge(), officer }
  return said(
    [
      say('officer.search.head', { count: found.cases.length }),
      ...shown.map((card) => caseLine(card, words)),
    ].join('\n'),
    shown.map(({ number }) => ({ label: number, value: pressValue({ kind: 'case', act: 'view', number }) })),
  )
}
