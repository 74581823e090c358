import type { AlertLevel, OfficerRole } from '../core/alert.ts'
import type { ChannelName } from '../core/channel.ts'
import type { RegionCode } from '../core/ids.ts'
import { isLocale, type Locale } from '../core/locale.ts'
import type { Sql } from '../database/sql.ts'
import { type Serving, serves } from './levels.ts'

/** An officer who can be written to now; the address is opened by whoever writes. */
export interface OnDuty extends Serving {
  readonly id: string
  readonly locale: Locale
  readonly channel: ChannelName
  readonly account: string
  readonly addressCipher: Buffer
}

interface Row {
  readonly id: string
  readonly role: OfficerRole
  readonly regions: readonly string[]
  readonly locale: string
  readonly channel: string
  readonly account: string
  readonly address_cipher: Buffer
}

const REACHABLE =
  'revoked_at IS NULL AND joined_at IS NOT NULL AND channel IS NOT NULL AND account IS NOT NULL AND address_cipher IS NOT NULL'
const COLUMNS = 'id, role::text, regions, locale, channel, account, address_cipher'

export async function officersOnDuty(tx: Sql): Promise<readonly OnDuty[]> {
  const { rows } = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM officer WHERE on_duty AND ${REACHABLE} ORDER BY id`,
  )
  return rows.map(onDutyOf)
}

/** These officers as far as they can still be written to, on duty or not. */
export async function officersById(tx: Sql, ids: readonly string[]): Promise<readonly OnDuty[]> {
  const { rows } = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM officer WHERE id = ANY($1::uuid[]) AND ${REACHABLE} ORDER BY id`,
    [ids],
  )
  return rows.map(onDutyOf)
}

/** Who is on duty for a region on a level. */
export async function recipientsOf(
  tx: Sql,
  alert: { readonly level: AlertLevel; readonly region: RegionCode | null },
): Promise<readonly OnDuty[]> {
  return (await officersOnDuty(tx)).filter((officer) => serves(officer, alert.level, alert.region))
}

function onDutyOf(row: Row): OnDuty {
  return {
    id: row.id,
    role: row.role,
    regions: row.regions as readonly RegionCode[],
    locale: isLocale(row.locale) ? row.locale : 'id',
    channel: row.channel as ChannelName,
    account: row.account,
    addressCipher: row.address_cipher,
  }
}
