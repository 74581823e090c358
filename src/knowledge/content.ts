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
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
