import { readFile } from 'node:fs/promises'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { readModels } from './model/model-file.ts'
import { createReader } from './reader.ts'
import type { Understand } from './understand.ts'

/** Loads the learnt models from the file beside the code; throws when it is missing or damaged (then: npm run model). */
export async function loadUnderstand(): Promise<(knowledge: Knowledge) => Understand> {
  return createReader(readModels(await readFile(new URL('./model/model.bin', import.meta.url))))
}
