import { OFFICER_ROLES, type OfficerRole } from '../../core/alert.ts'
import { dayInJakarta, type PartialDate } from '../../core/dates.ts'
import type { RegionCode } from '../../core/ids.ts'
import { pressValue } from '../../core/officer-press.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Invitation, OfficerId, OfficersDesk } from '../desk.ts'
import { regionsNamed } from './agreements.ts'
import { regionName } from './case-words.ts'
import { type Asking, type OfficerAnswer, said, toast } from './officer-answer.ts'
import { refusalWords } from './refusal.ts'

/** What admins do with officers: invite, list, revoke. */
export interface AdminParts {
  readonly desk: OfficersDesk
  readonly knowledge: () => Knowledge
}

const ROLE_WORDS: Readonly<Record<string, OfficerRole>> = {
  ...Object.fromEntries(OFFICER_ROLES.map((role) => [role, role])),
  petugas: 'officer',
  penyelia: 'supervisor',
  pengawas: 'supervisor',
  nasional: 'national',
}

type ReadInvitation =
  | { readonly kind: 'invitation'; readonly invitation: Invitation }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unknown_region'; readonly said: string }

/** `petugas; Kabupaten Jember, Kota Batu; Rina` or `nasional; Budi`. A region must be one, by name or by its code. */
export function readInvitation(text: string, knowledge: Knowledge): ReadInvitation {
  const parts = text.split(';').map((part) => part.trim())
  const role = ROLE_WORDS[parts[0]?.toLowerCase() ?? '']
  const name = parts.at(-1) ?? ''
  if (role === undefined || name === '' || name.length > 80) return { kind: 'unreadable' }
  const everywhere = role === 'national' || role === 'admin'
  if (parts.length !== (everywhere ? 2 : 3)) return { kind: 'unreadable' }
  const regions: RegionCode[] = []
  for (const said of everywhere ? [] : (parts[1] ?? '').split(',').map((one) => one.trim())) {
    const found = regionsNamed(said, knowledge)
    const [region] = found
    if (region === undefined || found.length > 1) return { kind: 'unknown_region', said }
    if (role === 'supervisor' && region.kind !== 'province') return { kind: 'unknown_region', said }
    regions.push(region.code)
  }
  return { kind: 'invitation', invitation: { name, role, regions } }
}

/** `/undang`: a code that makes somebody an officer, shown once. */
export async function invite(
  text: string,
  asking: Asking,
  { desk, knowledge }: AdminParts,
): Promise<OfficerAnswer> {
  const { officer, say } = asking
  if (officer.role !== 'admin') return said(refusalWords({ kind: 'not_allowed' }, say))
  const read = readInvitation(text, knowledge())
  if (read.kind === 'unreadable') return said(say('officer.invite.how'))
  if (read.kind === 'unknown_region') return said(say('officer.invite.whichRegion', { said: read.said }))
  const done = await desk.invite(officer.id, read.invitation)
  if (done.kind !== 'done') return said(refusalWords(done, say))
  return said(
    say('officer.invite.code', {
      name: read.invitation.name,
      code: done.code,
      date: { date: dayInJakarta(done.expiresAt) as string as PartialDate },
    }),
  )
}

/** `/cabut`: everybody who may see something, each with a button that ends it at once. */
export async function listOfficers(asking: Asking, { desk, knowledge }: AdminParts): Promise<OfficerAnswer> {
  const { officer, say } = asking
  const done = await desk.officers(officer.id)
  if (done.kind !== 'done') return said(refusalWords(done, say))
  const others = done.officers.filter(({ id }) => id !== officer.id)
  if (others.length === 0) return said(say('officer.revoke.nobody'))
  const lines = others.map(({ name, role, regions }) =>
    say('officer.revoke.line', {
      name,
      role: { key: `officer.role.${role}` },
      regions: { list: regions.map((code) => regionName(code, knowledge())) },
    }),
  )
  return said(
    [say('officer.revoke.head'), ...lines].join('\n'),
    others.slice(0, 40).map(({ id, name }) => ({
      label: say('officer.revoke.button', { name }),
      value: pressValue({ kind: 'revoke', officer: id }),
    })),
  )
}

/** The pressed button of that list. */
export async function revoke(whom: OfficerId, asking: Asking, { desk }: AdminParts): Promise<OfficerAnswer> {
  const done = await desk.revoke(asking.officer.id, whom)
  return toast(asking.say(done.kind === 'done' ? 'officer.revoke.done' : 'officer.revoke.failed'))
}
