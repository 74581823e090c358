import { rules } from '../matching/rule.ts'

export const SEXUAL_ABUSE = rules(
  'sexual_abuse',
  `
  3 ASSAULTED
  4 ASSAULTED KIN|ME|EMPLOYER ~7
  3 FORCED SEX_WORK ~6
  3 AT_NIGHT EMPLOYER|SOMEONE|ME ~8
  2 AT_NIGHT
  2 ASSAULTED EMPLOYER ~8
  `,
)

/** Wanting to die: better ten needless kind words than one missed. */
export const SELF_HARM = rules(
  'self_harm',
  `
  4 SUICIDE !
  4 WANT > DIE ~4
  3 WANT > DIE ~6
  4 DIE_IF
  4 NO_WISH > LIVE ~4
  3 LIVE > NO_WISH ~4
  4 NO_LIFE !
  4 FAREWELL !
  3 DESPAIR !
  4 CUT > SELF ~4
  3 CUT > BODY SELF ~5
  3 HEIGHTS JUMP ~8
  3 WANT|SOON > JUMP ~5
  2 JUMP KIN|ME|NOW ~6
  2 HEIGHTS KIN|ME|NOW ~8
  3 HEIGHTS AFRAID|UNBEARABLE ~9
  3 JUMP UNBEARABLE|HURT_DONE ~9
  `,
)
