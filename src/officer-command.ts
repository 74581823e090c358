import { parseArgs } from 'node:util'
import { OFFICER_ROLES, type OfficerRole } from './core/alert.ts'
import type { RegionCode } from './core/ids.ts'
import type { SqlPool } from './database/sql.ts'
import type { Invitation, Officer } from './officers/desk.ts'
import type { Vault } from './privacy/vault.ts'

export const OFFICER_USAGE = `Usage: npm run officer -- invite --name "Siti Aminah" --role officer --region 35.13 [--region 35.14]
       npm run officer -- invite --name "Pusat" --role national      (supervisor: a province; national, admin: none)
       npm run officer -- list
       npm run officer -- revoke <id>
       npm run officer -- duty <id> on|off`

/** What the command line was asked to do with officers. */
export type OfficerRequest =
  | { readonly kind: 'invite'; readonly invitation: Invitation }
  | { readonly kind: 'list' }
  | { readonly kind: 'revoke'; readonly id: string }
  | { readonly kind: 'duty'; readonly id: string; readonly on: boolean }

export interface OfficerIo {
  out(line: string): void
  err(line: string): void
}

export interface OfficerTarget {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly dataKey: string | undefined
}

/** Reads the arguments behind `officer`; a text says what is wrong with them. */
export function readOfficerRequest(args: readonly string[]): OfficerRequest | string {
  const [what, id = '', on = ''] = args
  switch (what) {
    case 'invite':
      return readInvitation(args.slice(1))
    case 'list':
      return args.length === 1 ? { kind: 'list' } : 'list takes nothing more.'
    case 'revoke':
      return args.length === 2 && id !== ''
        ? { kind: 'revoke', id }
        : 'revoke takes the id of an officer (see list).'
    case 'duty':
      return args.length === 3 && (on === 'on' || on === 'off')
        ? { kind: 'duty', id, on: on === 'on' }
        : 'duty takes the id of an officer and on or off.'
    default:
      return what === undefined ? 'Nothing was asked.' : `"${what}" is not known.`
  }
}

function readInvitation(args: readonly string[]): OfficerRequest | string {
  let values: { name?: string; role?: string; region?: string[] }
  try {
    values = parseArgs({
      args: [...args],
      options: {
        name: { type: 'string' },
        role: { type: 'string' },
        region: { type: 'string', multiple: true },
      },
      strict: true,
    }).values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const { name = '', role = 'officer', region = [] } = values
  if (name.trim() === '') return '--name is missing.'
  if (!(OFFICER_ROLES as readonly string[]).includes(role))
    return `--role "${role}" is not one of ${OFFICER_ROLES.join(', ')}.`
  const regions = region.flatMap((one) => one.split(',')).map((one) => one.trim())
  const wrong = regions.find((code) => !/^\d{2}(\.\d{2}){0,2}$/.test(code))
  if (wrong !== undefined) return `--region "${wrong}" is not a code like 35.13.`
  const everywhere = role === 'national' || role === 'admin'
  if (everywhere && regions.length > 0) return `--role ${role} serves the whole country: leave --region out.`
  if (!everywhere && regions.length === 0) return `--role ${role} needs --region.`
  if (role === 'supervisor' && regions.some((code) => code.length > 2))
    return '--role supervisor serves provinces: two digits, like 35.'
  return {
    kind: 'invite',
    invitation: { name: name.trim(), role: role as OfficerRole, regions: regions as RegionCode[] },
  }
}

/** `officer …`: works while the app runs, and while it does not. Returns the exit code. */
export async function officerCommand(
  args: readonly string[],
  io: OfficerIo,
  target: OfficerTarget,
): Promise<number> {
  const request = readOfficerRequest(args)
  if (typeof request === 'string') {
    io.err(`${request}\n\n${OFFICER_USAGE}`)
    return 2
  }
  const [{ openDatabase }, { migrate }, { createSqlPool }, { loadKeys }, { createVault }, { proveKeys }] =
    await Promise.all([
      import('./database/open.ts'),
      import('./database/migrate.ts'),
      import('./database/sql.ts'),
      import('./privacy/keys.ts'),
      import('./privacy/vault.ts'),
      import('./privacy/key-proof.store.ts'),
    ])
  const { dataDir, databaseUrl, dataKey } = target
  const database = await openDatabase({ dataDir, databaseUrl, role: 'guest' })
  if (database.kind === 'already_running') throw new Error('A guest is never refused.')
  try {
    await migrate(database.url)
    const sql = createSqlPool({ url: database.url, size: 2, name: 'jalur-resmi officer' })
    try {
      const keys = await loadKeys({ dataKey, dataDir })
      const vault = createVault(keys)
      await proveKeys(sql, keys, vault)
      return await act(request, sql, vault, io)
    } finally {
      await sql.close()
    }
  } finally {
    await database.close()
  }
}

async function act(request: OfficerRequest, sql: SqlPool, vault: Vault, io: OfficerIo): Promise<number> {
  const [{ invite }, { listOfficers, setDuty }, { revoke }, { audit }, { deskBehind }, { unknownRegions }] =
    await Promise.all([
      import('./officers/invitation.store.ts'),
      import('./officers/officer.store.ts'),
      import('./officers/revoke.ts'),
      import('./officers/audit.store.ts'),
      import('./officers-desk.ts'),
      import('./knowledge/regions.store.ts'),
    ])
  const at = new Date()
  switch (request.kind) {
    case 'invite': {
      const unknown = await unknownRegions(sql, request.invitation.regions)
      if (unknown.length > 0) {
        io.err(`No region has the code ${unknown.join(', ')}.`)
        return 1
      }
      const { code, expiresAt } = await sql.transaction((tx) =>
        invite(tx, vault, request.invitation, null, at),
      )
      io.out(`Code for ${request.invitation.name}: ${code}`)
      io.out(
        `They send "/start ${code}" to the officers' bot before ${expiresAt.toISOString()}. It works once.`,
      )
      return 0
    }
    case 'list': {
      const officers = await listOfficers(sql)
      if (officers.length === 0) io.out('No officer has joined yet.')
      for (const officer of officers) io.out(line(officer))
      return 0
    }
    case 'revoke': {
      const parts = { vault, ...deskBehind(vault) }
      const gone = await sql.transaction((tx) => revoke(tx, parts, request.id, null, at))
      if (gone) io.out('Revoked. What they had in hand was handed up.')
      else io.err(`No officer has the id ${request.id}.`)
      return gone ? 0 : 1
    }
    case 'duty': {
      const { id, on } = request
      const officer = await sql.transaction(async (tx) => {
        const changed = await setDuty(tx, id, on)
        if (changed !== undefined)
          await audit(tx, { at, officerId: null, action: 'duty_changed', detail: { whom: id, on } })
        return changed
      })
      if (officer === undefined) io.err(`No officer has the id ${id}.`)
      else io.out(line(officer))
      return officer === undefined ? 1 : 0
    }
  }
}

function line({ id, name, role, regions, onDuty, channel }: Officer): string {
  const where = regions.length === 0 ? 'everywhere' : regions.join(', ')
  return [id, name, role, where, channel, onDuty ? 'on duty' : 'off duty'].join(' · ')
}
