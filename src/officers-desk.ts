import { acknowledgeAlert, escalateNow, findAlert, resolveAlerts } from './alerts/desk.store.ts'
import { CASE_WORK } from './cases/work.store.ts'
import { readUnanswered } from './conversation/unanswered.store.ts'
import type { Words } from './core/channel.ts'
import { PRIORITIES, type Priority, type Recipient } from './core/delivery.ts'
import type { RegionCode } from './core/ids.ts'
import type { Wording } from './core/wording.ts'
import type { Sql, SqlPool } from './database/sql.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import type { AlertActions } from './officers/alert-actions.ts'
import type { OfficersDesk } from './officers/desk.ts'
import type { DeskParts } from './officers/desk-parts.ts'
import { openDesk } from './officers/open-desk.ts'
import { correspondents, dropQueued, tell } from './outbox/tell.store.ts'
import type { Vault } from './privacy/vault.ts'

export interface OfficersDeskParts {
  readonly sql: SqlPool
  readonly vault: Vault
  readonly words: Words
  readonly knowledge: () => Knowledge
  /** After a commit: something may wait to go out, an alert may have been handed up. */
  readonly onOutgoing: () => void
  readonly now: () => Date
}

/** The officers' desk with everything behind it: cases, alerts, outbox. */
export function officersDesk({ knowledge, words, ...parts }: OfficersDeskParts): OfficersDesk {
  return openDesk({
    ...parts,
    ...deskBehind(parts.vault),
    toPerson: toPerson(parts.vault, words),
    unanswered: readUnanswered,
    regionsNamed: (text) => regionsNamed(text, knowledge()),
  })
}

/** Every place that may be meant: an officer who looks for Malang looks in the city and in the regency. */
function regionsNamed(text: string, { regions }: Knowledge): readonly RegionCode[] {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return regions
    .find(plain)
    .flatMap((found) => (found.kind === 'one' ? [found.region] : found.candidates))
    .map(({ code }) => code)
}

/** What the command line needs of it, too. */
export function deskBehind(vault: Vault): Pick<DeskParts, 'cases' | 'alerts' | 'dropQueued'> {
  return {
    cases: CASE_WORK,
    alerts: ALERTS,
    dropQueued: (tx, to: Recipient) => dropQueued(tx, to, vault),
  }
}

const ALERTS: AlertActions = {
  find: findAlert,
  acknowledge: acknowledgeAlert,
  resolve: resolveAlerts,
  escalate: (tx, caseId, at) => escalateNow(tx, { caseId }, at),
}

/** Says something to the person of a conversation, in their language. */
export function toPerson(
  vault: Vault,
  words: Words,
  priority: Priority = PRIORITIES.reply,
): (tx: Sql, conversationId: string, wording: Wording) => Promise<boolean> {
  return async (tx, conversationId, wording) => {
    const found = (await correspondents(tx, [conversationId], vault)).get(conversationId)
    if (found === undefined) return false
    const { to, personId, locale } = found
    const text = words(wording, locale)
    await tell(tx, [{ to, personId, priority, locale, text }], vault)
    return true
  }
}
