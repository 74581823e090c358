import type { Words } from '../../core/channel.ts'
import type { Log } from '../../core/log.ts'
import type { SqlPool } from '../../database/sql.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { confirmingStore } from '../confirm.store.ts'
import type { OfficersDesk } from '../desk.ts'
import type { AgreementWords } from '../dialogue/agreements.ts'
import type { OfficerParts } from '../dialogue/officer-turn.ts'
import { stepStore } from '../step.store.ts'
import { weekNumbers } from '../week-numbers.store.ts'
import { createOfficerBot, type OfficerBot, type OfficerBotOptions } from './officer-bot.ts'
import { picture } from './picture.ts'

export interface OfficerPartsOptions {
  readonly sql: SqlPool
  readonly desk: OfficersDesk
  readonly knowledge: () => Knowledge
  readonly agreementWords: AgreementWords
  readonly words: Words
}

/** The officers' dialogue on PostgreSQL. */
export function officerPartsOn({ sql, ...rest }: OfficerPartsOptions): OfficerParts {
  return {
    ...rest,
    steps: stepStore(sql),
    confirming: confirmingStore(sql),
    weekNumbers: (prefixes, now) => weekNumbers(sql, prefixes, now),
    draw: picture,
  }
}

export interface OpenOfficerBotOptions
  extends OfficerPartsOptions,
    Pick<OfficerBotOptions, 'token' | 'apiRoot' | 'alone' | 'now'> {
  readonly log: Log
}

/** The officers' bot with its stores. */
export function openOfficerBot(options: OpenOfficerBotOptions): OfficerBot {
  const { token, apiRoot, alone, now, log, desk } = options
  return createOfficerBot({ token, apiRoot, alone, now, log, desk, parts: officerPartsOn(options) })
}
