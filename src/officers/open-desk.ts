import type { OfficersDesk } from './desk.ts'
import { acts } from './desk-acts.ts'
import { looks } from './desk-looks.ts'
import { type DeskParts, deskTools } from './desk-parts.ts'
import { people } from './desk-people.ts'
import { talks } from './desk-talks.ts'
import { redeem } from './invitation.store.ts'
import { officerAt } from './officer.store.ts'

/**
 * The desk on PostgreSQL. Each act is one transaction: who acts is read and held in it, the case is locked, what was done is
 * in the audit log, what is said waits in the outbox. All of it is committed, or nothing.
 */
export function openDesk(parts: DeskParts): OfficersDesk {
  const { sql, vault, now } = parts
  const tools = deskTools(parts)
  return {
    findOfficer: (from) => officerAt(sql, vault, from),
    redeem: (code, from, locale) => sql.transaction((tx) => redeem(tx, vault, code, from, locale, now())),
    ...looks(parts, tools),
    ...acts(parts, tools),
    ...talks(parts, tools),
    ...people(parts, tools),
  }
}
