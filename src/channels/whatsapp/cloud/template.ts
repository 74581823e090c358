import { shortened } from '../../../core/split-text.ts'

/** A message that Meta has approved beforehand, with one place for words. Outside the 24 hours nothing else may go. */
export interface Template {
  readonly name: string
  /** As Meta names it: `id`, `en`, `en_US`. */
  readonly language: string
}

export interface Templates {
  readonly alert: Template | undefined
  readonly reminder: Template | undefined
}

/** `name` or `name:language`. */
export const TEMPLATE = /^([a-z0-9_]{1,512})(?::([a-z]{2,3}(?:_[A-Z]{2})?))?$/

/** Reads a setting that was checked with `TEMPLATE`. */
export function readTemplate(text: string): Template {
  const [, name = text, language = 'id'] = TEMPLATE.exec(text) ?? []
  return { name, language }
}

/** Meta refuses a whole message for more than this, for line breaks, and for five spaces in a row. */
const LONGEST_PARAMETER = 1_024

export function templateBody({ name, language }: Template, text: string): object {
  const words = shortened(
    text
      .replace(/\s*\n+\s*/g, ' / ')
      .replace(/\s+/g, ' ')
      .trim(),
    LONGEST_PARAMETER,
  )
  return {
    type: 'template',
    template: {
      name,
      language: { code: language },
      components: [{ type: 'body', parameters: [{ type: 'text', text: words }] }],
    },
  }
}
