import { describe, expect, it } from 'vitest'
import { EMERGENCY_SIGNS, type EmergencySign } from '../../../../../src/core/topic.ts'
import { read } from './reading.ts'

/** Language, then what somebody might write. */
type Heard = readonly [language: string, text: string]

const HEARD: Readonly<Record<EmergencySign, readonly Heard[]>> = {
  violence: [
    ['id', 'kepala saya dibenturkan ke lemari oleh nyonya'],
    ['id', 'saya ditonjok majikan karena nasi gosong'],
    ['en', 'my madam slaps me and pulls my hair'],
    ['jv', 'aku digebugi juraganku mau bengi'],
    ['su', 'abdi dicabok ku dunungan'],
    ['ms', 'majikan dera saya setiap hari'],
    ['mad', 'sengkok epokol majikan ben are'],
    ['sas', 'tiang te pantok isik majikan'],
  ],
  confinement: [
    ['id', 'istri saya dikurung di gudang'],
    ['id', 'saya tidak dikasih izin keluar sama majikan'],
    ['en', 'my employer locked me inside the house'],
    ['jv', 'adhiku dikunci saka njaba ora oleh metu'],
    ['su', 'pun adi dikonci ti luar ku dununganana'],
    ['ms', 'kawan saya kena kurung dalam rumah'],
  ],
  trafficking: [
    ['id', 'anak saya dijual ke mucikari di malaysia'],
    ['id', 'janjinya restoran ternyata dijual jadi psk'],
    ['en', 'my sister was sold to another company in Myanmar'],
    ['jv', 'ponakanku didol menyang myanmar'],
    ['su', 'adi abdi rek dijual ka tempat sejen isukan'],
    ['ms', 'kawan saya kena jual di Golok'],
  ],
  scam_compound: [
    ['id', 'kami dipaksa jadi scammer di kamboja'],
    ['id', 'disuruh nipu orang online dan tidak boleh keluar gedung, ada penjaga'],
    ['en', 'my friend is held in a scam centre in Cambodia'],
    ['jv', 'adhiku neng kamboja disetrum yen ora oleh target'],
    ['su', 'adi kuring disetrum di kamboja mun teu meunang korban'],
    ['ms', 'selamatkan adik saya di KK Park'],
  ],
  sexual_abuse: [
    ['id', 'kakek meraba dada saya'],
    ['id', 'bapak majikan masuk kamar saya tiap malam'],
    ['en', 'I was raped by my boss'],
    ['jv', 'kula dipunrudapeksa putranipun majikan'],
    ['su', 'pamajikan abdi diperkosa ku dununganana'],
    ['ms', 'saya kena rogol dengan anak majikan'],
  ],
  documents_taken: [
    ['id', 'paspor saya disimpan majikan'],
    ['id', 'majikan gak mau balikin paspor saya'],
    ['en', 'my employer keeps my passport'],
    ['jv', 'pasporku dicekel majikan'],
    ['su', 'paspor abdi dicandak ku dunungan'],
    ['ms', 'majikan simpan pasport saya'],
  ],
  phone_taken: [
    ['id', 'hp saya dirampas majikan'],
    ['id', 'handphone istri saya disita majikan'],
    ['en', 'my employer took my phone'],
    ['jv', 'hapeku dirampas juragan'],
    ['su', 'hp abdi dicandak ku dunungan'],
    ['ms', 'telefon saya dirampas majikan'],
  ],
  no_food: [
    ['id', 'sudah 3 hari gak dikasih makan'],
    ['id', 'saya belum makan dari kemarin, kulkas digembok majikan'],
    ['en', 'they do not give me food for two days'],
    ['jv', 'wis telung dina ora diwenehi mangan'],
    ['su', 'geus tilu poe teu dibere dahar'],
    ['ms', 'dah dua hari saya tak makan'],
  ],
  thrown_out: [
    ['id', 'saya diusir majikan malam malam'],
    ['id', 'mbak saya diusir dari rumah majikan'],
    ['en', 'my employer kicked me out tonight, thrown out with my bag'],
    ['jv', 'aku diusir juraganku mau sore'],
    ['su', 'abdi diusir ku dunungan ti kamari'],
    ['ms', 'saya kena halau tengah malam tadi'],
  ],
  threat: [
    ['id', 'bos bilang saya akan dibunuh kalau lapor'],
    ['id', 'mereka ngancam keluarga saya'],
    ['en', 'he threatens to kill my family'],
    ['jv', 'kula dipunancam badhe dipunpejahi majikan'],
    ['su', 'abdi diancam ku dunungan'],
    ['ms', 'tauke ugut nak bunuh saya'],
  ],
  ransom: [
    ['id', 'mereka minta tebusan 100 juta untuk adik saya'],
    ['id', 'majikan bilang harus bayar 50 juta baru saya dilepas'],
    ['en', 'they ask ransom of 5000 dollars for my cousin'],
    ['jv', 'anakku dijaluki tebusan satus yuta'],
    ['su', 'budak abdi disekap, menta tebusan'],
    ['ms', 'mereka minta duit tebusan untuk adik saya'],
  ],
  stranded: [
    ['id', 'agen ninggalin kami di bandara istanbul'],
    ['id', 'sekarang saya tidur di masjid gak punya uang'],
    ['en', 'we are stranded at the airport, the agent disappeared'],
    ['jv', 'aku ditinggal agen neng bandara'],
    ['su', 'abdi kabur ti dunungan, ayeuna di sisi jalan'],
    ['ms', 'saya lari dari rumah majikan, tak ada duit'],
  ],
  at_sea: [
    ['id', 'kapal kami bocor di tengah laut'],
    ['id', 'kapten mukulin abk di kapal'],
    ['en', 'our ship is sinking'],
    ['jv', 'bojoku ning kapal disiksa kaptene'],
    ['su', 'salaki di kapal disiksa ku kaptenna'],
    ['ms', 'bot kami karam dekat pulau'],
  ],
  untreated_illness: [
    ['id', 'saya demam tinggi tidak dibawa ke dokter'],
    ['id', 'teman muntah darah tapi tetap disuruh kerja'],
    ['en', 'she is bleeding heavily and the employer refuses the hospital'],
    ['jv', 'kancaku lara ora digawa neng dokter'],
    ['su', 'gering parna tapi teu dibawa ka dokter'],
    ['ms', 'kawan saya demam teruk, mandor tak bagi pergi klinik'],
  ],
  arrested: [
    ['id', 'suami saya ditangkap imigrasi tadi'],
    ['id', 'saya dituduh mencuri sama majikan'],
    ['en', 'police arrested my brother this morning'],
    ['jv', 'adhiku dicekel polisi, ditangkep mau esuk'],
    ['su', 'abdi ditewak pulisi'],
    ['ms', 'suami saya kena tangkap imigresen'],
  ],
  conflict: [
    ['id', 'ada perang di sini, kami takut'],
    ['id', 'rudal jatuh dekat rumah majikan'],
    ['en', 'bombs are falling near us'],
    ['jv', 'ana bom neng kene, aku wedi'],
    ['su', 'aya bom di deukeut imah dunungan'],
    ['ms', 'ada letupan bom dekat rumah majikan saya'],
  ],
  being_taken: [
    ['id', 'saya mau dibawa sekarang juga, gak tau ke mana'],
    ['id', 'besok adik saya mau dipindah ke gedung lain'],
    ['en', 'they are moving us by van right now, I do not know where'],
    ['jv', 'aku arep digawa saiki, ora ngerti nang endi'],
    ['su', 'abdi rek dibawa ka tempat sejen, teu terang kamana, isukan dibawa'],
    ['ms', 'kami mau dibawa naik bot malam ni, tak tahu ke mana'],
  ],
  self_harm: [
    ['id', 'saya pengen mati aja'],
    ['id', 'capek hidup'],
    ['id', 'mending gak ada'],
    ['id', 'mau loncat dari lantai 12'],
    ['en', 'I want to end my life'],
    ['en', 'better off dead'],
    ['jv', 'ora kuat urip'],
    ['jv', 'arep ngombe racun wae'],
    ['su', 'hayang paeh'],
    ['ms', 'saya rasa nak mati saja'],
    ['mad', 'terro mateyah bhai'],
  ],
  distress_call: [
    ['id', 'tolong selamatkan saya'],
    ['id', 'saya sembunyi, takut majikan'],
    ['id', '🆘🆘'],
    ['en', 'please help me, I am hiding from my boss'],
    ['jv', 'tulung aku, aku ndhelik, wedi juragan'],
    ['su', 'tulungan abdi, sieun ku dunungan'],
    ['ms', 'tolong saya, saya takut majikan'],
  ],
}

describe('signs of an emergency', () => {
  it.each(EMERGENCY_SIGNS)('has at least six wordings of %s in at least three languages', (sign) => {
    expect(HEARD[sign].length).toBeGreaterThanOrEqual(6)
    expect(new Set(HEARD[sign].map(([language]) => language)).size).toBeGreaterThanOrEqual(3)
  })

  for (const sign of EMERGENCY_SIGNS)
    it.each(HEARD[sign])(`hears ${sign} (%s): %s`, (_, text) => {
      const { danger, signs } = read(text)
      expect(danger).toBe('emergency')
      expect(signs).toContain(sign)
    })
})
