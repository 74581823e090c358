import { readdirSync, readFileSync } from 'node:fs'

/** `/proc` counts in hundredths of a second on every Linux that Node runs on. */
const TICK_MS = 10

/** Milliseconds of processor time a process has used, all threads; 0 where there is no /proc. */
export function processorMs(pid: number): number {
  const fields = statOf(pid)
  return fields === undefined ? 0 : (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** The same of a process, its children of now and those that ended: PostgreSQL has one for every connection. */
export function familyMs(pid: number): number {
  const own = statOf(pid)
  if (own === undefined) return 0
  const ended = (Number(own[13]) + Number(own[14])) * TICK_MS
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(Number(name))?.[1] === String(pid))
    .reduce((sum, name) => sum + processorMs(Number(name)), ended + processorMs(pid))
}

/** What stands behind the name in brackets, which may hold spaces itself: state, parent, … */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
