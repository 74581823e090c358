import { describe, expect, it } from 'vitest'
import { isElliptic } from '../../../../../src/conversation/understand/lexicon/elliptic.ts'
import { normalise } from '../../../../../src/conversation/understand/normalise.ts'

describe('a message that leans on the turn before', () => {
  it.each([
    ['kalau di jember'],
    ['kalau di flores timur gimana'],
    ['terus biayanya'],
    ['terus biayanya berapa'],
    ['itu kapan'],
    ['siapa yang tanda tangan'],
    ['kapan diteken'],
    ['syaratnya apa'],
    ['syaratnya apa saja ya pak'],
    ['di sana bagaimana'],
    ['what about malang'],
    ['how about taiwan'],
    ['nek ning kediri'],
    ['nek neng hongkong piye'],
    ['upami di garut'],
    ['mun di cianjur kumaha'],
    ['yang tadi'],
    ['yang tadi alamatnya di mana'],
    ['biayanya berapa'],
    ['isine opo wae'],
    ['saratna naon'],
    ['alamatnya di mana'],
    ['sampai kapan berlakunya'],
    ['sudah ditandatangani?'],
    ['is it signed?'],
    ['when was it signed'],
    ['mou itu kapan ditandatangani'],
    ['lalu kalau perempuan'],
    ['bagaimana dengan malang'],
    ['kenapa'],
    ['berapa lama'],
    ['di mana itu'],
    ['banjur piye'],
    ['anaknya bagaimana'],
  ])('%s', (text) => {
    expect(isElliptic(normalise(text))).toBe(true)
  })

  it.each([
    [''],
    ['iya'],
    ['halo'],
    ['gaji saya belum dibayar'],
    ['kalau gaji tidak dibayar lapor ke mana'],
    ['kalau paspor saya ditahan majikan bagaimana'],
    ['alamat disnaker kota sukabumi'],
    ['siapa yang tanda tangan mou jember'],
    ['syarat kerja ke taiwan apa saja'],
    ['biaya ke hongkong berapa'],
    ['tadi malam saya dipukul majikan'],
    ['majikannya memukul'],
    ['suaminya hilang kontak'],
    ['apa itu ktkln'],
    ['ktkln itu apa'],
    ['mou itu apaan'],
    ['mukhtarudin itu siapa'],
    ['tolong saya'],
    ['saya mau bunuh diri'],
    ['nomor hotline berapa'],
    ['where is the embassy in tokyo'],
    ['dunia'],
    ['hanya tanya'],
    ['saya dikurung di kamar'],
    ['apakah jember sudah punya perjanjian dengan kementerian'],
    ['terus terang saya takut sama majikan karena sering dipukul'],
  ])('%s: no', (text) => {
    expect(isElliptic(normalise(text))).toBe(false)
  })
})
