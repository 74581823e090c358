import { DANGERS } from '../../../core/topic.ts'
import type { MessageFeatures } from '../model/features.ts'
import type { LinearModel } from '../model/linear-model.ts'
import type { DangerScores, DangerText } from './danger-text.ts'
import { type DangerReading, detectDanger } from './detect-danger.ts'
import { hear } from './hear.ts'
import { shares } from './heard-features.ts'

/** Asks the trained model and the rules together. One instance per process, like the other readers. */
export class DangerReader {
  private readonly model: LinearModel
  private readonly whole: Float64Array

  /** `model` is the one called "danger", with the labels of `DANGERS`. */
  constructor(model: LinearModel) {
    this.model = model
    this.whole = new Float64Array(DANGERS.length)
  }

  /** `sentences` are those of `raw`, `message` its features, `topics` what the topic reader makes of it. */
  read({ raw, sentences, message, topics, anchored }: DangerMessage): DangerReading {
    const heard = hear({ raw, sentences })
    const beside = { buckets: heard.features, ...shares(heard.features.length) }
    const parts = this.model.read(message, this.whole, beside).map(scoresOf)
    return detectDanger({ raw, sentences, whole: scoresOf(this.whole), parts, topics, anchored }, heard)
  }
}

export interface DangerMessage extends Pick<DangerText, 'raw' | 'sentences' | 'topics' | 'anchored'> {
  readonly message: MessageFeatures
}

function scoresOf(probabilities: Float64Array): DangerScores {
  const [none = 0, illegal_offer = 0, emergency = 0] = probabilities
  return { none, illegal_offer, emergency }
}
