import type { Topic } from '../../core/topic.ts'
import { answerAgreement } from './agreement/agreement-answer.ts'
import { answerWhere } from './agreement/where.ts'
import { answerHotline, answerLocalOffice, answerMission } from './contact-answers.ts'
import type { Draft } from './draft.ts'
import { answerFromFacts } from './fact-answer.ts'
import type { Question } from './question.ts'
import {
  answerCaseStatus,
  answerHandover,
  answerPrivacy,
  answerReport,
  answerSmalltalk,
} from './service-answers.ts'
import { answerStage } from './stage-answer.ts'
import { answerStats } from './stats-answer.ts'

type Answerer = (question: Question) => Draft

/** Topics whose answer is more than the facts filed under them. All others are answered from facts alone. */
const ANSWERERS: Partial<Record<Topic, Answerer>> = {
  'stage.pre': answerStage,
  'stage.during': answerStage,
  'stage.post': answerStage,
  'stage.empowerment': answerStage,
  'agreement.status': answerAgreement,
  'agreement.content': answerAgreement,
  'agreement.parties': answerAgreement,
  'agreement.dates': answerAgreement,
  'agreement.where': answerWhere,
  'contact.local': (question) => answerLocalOffice(question),
  'contact.abroad': answerMission,
  'contact.hotline': answerHotline,
  'report.illegal': answerReport,
  stats: answerStats,
  'case.status': answerCaseStatus,
  privacy: answerPrivacy,
  handover: answerHandover,
  smalltalk: answerSmalltalk,
}

/** Answers one question from knowledge alone. */
export function answer(question: Question): Draft {
  return (ANSWERERS[question.topic] ?? answerFromFacts)(question)
}
