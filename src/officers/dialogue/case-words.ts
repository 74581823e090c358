import { localDay, localHour, zoneOf } from '../../alerts/local-time.ts'
import type { AttachmentCard, CaseCard, CaseDossier, TimelineEntry } from '../../cases/case-card.ts'
import { CASE_OUTCOMES } from '../../core/case.ts'
import type { SaidChoice, WordsIn } from '../../core/channel.ts'
import type { RegionCode } from '../../core/ids.ts'
import { type CaseAct, pressValue } from '../../core/officer-press.ts'
import { shortened } from '../../core/split-text.ts'
import type { Param } from '../../core/wording.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Officer } from '../desk.ts'
import type { SaidCard } from './officer-answer.ts'

export interface CaseWords {
  readonly say: WordsIn
  readonly knowledge: Knowledge
  /** Buttons depend on whose case it is. */
  readonly officer: Officer
}

/** One line in a list. */
export function caseLine(card: CaseCard, { say, knowledge }: CaseWords): string {
  return say('officer.case.line', {
    number: card.number,
    kind: { key: `officer.kind.${card.kind}` },
    state: { key: `officer.state.${card.state}` },
    region: regionName(card.region, knowledge),
    at: moment(card.openedAt, card.region),
  })
}

/** A case as a card: what is known without opening it, and what can be done. */
export function caseCard(card: CaseCard, words: CaseWords): SaidCard {
  return { text: headLines(card, words).join('\n'), choices: caseChoices(card, words) }
}

/** Everything of a case, in the order in which an officer needs it. */
export function dossierCard(file: CaseDossier, words: CaseWords): SaidCard {
  const { say } = words
  const { card, details, timeline, attachments, joined } = file
  const blocks = [headLines(card, words)]
  if (!file.reachable) blocks.push([say('officer.case.unreachable')])
  blocks.push(
    details.map(({ field, text }) =>
      say('officer.case.detail', { field: { key: `officer.field.${field}` }, text }),
    ),
  )
  blocks.push(timeline.map((entry) => timelineLine(entry, card.region, say)))
  blocks.push(attachments.map((one) => attachmentLine(one, say)))
  if (joined.length > 0)
    blocks.push([
      say('officer.case.joinedList', { list: { list: joined.map(({ number }) => number), join: 'and' } }),
    ])
  const text = blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
  return { text, choices: caseChoices(card, words) }
}

/** The outcomes to choose from when a case ends. A person withdraws by themselves. */
export function outcomeCard(card: CaseCard, { say }: CaseWords): SaidCard {
  return {
    text: say('officer.case.askOutcome', { number: card.number }),
    choices: CASE_OUTCOMES.filter((outcome) => outcome !== 'withdrawn').map((outcome) => ({
      label: say(`officer.outcome.${outcome}`),
      value: pressValue({ kind: 'resolve', number: card.number, outcome }),
    })),
  }
}

function headLines(card: CaseCard, { say, knowledge }: CaseWords): string[] {
  const lines = [
    say('officer.case.head', {
      number: card.number,
      kind: { key: `officer.kind.${card.kind}` },
      state: { key: `officer.state.${card.state}` },
    }),
    say('officer.case.region', { region: regionName(card.region, knowledge) }),
  ]
  if (card.country !== null)
    lines.push(
      say('officer.case.country', {
        country: knowledge.destinations.get(card.country)?.name ?? card.country,
      }),
    )
  if (card.signs.length > 0)
    lines.push(
      say('officer.case.signs', {
        signs: { list: card.signs.map((sign): Param => ({ key: `guard.sign.${sign}` })) },
      }),
    )
  lines.push(say('officer.case.opened', { at: moment(card.openedAt, card.region) }))
  if (card.anonymous) lines.push(say('officer.case.anonymous'))
  if (card.joined > 0) lines.push(say('officer.case.joined', { count: card.joined }))
  if (card.handover === 'waiting') lines.push(say('officer.case.handoverWaiting'))
  if (card.handover === 'open') lines.push(say('officer.case.handoverOpen'))
  lines.push(
    card.officer === null
      ? say('officer.case.nobody')
      : say('officer.case.officer', { name: card.officer.name }),
  )
  if (card.outcome !== null)
    lines.push(say('officer.case.outcome', { outcome: { key: `officer.outcome.${card.outcome}` } }))
  return lines
}

function caseChoices(card: CaseCard, { say, officer }: CaseWords): SaidChoice[] {
  const act = (act: CaseAct, label: string): SaidChoice => ({
    label,
    value: pressValue({ kind: 'case', act, number: card.number }),
  })
  const view = act('view', say('officer.button.view'))
  if (card.state === 'resolved' || card.state === 'withdrawn') return [view]
  const mine = card.officer?.id === officer.id
  const choices: SaidChoice[] = []
  if (card.officer === null) choices.push(act('take', say('officer.button.take')))
  else if (!mine && officer.role !== 'officer') choices.push(act('over', say('officer.button.over')))
  if (card.acknowledgedAt === null) choices.push(act('ack', say('officer.button.ack')))
  choices.push(view, act('note', say('officer.button.note')))
  if (mine || card.officer === null)
    choices.push(
      card.handover === 'open' && mine
        ? act('quiet', say('officer.button.quiet'))
        : act('talk', say('officer.button.talk')),
    )
  choices.push(act('up', say('officer.button.up')))
  if (mine || card.officer === null) choices.push(act('end', say('officer.button.end')))
  return choices
}

/** A note or a message may be long; the timeline shows its beginning. */
const LONGEST_ENTRY = 600

function timelineLine(entry: TimelineEntry, region: RegionCode | null, say: WordsIn): string {
  const who: Param =
    entry.author === 'officer' && entry.by !== null ? entry.by : { key: `officer.author.${entry.author}` }
  const params = { at: moment(entry.at, region), who }
  switch (entry.kind) {
    case 'message':
      return say('officer.entry.message', { ...params, text: shortened(entry.text, LONGEST_ENTRY) })
    case 'note':
      return say('officer.entry.note', { ...params, text: shortened(entry.text, LONGEST_ENTRY) })
    case 'status':
      return say('officer.entry.status', { ...params, status: { key: `officer.status.${entry.status}` } })
  }
}

function attachmentLine({ what, state }: AttachmentCard, say: WordsIn): string {
  return say(`officer.attachment.${state}`, { what: { key: `officer.attachmentKind.${what}` } })
}

/** `21-11-2026 09.12 WIB`: in the time of the region the case lies in. */
export function moment(at: Date, region: RegionCode | null): string {
  const zone = zoneOf(region)
  const [year, month, day] = localDay(at, zone).split('-')
  const minutes = Math.floor(localHour(at, zone) * 60)
  const clock = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join('.')
  return `${day}-${month}-${year} ${clock} ${zone}`
}

export function regionName(region: RegionCode | null, knowledge: Knowledge): Param {
  if (region === null) return { key: 'officer.case.noRegion' }
  return knowledge.regions.byCode(region)?.name ?? region
}
