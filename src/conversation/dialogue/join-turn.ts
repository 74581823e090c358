import { JOIN_MINUTES, type JoinCheck, type Joining } from '../../core/join.ts'
import type { Locale } from '../../core/locale.ts'
import type { MessageKey } from '../../core/wording.ts'
import { draft, MENU, part } from '../answer/draft.ts'
import type { ConversationEvent } from '../events/event.ts'
import type { ConversationState } from '../state.ts'
import { type Outcome, outcome } from './outcome.ts'

/** "gabung akun", in our languages, and nothing else in the message but a polite word and perhaps the code. */
const WANTS =
  /^(?:(?:saya|aku|kula|abdi|i)\s+)?(?:(?:mau|ingin|tolong|minta|pengin|hoyong|please|want\s+to)\s+)?(?:(?:me|ng|meng)?(?:gabung|satukan|sambung|hubungkan|gandeng|hijikeun)(?:kan|ke|ake|aken|keun)?|join|link|merge|connect)\s+(?:dua\s+|my\s+|two\s+)?(?:akun|account)s?(?:ku)?(?:\s+(?:saya|kula|abdi))?(?:\s+\d{6})?[.!]*$/i
/** As people copy it: with a word before it, in two halves. */
const CODE = /^(?:(?:kode|code|kodenya|kodene|kodena)\s*:?\s*)?(\d{3})[\s.-]?(\d{3})[.!]*$/i

const SAID: Readonly<Record<JoinCheck, MessageKey>> = {
  right: 'join.done',
  wrong: 'join.wrong',
  own: 'join.own',
  same_channel: 'join.sameChannel',
  too_often: 'join.tooOften',
}

/** The wish to be one person on two channels, and the code that shows it; undefined: the message is about something else. */
export function joinTurn(
  said: string,
  localeOf: () => Locale,
  { pending }: ConversationState,
  joining: Joining | undefined,
): Outcome | undefined {
  const text = said.trim()
  const waits = pending?.kind === 'join_code'
  const [, first = '', second = ''] = (waits ? CODE.exec(text) : null) ?? []
  const code = first + second
  if (code === '' && !WANTS.test(text)) return undefined
  const locale = localeOf()
  // Nothing is kept of a guest, and in a chat that others read a code would be everybody's.
  if (joining === undefined) return answered(locale, 'join.notHere')
  if (code === '')
    return answered(locale, 'join.code', {
      params: { code: joining.newCode, minutes: JOIN_MINUTES },
      waits: true,
      event: { type: 'join_code_shown', code: joining.newCode },
    })
  const check = joining.check(code)
  return answered(locale, SAID[check], {
    waits: check === 'wrong' || check === 'own',
    event: { type: 'join_code_typed', code, check },
  })
}

interface More {
  readonly params?: Readonly<Record<string, string | number>>
  /** The next message may be a code. */
  readonly waits?: boolean
  readonly event?: ConversationEvent
}

function answered(locale: Locale, key: MessageKey, { params, waits = false, event }: More = {}): Outcome {
  return outcome({
    action: 'answer',
    topic: 'smalltalk',
    locale,
    drafts: [draft({ parts: [part('answer', key, params)], choices: [MENU] })],
    pending: waits ? { kind: 'join_code' } : null,
    events: event === undefined ? [] : [event],
  })
}
