import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CloudPerson, type CloudWorld, cloudWorld } from '../whatsapp/cloud-world.ts'
import { CLOUD } from '../whatsapp/graph-api.ts'
import { type OfficersWorld, officersWorld, reportsOffer } from './officers-world.ts'

/** An officer whose desk is WhatsApp, on the same number as everybody else there. */
describe('an officer on WhatsApp', () => {
  let cloud: CloudWorld
  let world: OfficersWorld
  let budi: CloudPerson

  beforeAll(async () => {
    cloud = await cloudWorld()
    world = await officersWorld({
      more: {
        WHATSAPP_CLOUD_TOKEN: CLOUD.token,
        WHATSAPP_CLOUD_PHONE_NUMBER_ID: CLOUD.phoneNumberId,
        WHATSAPP_CLOUD_APP_SECRET: CLOUD.appSecret,
        WHATSAPP_CLOUD_VERIFY_TOKEN: CLOUD.verifyToken,
        WHATSAPP_CLOUD_API_ROOT: cloud.url,
      },
    })
    cloud.target = world.telegram.target
    budi = cloud.person('6281200000201')
  })
  afterAll(async () => {
    await world?.close()
    await cloud?.close()
  })

  it('begins with the code, which means nothing to anybody else', async () => {
    const code = await world.code('Budi', 'officer', '35.09')
    await budi.say(`/start ${code}`)
    await budi.reads(/Selamat datang, Budi/)
    await budi.reads(/\/bantuan/)
    const siti = cloud.person('6281200000202')
    await siti.say(`/start ${code}`)
    expect((await siti.reads()).text).not.toMatch(/petugas terdaftar|Selamat datang, /)
  })

  it('hears of a report, takes it, notes, talks with the person and ends it, by words and by buttons', async () => {
    const ani = world.citizen(7301)
    const number = await reportsOffer(ani, '0812-3456-7001')
    const card = await budi.reads(new RegExp(number))
    expect(card.choices.length).toBeGreaterThan(0)
    await budi.tap('Saya tangani')
    await budi.reads(/Anda yang menangani/)
    await budi.say(`ambil ${number.slice(3, 6)}`)
    await budi.reads(/sekarang milik Anda/)
    await budi.say(`catat ${number} sudah ditelepon`)
    await budi.reads(/Catatan disimpan/)
    await budi.say(`balas ${number}`)
    await budi.reads(/Semua yang Anda tulis/)
    await budi.say('Jangan bayar dulu, kami periksa.')
    expect((await ani.reads(/Jangan bayar dulu/)).text).not.toContain('6281200000201')
    await ani.say('baik')
    await budi.reads(/baik/)
    await budi.say('selesai')
    await budi.reads(/ditutup/)
    await budi.say(`selesai ${number} dirujuk`)
    await budi.reads(/selesai: Dirujuk/)
    await ani.reads(/diteruskan petugas ke kantor yang berwenang/)
    await ani.say('status laporan')
    await ani.reads(new RegExp(`${number}.*ditutup: diteruskan`))
    expect(ani.messages().some(({ text }) => text.includes('sudah ditelepon'))).toBe(false)
  })

  it('is not asked what the engine would ask a citizen', async () => {
    await budi.say('biaya ke Taiwan?')
    await budi.reads(/Perintah itu tidak dikenal/)
    expect(budi.received().some((one) => JSON.stringify(one).includes('Sumber'))).toBe(false)
    const dewi = cloud.person('6281200000203')
    await dewi.say('biaya ke Taiwan?')
    expect((await dewi.reads()).text).toMatch(/Taiwan/)
  })
})
