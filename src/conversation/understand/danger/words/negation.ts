import { list } from '../matching/affixes.ts'

/** Saying no, and what may stand between the no and what it denies ("tidak pernah dipukul"). */
export const NEGATION = {
  NOT: list(`tidak, bukan, belum, ora, mboten, boten, ndak, teu, henteu, sanes, ta, enja, enje, ndeq, ndek, ndeqman, not, no, dont,
    doesnt, didnt, cant, cannot, wont, never, isnt, arent, wasnt, havent, hasnt, durung, dereng, tanpa, tiada, without, tan,
    euweuh, moal, ngga, nothing, refuse, refuses, refused, nolak, menolak, emoh, mogoh, tada, dudu, embung, neither, nor, wouldnt, couldnt`),
  DENIAL:
    list(`tidak, bukan, ora, mboten, boten, teu, henteu, sanes, ta, enja, ndeq, ndek, not, no, never, didnt, doesnt, dont, isnt,
    wasnt, belum, durung, dudu, dereng, tanpa, without, nobody, jangan, hasnt, havent, alhamdulillah tidak, gak pernah`),
  BETWEEN: list(
    'pernah, ada, sampai, sempat, kok, sih, ever, been, being, tahu, nate, kantos, any, juga, lah, di, have, me, yang, a, kena, langsung, perlu, usah, harus',
  ),
  /** "tidak dimarahi atau dipukul": the no goes for both. */
  OR: list('atau, maupun, or, nor, utawa, utowo, atawa, apalagi, ataupun'),
  /** Forbidding, and its cousins. */
  FORBID: list(
    `dilarang, larang, ngelarang, melarang, nglarang, forbid, forbids, forbidden, prohibits, ulah, aja nganti, ojo, ja, ndaq`,
  ),
} as const
