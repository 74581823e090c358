import { readFileSync } from 'node:fs'
import { z } from 'zod'

const expectation = z.object({
  topic: z.string().optional(),
  also: z.array(z.string()).optional(),
  topics: z.array(z.string()).optional(),
  regions: z.array(z.string()).optional(),
  ambiguous: z.array(z.string()).optional(),
  optional: z.array(z.string()).optional(),
  danger: z.enum(['none', 'illegal_offer', 'emergency']).optional(),
  signs: z.array(z.string()).optional(),
  inScope: z.boolean().optional(),
  locale: z.string().optional(),
  mentions: z.array(z.string()).optional(),
  anyOf: z.array(z.string()).optional(),
  never: z.array(z.string()).optional(),
})
export type Expectation = z.infer<typeof expectation>

const line = z.object({ id: z.string(), text: z.string(), locale: z.string().optional(), expect: expectation })
export type EvalLine = z.infer<typeof line>

const talk = z.object({ id: z.string(), turns: z.array(z.object({ text: z.string(), expect: expectation.optional() })) })
export type EvalTalk = z.infer<typeof talk>

/** Throws with file and line number when a line has another form: a line that is not scored is worse than none. */
export function readLines(name: string): readonly EvalLine[] {
  return read(name, line)
}

export function readTalks(): readonly EvalTalk[] {
  return read('followups', talk)
}

function read<T>(name: string, schema: z.ZodType<T>): readonly T[] {
  const text = readFileSync(new URL(`../${name}.jsonl`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter((row) => row !== '')
    .map((row, index) => {
      const parsed = schema.safeParse(JSON.parse(row))
      if (!parsed.success) throw new Error(`test/evals/${name}.jsonl:${index + 1}: ${z.prettifyError(parsed.error)}`)
      return parsed.data
    })
}
