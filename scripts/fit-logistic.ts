/** One row of numbers, what it should be taken for, and how much it counts. */
export interface Row {
  readonly row: readonly number[]
  readonly label: number
  readonly weight: number
}

export interface Fitted {
  /** Per column, per class. */
  readonly weights: readonly (readonly number[])[]
  readonly bias: readonly number[]
  probabilities(row: readonly number[]): number[]
}

const STEPS = 300
const PACE = 0.1

/** Multinomial logistic regression with a ridge, by Adam over all rows at once. Deterministic. */
export function fitLogistic(rows: readonly Row[], classes: number, ridge: number): Fitted {
  const columns = (rows[0]?.row.length ?? 0) + 1
  const size = columns * classes
  const flat = new Float64Array(rows.length * columns)
  for (const [i, { row }] of rows.entries()) {
    flat.set(row, i * columns)
    flat[i * columns + columns - 1] = 1
  }
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  const at = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const gradient = new Float64Array(size)
  const scores = new Float64Array(classes)
  for (let step = 1; step <= STEPS; step++) {
    gradient.fill(0)
    for (let i = 0; i < rows.length; i++) {
      const { label, weight } = rows[i] as Row
      const from = i * columns
      scores.fill(0)
      for (let k = 0; k < columns; k++) {
        const value = flat[from + k] as number
        if (value !== 0)
          for (let c = 0; c < classes; c++)
            scores[c] = (scores[c] as number) + value * (at[k * classes + c] as number)
      }
      const most = Math.max(...scores)
      let sum = 0
      for (let c = 0; c < classes; c++) sum += scores[c] = Math.exp((scores[c] as number) - most)
      for (let c = 0; c < classes; c++)
        scores[c] = (weight * ((scores[c] as number) / sum - (c === label ? 1 : 0))) / total
      for (let k = 0; k < columns; k++) {
        const value = flat[from + k] as number
        if (value !== 0)
          for (let c = 0; c < classes; c++)
            gradient[k * classes + c] = (gradient[k * classes + c] as number) + value * (scores[c] as number)
      }
    }
    const pace = PACE * (1 - step / (STEPS + 1))
    for (let k = 0; k < size; k++) {
      const slope = (gradient[k] as number) + (k < size - classes ? ridge * (at[k] as number) : 0)
      first[k] = 0.9 * (first[k] as number) + 0.1 * slope
      second[k] = 0.99 * (second[k] as number) + 0.01 * slope * slope
      at[k] =
        (at[k] as number) -
        (pace * (first[k] as number)) /
          (1 - 0.9 ** step) /
          (Math.sqrt((second[k] as number) / (1 - 0.99 ** step)) + 1e-9)
    }
  }
  const weights = Array.from({ length: columns - 1 }, (_, k) => [
    ...at.subarray(k * classes, (k + 1) * classes),
  ])
  const bias = [...at.subarray(size - classes)]
  return {
    weights,
    bias,
    probabilities(row) {
      const own = bias.map((start, c) =>
        row.reduce((sum, value, k) => sum + value * ((weights[k] as number[])[c] as number), start),
      )
      const most = Math.max(...own)
      const odds = own.map((score) => Math.exp(score - most))
      const sum = odds.reduce((a, b) => a + b, 0)
      return odds.map((one) => one / sum)
    },
  }
}
