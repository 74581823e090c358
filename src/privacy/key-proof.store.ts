import type { Sql } from '../database/sql.ts'
import type { KeyRing } from './keys.ts'
import type { Vault } from './vault.ts'

const PROOF = 'jalur-resmi'

/**
 * Makes sure that this start has the key the database was written with. With another one nothing that waits could be
 * read, and everybody would be a stranger: better not to start. Throws with what to do.
 */
export async function proveKeys(sql: Sql, keys: KeyRing, vault: Vault): Promise<void> {
  const { rows } = await sql.query<{ id: number; proof: Buffer; latest: boolean }>(
    'SELECT id, proof, created_at = max(created_at) OVER () AS latest FROM data_key',
  )
  const last = rows.find(({ latest }) => latest)
  if (last !== undefined && !opens(last.proof, vault))
    throw new Error(
      'The database was written with another data key. Set DATA_KEY to that one (or restore the file "key" of its data folder); to change keys, set DATA_KEY=<new>,<old>.',
    )
  const oldest = rows.length > 0 && !rows.some(({ proof }) => sameLookup(proof, vault))
  if (oldest)
    throw new Error('DATA_KEY lacks its oldest key, by which people are found again: DATA_KEY=<new>,<old>.')
  await sql.query('INSERT INTO data_key (id, proof) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [
    keys.current.id,
    vault.seal(`${PROOF} ${vault.key('proof')}`, PROOF),
  ])
}

function opens(proof: Buffer, vault: Vault): boolean {
  try {
    return vault.open(proof, PROOF).startsWith(PROOF)
  } catch {
    return false
  }
}

/** The proof names the lookup key by a hash of it: a ring that opens everything may still find nobody. */
function sameLookup(proof: Buffer, vault: Vault): boolean {
  try {
    return vault.open(proof, PROOF) === `${PROOF} ${vault.key('proof')}`
  } catch {
    return false
  }
}
