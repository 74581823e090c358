import { z } from 'zod'
import type { AgreementId, InstitutionId } from '../../core/ids.ts'
import { STAGES } from '../../core/topic.ts'
import {
  AGREEMENT_STATUSES,
  INSTRUMENTS,
  MILESTONE_KINDS,
  MILESTONE_STATES,
  PARTY_KINDS,
} from '../agreement.ts'
import {
  cites,
  countryCode,
  id,
  list,
  listenedWords,
  localDate,
  localised,
  maybe,
  partialDate,
  plainText,
  regionCode,
} from './forms.ts'

const TEXT_LIMIT = 700

export const institutionForm = z.strictObject({
  id: id<InstitutionId>(),
  name: plainText,
  kind: z.enum(PARTY_KINDS),
  aliases: listenedWords,
})
export type InstitutionRow = z.infer<typeof institutionForm>

const party = z.strictObject({
  name: plainText,
  kind: z.enum(PARTY_KINDS),
  region: maybe(regionCode),
  institution: maybe(id<InstitutionId>()),
})

export const agreementForm = z
  .strictObject({
    id: id<AgreementId>(),
    instrument: z.enum(INSTRUMENTS),
    title: maybe(localised(TEXT_LIMIT)),
    parties: z.array(party).min(2, 'needs two parties'),
    region: maybe(regionCode),
    status: z.enum(AGREEMENT_STATUSES),
    signedOn: maybe(partialDate),
    signedAt: maybe(plainText),
    validUntil: maybe(localDate),
    asOf: maybe(partialDate),
    signatories: list(z.strictObject({ name: plainText, title: plainText })),
    officials: list(z.strictObject({ name: plainText, title: plainText, role: localised(TEXT_LIMIT) })),
    scope: list(z.strictObject({ text: localised(TEXT_LIMIT), stage: z.enum([...STAGES, 'all']), cites })),
    milestones: list(
      z.strictObject({
        id: id<string>(),
        what: localised(TEXT_LIMIT),
        kind: z.enum(MILESTONE_KINDS),
        date: maybe(partialDate),
        state: z.enum(MILESTONE_STATES),
        cites,
      }),
    ),
    progress: list(z.strictObject({ date: maybe(partialDate), summary: localised(TEXT_LIMIT), cites })),
    destinations: list(countryCode),
    figures: list(
      z.strictObject({
        what: localised(TEXT_LIMIT),
        value: z.number(),
        unit: maybe(plainText),
        period: maybe(plainText),
        cites,
      }),
    ),
    conflicts: list(localised(TEXT_LIMIT)),
    cites,
  })
  .superRefine((agreement, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (agreement.region === null && agreement.parties.every((one) => one.institution === null))
      refuse('region', 'has neither a region nor a party that is an institution: nobody would find it')
    const seen = new Set<string>()
    for (const { id } of agreement.milestones) {
      if (seen.has(id)) refuse('milestones', `has two milestones "${id}"`)
      seen.add(id)
    }
  })
export type AgreementRow = z.infer<typeof agreementForm>
