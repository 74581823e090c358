import { DANGERS } from '../../core/topic.ts'
import type { DangerScores } from './danger/danger-text.ts'
import { FeatureExtractor } from './model/features.ts'
import type { Models } from './model/model-file.ts'
import { piecesOf } from './tags.ts'

/** What the trained danger model makes of a normalised text. */
export class DangerModel {
  private readonly models: Models
  private readonly extractor: FeatureExtractor
  private readonly whole = new Float64Array(DANGERS.length)

  constructor(models: Models) {
    this.models = models
    this.extractor = new FeatureExtractor(models.rarity)
  }

  score(normalised: string): DangerScores {
    this.models.linear.danger.read(this.extractor.extract(piecesOf([normalised])), this.whole)
    const [none = 1, illegal_offer = 0, emergency = 0] = this.whole
    return { none, illegal_offer, emergency }
  }
}
