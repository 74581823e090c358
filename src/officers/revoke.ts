import type { CaseWork } from '../cases/work.store.ts'
import type { Recipient } from '../core/delivery.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import type { AlertActions } from './alert-actions.ts'
import { audit } from './audit.store.ts'
import { revokeOfficer } from './officer.store.ts'

export interface RevokeParts {
  readonly vault: Vault
  readonly cases: Pick<CaseWork, 'releaseCases'>
  readonly alerts: Pick<AlertActions, 'escalate'>
  /** What waits to go out there does not go out any more. */
  readonly dropQueued: (tx: Sql, to: Recipient) => Promise<void>
}

/**
 * Nobody's officer from now on: nothing more goes to them, and what they had goes to others, a level higher, because on
 * theirs it counted as seen. Gives false when there is no such officer.
 */
export async function revoke(
  tx: Sql,
  { vault, cases, alerts, dropQueued }: RevokeParts,
  whom: string,
  by: string | null,
  at: Date,
): Promise<boolean> {
  const gone = await revokeOfficer(tx, vault, whom, at)
  if (gone === undefined) return false
  await dropQueued(tx, gone.to)
  const released = await cases.releaseCases(tx, whom, at)
  for (const caseId of released) await alerts.escalate(tx, caseId, at)
  await audit(tx, {
    at,
    officerId: by,
    action: 'officer_revoked',
    detail: { whom, cases: released.length },
  })
  return true
}
