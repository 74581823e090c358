import type { PartialDate } from '../core/dates.ts'
import type { AgreementId, ContactId, CountryCode, FactId, InstitutionId, RegionCode } from '../core/ids.ts'
import type { DangerSign, StageId, Topic } from '../core/topic.ts'
import type { Agreement, Institution } from './agreement.ts'
import type { Contact } from './contact.ts'
import type { Destination, Fact, Stage } from './fact.ts'
import type { Region, RegionIndex } from './region.ts'

/** Everything as read from a source (database or seed files), before it is indexed. */
export interface KnowledgeData {
  readonly version: string
  readonly regions: readonly Region[]
  readonly institutions: readonly Institution[]
  readonly agreements: readonly Agreement[]
  readonly facts: readonly Fact[]
  readonly stages: readonly Stage[]
  readonly destinations: readonly Destination[]
  readonly contacts: readonly Contact[]
}

/** Where knowledge comes from: PostgreSQL in production, the seed files in tests. */
export interface KnowledgeSource {
  load(): Promise<KnowledgeData>
}

export interface AgreementIndex {
  byId(id: AgreementId): Agreement | undefined
  /** Newest first. */
  ofRegion(code: RegionCode): readonly Agreement[]
  ofInstitution(id: InstitutionId): readonly Agreement[]
  /** Agreements of the regencies and cities inside a province, not the province's own. */
  insideProvince(code: RegionCode): readonly Agreement[]
  /** Agreements one of whose signatories or officials has this name (lower-case). */
  ofPerson(name: string): readonly Agreement[]
  readonly all: readonly Agreement[]
  /** Names (lower-case, without degrees) of all signatories and officials. */
  readonly people: readonly string[]
  /** The newest day on which a page cited here was published. */
  readonly asOf: PartialDate
}

export interface FactIndex {
  byId(id: FactId): Fact | undefined
  ofTopic(topic: Topic): readonly Fact[]
  ofCountry(code: CountryCode): readonly Fact[]
  ofSign(sign: DangerSign): Fact | undefined
  /** Steps of a stage in their order. */
  steps(stage: StageId): readonly Fact[]
  readonly all: readonly Fact[]
  /** The newest day on which a page cited here was published. */
  readonly asOf: PartialDate
}

export interface ContactIndex {
  byId(id: ContactId): Contact | undefined
  /** The line everybody may call: KP2MI 0800-1000 and its number from abroad. */
  readonly national: Contact
  readonly hotlines: readonly Contact[]
  /** Offices of exactly this region. */
  ofRegion(code: RegionCode): readonly Contact[]
  missions(country: CountryCode): readonly Contact[]
  readonly all: readonly Contact[]
  /** The newest day on which a page cited here was published. */
  readonly asOf: PartialDate
}

/** The immutable snapshot the engine reads. `asOf` is the newest dated source in it. */
export interface Knowledge {
  readonly version: string
  readonly asOf: PartialDate
  readonly regions: RegionIndex
  readonly agreements: AgreementIndex
  readonly institutions: ReadonlyMap<InstitutionId, Institution>
  readonly facts: FactIndex
  readonly stages: ReadonlyMap<StageId, Stage>
  readonly destinations: ReadonlyMap<CountryCode, Destination>
  readonly contacts: ContactIndex
}
