import { pressValue } from '../../core/officer-press.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { OfficersDesk, UnansweredCount } from '../desk.ts'
import { COMMAND_KEYS, COMMAND_WORDS, type CommandKey } from '../text-commands.ts'
import { caseLine, regionName } from './case-words.ts'
import { type Asking, type OfficerAnswer, type SaidCard, said, toast } from './officer-answer.ts'
import { refusalWords } from './refusal.ts'

export interface SmallParts {
  readonly desk: OfficersDesk
  readonly knowledge: () => Knowledge
}

const PER_PAGE = 8

/** `/kasus`: what waits for this officer, a page at a time. */
export async function queuePage(
  page: number,
  asking: Asking,
  { desk, knowledge }: SmallParts,
): Promise<{ readonly card: SaidCard; readonly refused: boolean }> {
  const { officer, say } = asking
  const found = await desk.queue(officer.id)
  if (found.kind !== 'done') return { card: { text: refusalWords(found, say), choices: [] }, refused: true }
  const { cases } = found
  if (cases.length === 0) return { card: { text: say('officer.queue.empty'), choices: [] }, refused: false }
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
  const choices = shown.map(({ number }) => ({
    label: number,
    value: pressValue({ kind: 'case', act: 'view', number }),
  }))
  if (at > 0)
    choices.push({
      label: say('officer.queue.before'),
      value: pressValue({ kind: 'queue', page: at - 1 }),
    } as never)
  if (at < pages - 1)
    choices.push({
      label: say('officer.queue.next'),
      value: pressValue({ kind: 'queue', page: at + 1 }),
    } as never)
  return { card: { text: lines.join('\n'), choices }, refused: false }
}

/** `/cari`: cases of their regions by number, telephone, account, company or place. */
export async function search(
  text: string,
  asking: Asking,
  { desk, knowledge }: SmallParts,
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

/** `/siaga`: on duty or not; who is not gets no alerts. */
export async function duty(
  on: boolean | null,
  asking: Asking,
  { desk }: SmallParts,
  pressed: boolean,
): Promise<OfficerAnswer> {
  const { officer, say } = asking
  if (on === null)
    return said(say(officer.onDuty ? 'officer.duty.isOn' : 'officer.duty.isOff'), [
      officer.onDuty
        ? { label: say('officer.duty.goOff'), value: pressValue({ kind: 'duty', on: false }) }
        : { label: say('officer.duty.goOn'), value: pressValue({ kind: 'duty', on: true }) },
    ])
  const done = await desk.duty(officer.id, on)
  const text =
    done.kind === 'done' ? say(on ? 'officer.duty.nowOn' : 'officer.duty.nowOff') : refusalWords(done, say)
  return pressed ? toast(text, { text, choices: [] }) : said(text)
}

/** `/tanya`: what people asked and nobody could answer, most asked first. */
export async function unanswered(asking: Asking, { desk, knowledge }: SmallParts): Promise<OfficerAnswer> {
  const { officer, say } = asking
  const found = await desk.unanswered(officer.id, 7)
  if (found.kind !== 'done') return said(refusalWords(found, say))
  if (found.counts.length === 0) return said(say('officer.unanswered.none'))
  const line = ({ topic, region, language, count }: UnansweredCount) =>
    say('officer.unanswered.line', {
      count,
      topic: topic === null ? { key: 'officer.unanswered.noTopic' } : { key: `topic.${topic}` },
      region: regionName(region, knowledge()),
      language,
    })
  return said([say('officer.unanswered.head'), ...found.counts.slice(0, 20).map(line)].join('\n'))
}

/** `/bantuan`: every command this officer can use, in their language. */
export function help({ say, officer }: Asking): OfficerAnswer {
  const lines = commandsFor(officer.role).map(
    (key) => `/${wordOf(key, officer.locale)} – ${say(`officer.command.${key}`)}`,
  )
  return said([say('officer.help.head'), ...lines, '', say('officer.help.text')].join('\n'))
}

/** The commands of a role: admins invite and revoke, confirming begins with supervisors. */
export function commandsFor(role: Asking['officer']['role']): readonly CommandKey[] {
  return COMMAND_KEYS.filter((key) => {
    if (key === 'invite' || key === 'revoke') return role === 'admin'
    return key === 'confirm' ? role !== 'officer' : true
  })
}

/** A command as it is written in a language. */
export function wordOf(key: CommandKey, locale: string): string {
  return COMMAND_WORDS[key][locale === 'en' ? 'en' : 'id']
}
