/** Something wrong in a seed file, named so that whoever wrote the file finds it at once. */
export interface SeedProblem {
  /** Path inside the seed folder. */
  readonly file: string
  /** The id of the row, or `#3` when it has none; empty for the file as a whole. */
  readonly row: string
  readonly field: string
  readonly reason: string
}

export function tellProblem({ file, row, field, reason }: SeedProblem): string {
  return `${[file, row, field].filter((part) => part !== '').join(' › ')}: ${reason}`
}

/** Stops a start: answers must not be made from files that contradict themselves. */
export class SeedError extends Error {
  readonly problems: readonly SeedProblem[]

  constructor(problems: readonly SeedProblem[]) {
    const lines = problems.map((problem) => `  ${tellProblem(problem)}`)
    super(`The seed files have ${problems.length} problem(s):\n${lines.join('\n')}`)
    this.name = 'SeedError'
    this.problems = problems
  }
}
