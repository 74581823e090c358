import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { OfficerRole } from '../../../src/core/alert.ts'
import { keyRing } from '../../../src/privacy/keys.ts'
import { createVault } from '../../../src/privacy/vault.ts'

/** The key of the processes in test/support/durable. */
const vault = createVault(keyRing([Buffer.alloc(32, 7).toString('base64')], 'test', null))

/** Officers on duty at the officers' bot (account 2), reached at `<name>1` and so on. Gives their addresses. */
export async function addOfficers(
  url: string,
  count: number,
  { role, regions, name }: { role: OfficerRole; regions: readonly string[]; name: string },
): Promise<readonly string[]> {
  const officers = Array.from({ length: count }, (_, n) => ({ id: randomUUID(), address: `${name}${n + 1}` }))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `INSERT INTO officer (id, name, role, regions, channel, account, address_hash, address_cipher, created_at, joined_at)
       SELECT n.id, n.address, $4::officer_role, $5::text[], 'telegram', '2', n.hash, n.cipher, now(), now()
       FROM unnest($1::uuid[], $2::text[], $3::bytea[], $6::bytea[]) AS n (id, address, cipher, hash)`,
      [
        officers.map(({ id }) => id),
        officers.map(({ address }) => address),
        officers.map(({ id, address }) => vault.seal(address, `officer ${id}`)),
        role,
        regions,
        officers.map(({ address }) => vault.hash('officer', 'telegram', address)),
      ],
    )
  } finally {
    await client.end()
  }
  return officers.map(({ address }) => address)
}
