import { setImmediate as nextTurnOfLoop } from 'node:timers/promises'
import type { Card, Names } from './alerts/card.ts'
import type { CardFor } from './alerts/dispatch-parts.ts'
import { createDispatcher, type Dispatcher } from './alerts/dispatcher.ts'
import type { AlertTimes } from './alerts/lifecycle.ts'
import { forgetOldAlerts, watchTime } from './alerts/watch.store.ts'
import type { Watched } from './alerts/watch.ts'
import type { ChannelName, SaidChoice, Words } from './core/channel.ts'
import { PRIORITIES } from './core/delivery.ts'
import type { Locale } from './core/locale.ts'
import type { Log } from './core/log.ts'
import type { Sql, SqlPool } from './database/sql.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import type { QueueDepths } from './operations/depths.ts'
import type { TimedJob } from './operations/jobs.store.ts'
import { tell } from './outbox/tell.store.ts'
import { SealedError, type Vault } from './privacy/vault.ts'

export interface AlertingParts {
  readonly sql: SqlPool
  readonly vault: Vault
  readonly words: Words
  readonly knowledge: () => Knowledge
  readonly depths: () => Promise<QueueDepths>
  /** Channels that ended by themselves and need somebody's hand: a linked device that was unlinked. */
  readonly stopped: () => readonly ChannelName[]
  readonly times: AlertTimes
  readonly retentionDays: number
  readonly now: () => Date
  /** Rows of this account (`<channel> <account>`) were queued. */
  readonly onQueued: (account: string) => void
  readonly log: Log
}

export interface Alerting {
  readonly dispatcher: Dispatcher
  readonly jobs: readonly TimedJob[]
}

const DAY = 86_400_000
/** Cards sealed before others of this process get their turn: citizens' answers do not wait for a thousand officers. */
const AT_ONCE = 50

/** Puts the alerts together with the words, the outbox and the knowledge. */
export function openAlerting(parts: AlertingParts): Alerting {
  const { sql, knowledge, now, log } = parts
  const dispatcher = createDispatcher({
    ...parts,
    names: () => namesOf(knowledge()),
    post: (tx, cards) => postCards(tx, cards, parts),
    channels: async () => [
      ...channelsOf(await parts.depths()),
      // Nothing waits yet where nothing can come in: it counts as stuck from the first moment.
      ...parts.stopped().map((channel) => ({ channel, waiting: 0, oldestSeconds: Number.POSITIVE_INFINITY })),
    ],
  })
  return {
    dispatcher,
    jobs: [
      {
        name: 'alerts_of_time',
        at: '5 * * * *',
        catchUpMs: 0,
        run: async () => {
          const raised = await watchTime(sql, watchedOf(knowledge()), now())
          if (raised > 0) log.info({ alerts: raised }, 'dates, sources and questions raised alerts')
          dispatcher.wake()
        },
      },
      {
        name: 'old_alerts',
        at: '27 18 * * *',
        catchUpMs: DAY,
        run: async () =>
          void (await forgetOldAlerts(sql, new Date(now().getTime() - parts.retentionDays * DAY))),
      },
    ],
  }
}

/** The officers' cards into the outbox: worded once for each language, sealed for each officer. */
async function postCards(
  tx: Sql,
  cards: readonly CardFor[],
  { vault, words, log }: Pick<AlertingParts, 'vault' | 'words' | 'log'>,
): Promise<readonly (string | null)[]> {
  const worded = new Map<Card, Map<Locale, { text: string; choices: readonly SaidChoice[] }>>()
  const inWords = (card: Card, locale: Locale) => {
    const known = worded.get(card)?.get(locale)
    if (known !== undefined) return known
    const made = {
      text: card.lines.map((line) => words(line, locale)).join('\n'),
      choices: card.choices.map(({ label, value }) => ({ label: words(label, locale), value })),
    }
    worded.set(card, (worded.get(card) ?? new Map()).set(locale, made))
    return made
  }
  const noticeOf = ({ officer, card, urgent }: CardFor) => {
    const { id, channel, account, locale, addressCipher } = officer
    try {
      const address = vault.open(addressCipher, `officer ${id}`)
      return {
        to: { channel, account, address, place: null },
        personId: null,
        priority: urgent ? PRIORITIES.urgent : PRIORITIES.reply,
        locale,
        ...inWords(card, locale),
      }
    } catch (err) {
      if (!(err instanceof SealedError)) throw err
      log.error({ err, officerId: id }, "an officer's address cannot be opened")
      return null
    }
  }
  const ids: (string | null)[] = []
  for (let from = 0; from < cards.length; from += AT_ONCE) {
    if (from > 0) await nextTurnOfLoop()
    const notices = cards.slice(from, from + AT_ONCE).map(noticeOf)
    const told = await tell(
      tx,
      notices.filter((notice) => notice !== null),
      vault,
    )
    let next = 0
    for (const notice of notices) ids.push(notice === null ? null : (told[next++] ?? null))
  }
  return ids
}

function namesOf({ regions, destinations }: Knowledge): Names {
  return {
    region: (code) => regions.byCode(code)?.name,
    country: (code) => destinations.get(code)?.name,
  }
}

function watchedOf({ agreements, contacts, facts }: Knowledge): Watched {
  return {
    agreements: agreements.all,
    contacts: contacts.all,
    figures: facts.all.filter(({ kind }) => kind === 'figure'),
  }
}

/** What waits to go out, by channel; mass mail may wait. */
function channelsOf({ outbox }: QueueDepths) {
  return outbox.filter(({ priority }) => priority < PRIORITIES.bulk)
}
