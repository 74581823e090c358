import { ALERT_EFFECTS } from './alerts/alert-effects.store.ts'
import { caseEffects, caseErasure } from './cases/effects.ts'
import type { ToOfficer } from './cases/reports.store.ts'
import { countUnanswered } from './conversation/unanswered.store.ts'
import type { Words } from './core/channel.ts'
import { PRIORITIES } from './core/delivery.ts'
import { contactOf } from './officers/officer.store.ts'
import type { AnyEffect, HostEventType } from './outbox/effects.ts'
import { tell } from './outbox/tell.store.ts'
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

/** Events that nothing acts on yet, on purpose. A test demands that every type stands here or above, and in one of them only. */
export const WITHOUT_EFFECT = [
  'report_started', // cases
  'locale_changed', // the state holds it
] as const satisfies readonly HostEventType[]
