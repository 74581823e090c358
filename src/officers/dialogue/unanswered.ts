import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { OfficersDesk, UnansweredCount } from '../desk.ts'
import { regionName } from './case-words.ts'
import { type Asking, type OfficerAnswer, said } from './officer-answer.ts'
import { refusalWords } from './refusal.ts'

/** `/tanya`: what people asked and nobody could answer, most asked first. */
export async function unanswered(
  asking: Asking,
  { desk, knowledge }: { readonly desk: OfficersDesk; readonly knowledge: () => Knowledge },
): Promise<OfficerAnswer> {
  const { officer, say } = asking
  const found = await desk.unanswered(officer.id, 7)
  if (found.kind !== 'done') return said(refusalWords(found, say))
  if (found.counts.length === 0) return said(say('officer.unanswered.none'))
  const line = ({ topic, region, language, count }: UnansweredCount) =>
    say('officer.unanswered.line', {
      count,
      topic: topic === null ? { key: 'officer.unanswered.noTopic' } : { key: `topic.${topic}` },
      region: regionName(region, knowledge()),
      language,
    })
  return said([say('officer.unanswered.head'), ...found.counts.slice(0, 20).map(line)].join('\n'))
}
