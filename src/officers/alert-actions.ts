import type { AlertLevel } from '../core/alert.ts'
import type { CaseOutcome } from '../core/case.ts'
import type { RegionCode } from '../core/ids.ts'
import type { Sql } from '../database/sql.ts'

/** What the desk asks of the alerts, inside its own transaction. src/alerts does it; the root hands it in. */
export interface AlertActions {
  /** Undefined: there is none. */
  find(
    tx: Sql,
    alertId: string,
  ): Promise<{ readonly caseId: string | null; readonly region: RegionCode | null } | undefined>
  /** All open alerts of a case, or one: whoever acknowledged first stays. Gives the name's id when it was somebody else. */
  acknowledge(
    tx: Sql,
    what: { readonly alertId: string } | { readonly caseId: string },
    officerId: string,
    at: Date,
  ): Promise<
    | { readonly kind: 'acknowledged' }
    | { readonly kind: 'already'; readonly by: string }
    | { readonly kind: 'none' }
  >
  resolve(tx: Sql, caseId: string, at: Date, outcome: CaseOutcome): Promise<void>
  /** The level it went to; null: it was at the top, or nothing is open. */
  escalate(tx: Sql, caseId: string, at: Date): Promise<AlertLevel | null>
}
