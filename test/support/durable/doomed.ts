import type { TurnContext } from '../../../src/conversation/turn.ts'
import { createPhrase, type Phrase } from '../../../src/phrase/phrase.ts'
import { lightContext, realContext } from './engine.ts'
import type { AlertKillPoint, KillPoint, ProcessSettings } from './settings.ts'

type Point = KillPoint | AlertKillPoint

/** Ends the whole process at some points, by chance, as its settings say. */
export function doomOf({ kill }: ProcessSettings) {
  const isDoomed = (point: Point) => kill?.at.includes(point) === true && Math.random() < kill.chance
  const die = () => process.kill(process.pid, 'SIGKILL')
  return {
    isDoomed,
    die,
    killAt: (point: Point) => {
      if (isDoomed(point)) die()
    },
  }
}

/** The engine and the words of a process, or of its thread that answers, with their points to die at. */
export async function doomedParts(settings: ProcessSettings) {
  const { isDoomed, die, killAt } = doomOf(settings)
  const engine = settings.engine === 'real' ? await realContext() : await lightContext(settings.engine.light)
  let diesAfter = false
  /** Asked once for every batch. */
  const context = (): TurnContext => {
    const dies = isDoomed('mid_turn')
    diesAfter = isDoomed('after_commit')
    return {
      ...engine,
      understand: (text, knowledge) => {
        if (dies || text === settings.deadly) die()
        while (text === settings.endless) {
          // Nobody else has a turn in this thread.
        }
        return engine.understand(text, knowledge)
      },
      now: new Date(),
    }
  }
  const words = await createPhrase()
  let dispatching = false
  const phrase: Phrase = {
    ...words,
    wording(wording, locale) {
      // Cards are worded in the transaction that queues them; once for each batch, however many it holds.
      if (wording.key === 'alert.card.head' && !dispatching) {
        dispatching = true
        setImmediate(() => {
          dispatching = false
        })
        killAt('mid_dispatch')
      }
      return words.wording(wording, locale)
    },
  }
  return {
    context,
    phrase,
    /** After a commit. */
    afterCommit: () => {
      if (diesAfter) die()
    },
    limits: {
      flood: { most: 1_000_000, withinMs: 10_000 },
      loops: settings.loops,
      lanesOfBatch: settings.lanesOfBatch,
    },
  }
}
