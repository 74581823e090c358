import type { CaseNumber, CaseView, Desk } from '../../../core/case.ts'
import { dayInJakarta, partialDate } from '../../../core/dates.ts'
import type { Part } from '../../../core/reply.ts'
import { whomToContact } from '../../answer/contacts.ts'
import { draft, MENU, PERSON, part } from '../../answer/draft.ts'
import type { ConversationEvent } from '../../events/event.ts'
import { caseNumberIn, toldAfterAdd } from '../../understand/lexicon/case-words.ts'
import { askTopics, knownCountry, NOTHING_ASKED } from '../ask-topic.ts'
import { kept } from '../fixed-replies.ts'
import { type Outcome, outcome } from '../outcome.ts'
import type { Reading, Situation } from '../reading.ts'
import {
  addChoice,
  caseChoice,
  RESUME,
  reportChoice,
  WITHDRAW_NO,
  WITHDRAW_YES,
  withdrawChoice,
} from './case-choices.ts'
import { caseOf, isActive } from './known-cases.ts'
import { fieldsOf, toldFacts } from './told-facts.ts'

const MOST_LISTED = 5

/** The cases of this person, or the one that is named, each with what is really known of its state. */
export function status(situation: Situation, number?: CaseNumber): Outcome {
  const { desk, locale, knowledge, state, today } = situation
  if (desk === undefined)
    return askTopics({ ...NOTHING_ASKED, topics: ['case.status'], locale }, state, knowledge, today)
  if (desk.cases.length === 0) {
    const whom = whomToContact(knowledge, undefined)
    return statusOutcome(
      [part('answer', 'caseStatus.empty'), ...whom.parts],
      { contacts: whom.contacts, choices: [reportChoice('illegal_offer'), MENU] },
      locale,
    )
  }
  if (number !== undefined && caseOf(desk, number) === undefined) return unknownNumber(number, situation)
  const shown = desk.cases
    .filter((one) => number === undefined || one.number === number)
    .slice(0, MOST_LISTED)
  const only = shown.length === 1 ? shown[0] : undefined
  const active = only !== undefined && isActive(only)
  return statusOutcome(
    [
      ...shown.map(line),
      ...(active && only.state !== 'draft'
        ? [part('next', 'caseStatus.howToAdd', { number: only.number })]
        : []),
    ],
    {
      choices: [
        ...(only === undefined ? shown.slice(0, 4).map((one) => caseChoice('case', one.number)) : []),
        ...(active && isUnfinished(only) ? [RESUME] : []),
        ...(active && !isUnfinished(only) ? [addChoice(only.number)] : []),
        ...(active ? [withdrawChoice(only.number)] : []),
        PERSON,
      ],
    },
    locale,
  )
}

/** A report its person did not finish; an emergency is with the officers from its first message. */
function isUnfinished({ state, kind }: CaseView): boolean {
  return state === 'draft' && kind !== 'emergency' && kind !== 'handover'
}

function line(one: CaseView): Part {
  return part('answer', 'caseStatus.line', {
    number: one.number,
    kind: { key: `caseStatus.kind.${one.kind}` },
    since: { date: partialDate(dayInJakarta(one.openedAt)) },
    state: stateOf(one),
    changed: { date: partialDate(dayInJakarta(one.changedAt)) },
  })
}

/** Never more than is true: what nobody has read is not "being handled". */
function stateOf(one: CaseView): NonNullable<Part['params']>[string] {
  if (isUnfinished(one)) return { key: 'caseStatus.state.unfinished' }
  switch (one.state) {
    case 'draft':
    case 'open':
      return {
        key: one.acknowledgedAt === null ? 'caseStatus.state.waiting' : 'caseStatus.state.seen',
      }
    case 'in_progress':
      return { key: 'caseStatus.state.in_progress' }
    case 'resolved':
      return { key: `caseStatus.state.${one.outcome ?? 'resolved'}` }
    case 'withdrawn':
      return { key: 'caseStatus.state.withdrawn' }
  }
}

/** "tambah laporan …": with words they are kept at once, without them they are asked for. */
export function add(reading: Reading): Outcome {
  const { desk, said } = reading
  const text = toldAfterAdd(said)
  const target = targetOf(reading, 'add')
  if (target.kind === 'other') return target.outcome
  if (desk === undefined || text.length < SHORTEST_ADDITION) return askForAddition(target.one.number, reading)
  return added(target.one.number, reading, text)
}

const SHORTEST_ADDITION = 3

export function askForAddition(number: CaseNumber, situation: Situation): Outcome {
  const { desk, locale } = situation
  const one = desk === undefined ? undefined : caseOf(desk, number)
  if (one === undefined || !isActive(one)) return unknownNumber(number, situation)
  return outcome({
    action: 'clarify',
    topic: 'case.status',
    locale,
    drafts: [draft({ parts: [part('answer', 'caseStatus.addWhat', { number })], choices: [MENU] })],
    pending: { kind: 'adding', number },
  })
}

/** What was written after "tambah laporan". */
export function addPending(reading: Reading): Outcome | undefined {
  const { state, read, desk } = reading
  if (state.pending?.kind !== 'adding' || desk === undefined) return undefined
  const { number } = state.pending
  const one = caseOf(desk, number)
  if (one === undefined || !isActive(one)) return undefined
  if (read.acts.some((act) => act === 'cancel' || act === 'menu' || act === 'talk_to_person'))
    return undefined
  return added(number, reading, reading.said)
}

function added(
  number: CaseNumber,
  { read, settled, state, knowledge, locale }: Reading,
  text: string,
): Outcome {
  const where = {
    region: settled.regions[0]?.code ?? null,
    country: knownCountry(read.countries[0] ?? state.country, knowledge),
  }
  const tell = (field: Extract<ConversationEvent, { type: 'case_told' }>['field'], what: string) =>
    ({ type: 'case_told', number, field, text: what, ...where }) as const
  return addedOutcome(number, locale, [
    tell('what', text),
    ...fieldsOf(toldFacts(text)).map(([field, what]) => tell(field, what)),
  ])
}

export function addedOutcome(
  number: CaseNumber,
  locale: Situation['locale'],
  events: readonly ConversationEvent[],
): Outcome {
  return outcome({
    action: 'answer',
    topic: 'case.status',
    locale,
    drafts: [
      draft({ parts: [part('answer', 'caseStatus.added', { number })], choices: [addChoice(number), MENU] }),
    ],
    events,
  })
}

/** "cabut laporan": asked once before it is done. */
export function withdraw(reading: Reading): Outcome {
  const target = targetOf(reading, 'withdraw')
  return target.kind === 'other' ? target.outcome : confirmWithdraw(target.one.number, reading)
}

export function confirmWithdraw(number: CaseNumber, situation: Situation): Outcome {
  const { desk, locale } = situation
  const one = desk === undefined ? undefined : caseOf(desk, number)
  if (one === undefined || !isActive(one)) return unknownNumber(number, situation)
  return outcome({
    action: 'clarify',
    topic: 'case.status',
    locale,
    drafts: [
      draft({
        parts: [part('answer', 'caseStatus.withdrawAsk', { number })],
        choices: [WITHDRAW_YES, WITHDRAW_NO],
      }),
    ],
    pending: { kind: 'confirm_withdraw', number },
  })
}

export function withdrawPending(reading: Reading): Outcome | undefined {
  const { read, state } = reading
  if (state.pending?.kind !== 'confirm_withdraw') return undefined
  if (read.acts.includes('affirm') || SURE.test(read.normalised)) return withdrawAnswered(true, reading)
  if (read.acts.includes('deny') || read.acts.includes('cancel')) return withdrawAnswered(false, reading)
  return undefined
}

const SURE = /^(ya |iya |yes |inggih |muhun )?(yakin|cabut( saja)?|setuju|sure|confirm|withdraw( it)?)$/

export function withdrawAnswered(yes: boolean, { state, desk, locale }: Situation): Outcome {
  const pending = state.pending?.kind === 'confirm_withdraw' ? state.pending : undefined
  if (!yes || pending === undefined || desk === undefined) {
    if (pending === undefined) return kept(locale)
    return outcome({
      action: 'answer',
      topic: 'case.status',
      locale,
      drafts: [
        draft({
          parts: [part('answer', 'caseStatus.notWithdrawn', { number: pending.number })],
          choices: [addChoice(pending.number), MENU],
        }),
      ],
    })
  }
  const { number } = pending
  return outcome({
    action: 'answer',
    topic: 'case.status',
    locale,
    drafts: [draft({ parts: [part('answer', 'caseStatus.withdrawn', { number })], choices: [MENU] })],
    patch: {
      report: state.report?.number === number ? null : state.report,
      urgent: state.urgent?.number === number ? null : state.urgent,
    },
    events: [{ type: 'case_withdrawn', number }],
  })
}

type Target =
  | { readonly kind: 'one'; readonly one: CaseView }
  | { readonly kind: 'other'; readonly outcome: Outcome }

/** The case that is meant: the one named, the only one, the newest when something is added, else it is asked. */
function targetOf(reading: Reading, what: 'add' | 'withdraw'): Target {
  const { desk, said, locale } = reading
  if (desk === undefined) return { kind: 'other', outcome: status(reading) }
  const number = caseNumberIn(said)
  const active = desk.cases.filter((one) => isActive(one) && (what === 'add' || one.kind !== 'handover'))
  if (number !== undefined) {
    const one = active.find((view) => view.number === number)
    return one === undefined
      ? { kind: 'other', outcome: unknownNumber(number, reading) }
      : { kind: 'one', one }
  }
  const [newest, another] = active
  if (newest === undefined) return { kind: 'other', outcome: nothingOpen(desk, reading) }
  if (another === undefined || (what === 'add' && toldAfterAdd(said).length >= SHORTEST_ADDITION))
    return { kind: 'one', one: newest }
  return {
    kind: 'other',
    outcome: outcome({
      action: 'clarify',
      topic: 'case.status',
      locale,
      drafts: [
        draft({
          parts: [part('answer', 'caseStatus.which'), ...active.slice(0, MOST_LISTED).map(line)],
          choices: active.slice(0, MOST_LISTED).map((one) => caseChoice(what, one.number)),
        }),
      ],
    }),
  }
}

function nothingOpen(desk: Desk, situation: Situation): Outcome {
  if (desk.cases.length > 0) return status(situation)
  return statusOutcome(
    [part('answer', 'caseStatus.empty')],
    { choices: [reportChoice('illegal_offer'), MENU] },
    situation.locale,
  )
}

function unknownNumber(number: CaseNumber, { locale }: Situation): Outcome {
  return statusOutcome(
    [part('answer', 'caseStatus.unknown', { number })],
    { choices: [PERSON, MENU] },
    locale,
  )
}

function statusOutcome(
  parts: readonly Part[],
  extra: Partial<Parameters<typeof draft>[0]>,
  locale: Situation['locale'],
): Outcome {
  return outcome({ action: 'answer', topic: 'case.status', locale, drafts: [draft({ parts, ...extra })] })
}
