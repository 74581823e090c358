/** Rows by key; a row may stand under several keys, and stands once under each. */
export function groupBy<K, V>(
  rows: readonly V[],
  keysOf: (row: V) => Iterable<K>,
): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>()
  for (const row of rows)
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [row])
      else group.push(row)
    }
  return groups
}
