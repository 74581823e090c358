/**
 * Common roots that are no concept of ours. They give the stemmer something to stop at ("berbagai" is no form of "bagai" we
 * listen for, but it must not become "berba"), and count as known words.
 */
const INDONESIAN = `
abad abai abu acak acu adab adil aduh agak agar ajaib akal akan akar akhir aksi aktif alam alas alat alih alir aliran aman
ambang ampuh ampun amplop anggap anggar anggota anggur angin angkut aneka antar antara antuk anut apel api arah arang arti arus
asah asap asin asli asing asuh atap atas atur awan awas ayo babak badai badan bagai bagi bahan bahas baik baju bakar bakat
baku balai balap balas bangga bangku bangsa bangun bantah bantai barang baring baris batang batas batik batu batuk bau bawah
bayang bebas beda bekal bekas beku belah belakang belanja beli belok benang benci benda bengkok benih bentak bentuk berat
berkat bersih besar besi betah biar biasa bibir bicara bidang bijak bina bintang bising bisik bisu bocor bohong bola boleh
boros bosan botol buah buang bubar budaya bujang buka bukit bukti buku bulat bulu bumbu bumi bunga bungkus bunyi buruk buru
burung busuk butir cabang cabut cahaya cair cakap campur canggih cantik capai cara catat cegah celah celana cepat cerah cerdas
cermat cinta ciri cita coba cocok contoh copot coret cuci cukup cukur curah curam curang dada daftar daging dahan dahi dahulu
daki dalam dalih damai dampak dampar dapat dapur dasar datar daun dawai daya dekat delapan demi denda dendam dengar depan derita
desak detik dewasa diam didik dinding dingin doa dorong dua duduk dugaan duka dukung duga dunia edar ejek ekor elak emas embun
empat enam enak encer energi entah erat fajar fakta faham fungsi gabung gadai gagah gairah galak gali gambar ganas ganda ganggu
ganti garam garis gaya gelap gelas geli gembira gempar gerak gerbang gigi gila giling giliran goda golong gosok goyang gugup
gula guling gulung guna gunting gunung guru habis hadap hadiah hadir hafal hairan haji hak hakim halang halus hambat hamba
hancur hangat hantar hanya hapal harap harga harimau harta harus hasil hasut hati haus hebat hemat hendak henti heran hibur hidang
hidup hijau hilang hilir hina hirau hisap hitam hitung hormat hubung hujan hukum huruf hutan ikat iklan ikut ilmu imbang inap
indah induk ingat ingin ingkar injak intai inti intip irama iring iris isap isi isyarat istimewa jadi jaga jagoan jahat jajah
jaket jalan jalin jalur jam jamin jamu jangka jarak jarang jari jasa jatah jatuh jauh jawab jelas jelajah jemput jemur jenis
jenuh jepit jernih jijik jilat jilid jinak jiwa jodoh jongkok jubah judul juga jujur jumpa jurang juru kabut kaca kacau kagum
kain kaku kali kalah kalung kampung kanan kandang kantong kantuk kapas karang karya kasar kasih kata kawal kawin kaya kayu
kebal kebun kecap kecewa kecil kejam keji kejut kelola keluh kembali kembang kemas kemudian kenal kenang kendala kental kenyang
kepala kepung kera keras kering kertas keruh ketat ketik ketuk khas khianat khusus kikis kilat kini kiri kiriman kisah koreksi
kosong kota kotor kuasa kuat kucing kuda kulit kumpul kunjung kuning kupas kuras kurang kursi kurus kutip kutuk laba lagak lahan
lahir lain lajang laku lalai laluan lama lambang lamban lampau lampu lancar landas langgar langit langka langsung lantai lantang
lanjut lapang lapis larang laris larut lasak latar latih lawan layan layar layu lebar lebat lebih leher lekat lelang lelap lemah
lemari lembut lempar lengan lengkap lenyap lepas letak letus lewat liar libat licin lidah lihai limpah lindung lingkar lintas lipat
liput lomba lompat loncat longgar luar luas lucu lulus lumpur lunak luncur lupa lurah lurus lusuh maaf mabuk mahal main maju
makmur maksud malas malu manis mantap marah masalah masak masam masuk masyarakat mata mati medan mega mekar melarat mentah mental
merah merdeka mesin mewah milik mimpi minat mirip miskin moga mohon muat muda mudah muka mula mulai mulia mulut muncul mundur mungkin
murah murni musim musnah musuh nada nafas naik nakal nama nanti napas nasib negara nikmat nilai nyala nyaman nyaring nyata nyawa obral
obrol olah oleh omong ombak operasi otak pabrik padam padat paham pahit pajang pakai paket paku paling pamer panas pancing pandang
pandai panen panggil panggung pangkat panjang pantas pantau panutan papan parah parkir pasang pasar pasrah pasti pasukan patah patuh
payah payung peduli pegal peka pelan pelihara peluk peluru penat pencar pendam pendek pengaruh penting penuh perah perak peran perban
percaya percik perhati periksa perintah peringkat perkara perlahan perlu permata pernah pesan pesta petik petir pijat pikat pikir
pikul pilih pimpin pindah pinggang pinggir pintar pintu pipi piring pisah pohon pokok polos pompa potret puas pucat puja puji pukau
pulas puluh punah puncak punggung pungut pupuk pura pusat putih putus raih rajin rakit rakyat rambut ramai rampas rampok rancang rangka
rangkai rangkum rantai rapat rapi rasa rata ratus rawan raya rebah rebus redup regu rekat rela rem rencana rendah rentan resap resmi
retak riang rias rinci rindang ringan ringkas risau roda roti ruang rugi rukun rumah rumus runtuh rupa rusak rusuh sabar sadar sah
saing saji sakti saksi salah saling salur sama sambung sambut samping sampul sandar sangat sangka sanggah sanggup sangkut santai sapa sapu
saran sasar satu saudara sayang sebab sebar sebut sedang sedia segar sehat sejarah sejuk selamat selenggara selesai selidik selip selisih
semangat sembah sembuh sempat sempit sempurna semua senang sendiri sengaja sentuh senyum sepakat sepatu sepi serah serang serap serba
seru sesal sesat sesuai setia setuju sewa siap siar sibuk sifat sikap siksa silang simpul sindir singgung singkat sisa sisir siul
sobat sorak sorot suara suasana subuh subur suci suka sukses sulam suling sumber sumbang sumpah sungai sungguh sunyi surut susah
susun susut syarat tabah tadah tagih tahan tahap tahu taja tajam takar takluk taksir taman tambah tambat tampak tampil tampung tanam
tandas tandu tangan tanggap tanggung tangguh tangkas tangis tangkis tantang tanpa tapak tari tarik taruh tata tatap tawar tawa tebak tebal
tebang tebar teduh tegak tegang tegas teguh teguk tekan teknik tekun telan teliti teman tembus tempat tempel tempuh temu tenaga
tenang tengah tengok tentang tentu tepat tepi tepuk terang terap terbit terima terjang terka tertib tetap tewas tiang tiba tidur tikar
timbang timbul timpa tindak tindas tinggal tingkat tinjau tipis tiru titip tokoh tonton topang topik tugas tukar tulang tuli tulus tumbang
tumbuh tumpah tumpuk tunda tunduk tunggal tunjuk tuntas tuntun turun turut tusuk tutup tutur ubah ucap udara uji ukir ukur ulas ulang
undang undur unggul ungkap ungsi untung urai urut usul utama utara utuh wabah wajah wajar warna waspada watak wewenang wujud yakin`

const JAVANESE = `
adoh akeh alon amba ambruk andhap anget angon anyar apik asat awan bagus balang banget banyu bebek becik bedhil beja bener bengi bocah
bubar bubuk cekel cetha cilik colong crita critane dalan dalu dawa delok dhisik dhuwur dolan dudu dumadi duwe duwur endhog
enom esuk gaweyan gedhe gelem gemblung getun godhong gumun guyu idu ijol ilang iling ireng irung isin iwak jaga jaluk jare jarit
jejer jeneng jenggot jero jupuk kabeh kali kancing kandha kanggo karep katon kaya keplok kepethuk keri ketok kiwa klambi kobong kudu kulon
kumbah kuping lali lanang lara larang lawang lemah lepen limang liya lor luwih macul maneh mangan manuk maring medhun melek mesthi mburi
mlaku mlebu mripat mudhun mulya mung nemu ngarep ngisor omah padhang padu pager papat pethuk pitik pitu ponggawa putih rada rampung
ratu rembug rewang ruwet sanak sapu sega sepuh sesuk sisih sithik slulup srengenge suket suwe takon tamba tangga tangi tansah tatu teka
telu temen tindak titip tuku tulis turu tuwa udan ujar urip utawa wadon wani wareg warung wates watu wayah wedang weling weruh wetan wit
wulang wuwuh`

const SUNDANESE = `
abot adat agul ajar akang aki alit amis angel aos apal aranjeun asak asal atoh awak awewe babari bageur baheula baju balik bapa
bareng bareto batur bebas beda beja beulah beuli beurang beureum bikang bisa bogoh budak buleud bumi buuk caang cai calik cape carita
ceuk ceuli cicing coba cokot damang dangu datang deui deukeut diuk dulur duka eling era eusi ganti gede geulis geuwat goreng gugah hade
hareup hartos hayam hejo herang heubeul heula hideung hirup huap huma hulu iber ical igel imah imut indung ingat isin jaga jalan jangji
jero jieun kaci kahayang kahoyong kapan karaos kasep kasur kawas keueung kiwari kolot konci koneng kulon kurang lain laleur lali lami lanceuk
lawas lembur leumpang leungeun leutik linggih loba luhur lumpat mangsa manuk marios maros mawa menit meuli meunang milari mimiti muka mulang
namina ngarti ngora ngambang nini nuju nyaah nyaho nyandak nyeri oray pada padet pait pajeng pameget panas panon pareum paros peuting pinuh
pisan poek pondok pondokan pribados pulang raka raos rarabi rea reuneuh reureuh rewu saeutik saha sami samping sare sasih sateuacan satuju
sedih seep sepuh seuri seuseut sirah sok sono suku sumping taneuh tangtu taros tatih tepang teras tiis tilu tingal tuang tulis tunda tungtung turun
umur unggal upami urang ulin wani wangsul wartos wengi wios yuswa`

/** Names and whole words that look like a root with an ending or a beginning ("maluku" is not "my shame"). */
const WHOLE = `
maluku pegunungan asahan pesisir mentawai kerinci merangin seribu kuningan bekasi semarang kediri manggarai kapuas balangan penajam
banggai selayar ternate nduga kuwait kanada panama melaka malaya natuna sendai munchen sangihe praya melayu sentani wamena pamulang
manama kemayoran menteng marisa binamu bendahara medang simpenan kencana patani bandungan
persetujuan sebagai sementara kalian malih ngantos kaping menemukan pesan
memang emang mereka bendera kamera desain membership mediasi pengajian persatuan selasa merek maria kaget mandi wangi kawasan`

export const COMMON_ROOTS: ReadonlySet<string> = new Set(
  `${INDONESIAN} ${JAVANESE} ${SUNDANESE} ${WHOLE}`.split(/\s+/).filter((word) => word !== ''),
)
