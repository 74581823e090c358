import type { DangerScores } from '../../../../../src/conversation/understand/danger/danger-text.ts'
import {
  type DangerReading,
  detectDanger,
} from '../../../../../src/conversation/understand/danger/detect-danger.ts'
import { sentences } from '../../../../../src/conversation/understand/normalise.ts'

/** A model that sees nothing wrong: what the rules find they find alone. */
const UNMOVED: DangerScores = { none: 0.9, illegal_offer: 0.04, emergency: 0.06 }

export function read(text: string, model: DangerScores = UNMOVED): DangerReading {
  return detectDanger({ raw: text, sentences: sentences(text), whole: model, parts: [] })
}
