import { DANGERS } from '../../../core/topic.ts'
import type { MessageFeatures } from '../model/features.ts'
import type { LinearModel } from '../model/linear-model.ts'
import { sentences } from '../normalise.ts'
import type { TopicScore } from '../understanding.ts'
import type { DangerScores } from './danger-text.ts'
import { type DangerReading, detectDanger } from './detect-danger.ts'

/** Asks the trained model and the rules together. One instance per process, like the other readers. */
export class DangerReader {
  private readonly model: LinearModel
  private readonly whole: Float64Array

  /** `model` is the one called "danger", with the labels of `DANGERS`. */
  constructor(model: LinearModel) {
    this.model = model
    this.whole = new Float64Array(DANGERS.length)
  }

  /** `message` are the features of `raw`, `topics` what the topic reader makes of it. */
  read(raw: string, message: MessageFeatures, topics: readonly TopicScore[]): DangerReading {
    const parts = this.model.read(message, this.whole).map(scoresOf)
    return detectDanger({ raw, sentences: sentences(raw), whole: scoresOf(this.whole), parts, topics })
  }
}

function scoresOf(probabilities: Float64Array): DangerScores {
  const [none = 0, illegal_offer = 0, emergency = 0] = probabilities
  return { none, illegal_offer, emergency }
}
