import { ALERT_EFFECTS } from './alerts/alert-effects.store.ts'
import { caseEffects, caseErasure } from './cases/effects.ts'
import type { ToOfficer } from './cases/own-case.store.ts'
import { countUnanswered } from './conversation/unanswered.store.ts'
import type { Words } from './core/channel.ts'
import { PRIORITIES } from './core/delivery.ts'
import { contactOf } from './officers/officer.store.ts'
import type { AnyEffect, Effect, HostEventType } from './outbox/effects.ts'
import { FETCHING_CHANNELS } from './outbox/fetching.ts'
import { correspondents, tell } from './outbox/tell.store.ts'
import { countGuess, joinPeople, keepCode } from './privacy/join.store.ts'
import { codeKey } from './privacy/join.ts'
import type { Vault } from './privacy/vault.ts'

export interface EffectParts {
  readonly vault: Vault
  readonly words: Words
}

/**
 * What events ask for, in the transaction that stores them. A part that acts on events adds its effects here; those of one
 * type are applied in this order, and every type after those above it.
 */
export function effectsOf(parts: EffectParts) {
  const cases = { vault: parts.vault, toOfficer: toOfficer(parts) }
  return [
    { on: 'question_unanswered', apply: countUnanswered },
    ...caseEffects(cases),
    ...ALERT_EFFECTS,
    { on: 'join_code_shown', apply: keepCodes(parts) },
    { on: 'join_code_typed', apply: takeCodes(parts) },
    ...caseErasure(cases),
  ] as const satisfies readonly AnyEffect[]
}

/** A line to an officer, in their language, through the account they talk to. */
export function toOfficer({ vault, words }: EffectParts): ToOfficer {
  return async (tx, officerId, wording) => {
    const contact = await contactOf(tx, officerId, vault)
    if (contact === undefined) return
    const { locale } = contact.officer
    const text = words(wording, locale)
    await tell(tx, [{ to: contact.to, personId: null, priority: PRIORITIES.reply, locale, text }], vault)
  }
}

function keepCodes({ vault }: EffectParts): Effect<'join_code_shown'>['apply'] {
  return async (tx, happened) => {
    for (const { event, personId, at } of happened)
      if (personId !== null) await keepCode(tx, personId, codeKey(event.code, vault), at)
  }
}

/** Two become one person, and the side on which nobody is writing hears of it. */
function takeCodes({ vault, words }: EffectParts): Effect<'join_code_typed'>['apply'] {
  return async (tx, happened) => {
    for (const { event, personId, at } of happened) {
      if (personId === null) continue
      if (event.check === 'wrong') await countGuess(tx, personId, at)
      if (event.check !== 'right') continue
      const talks = await joinPeople(tx, personId, codeKey(event.code, vault), at)
      // Typed twice within one batch: the batch is refused, and taken again one by one.
      if (talks === undefined) throw new Error('A code was good when it was looked at, and is no more.')
      const sides = await correspondents(tx, talks, vault)
      const side = [...sides.values()].find(({ to }) => !FETCHING_CHANNELS.includes(to.channel))
      if (side === undefined) continue
      const { to, locale } = side
      const text = words({ key: 'join.told' }, locale)
      await tell(tx, [{ to, personId: side.personId, priority: PRIORITIES.reply, locale, text }], vault)
    }
  }
}

/** Events that nothing acts on yet, on purpose. A test demands that every type stands here or above, and in one of them only. */
export const WITHOUT_EFFECT = [
  'report_started', // cases
  'locale_changed', // the state holds it
] as const satisfies readonly HostEventType[]
