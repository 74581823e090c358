import { z } from 'zod'
import { STAGES } from '../../core/topic.ts'
import { cites, countryCode, listenedWords, localised } from './forms.ts'

const TEXT_LIMIT = 700

export const stageForm = z.strictObject({
  id: z.enum(STAGES),
  name: localised(TEXT_LIMIT),
  summary: localised(TEXT_LIMIT),
  cites,
})
export type StageRow = z.infer<typeof stageForm>

/** `demonyms` (`orang malaysia`) are listened for exactly as aliases are. */
export const destinationForm = z.strictObject({
  code: countryCode,
  name: localised(TEXT_LIMIT),
  aliases: listenedWords,
  demonyms: listenedWords.default([]),
})
export type DestinationRow = z.infer<typeof destinationForm>

/**
 * What we add to the official list of regions, by code. `needsMarker` and `needsKind` are names that are also everyday
 * words: they belong to listening (`regions/`) and are only checked for their form here.
 */
export const regionExtrasForm = z.strictObject({
  $comment: z.string().optional(),
  needsMarker: listenedWords.default([]),
  needsKind: listenedWords.default([]),
  aliases: z.record(z.string(), listenedWords).default({}),
  positions: z
    .record(z.string(), z.tuple([z.number().min(-12).max(7), z.number().min(94).max(142)]))
    .default({}),
})
export type RegionExtras = z.infer<typeof regionExtrasForm>
