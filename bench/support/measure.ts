/** How fast something answers, one question after the other. */
export interface Speed {
  readonly perSecond: number
  /** Per second of processor time, all threads: on a busy machine the truer number. */
  readonly perProcessorSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
}

const WARM_UP_MS = 1_500

/**
 * Asks every question in turn, again and again, for `seconds`. The first rounds are not counted: the compiler is still at
 * work. The clock is read around each question, which costs well under a microsecond.
 */
export function measure<T>(questions: readonly T[], ask: (question: T) => unknown, seconds: number): Speed {
  const warm = performance.now() + WARM_UP_MS
  for (let i = 0; performance.now() < warm; i++) ask(questions[i % questions.length] as T)
  const times: number[] = []
  const used = process.cpuUsage()
  const begin = performance.now()
  const end = begin + seconds * 1_000
  let before = begin
  // Whole rounds only: half a round would count the early questions twice.
  while (before < end) {
    for (const question of questions) {
      ask(question)
      const after = performance.now()
      times.push(after - before)
      before = after
    }
  }
  return speedOf(times, before - begin, process.cpuUsage(used))
}

/** The same for something that answers with a promise; one at a time, as a single person would ask. */
export async function measureAsync<T>(
  questions: readonly T[],
  ask: (question: T) => Promise<unknown>,
  seconds: number,
): Promise<Speed> {
  const warm = performance.now() + WARM_UP_MS
  for (let i = 0; performance.now() < warm; i++) await ask(questions[i % questions.length] as T)
  const times: number[] = []
  const used = process.cpuUsage()
  const begin = performance.now()
  const end = begin + seconds * 1_000
  let before = begin
  while (before < end) {
    for (const question of questions) {
      await ask(question)
      const after = performance.now()
      times.push(after - before)
      before = after
    }
  }
  return speedOf(times, before - begin, process.cpuUsage(used))
}

function speedOf(times: readonly number[], total: number, { user, system }: NodeJS.CpuUsage): Speed {
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const perProcessorSecond = (times.length / (user + system)) * 1_000_000
  return { perSecond: (times.length / total) * 1_000, perProcessorSecond, p50: at(0.5), p99: at(0.99) }
}

/**
 * Two ways of doing the same, measured in turns so that a busy minute of the machine slows both: the ratio of their median
 * times per round.
 */
export function ratioOf(first: () => void, second: () => void, rounds: number): number {
  const timed = (run: () => void) => {
    const begin = performance.now()
    run()
    return performance.now() - begin
  }
  for (let i = 0; i < 3; i++) {
    first()
    second()
  }
  const ratios: number[] = []
  for (let i = 0; i < rounds; i++) ratios.push(timed(second) / timed(first))
  return ratios.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}
