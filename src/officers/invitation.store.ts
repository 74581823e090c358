import { randomInt } from 'node:crypto'
import type { OfficerRole } from '../core/alert.ts'
import type { RegionCode } from '../core/ids.ts'
import type { Locale } from '../core/locale.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import { audit } from './audit.store.ts'
import type { Invitation, Invited, OfficerAddress, Redeemed } from './desk.ts'
import { insertOfficer, officerAt } from './officer.store.ts'

/** Nothing that is taken for another: no 0 and O, no 1 and I. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** Fifty bits, for three days, through a bot that reads one message at a time. */
const CODE_LENGTH = 10
const VALID_MS = 72 * 3_600_000

/** Makes a one-time code; the database holds its keyed hash only. `by` is null for the command line. */
export async function invite(
  tx: Sql,
  vault: Vault,
  { name, role, regions }: Invitation,
  by: string | null,
  at: Date,
): Promise<Invited> {
  const code = Array.from({ length: CODE_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
  const expiresAt = new Date(at.getTime() + VALID_MS)
  await tx.query(
    `INSERT INTO officer_invitation (code_hash, name, role, regions, invited_by, created_at, expires_at)
     VALUES ($1, $2, $3::officer_role, $4::text[], $5, $6, $7)`,
    [hashOf(vault, code), name, role, regions, by, at, expiresAt],
  )
  await audit(tx, { at, officerId: by, action: 'officer_invited', detail: { role, regions } })
  return { code, expiresAt }
}

/** Turns a code into an officer. Of two who use it at once the second finds it used. */
export async function redeem(
  tx: Sql,
  vault: Vault,
  code: string,
  from: OfficerAddress,
  locale: Locale,
  at: Date,
): Promise<Redeemed> {
  const refused = (reason: Extract<Redeemed, { kind: 'refused' }>['reason']): Redeemed => ({
    kind: 'refused',
    reason,
  })
  const { rows } = await tx.query<{
    name: string
    role: OfficerRole
    regions: RegionCode[]
    expires_at: Date
    used_at: Date | null
  }>(
    `SELECT name, role::text, regions, expires_at, used_at FROM officer_invitation WHERE code_hash = $1 FOR UPDATE`,
    [hashOf(vault, code)],
  )
  const [invitation] = rows
  if (invitation === undefined) return refused('unknown')
  if (invitation.used_at !== null) return refused('used')
  if (invitation.expires_at <= at) return refused('expired')
  if ((await officerAt(tx, vault, from)) !== undefined) return refused('taken')
  const officer = await insertOfficer(tx, vault, invitation, from, locale, at)
  if (officer === undefined) return refused('taken')
  await tx.query('UPDATE officer_invitation SET used_at = $2, used_by = $3 WHERE code_hash = $1', [
    hashOf(vault, code),
    at,
    officer.id,
  ])
  const { role, regions } = officer
  await audit(tx, { at, officerId: officer.id, action: 'officer_joined', detail: { role, regions } })
  return { kind: 'joined', officer }
}

/** As people type it: small letters, with spaces or a dash. */
function hashOf(vault: Vault, code: string): Buffer {
  return vault.hash('invitation', code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
}
