import type { OfferItem } from '../../state.ts'
import type { Understanding } from '../../understand/understanding.ts'

/** What adverts say and stories do not. One mark each. */
const MARKS: readonly RegExp[] = [
  /\b(?:lowongan|loker|lowker|hiring|open recruitment|vacancy|job vacancy|recruitment|rekrutmen|info kerja|peluang kerja)\b/i,
  /\b(?:dibutuhkan|dicari|di ?butuhkan|we are looking|needed|wanted|butuh (?:segera|cepat)|membutuhkan)\b/i,
  /\b(?:minat|berminat|interested)\b/i,
  /\b(?:hub(?:ungi)?|call|chat|inbox|dm|japri|pm|wa(?:\.me)?|whats ?app|info lengkap|cp)\b[\s:.]*\+?[\d@(]/i,
  /\b(?:gaji|salary|penghasilan|bayaran|upah)\b[^\n]{0,25}\d/i,
  /\b(?:syarat|persyaratan|kualifikasi|requirements?|kriteria)\b\s*[:\n]/i,
  /\b(?:fasilitas|benefit|mess|tiket|makan|tempat tinggal)\b[^\n]{0,20}\b(?:gratis|ditanggung|free|disediakan)\b|\bfree\s+(?:tiket|makan|mess)/i,
  /\b(?:usia|umur|age)\b[^\n]{0,12}\d{2}\s*(?:-|–|s\/?d|sampai|to)\s*\d{2}/i,
  /\b(?:kuota|terbatas|proses cepat|segera berangkat|langsung berangkat|tanpa pengalaman|no experience|job ?order|penempatan|negara tujuan|posisi|position)\b/i,
  /(?:^|\n)\s*(?:[-•*✅✔☑📌🔥👉]|\d[.)])\s*\S/u,
]
/** A person's own story: not an advert, whatever it tells of one. */
const OWN_STORY =
  /\b(?:saya|aku|gue|gw|suami|istri|adik|kakak|anak|teman|tetangga|kula|abdi|my|i am|i'm|i was)\b/i
const FROM_MARKS = 3
const FROM_MARKS_IN_STORY = 5
const SHORTEST = 10

/** A pasted or forwarded advert, recognised without being asked. */
export function isAdvert(written: string): boolean {
  if (written.split(/\s+/).length < SHORTEST) return false
  const marks = MARKS.filter((mark) => mark.test(written)).length
  return marks >= (OWN_STORY.test(written) ? FROM_MARKS_IN_STORY : FROM_MARKS)
}

const COMPANY = /\b(?:PT|CV|P3MI)\b\.?\s*[A-Z0-9]|\bpt\.?\s+[a-z]{3,}/
const LICENCE =
  /\b(?:sip3mi|sip2mi|siup|izin (?:resmi )?(?:kemnaker|kp2mi|p2mi|bp2mi)|no(?:mor)?\.? ?izin|license (?:no|number)|ijin no)\b/i
const JOB_ORDER = /\bjob ?order\b|\bjo\b[\s:]|\bsip2mi\b|\bdemand letter\b/i
const CONTRACT = /\b(?:kontrak|perjanjian kerja|contract|pk\b)/i
const NO_CONTRACT =
  /\b(?:tanpa|tidak ada|no|belum ada)\s+(?:kontrak|perjanjian|contract)|kontrak (?:menyusul|nanti|di sana)/i
const POSITION =
  /\b(?:posisi|sebagai|jabatan|position|operator|perawat|caregiver|pengasuh|prt|pembantu|art|nurse|welder|las|pabrik|factory|kebun|ladang|abk|nelayan|konstruksi|tukang|koki|cook|waiter|pelayan|cleaning|housekeep\w*|sopir|driver|admin|customer service|marketing|perhotelan|restoran|pertanian|peternakan|spa|terapis|baby ?sitter|lansia|konveksi|jahit|penjahit)\b/i
const WAGE =
  /\b(?:gaji|upah|salary|wage|penghasilan|bayaran)\b[^\n]{0,40}\d|\d[\d.,]*\s*(?:juta|jt|ringgit|rm|ntd|nt|won|yen|dolar|usd|sgd|hkd|riyal|sar|euro)\b/i
const COST =
  /\b(?:biaya|potongan|potong gaji|zero cost|tanpa biaya|bebas biaya|gratis biaya|fee|dp|deposit|cost)\b/i

/** Which of the things a lawful offer names stand in the text. */
export function itemsIn(written: string, read: Understanding): readonly OfferItem[] {
  const has: Readonly<Record<OfferItem, boolean>> = {
    company: COMPANY.test(written),
    licence: LICENCE.test(written),
    job_order: JOB_ORDER.test(written),
    contract: CONTRACT.test(written) && !NO_CONTRACT.test(written),
    destination: read.countries.length > 0,
    position: POSITION.test(written),
    wage: WAGE.test(written),
    cost: COST.test(written),
  }
  return (Object.keys(has) as OfferItem[]).filter((item) => has[item])
}
