import type { Words } from '../core/channel.ts'
import type { SqlPool } from '../database/sql.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { picture } from './bot/picture.ts'
import { confirmingStore } from './confirm.store.ts'
import type { OfficersDesk } from './desk.ts'
import type { AgreementWords } from './dialogue/agreements.ts'
import type { OfficerParts } from './dialogue/officer-turn.ts'
import { stepStore } from './step.store.ts'
import { weekNumbers } from './week-numbers.store.ts'

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
