import { inLocale } from '../../core/locale.ts'
import type { Part } from '../../core/reply.ts'
import type { StageId } from '../../core/topic.ts'
import type { Fact } from '../../knowledge/fact.ts'
import { whomToContact } from './contacts.ts'
import { type Draft, draft, part } from './draft.ts'
import { answerFromFacts, choicesAfter } from './fact-answer.ts'
import type { Question } from './question.ts'
import { selectFacts } from './select-facts.ts'

const NEXT: Record<StageId, StageId | null> = {
  pre: 'during',
  during: 'post',
  post: 'empowerment',
  empowerment: null,
}

/**
 * A question about a stage in general gets its steps in order; one about something inside it ("OPP itu apa", "lapor
 * kedatangan") gets the fact that fits.
 */
export function answerStage(question: Question): Draft {
  const stage = question.topic.slice('stage.'.length) as StageId
  const { knowledge, locale } = question
  const best = selectFacts(question)[0]
  const steps = knowledge.facts.steps(stage)
  if ((best?.specific === true && best.score > 3.2) || steps.length === 0) return answerFromFacts(question)
  const told = new Set<string>(question.told)
  const fresh = question.more ? steps.filter(({ id }) => !told.has(id)) : steps
  if (fresh.length === 0) return answerFromFacts(question)
  const shown: Fact[] = []
  let used = 0
  for (const step of fresh) {
    const length = inLocale(step.text, locale).length + 4
    if (shown.length > 0 && used + length > question.room + 120) break
    shown.push(step)
    used += length
    if (question.short) break
  }
  const about = knowledge.stages.get(stage)
  const lead: Part[] =
    about === undefined || question.more
      ? []
      : [part('answer', 'stage.lead', { name: about.name, summary: about.summary })]
  const next = NEXT[stage]
  const nextName = next === null ? undefined : knowledge.stages.get(next)?.name
  const all = shown.length === fresh.length
  const whom = whomToContact(knowledge, question.regions[0])
  return draft({
    parts: [
      ...lead,
      ...shown.map((step) => part('fact', 'fact.step', { order: steps.indexOf(step) + 1, text: step.text })),
      ...(all && nextName !== undefined ? [part('next', 'stage.next', { name: nextName })] : []),
      ...whom.parts,
    ],
    citations: [...shown.flatMap((step) => step.citations), ...(about?.citations ?? [])],
    contacts: whom.contacts,
    choices: choicesAfter(question.topic, !all),
    told: [...(question.more ? question.told : []), ...shown.map(({ id }) => id)],
    regions: question.regions,
    countries: question.countries,
  })
}
