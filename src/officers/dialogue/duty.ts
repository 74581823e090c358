import { pressValue } from '../../core/officer-press.ts'
import type { OfficersDesk } from '../desk.ts'
import { type Asking, type OfficerAnswer, said, toast } from './officer-answer.ts'
import { refusalWords } from './refusal.ts'

/** `/siaga`: on duty or not; who is not gets no alerts. */
export async function duty(
  on: boolean | null,
  asking: Asking,
  { desk }: { readonly desk: OfficersDesk },
  pressed: boolean,
): Promise<OfficerAnswer> {
  const { officer, say } = asking
  if (on === null)
    return said(say(officer.onDuty ? 'officer.duty.isOn' : 'officer.duty.isOff'), [
      officer.onDuty
        ? { label: say('officer.duty.goOff'), value: pressValue({ kind: 'duty', on: false }) }
        : { label: say('officer.duty.goOn'), value: pressValue({ kind: 'duty', on: true }) },
    ])
  const done = await desk.duty(officer.id, on)
  const text =
    done.kind === 'done' ? say(on ? 'officer.duty.nowOn' : 'officer.duty.nowOff') : refusalWords(done, say)
  return pressed ? toast(text, { text, choices: [] }) : said(text)
}
