import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  OFFICER_TOKEN,
  type TelegramPerson,
  type TelegramWorld,
  TOKEN,
  telegramWorld,
} from '../../support/telegram/telegram-world.ts'
import { until } from '../../support/until.ts'
import { type Program, run, stopAll, tempData } from '../support/program.ts'

const CLOCK = new URL('../../support/shifted-clock.mjs', import.meta.url).pathname
const MINUTE = 60_000

/** Both bots of one program on one Telegram, with a clock that a test sets. */
export interface OfficersWorld {
  readonly telegram: TelegramWorld
  readonly program: Program
  /** Begins to be an officer with a code from the command line. */
  officer(id: number, name: string, role: string, ...regions: string[]): Promise<TelegramPerson>
  /** A one-time code from the command line. */
  code(name: string, role: string, ...regions: string[]): Promise<string>
  citizen(id: number): TelegramPerson
  command(...args: string[]): Promise<string>
  /** So many minutes later, at once. */
  pass(minutes: number): Promise<void>
  close(): Promise<void>
}

/** `hour`: what the clocks in Jakarta show at the start. Nobody is woken at night, so tests are by day. */
export async function officersWorld({
  hour = 10,
  more = {},
}: {
  hour?: number
  /** Settings beside the two bots. */
  more?: Record<string, string>
} = {}): Promise<OfficersWorld> {
  const telegram = await telegramWorld()
  const data = await tempData()
  const clock = join(data.dir, 'clock')
  const start = new Date()
  start.setUTCHours(hour - 7, 0, 0, 0)
  // Never behind the database's clock, which is the real one: what it calls due must be due for the program, too.
  if (start.getTime() < Date.now()) start.setUTCDate(start.getUTCDate() + 1)
  let offset = start.getTime() - Date.now()
  await writeFile(clock, String(offset))
  const environment = {
    DATA_DIR: data.dir,
    TEST_CLOCK_FILE: clock,
    NODE_OPTIONS: `--import=${CLOCK}`,
  }
  const program = run(['serve'], {
    ...environment,
    LOG_LEVEL: 'info',
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.url,
    OFFICER_BOT_TOKEN: OFFICER_TOKEN,
    OFFICER_API_ROOT: telegram.url,
    ...more,
  })
  telegram.target = await program.ready()
  await until('both bots poll', () => telegram.callsOf('deleteWebhook').length >= 2, 30_000)

  const command = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await run(args, environment).ended
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${err}`)
    return out
  }
  const code = async (name: string, role: string, ...regions: string[]): Promise<string> => {
    const where = regions.flatMap((region) => ['--region', region])
    const said = await command('officer', 'invite', '--name', name, '--role', role, ...where)
    const secret = /\/start (\S+?)"/.exec(said)?.[1]
    if (secret === undefined) throw new Error(`There is no code in "${said}".`)
    return secret
  }
  return {
    telegram,
    program,
    command,
    citizen: (id) => telegram.person({ id }),
    code,
    async officer(id, name, role, ...regions) {
      const secret = await code(name, role, ...regions)
      const person = telegram.person({ id, bot: OFFICER_TOKEN })
      await person.command(`/start ${secret}`)
      await person.reads(/Selamat datang/)
      await person.reads(/\/bantuan/)
      return person
    },
    async pass(minutes) {
      offset += minutes * MINUTE
      await writeFile(clock, String(offset))
      program.child.kill('SIGUSR2')
    },
    async close() {
      await stopAll()
      await telegram.close()
      await data.remove()
    },
  }
}

/** A report of an illegal offer in the district of Jember, up to its number. */
export async function reportsOffer(citizen: TelegramPerson, phone: string): Promise<string> {
  await citizen.say('lapor')
  await citizen.reads(/Setuju disimpan/)
  await citizen.say('ya')
  await citizen.reads(/Apa yang terjadi/)
  await citizen.say('ditawari kerja ke Malaysia, disuruh bayar 8 juta dulu')
  await citizen.reads(/perekrut/)
  await citizen.say(`namanya Pak Joni, hp ${phone}`)
  await citizen.reads(/Di mana kejadiannya/)
  await citizen.say('Kabupaten Jember')
  await citizen.reads(/Kapan/)
  await citizen.say('minggu depan')
  await citizen.reads(/foto atau dokumen/)
  await citizen.say('lewati')
  await citizen.reads(/bolehkah petugas/)
  await citizen.say('boleh')
  const { text } = await citizen.reads(/Laporan sudah dikirim/)
  const number = /JR-[2-9A-Z]{6}/.exec(text)?.[0]
  if (number === undefined) throw new Error(`There is no number in "${text}".`)
  return number
}
