import type { StageId } from '../../../core/topic.ts'
import { wordsOf } from '../../../core/words.ts'
import { namedWords } from './named-words.ts'

const PHRASES: Readonly<Record<StageId, string>> = {
  pre: `pra penempatan, prapenempatan, pra pemberangkatan, pra keberangkatan, sebelum berangkat, sebelum keberangkatan, sebelum kerja,
    sebelum bekerja, sebelum penempatan, sebelum terbang, persiapan berangkat, persiapan keberangkatan, masa pra, tahap pra,
    pre departure, predeparture, before departure, before leaving, before i leave, before going, before placement,
    pre placement, sakdurunge mangkat, sakdurunge budhal, sadurunge mangkat, sadurunge budhal, sakderenge bidhal, saderengipun bidhal,
    saderengipun mangkat, samemeh angkat, samemeh indit, sateuacan angkat, sateuacan mios, sateuacan indit`,
  during: `masa penempatan, selama penempatan, saat penempatan, selama bekerja, selama kerja, saat bekerja, saat kerja, ketika bekerja,
    selama di luar negeri, saat di luar negeri, selama kontrak, masa kerja, during placement, during work, while working, while abroad,
    during employment, while employed, nalika kerja, nalika nyambut gawe, pas kerjo, pas kerja, sasuwene kerja, salami damel,
    sajeroning kerja, salila digawe, salami digawe, waktu digawe, nalika digawe`,
  post: `purna penempatan, purnapenempatan, purna pmi, purna tugas, pasca penempatan, pascapenempatan, setelah pulang, sesudah pulang,
    setelah kembali, sesudah kembali, setelah kontrak habis, setelah kontrak selesai, kontrak
    habis pulang, masa purna, tahap purna, sepulang, sepulangnya, setiba di tanah air, tiba di tanah air, kepulangan, after return,
    after returning, after coming home, after coming back, after the contract, post placement, returning home, sawise mulih, sawise muleh,
    sakwise muleh, sakwise mulih, bar muleh, sasampunipun wangsul, saksampunipun wangsul, sasampunipun kondur, saatos mulih, saparantos
    mulih, sanggeus balik, saatos wangsul, geus balik`,
  empowerment: `pemberdayaan, memberdayakan, diberdayakan, pemberdayaan ekonomi, modal usaha, usaha mandiri, wirausaha, kewirausahaan,
    buka usaha, bantuan usaha, pelatihan usaha, desmigratif, reintegrasi, reintegration, empowerment, empower, kur usaha, start a business,
    small business, pemberdayaane, kelompok usaha, koperasi purna, mbukak usaha, muka usaha`,
}

const finder = namedWords(
  (Object.entries(PHRASES) as [StageId, string][]).flatMap(([stage, phrases]) =>
    phrases.split(',').map((phrase) => [phrase.replace(/\s+/g, ' ').trim(), stage] as const),
  ),
)

/** The stage of the road a normalised text speaks of; null when it names none, or several. */
export function stageIn(text: string): StageId | null {
  const found = finder.find(wordsOf(text))
  const [first] = found
  return first !== undefined && found.every(({ value }) => value === first.value) ? first.value : null
}
