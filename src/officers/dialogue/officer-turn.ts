import { readCaseNumber } from '../../core/case.ts'
import { type Words, wordsIn } from '../../core/channel.ts'
import type { RegionCode } from '../../core/ids.ts'
import { isLocale } from '../../core/locale.ts'
import { type OfficerPress, readPress } from '../../core/officer-press.ts'
import type { Officer, OfficerId } from '../desk.ts'
import { prefixesOf } from '../scope.ts'
import { type CaseTarget, matching, type OfficerCommand, readOfficerCommand } from '../text-commands.ts'
import { acknowledgeAlert, actOnCase, openCase, resolveCase } from './act-on-case.ts'
import { type AgreementWords, agreementsOf, schedule } from './agreements.ts'
import { caseLine } from './case-words.ts'
import { confirmList, confirmPress, confirmText } from './confirm.ts'
import type { Confirming } from './confirming.ts'
import { duty } from './duty.ts'
import { help } from './help.ts'
import { type AdminParts, invite, listOfficers, revoke } from './invite.ts'
import { type Asking, type OfficerAnswer, said, toast } from './officer-answer.ts'
import { queuePage, search } from './queue.ts'
import { refusalWords } from './refusal.ts'
import type { StepStore } from './steps.ts'
import { unanswered } from './unanswered.ts'
import { weekAnswer } from './week.ts'
import type { WeekNumbers } from './week-numbers.ts'

/** What the officers' dialogue needs, on whatever channel. */
export interface OfficerParts extends AdminParts {
  readonly steps: StepStore
  readonly confirming: Confirming
  readonly agreementWords: AgreementWords
  readonly weekNumbers: (prefixes: readonly string[] | null, now: Date) => Promise<WeekNumbers>
  readonly draw: (svg: string) => Promise<Buffer>
  readonly words: Words
}

export type OfficerInput =
  | { readonly kind: 'text'; readonly text: string }
  /** `card`: the words of the message whose button it was, where the channel still has them. */
  | { readonly kind: 'press'; readonly value: string; readonly card: string | null }
  /** A picture, a voice. */
  | { readonly kind: 'unreadable' }

/** One turn of an officer. */
export async function officerTurn(
  input: OfficerInput,
  officer: Officer,
  now: Date,
  parts: OfficerParts,
): Promise<OfficerAnswer> {
  const asking: Asking = { officer, say: wordsIn(parts.words, officer.locale), now }
  switch (input.kind) {
    case 'press': {
      const press = readPress(input.value)
      return press === undefined
        ? toast(asking.say('officer.stale'))
        : pressed(press, input.card, asking, parts)
    }
    case 'text':
      return typed(input.text.trim(), asking, parts)
    case 'unreadable':
      return said(asking.say('officer.onlyText'))
  }
}

async function pressed(
  press: OfficerPress,
  card: string | null,
  asking: Asking,
  parts: OfficerParts,
): Promise<OfficerAnswer> {
  switch (press.kind) {
    case 'acknowledge':
      return acknowledgeAlert(press.alert, card, asking, parts)
    case 'case':
      return actOnCase(press.act, press.number, asking, parts)
    case 'resolve':
      return resolveCase(press.number, press.outcome, asking, parts)
    case 'queue': {
      const card = await queuePage(press.page, asking, parts)
      return { toast: null, card, messages: [] }
    }
    case 'agreement':
      return agreementsOf(press.region as RegionCode, asking, parts.knowledge(), parts.agreementWords)
    case 'duty':
      return duty(press.on, asking, parts, true)
    case 'confirm':
      return confirmPress(press.choice, asking, parts)
    case 'revoke':
      return revoke(press.officer as OfficerId, asking, parts)
  }
}

/**
 * What somebody types: a command with a slash is always one; then the answer to what was asked; while they talk with a
 * citizen everything else goes there; else words that read like a command are one.
 */
async function typed(text: string, asking: Asking, parts: OfficerParts): Promise<OfficerAnswer> {
  const { officer, say, now } = asking
  const read = readOfficerCommand(text)
  if (read?.slashed === true) return command(read.command, asking, parts)
  const step = await parts.steps.get(officer.id, now)
  if (step?.kind === 'note') {
    const done = await parts.desk.note(officer.id, step.number, text)
    await parts.steps.clear(officer.id)
    return said(
      done.kind === 'done' ? say('officer.note.kept', { number: step.number }) : refusalWords(done, say),
    )
  }
  if (step?.kind === 'confirm') return confirmText(text, step.draft, asking, parts)
  const talk = await parts.desk.talkOf(officer.id)
  if (talk !== undefined) {
    // Some channels keep no slash: what names a whole case number is for us, a note above all.
    if (read !== undefined && (read.command.kind === 'end_talk' || namesCase(read.command)))
      return command(read.command, asking, parts)
    const done = await parts.desk.reply(officer.id, talk.number, text)
    return said(
      done.kind === 'done' ? say('officer.talk.passedOn', { number: talk.number }) : refusalWords(done, say),
    )
  }
  if (read !== undefined) return command(read.command, asking, parts)
  const number = readCaseNumber(text)
  if (number !== undefined && /\d/.test(text)) return openCase(number, asking, parts)
  return said(say('officer.notUnderstood'))
}

function namesCase(asked: OfficerCommand): boolean {
  return 'target' in asked && asked.target.kind === 'number'
}

async function command(asked: OfficerCommand, asking: Asking, parts: OfficerParts): Promise<OfficerAnswer> {
  const { officer, say, now } = asking
  // Whoever turns to something else is no longer answering what was asked.
  await parts.steps.clear(officer.id)
  switch (asked.kind) {
    case 'queue': {
      const { text, choices } = await queuePage(0, asking, parts)
      return said(text, choices)
    }
    case 'open':
      return onTarget(asked.target, asking, parts, (number) => openCase(number, asking, parts))
    case 'act': {
      const act = ACTS[asked.act]
      return onTarget(asked.target, asking, parts, (number) => actOnCase(act, number, asking, parts))
    }
    case 'note':
      return onTarget(asked.target, asking, parts, async (number) => {
        if (asked.text === '') return actOnCase('note', number, asking, parts)
        const done = await parts.desk.note(officer.id, number, asked.text)
        return said(done.kind === 'done' ? say('officer.note.kept', { number }) : refusalWords(done, say))
      })
    case 'reply':
      return onTarget(asked.target, asking, parts, async (number) => {
        const done = await parts.desk.reply(officer.id, number, asked.text)
        return said(done.kind === 'done' ? say('officer.talk.passedOn', { number }) : refusalWords(done, say))
      })
    case 'resolve':
      return onTarget(asked.target, asking, parts, (number) =>
        asked.outcome === null
          ? actOnCase('end', number, asking, parts)
          : resolveCase(number, asked.outcome, asking, parts),
      )
    case 'end_talk': {
      const talk = await parts.desk.talkOf(officer.id)
      if (talk === undefined) return said(say('officer.talk.none'))
      return actOnCase('quiet', talk.number, asking, parts)
    }
    case 'cancel':
      return said(say('officer.cancelled'))
    case 'search':
      return search(asked.text, asking, parts)
    case 'agreement':
      return agreementsOf(asked.place, asking, parts.knowledge(), parts.agreementWords)
    case 'schedule':
      return schedule(asking, parts.knowledge(), parts.agreementWords)
    case 'week':
      return weekAnswer(await parts.weekNumbers(prefixesOf(officer), now), asking, parts.draw)
    case 'confirm':
      return confirmList(asking, parts, asked.text === '' ? 'milestones' : { named: asked.text })
    case 'unanswered':
      return unanswered(asking, parts)
    case 'duty':
      return duty(asked.on, asking, parts, false)
    case 'invite':
      return invite(asked.text, asking, parts)
    case 'revoke':
      return listOfficers(asking, parts)
    case 'language':
      return speak(asked.locale, asking, parts)
    case 'start':
    case 'help':
      return help(asking)
    case 'incomplete':
      return said(say('officer.incomplete', { word: asked.word }))
  }
}

const ACTS = { take: 'take', over: 'over', acknowledge: 'ack', escalate: 'up', talk: 'talk' } as const

/** A piece of a number is looked for in the officer's own queue; what could be two cases is asked about, never guessed. */
async function onTarget(
  target: CaseTarget,
  asking: Asking,
  { desk, knowledge }: OfficerParts,
  act: (number: NonNullable<ReturnType<typeof readCaseNumber>>) => Promise<OfficerAnswer>,
): Promise<OfficerAnswer> {
  const { officer, say } = asking
  if (target.kind === 'number') return act(target.number)
  const queue = await desk.queue(officer.id)
  if (queue.kind !== 'done') return said(refusalWords(queue, say))
  const numbers = matching(
    target,
    queue.cases.map(({ number }) => number),
  )
  const [only] = numbers
  if (only === undefined) return said(say('officer.refused.notFound'))
  if (numbers.length === 1) return act(only)
  const words = { say, knowledge: knowledge(), officer }
  const lines = queue.cases
    .filter(({ number }) => numbers.includes(number))
    .map((card) => caseLine(card, words))
  return said([say('officer.whichCase'), ...lines].join('\n'))
}

async function speak(
  locale: Officer['locale'] | null,
  { officer, say }: Asking,
  { desk, words }: OfficerParts,
): Promise<OfficerAnswer> {
  if (locale === null || !isLocale(locale)) return said(say('officer.language.how'))
  const done = await desk.speak(officer.id, locale)
  return said(
    done.kind === 'done' ? words({ key: 'officer.language.done' }, locale) : refusalWords(done, say),
  )
}
