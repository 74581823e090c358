/** `npm run eval [-- --misses name]`: prints every score beside its floor. */
import { readFileSync } from 'node:fs'
import { evalEngine } from './scoring/engine.ts'
import { scoreAll } from './scoring/score.ts'

const floors = JSON.parse(readFileSync(new URL('./floors.json', import.meta.url), 'utf8')) as {
  atLeast: Record<string, number>
  atMost: Record<string, number>
}
const scores = scoreAll(await evalEngine())
const wanted = process.argv.includes('--misses') ? process.argv[process.argv.indexOf('--misses') + 1] : undefined
for (const [name, { value, of, misses }] of Object.entries(scores)) {
  const floor = floors.atLeast[name] !== undefined ? `at least ${floors.atLeast[name]}` : floors.atMost[name] !== undefined ? `at most ${floors.atMost[name]}` : ''
  console.log(`${name.padEnd(26)} ${(value * 100).toFixed(1).padStart(5)} % of ${String(of).padStart(4)}  ${floor}`)
  if (wanted === name) console.log(misses.map((miss) => `    ${miss}`).join('\n'))
}
