import { audit } from './audit.store.ts'
import type { Invited, Officer, OfficersDesk } from './desk.ts'
import type { DeskParts, DeskTools } from './desk-parts.ts'
import { invite } from './invitation.store.ts'
import { listOfficers, setDuty, setLocale } from './officer.store.ts'
import { revoke } from './revoke.ts'

/** Who is an officer, where, and whether they are on duty. */
export function people(
  parts: DeskParts,
  tools: DeskTools,
): Pick<OfficersDesk, 'invite' | 'officers' | 'revoke' | 'duty' | 'speak'> {
  const { vault } = parts
  const { asOfficer, asAdmin } = tools
  return {
    invite: (officer, invitation) =>
      asAdmin<Invited>(officer, async ({ tx, me, at }) => {
        if (!isSound(invitation)) return { kind: 'not_allowed' }
        return { kind: 'done', ...(await invite(tx, vault, invitation, me.id, at)) }
      }),
    officers: (officer) =>
      asAdmin(officer, async ({ tx, me, at }) => {
        const all = await listOfficers(tx)
        await audit(tx, { at, officerId: me.id, action: 'officers_seen', detail: { count: all.length } })
        return { kind: 'done', officers: all }
      }),
    revoke: (officer, whom) =>
      asAdmin(officer, async ({ tx, me, at }) =>
        (await revoke(tx, parts, whom, me.id, at)) ? { kind: 'done' } : { kind: 'not_found' },
      ),
    duty: (officer, on) =>
      asOfficer<{ officer: Officer }>(officer, 'change', async ({ tx, me, at }) => {
        const changed = await setDuty(tx, me.id, on)
        if (changed === undefined) return { kind: 'revoked' }
        await audit(tx, { at, officerId: me.id, action: 'duty_changed', detail: { on } })
        return { kind: 'done', officer: changed }
      }),
    speak: (officer, locale) =>
      asOfficer<{ officer: Officer }>(officer, 'change', async ({ tx, me, at }) => {
        const changed = await setLocale(tx, me.id, locale)
        if (changed === undefined) return { kind: 'revoked' }
        await audit(tx, { at, officerId: me.id, action: 'language_changed', detail: { locale } })
        return { kind: 'done', officer: changed }
      }),
  }
}

/** Regions for those who have some, none for those who serve everything. */
export function isSound({ name, role, regions }: Parameters<OfficersDesk['invite']>[1]): boolean {
  const everything = role === 'national' || role === 'admin'
  const shaped = regions.every((code) => /^\d{2}(\.\d{2}){0,2}$/.test(code))
  return name.trim() !== '' && shaped && (everything ? regions.length === 0 : regions.length > 0)
}
