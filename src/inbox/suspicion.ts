/**
 * A message that kills the process which answers it must be found out, and one that happened to be in the hands of a
 * process that died of something else must not be parked for it. So deaths are weighed:
 * - in a batch of several: every message of it becomes suspect, and from then on each is answered alone;
 * - alone, while its turn was taken: that is what a deadly message does. The third time it is parked;
 * - alone, while its answer was written: hardly its fault, but a crash must not go on for ever.
 */
export const SUSPECT = 1
export const DIED_THINKING = 4
export const DIED_WRITING = 1
/** The group's death and three of its own. */
export const CONVICTED = SUSPECT + 3 * DIED_THINKING
