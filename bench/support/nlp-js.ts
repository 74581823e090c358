import { createRequire } from 'node:module'
import type { PhraseLine } from '../../src/conversation/understand/model/phrases.ts'

/** The part of nlp.js we use; the package ships no types. */
interface Nlp {
  settings: { autoSave?: boolean }
  addLanguage(language: string): void
  addDocument(language: string, text: string, intent: string): void
  train(): Promise<void>
  process(language: string, text: string): Promise<{ intent: string }>
}

/**
 * nlp.js with its Indonesian stemmer, learnt from the given phrases; all go in as Indonesian, whatever their language. Its
 * reading of moods is off: the comparison is about what a message asks, and that makes nlp.js faster, not slower.
 */
export async function trainNlpJs(phrases: readonly PhraseLine[]): Promise<(text: string) => Promise<string>> {
  const require = createRequire(import.meta.url)
  const { containerBootstrap } = require('@nlpjs/core')
  const { Nlp: NlpClass } = require('@nlpjs/nlp')
  const { LangId } = require('@nlpjs/lang-id')
  const container = await containerBootstrap()
  container.use(LangId)
  const nlp: Nlp = new NlpClass({
    container,
    languages: ['id'],
    autoSave: false,
    calculateSentiment: false,
    forceNER: false,
    nlu: { log: false, useNoneFeature: false },
  })
  nlp.settings.autoSave = false
  nlp.addLanguage('id')
  for (const { text, subject } of phrases) nlp.addDocument('id', text, subject)
  await nlp.train()
  return async (text) => (await nlp.process('id', text)).intent
}
