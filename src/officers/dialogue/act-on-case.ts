import type { CaseCard } from '../../cases/case-card.ts'
import type { CaseNumber, CaseOutcome } from '../../core/case.ts'
import type { CaseAct } from '../../core/officer-press.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { OfficersDesk, Refused } from '../desk.ts'
import { type CaseWords, caseCard, dossierCard, outcomeCard } from './case-words.ts'
import {
  type Asking,
  NOTHING,
  type OfficerAnswer,
  type OfficerMessage,
  said,
  toast,
} from './officer-answer.ts'
import { refusalWords } from './refusal.ts'
import type { StepStore } from './steps.ts'

export interface CaseParts {
  readonly desk: OfficersDesk
  readonly steps: StepStore
  readonly knowledge: () => Knowledge
}

/** A press or a command on one case. */
export async function actOnCase(
  act: CaseAct,
  number: CaseNumber,
  asking: Asking,
  parts: CaseParts,
): Promise<OfficerAnswer> {
  const { officer, say } = asking
  const { desk, steps } = parts
  const words = wordsOf(asking, parts)
  switch (act) {
    case 'view':
      return openCase(number, asking, parts)
    case 'take':
    case 'over': {
      const done = await desk.take(officer.id, number, { over: act === 'over' })
      if (done.kind !== 'done') return refusedOnCase(done, number, asking, parts)
      return toast(say('officer.done.taken', { number }), caseCard(done.card, words))
    }
    case 'ack': {
      const done = await desk.acknowledge(officer.id, { number })
      if (done.kind !== 'done') return refusedOnCase(done, number, asking, parts)
      return toast(say('officer.done.acknowledged'), done.card === null ? null : caseCard(done.card, words))
    }
    case 'note':
      await steps.put(officer.id, { kind: 'note', number }, asking.now)
      return said(say('officer.note.ask', { number }))
    case 'talk': {
      const done = await desk.openTalk(officer.id, number)
      if (done.kind !== 'done') return refusedOnCase(done, number, asking, parts)
      await steps.clear(officer.id)
      return {
        toast: null,
        card: caseCard(done.card, words),
        messages: [{ kind: 'text', text: say('officer.talk.opened', { number }), choices: [] }],
      }
    }
    case 'quiet': {
      const done = await desk.closeTalk(officer.id, number)
      if (done.kind !== 'done') return refusedOnCase(done, number, asking, parts)
      return toast(say('officer.talk.closed', { number }), caseCard(done.card, words))
    }
    case 'up': {
      const done = await desk.escalate(officer.id, number)
      if (done.kind !== 'done') return refusedOnCase(done, number, asking, parts)
      return toast(
        done.level === null
          ? say('officer.done.atTop')
          : say('officer.done.escalated', { level: { key: `officer.level.${done.level}` } }),
      )
    }
    case 'end': {
      const found = await desk.caseFor(officer.id, number)
      if (found.kind !== 'done') return refusedOnCase(found, number, asking, parts)
      if (hasEnded(found.file.card)) return refusedOnCase({ kind: 'ended' }, number, asking, parts)
      const card = outcomeCard(found.file.card, words)
      return { ...NOTHING, messages: [{ kind: 'text', ...card }] }
    }
  }
}

/** The end of a case, with its outcome. */
export async function resolveCase(
  number: CaseNumber,
  outcome: CaseOutcome,
  asking: Asking,
  parts: CaseParts,
): Promise<OfficerAnswer> {
  const done = await parts.desk.resolve(asking.officer.id, number, outcome)
  if (done.kind !== 'done') return refusedOnCase(done, number, asking, parts)
  return toast(
    asking.say('officer.done.resolved', { number, outcome: { key: `officer.outcome.${outcome}` } }),
    caseCard(done.card, wordsOf(asking, parts)),
  )
}

/** "I have it" on an alert. Without a case the card keeps its words and says who has it. */
export async function acknowledgeAlert(
  alert: string,
  cardText: string | null,
  asking: Asking,
  parts: CaseParts,
): Promise<OfficerAnswer> {
  const { officer, say } = asking
  const done = await parts.desk.acknowledge(officer.id, { alert })
  if (done.kind === 'done') {
    if (done.card !== null)
      return toast(say('officer.done.acknowledged'), caseCard(done.card, wordsOf(asking, parts)))
    const mark = say('officer.done.acknowledgedBy', { name: officer.name })
    return toast(
      say('officer.done.acknowledged'),
      cardText === null ? null : { text: `${cardText}\n\n${mark}`, choices: [] },
    )
  }
  const why = refusalWords(done, say)
  const stale = done.kind === 'taken' || done.kind === 'ended'
  return toast(why, stale && cardText !== null ? { text: `${cardText}\n\n${why}`, choices: [] } : null)
}

/** Attachments of so many files at most; the rest is named in the text. */
const MOST_FILES = 6
const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'audio/ogg': 'ogg',
  'video/mp4': 'mp4',
}
/** What Telegram shows as a picture. */
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** A case with everything in it, its pictures and papers behind it. */
export async function openCase(number: CaseNumber, asking: Asking, parts: CaseParts): Promise<OfficerAnswer> {
  const { officer, say } = asking
  const found = await parts.desk.caseFor(officer.id, number)
  if (found.kind !== 'done') return said(refusalWords(found, say))
  const { file } = found
  const messages: OfficerMessage[] = [{ kind: 'text', ...dossierCard(file, wordsOf(asking, parts)) }]
  for (const { id } of file.attachments.filter(({ state }) => state === 'kept').slice(0, MOST_FILES)) {
    const one = await parts.desk.attachment(officer.id, number, id)
    if (one.kind !== 'done') continue
    const mime = one.card.mime ?? ''
    messages.push({
      kind: PICTURES.has(mime) ? 'picture' : 'file',
      content: one.content,
      name: `${number}-${messages.length}.${EXTENSIONS[mime] ?? 'bin'}`,
      caption: number,
    })
  }
  return { ...NOTHING, messages }
}

/** A button of a case that is not as its card says: why, and the card as it is now. */
async function refusedOnCase(
  refused: Refused,
  number: CaseNumber,
  asking: Asking,
  parts: CaseParts,
): Promise<OfficerAnswer> {
  const why = refusalWords(refused, asking.say)
  if (refused.kind !== 'taken' && refused.kind !== 'ended') return toast(why)
  const now = await parts.desk.caseFor(asking.officer.id, number)
  return toast(why, now.kind === 'done' ? caseCard(now.file.card, wordsOf(asking, parts)) : null)
}

function wordsOf({ officer, say }: Asking, { knowledge }: CaseParts): CaseWords {
  return { say, knowledge: knowledge(), officer }
}

function hasEnded({ state }: CaseCard): boolean {
  return state === 'resolved' || state === 'withdrawn'
}
