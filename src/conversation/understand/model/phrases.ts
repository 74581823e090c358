import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES, type Language } from '../../../core/locale.ts'

/** One line to learn from. */
export interface PhraseLine {
  readonly language: Language
  readonly text: string
  /** The file's subject: a topic, or a danger class. `emergency.worker.2.txt` belongs to `emergency.worker`. */
  readonly subject: string
}

/**
 * Reads `<subject>[.<n>].txt` files: one phrase per line, `language<TAB>phrase`, `#` for comments. Throws with file and line
 * when a line has another form: a phrase lost silently would be a hole in what is understood.
 */
export function readPhrases(folder: string): readonly PhraseLine[] {
  const result: PhraseLine[] = []
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    const subject = file.replace(/(\.\d+)?\.txt$/, '')
    for (const [index, line] of readFileSync(join(folder, file), 'utf8').split('\n').entries()) {
      if (line.trim() === '' || line.startsWith('#')) continue
      const [language, text, ...rest] = line.split('\t')
      if (text === undefined || rest.length > 0 || !isLanguage(language)) {
        throw new Error(
          `${file}:${index + 1}: expected "language<TAB>phrase" with a language of ${LANGUAGES.join(', ')}.`,
        )
      }
      result.push({ language, text, subject })
    }
  }
  return result
}

function isLanguage(text: string | undefined): text is Language {
  return (LANGUAGES as readonly (string | undefined)[]).includes(text)
}
