import type { ChannelName, SaidChoice } from '../core/channel.ts'
import type { Priority, Recipient } from '../core/delivery.ts'
import { isLocale, type Locale } from '../core/locale.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import { chatOf, sealContent } from './content.ts'
import { insertOutgoing } from './enqueue.store.ts'

/** Something said to somebody who did not just ask: by an officer, an alert, a reminder. Worded already. */
export interface Notice {
  readonly to: Recipient
  /** A citizen's, so that forgetting them takes what waits for them along; null for officers. */
  readonly personId: string | null
  readonly priority: Priority
  readonly locale: Locale
  readonly text: string
  readonly choices?: readonly SaidChoice[]
}

/** Puts notices into the outbox, in the transaction that decided on them. Gives the ids of the rows. */
export async function tell(tx: Sql, notices: readonly Notice[], vault: Vault): Promise<readonly string[]> {
  return insertOutgoing(
    tx,
    notices.map(({ to, personId, priority, locale, text, choices = [] }) => {
      const { channel, account, address, place } = to
      const chat = chatOf(to, vault)
      const body = { kind: 'notice', locale, text, choices } as const
      const content = sealContent({ address, place, echo: {}, body }, chat, vault)
      return { channel, account, chat, priority, personId, inboxId: null, content }
    }),
  )
}

/** Where a conversation goes on: whom to write to, and in which language they were answered last. */
export interface Correspondence {
  readonly to: Recipient
  readonly personId: string
  readonly locale: Locale
}

/** The people behind conversations; those who were forgotten are missing. */
export async function correspondents(
  tx: Sql,
  conversationIds: readonly string[],
  vault: Vault,
): Promise<ReadonlyMap<string, Correspondence>> {
  const { rows } = await tx.query<{
    id: string
    person_id: string
    channel: ChannelName
    account: string
    place_cipher: Buffer | null
    locale: string | null
    address_owner: string
    address_cipher: Buffer
  }>(
    `SELECT c.id, c.person_id, c.channel, c.account, c.place_cipher, coalesce(p.chosen_locale, c.state ->> 'locale') AS locale,
       a.id AS address_owner, a.address_cipher
     FROM conversation c JOIN person p ON p.id = c.person_id
     JOIN address a ON a.person_id = c.person_id AND a.channel = c.channel
     WHERE c.id = ANY($1::text[])`,
    [conversationIds],
  )
  return new Map(
    rows.map((row) => {
      const { id, person_id, channel, account, place_cipher, locale } = row
      const to: Recipient = {
        channel,
        account,
        address: vault.open(row.address_cipher, `address ${row.address_owner}`),
        place: place_cipher === null ? null : vault.open(place_cipher, `place ${id}`),
      }
      return [id, { to, personId: person_id, locale: isLocale(locale ?? '') ? (locale as Locale) : 'id' }]
    }),
  )
}

/** What waits for somebody does not go out any more; what is being sent right now still may. */
export async function dropQueued(tx: Sql, to: Recipient, vault: Vault): Promise<void> {
  await tx.query(
    `DELETE FROM outbox WHERE channel = $1 AND account = $2 AND chat = $3 AND state = 'queued'`,
    [to.channel, to.account, chatOf(to, vault)],
  )
}
