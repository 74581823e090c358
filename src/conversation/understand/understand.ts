import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Understanding } from './understanding.ts'

/** Reads a message: a pure function of the text, the words we listen for and the places and names we know. */
export type Understand = (text: string, knowledge: Knowledge) => Understanding
