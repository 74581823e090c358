import type { InstitutionId } from '../../core/ids.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { isCentral } from '../answer/agreement/naming.ts'
import { draft, part, topicChoice } from '../answer/draft.ts'
import type { ConversationState } from '../state.ts'
import { askTopics, knownCountry, NOTHING_ASKED } from './ask-topic.ts'
import { caseChosen, placeTapped } from './cases/case-chosen.ts'
import { reportKind } from './cases/case-topic.ts'
import { askConsent } from './cases/consent.ts'
import { status } from './cases/own-cases.ts'
import { offerUrgent } from './cases/urgent.ts'
import type { ChoiceMeaning } from './choice-value.ts'
import { forgotten, kept, menu, refusal, switchLocale } from './fixed-replies.ts'
import { guardEmergency } from './guard.ts'
import { withOfferWanted } from './offer/offer-check.ts'
import { type Outcome, outcome } from './outcome.ts'
import type { Situation } from './reading.ts'

/** Does what a tapped button or a chosen number stands for. */
export function chosen(meaning: ChoiceMeaning, context: Situation): Outcome {
  const { state, knowledge, locale, today } = context
  const region = state.region === null ? undefined : knowledge.regions.byCode(state.region)
  const country = knownCountry(state.country, knowledge)
  const countries = country === null ? [] : [country]
  const institutions = partiesInMind(state, knowledge)
  switch (meaning.kind) {
    case 'topic': {
      if (meaning.topic === 'emergency.worker') return offerUrgent(emergencyMenu(context), context)
      // Without a desk the offices to report to are what we have.
      if (meaning.topic === 'report.illegal' && context.desk !== undefined)
        return askConsent(context, reportKind(state.topic))
      if (meaning.topic === 'case.status') return status(context)
      const asked = askTopics(
        {
          ...NOTHING_ASKED,
          topics: [meaning.topic],
          locale,
          regions: region === undefined ? [] : [region],
          countries,
          institutions,
        },
        state,
        knowledge,
        today,
      )
      return meaning.topic === 'placement.check_offer' ? withOfferWanted(asked) : asked
    }
    case 'region': {
      const picked = knowledge.regions.byCode(meaning.code)
      if (picked === undefined) return refusal(locale, 'clarify.regionStill')
      const placed = placeTapped(picked, context)
      if (placed !== undefined) return placed
      const topic = state.pending?.kind === 'region' ? state.pending.topic : (state.topic ?? 'contact.local')
      const result = askTopics(
        { ...NOTHING_ASKED, topics: [topic], locale, regions: [picked] },
        state,
        knowledge,
        today,
      )
      return { ...result, patch: { ...result.patch, settled: [...state.settled, picked.code].slice(-12) } }
    }
    case 'country':
      return askTopics(
        {
          ...NOTHING_ASKED,
          topics: [state.pending?.kind === 'country' ? state.pending.topic : 'placement.destination'],
          locale,
          countries: [meaning.code],
        },
        state,
        knowledge,
        today,
      )
    case 'locale':
      return switchLocale(meaning.locale)
    case 'more':
      return state.topic === null
        ? menu(locale)
        : askTopics(
            {
              ...NOTHING_ASKED,
              topics: [state.topic],
              locale,
              regions: region === undefined ? [] : [region],
              countries,
              institutions,
              stage: state.stage,
              more: true,
            },
            state,
            knowledge,
            today,
          )
    case 'menu':
      return menu(locale)
    case 'forget_yes':
      return state.pending?.kind === 'confirm_forget' ? forgotten(locale) : menu(locale)
    case 'forget_no':
      return kept(locale)
    default:
      return caseChosen(meaning, context)
  }
}

/** The bodies whose agreement is being talked about; a region's agreement is found by its region. */
function partiesInMind(state: ConversationState, knowledge: Knowledge): readonly InstitutionId[] {
  const agreement = state.agreement === null ? undefined : knowledge.agreements.byId(state.agreement)
  if (agreement === undefined || agreement.region !== null) return []
  return agreement.parties
    .filter((party) => !isCentral(party))
    .flatMap(({ institution }) => institution ?? [])
}

/** The emergency button: the lines to call at once, and which country. */
export function emergencyMenu({ state, knowledge, locale }: Situation): Outcome {
  const country = knownCountry(state.country, knowledge)
  const one = guardEmergency({ signs: [], country, text: '', region: null, knowledge })
  return outcome({
    action: 'answer',
    topic: 'emergency.worker',
    danger: 'emergency',
    locale,
    drafts: [one],
    pending: country === null ? { kind: 'country', topic: 'contact.abroad' } : null,
    events: [{ type: 'danger_detected', danger: 'emergency', signs: [], region: state.region, country }],
  })
}

/** A shared position: the offices near it, or plainly that it is near none. */
export function located(
  lat: number,
  lon: number,
  context: Situation,
  answerNear: (regionCode: string) => Outcome | undefined,
): Outcome {
  const { knowledge, locale } = context
  const valid = Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  const region = valid ? knowledge.regions.nearest(lat, lon, NEAR_KM) : undefined
  const result = region === undefined ? undefined : answerNear(region.code)
  return (
    result ??
    outcome({
      action: 'clarify',
      topic: 'contact.local',
      locale,
      drafts: [
        draft({
          parts: [part('answer', valid ? 'contact.locationUnknown' : 'contact.locationInvalid')],
          choices: [topicChoice('contact.abroad'), topicChoice('contact.hotline')],
        }),
      ],
      pending: { kind: 'region', topic: 'contact.local', candidates: [] },
    })
  )
}

/** A regency's centre is rarely farther than this from its border; beyond it a position is at sea or abroad. In km. */
const NEAR_KM = 120
