import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  OFFICER_TOKEN,
  type TelegramWorld,
  TOKEN,
  telegramWorld,
} from '../../support/telegram/telegram-world.ts'
import { until } from '../../support/until.ts'
import { type Program, run, stopAll, tempData } from '../support/program.ts'
import { type CloudWorld, cloudWorld } from './cloud-world.ts'
import { CLOUD } from './graph-api.ts'

/** Telegram and WhatsApp in one program: a report with a picture, officers who hear of it, one person on both. */
describe('WhatsApp beside Telegram', () => {
  let world: CloudWorld
  let telegram: TelegramWorld
  let data: Awaited<ReturnType<typeof tempData>>
  let program: Program
  let environment: Record<string, string>

  beforeAll(async () => {
    world = await cloudWorld()
    telegram = await telegramWorld()
    data = await tempData()
    environment = { DATA_DIR: data.dir }
    program = run(['serve'], {
      ...environment,
      LOG_LEVEL: 'info',
      WHATSAPP_CLOUD_TOKEN: CLOUD.token,
      WHATSAPP_CLOUD_PHONE_NUMBER_ID: CLOUD.phoneNumberId,
      WHATSAPP_CLOUD_APP_SECRET: CLOUD.appSecret,
      WHATSAPP_CLOUD_VERIFY_TOKEN: CLOUD.verifyToken,
      WHATSAPP_CLOUD_API_ROOT: world.url,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: telegram.url,
      OFFICER_BOT_TOKEN: OFFICER_TOKEN,
      OFFICER_API_ROOT: telegram.url,
    })
    world.target = await program.ready()
    telegram.target = world.target
    await until('both bots poll', () => telegram.callsOf('deleteWebhook').length >= 2, 30_000)
  })
  afterAll(async () => {
    await stopAll()
    await world?.close()
    await telegram?.close()
    await data?.remove()
  })

  it('brings an emergency to the officers, and their answer back to WhatsApp', async () => {
    const invited = run(
      ['officer', 'invite', '--name', 'Rina', '--role', 'supervisor', '--region', '35'],
      environment,
    )
    const code = /\/start (\S+?)"/.exec((await invited.ended).out)?.[1]
    const rina = telegram.person({ id: 8101, bot: OFFICER_TOKEN })
    await rina.command(`/start ${code}`)
    await rina.reads(/Selamat datang/)
    await rina.reads(/\/bantuan/)

    const siti = world.person('6281200000101')
    await siti.say('tolong, saya dikurung majikan di Malaysia, saya dari Jember')
    expect((await siti.reads()).text).toMatch(/^Keselamatan dulu/)
    const number = await until(
      'the officer hears of it',
      () => rina.messages().flatMap(({ text }) => /JR-[2-9A-Z]{6}/.exec(text) ?? [])[0],
      30_000,
    )
    await rina.command(`/ambil ${number}`)
    await rina.reads(/milik Anda/)
    await siti.reads(/diterima petugas/)
    await rina.command(`/balas ${number}`)
    await rina.reads(/Semua yang Anda tulis/)
    await rina.say('Saya Rina dari BP3MI. Anda aman sekarang?')
    await siti.reads(/Saya Rina dari BP3MI/)
    await siti.say('belum, pintunya dikunci')
    await rina.reads(/pintunya dikunci/)
  })

  it('takes a whole report, and fetches the picture that belongs to it', async () => {
    const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...new Array(40).fill(7)])
    world.file('100', { bytes: jpeg, mime: 'image/jpeg' })
    const ani = world.person('6281200000103')
    const tell = async (text: string, next: RegExp) => {
      await ani.say(text)
      await ani.reads(next)
    }
    await tell('lapor', /Setuju disimpan/)
    await tell('ya', /Apa yang terjadi/)
    await tell('ditawari kerja ke Malaysia, disuruh bayar 8 juta dulu', /perekrut/)
    await tell('namanya Pak Joni, hp 0812-3456-7899', /Di mana kejadiannya/)
    await tell('Kabupaten Jember', /Kapan/)
    await tell('minggu depan', /foto atau dokumen/)
    const image = { id: '100', mime_type: 'image/jpeg', sha256: 'x' }
    await ani.send({ type: 'image', image })
    await ani.reads()
    await until('the picture is fetched', () => world.served.includes('100'), 30_000)
  })

  it('makes one person of two who hold the same code in their hands', async () => {
    const onTelegram = telegram.person({ id: 7201 })
    const onWhatsApp = world.person('6281200000102')
    await onTelegram.command('/bahasa en')
    await onTelegram.reads(/English/)
    await onTelegram.say('join account')
    const code = /\b\d{6}\b/.exec((await onTelegram.reads(/\d{6}/)).text)?.[0] ?? ''
    await onWhatsApp.say('gabung akun')
    await onWhatsApp.reads(/\d{6}/)
    await onWhatsApp.say(code)
    expect((await onWhatsApp.reads()).text).toMatch(/Sudah digabung|Joined/)
    await onTelegram.reads(/joined with another channel/)
    await onWhatsApp.say('menu')
    expect(
      (await onWhatsApp.reads()).choices.map(({ title, description }) => description ?? title),
    ).toContain('Cost')
  })
})
