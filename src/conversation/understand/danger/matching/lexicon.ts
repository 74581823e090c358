import { normalise } from '../../normalise.ts'
import { type Concept, WORDS } from '../words/index.ts'

export const CONCEPTS = Object.keys(WORDS) as readonly Concept[]
const NUMBERS: ReadonlyMap<string, number> = new Map(CONCEPTS.map((name, index) => [name, index]))

export function conceptNumber(name: string): number | undefined {
  return NUMBERS.get(name)
}

/** A place in the tree of terms: what the words so far mean, and the words that may follow. */
export interface Node {
  concepts: number[]
  next: Map<string, Node> | null
  /** A set phrase ends here that is passed over whole. */
  passedOver: boolean
}

const PASSED_OVER: readonly Concept[] = ['REQUEST', 'FIGURE', 'SET_PHRASE']

/** Terms are normalised like messages are, so that the tables may be written as people spell. */
function build(): ReadonlyMap<string, Node> {
  const root: Node = { concepts: [], next: new Map(), passedOver: false }
  for (const [number, name] of CONCEPTS.entries())
    for (const term of new Set(WORDS[name].map((written) => normalise(written)))) {
      if (term === '') continue
      let node = root
      for (const word of term.split(' ')) {
        node.next ??= new Map()
        let next = node.next.get(word)
        if (next === undefined) {
          next = { concepts: [], next: null, passedOver: false }
          node.next.set(word, next)
        }
        node = next
      }
      if (!node.concepts.includes(number)) node.concepts.push(number)
      if (PASSED_OVER.includes(name)) node.passedOver = true
    }
  return root.next ?? new Map()
}

let built: ReadonlyMap<string, Node> | undefined

/** The first words of all terms. Made when it is first asked for: a start need not wait for two tenths of a second of it. */
export function firstWords(): ReadonlyMap<string, Node> {
  built ??= build()
  return built
}
