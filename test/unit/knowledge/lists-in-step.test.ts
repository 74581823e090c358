/** The database has enums of its own: each must hold exactly the words of the domain. */
import { expect, it } from 'vitest'
import { GRADES } from '../../../src/core/citation.ts'
import { STAGES } from '../../../src/core/topic.ts'
import * as enums from '../../../src/database/generated/enums.ts'
import {
  AGREEMENT_STATUSES,
  INSTRUMENTS,
  MILESTONE_KINDS,
  MILESTONE_STATES,
  PARTY_KINDS,
} from '../../../src/knowledge/agreement.ts'
import { CONFIDENCES, CONTACT_KINDS } from '../../../src/knowledge/contact.ts'
import { STANDINGS } from '../../../src/knowledge/fact.ts'
import { REGION_KINDS } from '../../../src/knowledge/region.ts'

it.each([
  ['RegionKind', enums.RegionKind, REGION_KINDS],
  ['PartyKind', enums.PartyKind, PARTY_KINDS],
  ['Grade', enums.Grade, GRADES],
  ['Instrument', enums.Instrument, INSTRUMENTS],
  ['AgreementStatus', enums.AgreementStatus, AGREEMENT_STATUSES],
  ['MilestoneKind', enums.MilestoneKind, MILESTONE_KINDS],
  ['MilestoneState', enums.MilestoneState, MILESTONE_STATES],
  ['ScopeStage', enums.ScopeStage, [...STAGES, 'all']],
  ['StageId', enums.StageId, STAGES],
  ['Standing', enums.Standing, STANDINGS],
  ['Confidence', enums.Confidence, CONFIDENCES],
  // Missions have a table of their own.
  ['ContactKind', enums.ContactKind, CONTACT_KINDS.filter((kind) => kind !== 'mission')],
])('%s', (_name, inDatabase, inDomain) => {
  expect(Object.values(inDatabase).sort()).toEqual([...inDomain].sort())
})
