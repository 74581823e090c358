import { createHash } from 'node:crypto'
import { STAGES } from '../core/topic.ts'
import type { KnowledgeData } from './knowledge.ts'

/** Knowledge before it has its version. */
export type KnowledgeContent = Omit<KnowledgeData, 'version'>

/**
 * Puts the content in one fixed order and names it by its hash. The same facts get the same version, whether they come
 * from the seed files or from PostgreSQL, on any machine and after any number of restarts; so an answer that was stored
 * with a version can be explained later.
 */
export function withVersion(content: KnowledgeContent): KnowledgeData {
  const ordered: KnowledgeContent = {
    regions: sorted(content.regions, ({ code }) => code),
    institutions: sorted(content.institutions, ({ id }) => id),
    agreements: sorted(content.agreements, ({ id }) => id),
    facts: sorted(content.facts, ({ id }) => id),
    stages: [...content.stages].sort((a, b) => STAGES.indexOf(a.id) - STAGES.indexOf(b.id)),
    destinations: sorted(content.destinations, ({ code }) => code),
    contacts: sorted(content.contacts, ({ id }) => id),
  }
  return { version: hashOf(ordered), ...ordered }
}

/** By code units, not by a language's rules: those differ between machines. */
function sorted<T>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  return [...rows].sort((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)]
    return left < right ? -1 : left > right ? 1 : 0
  })
}

function hashOf({ regions, ...rest }: KnowledgeContent): string {
  const hash = createHash('sha256')
  // The thousands of regions are written by hand: a general walk over them takes longer than all the rest.
  for (const { code, kind, name, parent, aliases, position } of regions)
    hash.update(`${code}|${kind}|${name}|${parent}|${aliases.join()}|${position?.lat},${position?.lon}\n`)
  return hash.update(canonicalJson(rest)).digest('hex').slice(0, 16)
}

/** JSON whose keys are sorted, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return write(value, new Map())
}

/** `sources` remembers what was written for a source: hundreds of citations share one. */
function write(value: unknown, sources: Map<object, string>): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => write(item, sources)).join()}]`
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[key]
    if (inner === undefined) continue
    members.push(
      `${JSON.stringify(key)}:${key === 'source' ? remembered(inner, sources) : write(inner, sources)}`,
    )
  }
  return `{${members.join()}}`
}

function remembered(source: unknown, sources: Map<object, string>): string {
  if (typeof source !== 'object' || source === null) return write(source, sources)
  let text = sources.get(source)
  if (text === undefined) {
    text = write(source, sources)
    sources.set(source, text)
  }
  return text
}
