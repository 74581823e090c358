import { setTimeout as sleep } from 'node:timers/promises'
import { fetchAttachments } from './cases/attachments.store.ts'
import { tellReminders } from './cases/reminders.store.ts'
import { retainCases } from './cases/retention.store.ts'
import { endSilentTalks } from './cases/talk.store.ts'
import type { Words } from './core/channel.ts'
import { PRIORITIES } from './core/delivery.ts'
import type { RegionCode } from './core/ids.ts'
import type { Log } from './core/log.ts'
import type { FetchMedia } from './core/media.ts'
import type { SqlPool } from './database/sql.ts'
import { toOfficer } from './effects.ts'
import { hasBeenSigned } from './knowledge/agreement.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import { retainAudit } from './officers/audit.store.ts'
import { toPerson } from './officers-desk.ts'
import type { TimedJob } from './operations/jobs.store.ts'
import type { Vault } from './privacy/vault.ts'

export interface CaseWorkParts {
  readonly sql: SqlPool
  readonly vault: Vault
  readonly words: Words
  readonly knowledge: () => Knowledge
  readonly retentionDays: number
  /** After a commit: something may wait to go out. */
  readonly onOutgoing: () => void
  readonly now: () => Date
  readonly log: Log
}

/** Both sides were silent for so long: what is written next is no answer to the other. */
const SILENT_MS = 12 * 3_600_000

/** What happens to cases by the clock. */
export function caseJobs(parts: CaseWorkParts): readonly TimedJob[] {
  const { sql, vault, words, knowledge, retentionDays, onOutgoing, now, log } = parts
  return [
    {
      name: 'reminders',
      at: '3 1 * * *', // 08:03 in Jakarta
      catchUpMs: 12 * 3_600_000,
      run: async () => {
        const signedIn = (region: RegionCode) => signedOn(knowledge(), region)
        // Many on one morning: nobody's answer waits behind them.
        const remind = toPerson(vault, words, PRIORITIES.bulk)
        const told = await tellReminders({ sql, toPerson: remind, now: now(), signedIn })
        if (told > 0) onOutgoing()
        log.info({ told }, 'reminders')
      },
    },
    {
      name: 'silent_talks',
      at: '*/10 * * * *',
      catchUpMs: 0,
      run: async () => {
        const at = now()
        const ended = await sql.transaction((tx) =>
          endSilentTalks(tx, new Date(at.getTime() - SILENT_MS), at, toOfficer({ vault, words })),
        )
        if (ended > 0) onOutgoing()
      },
    },
    {
      name: 'case_retention',
      at: '27 18 * * *', // 01:27 in Jakarta
      catchUpMs: 24 * 3_600_000,
      run: async () => {
        const deleted = {
          ...(await retainCases(sql, now(), retentionDays)),
          ...(await retainAudit(sql, now())),
        }
        log.info(deleted, 'retention: cases and audit that are too old were deleted')
      },
    },
  ]
}

/** The newest day on which an agreement of the region was signed; a plan is no signature. */
function signedOn(knowledge: Knowledge, region: RegionCode): string | undefined {
  return knowledge.agreements
    .ofRegion(region)
    .filter(hasBeenSigned)
    .flatMap(({ signedOn: day }) => (day === null ? [] : [day]))
    .sort()
    .at(-1)
}

const LOOK_EVERY_MS = 5_000
const AWAY_MS = 10_000

export interface FetchingParts extends Pick<CaseWorkParts, 'sql' | 'vault' | 'now' | 'log'> {
  readonly channel: string
  readonly account: string
  readonly fetchMedia: FetchMedia
}

/** Fetches the files of reports that came in over one account, until the signal ends. One process at a time. */
export async function fetchFiles(parts: FetchingParts, signal: AbortSignal): Promise<void> {
  const { channel, log } = parts
  while (!signal.aborted) {
    let restMs = LOOK_EVERY_MS
    try {
      const over = await fetchAttachments({ ...parts, signal })
      if (over > 0) log.debug({ channel, over }, 'files of reports')
    } catch (err) {
      log.warn({ err, channel }, 'files of reports could not be looked for')
      restMs = AWAY_MS
    }
    await sleep(restMs, undefined, { signal }).catch(() => undefined)
  }
}
