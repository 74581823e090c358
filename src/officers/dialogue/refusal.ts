import type { WordsIn } from '../../core/channel.ts'
import type { Refused } from '../desk.ts'

/** Why something was not done. What is outside an officer's regions is told like what is not there. */
export function refusalWords(refused: Refused, say: WordsIn): string {
  switch (refused.kind) {
    case 'taken':
      return say('officer.refused.taken', { by: refused.by })
    case 'out_of_scope':
    case 'not_found':
      return say('officer.refused.notFound')
    case 'revoked':
      return say('officer.stranger')
    case 'ended':
      return say('officer.refused.ended')
    case 'unreachable':
      return say('officer.refused.unreachable')
    case 'talking':
      return say('officer.refused.talking', { number: refused.number })
    case 'not_allowed':
      return say('officer.refused.notAllowed')
  }
}
