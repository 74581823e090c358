import type { ChannelName } from '../core/channel.ts'
import type { Receipt, TakeReceipts } from '../core/delivery.ts'
import type { Log } from '../core/log.ts'
import type { SqlPool } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import { type AnyEffect, applyEffects, type HappenedEvent } from './effects.ts'
import { type FailedLater, type ReceiptRow, writeReceipts } from './receipts.store.ts'

export interface ReceiptsOptions {
  readonly sql: SqlPool
  readonly vault: Vault
  readonly effects: readonly AnyEffect[]
  readonly onReceipt: (receipt: Receipt) => void
  readonly now: () => number
  readonly log: Log
}

/** Taking a message is not delivering it: what vendors tell later, and what a failure means, in one transaction. */
export function createReceipts({ sql, vault, effects, onReceipt, now, log }: ReceiptsOptions): TakeReceipts {
  return async (receipts) => {
    if (receipts.length === 0) return []
    const rows = receipts.map((receipt) => rowOf(receipt, vault))
    const { known } = await sql.transaction(async (tx) => {
      const written = await writeReceipts(tx, rows)
      const at = new Date(now())
      await applyEffects(
        tx,
        effects,
        written.failed.map((one) => happened(one, at)),
      )
      return written
    })
    for (const [index, receipt] of receipts.entries()) {
      if (known[index] !== true) continue
      onReceipt(receipt)
      if (receipt.what.kind !== 'failed') continue
      const { reason, detail } = receipt.what
      log.warn(
        { channel: receipt.channel, reason, detail },
        'a message that was taken could not be delivered',
      )
    }
    return known
  }
}

function rowOf({ channel, externalId, id, what }: Receipt, vault: Vault): ReceiptRow {
  return {
    channel,
    // What comes back from a vendor may be anything; our ids are numbers.
    id: id !== null && /^\d{1,18}$/.test(id) ? id : null,
    externalKey: vault.key('sent', channel, externalId),
    kind: what.kind,
    refusal: what.kind === 'failed' ? what.reason : null,
  }
}

function happened({ id, channel, priority, personId, refusal }: FailedLater, at: Date): HappenedEvent {
  const event = { type: 'delivery_refused', outboxId: id, refusal, priority } as const
  return { event, channel: channel as ChannelName, personId, conversationId: null, turnId: null, at }
}
