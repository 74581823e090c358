import { milestonePart } from '../../../src/conversation/answer/agreement/date-sections.ts'
import { agreementRecord } from '../../../src/conversation/answer/agreement/record.ts'
import { CASE_KINDS, type CaseKind } from '../../../src/core/case.ts'
import { localDate } from '../../../src/core/dates.ts'
import type { Knowledge } from '../../../src/knowledge/knowledge.ts'
import type { OfficersDesk } from '../../../src/officers/desk.ts'
import type { ConfirmContact, ConfirmMilestone } from '../../../src/officers/dialogue/confirming.ts'
import type { OfficerParts } from '../../../src/officers/dialogue/officer-turn.ts'
import type { OfficerStep, StepStore } from '../../../src/officers/dialogue/steps.ts'
import { createPhrase } from '../../../src/phrase/phrase.ts'

export interface TestParts extends OfficerParts {
  readonly confirmed: (ConfirmMilestone | ConfirmContact)[]
}

/** Everything the officers' dialogue needs, with the real wording and knowledge, and nothing stored. */
export async function officerParts(desk: OfficersDesk, knowledge: Knowledge): Promise<TestParts> {
  const phrase = await createPhrase()
  const confirmed: TestParts['confirmed'] = []
  const none = Object.fromEntries(CASE_KINDS.map((kind) => [kind, 0])) as Record<CaseKind, number>
  return {
    desk,
    knowledge: () => knowledge,
    steps: memorySteps(),
    confirming: {
      async milestone(_, one) {
        confirmed.push(one)
        return { kind: 'done' }
      },
      async contact(_, one) {
        confirmed.push(one)
        return { kind: 'done' }
      },
    },
    agreementWords: {
      record: (agreement, known, today) => agreementRecord(agreement, { knowledge: known, today }),
      milestone: milestonePart,
    },
    weekNumbers: async () => ({
      weeks: [
        { from: localDate('2026-11-16'), opened: { ...none, emergency: 3 }, minutesToAcknowledge: 7.4 },
      ],
      resolvedThisWeek: 2,
      waiting: 4,
      inProgress: 1,
    }),
    draw: async (svg) => Buffer.from(svg),
    words: (wording, locale) => phrase.wording(wording, locale),
    confirmed,
  }
}

function memorySteps(): StepStore {
  const steps = new Map<string, OfficerStep>()
  return {
    get: async (officer) => steps.get(officer),
    put: async (officer, step) => void steps.set(officer, step),
    clear: async (officer) => void steps.delete(officer),
  }
}
