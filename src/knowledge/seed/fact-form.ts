import { z } from 'zod'
import type { FactId } from '../../core/ids.ts'
import { EMERGENCY_SIGNS, OFFER_SIGNS, STAGES, TOPICS } from '../../core/topic.ts'
import { FACT_KINDS, STANDINGS } from '../fact.ts'
import {
  cite,
  cites,
  countryCode,
  id,
  list,
  listenedWords,
  localised,
  maybe,
  partialDate,
  plainText,
} from './forms.ts'

/** What fits one short message beside a source and a next step; details are told only when asked for. */
const TEXT_LIMIT = 260
const DETAIL_LIMIT = 700

export const factForm = z
  .strictObject({
    id: id<FactId>(),
    kind: z.enum(FACT_KINDS),
    topics: z.array(z.enum(TOPICS)).min(1, 'needs at least one topic'),
    leads: list(z.enum(TOPICS)),
    text: localised(TEXT_LIMIT),
    detail: maybe(localised(DETAIL_LIMIT)),
    terms: listenedWords,
    countries: list(countryCode),
    stage: maybe(z.enum(STAGES)),
    order: maybe(z.number().int()),
    actor: maybe(localised(DETAIL_LIMIT)),
    documents: list(localised(DETAIL_LIMIT)),
    standing: z.enum(STANDINGS),
    asOf: maybe(partialDate),
    figure: maybe(z.strictObject({ value: z.number(), unit: plainText, period: plainText })),
    sign: maybe(z.enum([...EMERGENCY_SIGNS, ...OFFER_SIGNS])),
    caution: maybe(localised(DETAIL_LIMIT)),
    cites: z.array(cite).default([]),
  })
  .superRefine((fact, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (fact.kind !== 'gap' && !cites.safeParse(fact.cites).success)
      refuse('cites', 'needs at least one source (only a gap has none)')
    for (const topic of fact.leads)
      if (!fact.topics.includes(topic)) refuse('leads', `leads ${topic}, which is not among its topics`)
    if (fact.kind === 'figure' && fact.figure === null)
      refuse('figure', 'a fact of kind figure needs its number')
    if (fact.kind !== 'step' && fact.order !== null) refuse('order', 'only steps have an order')
    if (fact.kind !== 'step' && fact.actor !== null) refuse('actor', 'only steps have an actor')
    if (fact.kind !== 'danger_sign' && fact.sign !== null) refuse('sign', 'only danger signs name a sign')
    if (fact.kind === 'step' && fact.order !== null && fact.stage === null)
      refuse('stage', 'a step with an order needs the stage it is ordered in')
  })
export type FactRow = z.infer<typeof factForm>
