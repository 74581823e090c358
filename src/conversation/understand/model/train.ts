import { BUCKETS, type Features } from './features.ts'
import { LinearModel, softmax } from './linear-model.ts'

/** One text to learn from. */
export interface Example {
  readonly features: Features
  readonly label: number
  /** How much it counts; 1 for most. */
  readonly weight: number
}

export interface Training {
  readonly epochs: number
  readonly rate: number
  /** The rate is multiplied by this after each pass. */
  readonly decay: number
}

const BIAS_RATE = 0.02

/** Stochastic gradient descent in a fixed order drawn from a fixed seed: the same examples give the same bytes. */
export function train(
  labels: readonly string[],
  examples: readonly Example[],
  { epochs, rate, decay }: Training,
): LinearModel {
  const count = labels.length
  const weights = new Float32Array(count * BUCKETS)
  const bias = new Float32Array(count)
  const model = new LinearModel(labels, weights, bias)
  const order = examples.map((_, index) => index)
  const random = mulberry32(20_261_121)
  const gradient = new Float64Array(count)
  let step = rate
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const example = examples[index]
      if (example === undefined) continue
      model.score(example.features, gradient)
      softmax(gradient)
      for (let c = 0; c < count; c++) gradient[c] = (c === example.label ? 1 : 0) - (gradient[c] ?? 0)
      const pace = step * example.weight
      for (let c = 0; c < count; c++) bias[c] = (bias[c] ?? 0) + BIAS_RATE * pace * (gradient[c] ?? 0)
      const { buckets, weights: values } = example.features
      for (let i = 0; i < buckets.length; i++) {
        const scale = pace * (values[i] ?? 0)
        const row = (buckets[i] ?? 0) * count
        for (let c = 0; c < count; c++)
          weights[row + c] = (weights[row + c] ?? 0) + scale * (gradient[c] ?? 0)
      }
    }
    step *= decay
  }
  return model
}

/** A small generator with a fixed sequence. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const a = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = a
  }
}
