import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Waits until the condition gives something other than undefined or false, and gives that. No fixed pauses in tests:
 * they are too short on a busy machine and too long on every other.
 */
export async function until<T>(
  what: string,
  condition: () => T | undefined | false | Promise<T | undefined | false>,
  withinMs = 10_000,
): Promise<T> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const value = await condition()
    if (value !== undefined && value !== false) return value
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain until ${what}.`)
    await sleep(5)
  }
}
