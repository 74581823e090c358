import { randomUUID } from 'node:crypto'
import type { OfficerRole } from '../core/alert.ts'
import type { RegionCode } from '../core/ids.ts'
import { isLocale, type Locale } from '../core/locale.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Invitation, Officer, OfficerAddress, OfficerContact, OfficerId } from './desk.ts'

interface Row {
  readonly id: OfficerId
  readonly name: string
  readonly role: OfficerRole
  readonly regions: RegionCode[]
  readonly locale: string
  readonly on_duty: boolean
  readonly channel: Officer['channel']
  readonly account: string
}

const OFFICER = 'id, name, role::text, regions, locale, on_duty, channel, account'
/** Joined, and not sent away since. */
const ACTIVE = 'revoked_at IS NULL AND channel IS NOT NULL'

/** Who writes from there; undefined: no officer (any more). */
export async function officerAt(
  sql: Sql,
  vault: Vault,
  from: Pick<OfficerAddress, 'channel' | 'address'>,
): Promise<Officer | undefined> {
  const { rows } = await sql.query<Row>(
    `SELECT ${OFFICER} FROM officer WHERE channel = $1 AND address_hash = $2 AND ${ACTIVE}`,
    [from.channel, hashOf(vault, from)],
  )
  return rows[0] && toOfficer(rows[0])
}

/**
 * Who acts, at this moment. `change` holds the row until the transaction ends: a revocation waits for it, and everything
 * after the revocation sees it.
 */
export async function actingOfficer(
  tx: Sql,
  id: OfficerId,
  how: 'look' | 'change',
): Promise<Officer | undefined> {
  const { rows } = await tx.query<Row>(
    `SELECT ${OFFICER} FROM officer WHERE id::text = $1 AND ${ACTIVE} FOR ${how === 'look' ? 'KEY SHARE' : 'NO KEY UPDATE'}`,
    [id],
  )
  return rows[0] && toOfficer(rows[0])
}

interface ContactRow extends Row {
  readonly address_cipher: Buffer
}

/** An officer and where to write to. */
export async function contactOf(tx: Sql, id: string, vault: Vault): Promise<OfficerContact | undefined> {
  const { rows } = await tx.query<ContactRow>(
    `SELECT ${OFFICER}, address_cipher FROM officer WHERE id = $1 AND ${ACTIVE}`,
    [id],
  )
  return rows[0] && toContact(rows[0], vault)
}

/** Makes an address an officer's. Undefined: it is one's already. */
export async function insertOfficer(
  tx: Sql,
  vault: Vault,
  { name, role, regions }: Invitation,
  from: OfficerAddress,
  locale: Locale,
  at: Date,
): Promise<Officer | undefined> {
  const id = randomUUID()
  const { rows } = await tx.query<Row>(
    `INSERT INTO officer (id, name, role, regions, locale, channel, account, address_hash, address_cipher, created_at, joined_at)
     VALUES ($1, $2, $3::officer_role, $4::text[], $5, $6, $7, $8, $9, $10, $10)
     ON CONFLICT (channel, address_hash) DO NOTHING RETURNING ${OFFICER}`,
    [
      id,
      name,
      role,
      regions,
      locale,
      from.channel,
      from.account,
      hashOf(vault, from),
      vault.seal(from.address, `officer ${id}`),
      at,
    ],
  )
  return rows[0] && toOfficer(rows[0])
}

/**
 * From now on this is nobody's officer; the address goes, so that it may be invited anew. Gives where they were reached, or
 * undefined when there is no such officer.
 */
export async function revokeOfficer(
  tx: Sql,
  vault: Vault,
  id: string,
  at: Date,
): Promise<OfficerContact | undefined> {
  const { rows } = await tx.query<ContactRow>(
    `SELECT ${OFFICER}, address_cipher FROM officer WHERE id::text = $1 AND ${ACTIVE} FOR UPDATE`,
    [id],
  )
  const [row] = rows
  if (row === undefined) return undefined
  await tx.query(
    'UPDATE officer SET revoked_at = $2, on_duty = false, address_hash = NULL, address_cipher = NULL WHERE id = $1',
    [row.id, at],
  )
  return toContact(row, vault)
}

export async function setDuty(tx: Sql, id: string, on: boolean): Promise<Officer | undefined> {
  const { rows } = await tx.query<Row>(
    `UPDATE officer SET on_duty = $2 WHERE id::text = $1 AND ${ACTIVE} RETURNING ${OFFICER}`,
    [id, on],
  )
  return rows[0] && toOfficer(rows[0])
}

export async function setLocale(tx: Sql, id: string, locale: Locale): Promise<Officer | undefined> {
  const { rows } = await tx.query<Row>(
    `UPDATE officer SET locale = $2 WHERE id::text = $1 AND ${ACTIVE} RETURNING ${OFFICER}`,
    [id, locale],
  )
  return rows[0] && toOfficer(rows[0])
}

export async function listOfficers(sql: Sql): Promise<readonly Officer[]> {
  const { rows } = await sql.query<Row>(`SELECT ${OFFICER} FROM officer WHERE ${ACTIVE} ORDER BY name, id`)
  return rows.map(toOfficer)
}

/** A person's own address in the citizens' bot hashes to something else. */
function hashOf(vault: Vault, { channel, address }: Pick<OfficerAddress, 'channel' | 'address'>): Buffer {
  return vault.hash('officer', channel, address)
}

function toOfficer({ id, name, role, regions, locale, on_duty, channel, account }: Row): Officer {
  return {
    id,
    name,
    role,
    regions,
    locale: isLocale(locale) ? locale : 'id',
    onDuty: on_duty,
    channel,
    account,
  }
}

function toContact(row: ContactRow, vault: Vault): OfficerContact {
  const { channel, account } = row
  const address = vault.open(row.address_cipher, `officer ${row.id}`)
  return { officer: toOfficer(row), to: { channel, account, address, place: null } }
}
