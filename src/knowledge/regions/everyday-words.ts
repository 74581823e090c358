/**
 * Words people use every day. Two things follow for a name in this list: it is taken for a place only where the words around it
 * say so ("kecamatan taman", "dari batu"), and no slip of the pen turns one of these words into a place.
 * Many districts are called like such a word; those are at the end, so that nobody's "lembur" becomes Kecamatan Lembur.
 */
const INDONESIAN = `
saya aku gue gua kamu anda kalian kita kami mereka beliau dia ia orang manusia warga masyarakat keluarga ayah bapak ibu mama papa emak
kakak adik abang mbak mas paman bibi tante om nenek kakek anak cucu istri suami pacar mantan teman sahabat tetangga saudara sepupu
keponakan mertua menantu ipar bayi balita remaja gadis janda duda tunangan bos majikan juragan mandor sponsor calo agen agensi perekrut
makelar tekong pengirim penyalur perusahaan pabrik kantor dinas kementerian pemerintah negara provinsi kabupaten kota kecamatan kelurahan
desa dusun kampung rumah jalan gang pasar toko warung sekolah kampus masjid gereja pesantren rumah sakit puskesmas klinik apotek bank
polisi polres polsek polda tentara hakim jaksa pengacara notaris petugas pegawai karyawan buruh pekerja kerja bekerja kerjaan pekerjaan
migran imigran tenaga tukang sopir supir satpam perawat pengasuh pembantu pelaut nelayan petani guru dosen murid siswa mahasiswa dokter
bidan suster koki pelayan kasir pedagang penjual pembeli pengusaha pejabat bupati gubernur walikota wali menteri presiden camat lurah
kades ketua anggota pengurus gaji upah lembur bonus tunjangan potongan potong bayar membayar dibayar biaya uang duit rupiah dolar ringgit
juta ribu ratus miliar puluh belas utang hutang pinjam pinjaman cicilan cicil kredit tabungan modal usaha dagang jual beli harga murah
mahal gratis kontrak perjanjian kesepakatan nota surat berkas dokumen paspor visa ktp akta ijazah sertifikat foto materai cap stempel
tanda tangan izin ijin syarat persyaratan aturan hukum undang pasal hak kewajiban larangan dilarang boleh wajib harus perlu butuh
kebutuhan mau ingin pengen pingin pengin minta mohon tolong bantu bantuan dibantu tanya bertanya jawab jawaban info informasi kabar
berita cara caranya bagaimana gimana apa apakah siapa kapan dimana mana kemana darimana berapa mengapa kenapa kok sih dong deh lah kah
pun nih tuh loh lho kan ya yah iya tidak nggak enggak gak ga kagak ndak tak bukan belum sudah udah telah sedang lagi akan bakal pernah
sering selalu kadang jarang masih cuma hanya saja aja juga jadi karena sebab supaya agar biar kalau kalo jika bila apabila meski walau
tapi tetapi namun atau dan serta dengan sama tanpa untuk buat bagi oleh dari ke di pada dalam luar antara sampai hingga sejak selama
sebelum sesudah setelah ketika saat waktu sekarang nanti tadi besok kemarin lusa hari minggu bulan tahun jam menit detik pagi siang sore
petang malam tengah senin selasa rabu kamis jumat sabtu ahad januari februari maret april mei juni juli agustus september oktober
november desember awal akhir pertama kedua ketiga terakhir satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas seratus
seribu pulang pergi datang berangkat keberangkatan kembali balik masuk keluar naik turun lari kabur tinggal menetap pindah antar jemput
kirim terima ambil bawa dibawa pegang pakai pake simpan tahan ditahan tangkap ditangkap sita disita hilang cari mencari dapat dapet
ketemu temu lihat liat dengar denger baca tulis catat daftar mendaftar pendaftaran lamar melamar lamaran ikut belajar latih latihan
pelatihan kursus magang ujian tes lulus gagal sehat sakit kesehatan obat luka darah mati meninggal hidup selamat aman bahaya takut sedih
senang bahagia marah kasihan kasian bingung capek lelah lapar haus makan minum tidur bangun mandi tempe tahu beras nasi ayam daging ikan
sayur buah gula garam roti susu kopi teh panas dingin basah kering besar kecil tinggi rendah panjang pendek lebar luas sempit berat
ringan baik bagus buruk jelek benar salah betul bohong tipu penipu penipuan ditipu palsu asli resmi ilegal legal sah bebas paksa dipaksa
siksa disiksa pukul dipukul tampar kurung dikurung kunci dikunci ancam diancam ancaman kasar kekerasan pelecehan perkosa jual dijual
korban pelaku saksi lapor melapor laporan dilaporkan kasus masalah urusan urus ngurus diurus proses tahap selesai tunggu menunggu
tetap terus lanjut mulai berhenti henti putus habis sisa cukup kurang lebih banyak sedikit semua seluruh setiap tiap beberapa sendiri
bersama bareng ramai sepi jauh dekat atas bawah depan belakang samping kiri kanan sebelah seberang timur barat utara selatan pusat
laut darat udara hutan gunung bukit sungai danau pantai pulau tanah air api angin batu pasir kayu besi emas perak intan mutiara permata
bambu bunga kembang daun pohon akar buah kelapa pisang mangga jeruk jambu salak duren durian rambutan sawit sawah ladang kebun taman
tambak tambang sumur sumber pintu jendela kamar dapur lantai atap dinding meja kursi kasur bantal selimut lemari baju celana sepatu
sandal topi tas dompet hp handphone telepon telpon nomor nomer pesan video suara gambar internet wifi pulsa paket akun situs aplikasi
online kapal pesawat mobil motor bus kereta sepeda bandara pelabuhan terminal stasiun tiket bagasi perjalanan wisata turis umroh umrah
haji ibadah puasa lebaran natal agama islam kristen kudus tuhan doa salam terima kasih makasih maaf permisi silakan selamat halo hai
nama alamat umur usia lahir kelamin pria wanita perempuan laki cewek cowok muda tua dewasa nikah menikah cerai hamil melahirkan bahasa
inggris arab mandarin jawa sunda indonesia negeri asing luar dunia benua hubung menghubungi kontak telp nelpon ngomong bicara bilang
kata cerita curhat pikir pikiran ingat lupa kenal percaya yakin ragu niat rencana harapan harap semoga mimpi cinta sayang rindu kangen
benci dendam malu bangga sabar kuat lemah pintar bodoh malas rajin jujur curang adil maju mundur makmur sejahtera merdeka mulia sakti
setia sentosa subur indah cantik ganteng tampan cerah gelap terang putih hitam merah kuning hijau biru coklat ungu abu warna bentuk ukuran
jumlah nilai angka data catatan hasil bukti tanda barang benda alat mesin bahan bagian macam jenis contoh hal isi arah arahan tujuan
jangka lembar halaman buku pena kertas kartu kode sandi rahasia umum khusus biasa luar resiko risiko jaminan asuransi bpjs klaim santunan
premi pensiun pemulangan penempatan penempatannya perlindungan pelindungan pemberdayaan perorangan mandiri swasta lembaga yayasan
asosiasi serikat organisasi partai pemilu suara tps kpps rapat sidang sosialisasi kunjungan kerjasama mou ttd penandatanganan tanggal
jadwal agenda program kegiatan layanan pelayanan pengaduan aduan hotline darurat bencana perang konflik gempa banjir kebakaran kecelakaan
warisan waris ahli jenazah mayat kubur makam perantau rantau merantau perantauan utusan wakil sekretaris bendahara kepala biro bagian
seksi bidang badan dewan komisi panitia tim kelompok grup admin operator bot mesin manusia petunjuk saran usul kritik keluhan komplain
gelar sarjana diploma smk sma smp sd jurusan nilai raport pengalaman keterampilan keahlian bakat minat gigi mata tangan kaki kepala
perut dada punggung kulit rambut telinga hidung mulut lidah leher lutut jari kuku tulang ginjal jantung paru hati lambung
sebentar segera cepat lambat lama baru barusan tadinya kemudian lalu terus sambil selain kecuali termasuk seperti kayak mirip sebagai
menjadi ialah adalah merupakan yaitu yakni bahwa malah justru bahkan apalagi soalnya pokoknya katanya sepertinya mungkin barangkali
pasti tentu jelas nyata memang emang sungguh sangat amat sekali banget terlalu agak rada hampir kira sekitar paling maling palang
gratisan langsung lewat melalui tembus turut sertakan sertai bawahan atasan rekan kawan lawan musuh kumpul pisah penjara lapas bui
sipir tahanan deportasi overstay kaburan ilegalan kosong penuh isi terisi kepung kresek karangan harian minggir patrol tikung pagar
gajah kucing anjing kambing sapi kerbau kuda ular burung serang serangan diserang buru diburu terburu puncak metro landak bone kaur
malaka batang batangan lahat tegalan kendali kendala rembuk pasang pasangan pasaran saran sarang sarung sering serong sorongan garuk
sabuk sabun sambal samping sampah sampai sambung solusi solo sosok sebut serah seram sejuk semut semat bantal batas bebas bekas
bakso malas balasan bulanan tahunan mingguan tugas tugasnya bagi bagikan berbagi berkat berani beranak berapa berau
`
const JAVANESE = `
aku kulo kula dalem sampeyan panjenengan kowe awakmu dheweke iki iku niku niki meniko kuwi kae ngene ngono piye pripun kepiye opo nopo
menopo sopo sinten kapan endi pundi piro pinten ngendi neng nang ning ing saka soko seko teko saking menyang nyang dhateng karo kaliyan
lan utawa nek yen menawi nanging merga amarga supados ben arep ajeng badhe wis sampun durung dereng isih taksih lagi nembe ora mboten
ojo aja iso saged kudu kedah gelem purun pengen kepengin butuh kerjo kerja nyambut gawe damel lunga lungo kesah budhal bidhal mangkat
muleh mulih wangsul bali balik omah griya dalan dalanan desa ndeso kutho lurah carik duwit dhuwit arta bayaran utang nyilih tuku tumbas
adol dodol mangan nedha ngombe turu tilem tangi adus wedi ajrih bungah seneng sedhih nesu bener leres luput becik apik elek gedhe cilik
alit duwur cendhak adoh cedhak cedak kene kono kana sak sedaya kabeh akeh kathah sithik sekedhik siji loro telu papat limo enem pitu
wolu songo sepuluh satus sewu lare bocah bapake ibune mbok simbok simbah mbah paklik bulik pakde bude kakang adhi anake bojo bojone
putu mantu tanggane kancane konco wong uwong priyayi matur nuwun suwun monggo mangga nyuwun tulung tulong nulis moco krungu weruh weru
ngerti mangertos sumerep takon tanglet wangsulan jarene jare ngomong omong crita lawang jendelo geger rame sepi suruh kon dikon panjaluk
wayah wengi esuk awan sore mau wingi sesuk mbiyen saiki sakniki sakmeniko suwe dangu cepet rikat alon godong kayu watu banyu geni angin
segara gunung kali sawah kebon pari jagung tela kelapa sapi wedhus kebo pitik iwak tempe sambel sego gendhis tetep taksih slamet
waras lara gerah loro tatu mati pati seda urip sugih mlarat isin wani kuwat ringkih pinter bodho kesed temen jujur goroh ngapusi diapusi
`
const SUNDANESE = `
abdi kuring urang anjeun maneh manehna aranjeunna ieu eta itu kieu kitu kumaha naon saha iraha mana timana kamana sabaraha naha kunaon
ti ka di jeung sareng atawa atanapi lamun upami upamina ari tapi sabab kusabab supados ngarah rek arek bade parantos atos geus tos acan
can teu henteu moal ulah tiasa bisa kudu kedah hoyong hayang butuh peryogi gawe damel digawe didamel indit angkat mios balik mulih uih
bumi imah jalan lembur kampung artos duit bayar mayar ngabayar hutang meuli mésér ngajual icalan dahar tuang nginum leueut sare kulem
hudang gugah mandi ibak sieun bungah sedih ambek bener leres salah alus goreng gede ageung leutik alit luhur handap jauh deukeut caket
dieu ditu kabeh sadayana loba seueur saeutik sakedik hiji dua tilu opat lima genep tujuh dalapan salapan sapuluh saratus sarebu budak
murangkalih bapa mamah indung emang bibi uwa aki nini akang teteh rai lanceuk adi incu minantu tatangga babaturan jalmi jelema hatur nuhun
punten mangga nyuhunkeun bantos bantuan tulung nulis maca ngadangu ningali terang nyaho uninga naros waleran cenah saurna ngobrol carita
panto hawu wengi peuting isuk enjing siang beurang sonten bieu kamari isukan ayeuna engke lila enggal gancang laun daun cai seuneu angin
laut gunung walungan sawah kebon pare hayam embe munding lauk sangu sambel uyah gering teu damang damang maot hirup beunghar sangsara era
wani kuat lemah pinter bodo hese gampil gampang ngaras karasa kawit dugi nepi salami saatos sateuacan sababaraha ngeunaan perkawis
`
const ENGLISH = `
the a an and or but if then when where what which who whom whose why how is are was were be been being do does did done have has had can
could may might must shall should will would not no yes please thanks thank hello hi help need want like know tell ask answer work worker
working job jobs employer agency agent contract salary wage wages pay paid payment money fee fees cost passport visa document documents
country abroad overseas home house family mother father brother sister wife husband child children friend people person government
ministry office embassy police law right rights legal illegal safe danger emergency insurance claim report complaint hospital doctor
sick injured dead death return leave leaving left stay live living send sent get got give given take taken find found look see say said
from to in on at of for with without about before after during until since than this that these those here there now today tomorrow
yesterday day week month year time first second third last next new old good bad big small long short many much more most some any all
every each other another same different also still just only very too english indonesian migrant migrants domestic caregiver factory
plantation construction fishing ship crew student intern training course test exam health medical check sale mail web link page sign
signed agreement memorandum province regency city district village near nearest status scope date meeting planned same lower more wine
bone metro sail seat mare loan many meet came name main mean list best rest west east north south central regional partner partners
`
const COUNTRIES_AND_CITIES = `
malaysia malaysa malasia singapura singapore brunei darussalam hongkong kong taiwan taipei taiwn korea korsel seoul busan jepang japan
jepun tokyo osaka tiongkok china cina saudi arab arabia mekah mekkah makkah madinah jeddah jedah riyadh emirat dubai dubay sharjah qatar
katar doha kuwait bahrain oman muscat yordania jordan amman lebanon beirut suriah syria irak iraq iran turki turkey istanbul mesir egypt
kairo libya maroko tunisia sudan yaman india pakistan bangladesh nepal srilanka maladewa kamboja cambodia phnom penh myanmar thailand
thailan bangkok laos vietnam filipina manila timor leste papua nugini australia sydney selandia amerika kanada canada meksiko brasil
suriname inggris london irlandia jerman germany berlin hamburg hanau belanda belgia prancis paris spanyol portugal italia swiss austria
swedia norwegia denmark finlandia polandia poland ceko slowakia hungaria rumania bulgaria serbia kroasia slovenia yunani siprus malta
rusia moskow georgia penang pinang sabah sarawak johor selangor melaka kedah perlis pahang kelantan miri kuching tawau sandakan sepang
kuala lumpur medina medinah macau makau palau kenya nigeria afrika asia eropa timteng sudan solomon fiji batavia semenanjung perairan samudera
`
const DISTRICTS_LIKE_WORDS = `
abab alam alas alang amar amen ampel anggi anggrek angsana arso ayau babakan babat badar badas badau bagor bajo baki bakung balai balen
balong bambang bancar banda bandar bandara banding bantan bantar bantaran bara baraka baras baron baros barus batahan batin batui bayan
bayang beji belang belat belimbing belo bendo bendungan benteng beo beringin berbak bies bika bina bintang binuang blado blimbing
bojong bokan bokat bola bolo bonang bonjol bonti borong bringin bubon bugi buk bukal buke buki bukit buko bula bulang bulo bulu bungin
bunta buntao bunut bunyu burau busang butuh cambai camba camplong candi carita caringin cempa cempaka cendana cenrana cerme cina colo
concong curug curup dal dama damai damar damer dampal dampit danau dander darma dau dawan dedai dekai delima delta demta dendang 
dolo dolok dondo donggo doreng doro dukun dusun durai duren ende enggano enok essang gading gabus galang galela galing galis gambir
gambut gandus gane gangga gantar ganding gapura garum garung gatak gaung gayam gebang gebog gedeg gelam gembong gemuh gempol gending
geneng genteng genuk gerih gerung giri gisting gondang grati gresi grogol gubug guna guntur gunungsari haju harau haruan heram hibala
hila hulu ibu ibun idi ilir ilu indrapura indrajaya inuman ipuh jambe jabon jabung jaken jangkar japara jarai jaro jaten jati jatisari
jawai jaya jebres jebus jelai jenar jenu jepon jetis jiput jiwan jongkong jonggat juai juhar jujuhan julok jumo kabat kabuh kabun kadur
kademangan kadipaten kahu kais kajang kajen kakas kalasan kalis kamal kampa kampak kampil kandis kanor kao kapas kare karera karas karau
karang karangan karanganyar kasi kasui kauman kawali kawalu kayan kayen kayoa kebar kedaton kedamaian kedu kedung kejayan keling
keluang kemang kemangi kembaran kembangan kemiri kempo kemuning kencana kendit kepil kerajaan kerek kertek kilo kinali kintap
klambu klampis kodi koja kokap komodo kopo kopang kota koto kraton kramat kras kretek krian kroya kuala kubu kubung kulim kulo kumai
kundur kunir kuok kupitan kuranji kurau kuri kurun kuta kutasari labang labuan labuhan ladongi lage lais lalan lamba lambai lambu lape
lapang lapen larangan laren lasem lau lawa lawang lebak lede lekok leles lelak lembak lembang lembo lembor lemito lempuing lenteng lewa
liang licin limau limun linge lirik lirung loa loano lobu lolak luak lubai lubuk lumar lumbang lumbung lumut luyo maba maja
majenang makale makasar malo malua malunda mamasa mandai mandah mandau mande manding mane mangaran manggar manggala manggis maniis manis
manna mantang mantup marang marau mare marga marisa maro maron marusu matan matur mauk maukaro mauponggo mawasangka mayang mayong
mazo mego melak melati mempura mendoyo menes menganti mentok meral merapi merbau merek merigi miangas mijen mila minas
mirit mlati moa modo mojo moro moti motui motoling muara mulya muncar muncang mundu mungka munjul murung musi musuk muting nanga nanggung
nasal natar negara nagara ngawen ngampel ngancar ngaringan ngoro ngrambe nguling nibung nisam nongsa nusa oba obi omben onan pace pacet
padang padas paga pagak pagu pajo pakal pakel pakem pakis pakong paku palas paloh pamona pana panaga panca pancur pandan pandak pandawan
panei panga pangean panggang panggul pangkalan panglima pangkur panji panjatan pantai pantar panti papar parado parakan parang pare
parigi paringin parit paro parung paruga pasan pasean pasekan patean patani pati patuk pauh payung pedan pedes pekat pekan pemali
pemenang pemangkat penarik pendopo pengasih penukal peninjauan pepera perbaungan periuk peso petang petir picung pidie pinang
pining pino pitu plered ploso polen pondok ponre porong praya prigen puding pucuk pugung pujut pujer pule puli pulung pulutan puncu pundong
punggur punung purba puri puring purwosari purwodadi purwokerto pusako puspo raba raja rajawali rakit rambah rambang rambatan rambutan
rana rancah rangkui rano rantau rao rasau ratu raya regol rejoso rendang rengat rengel rongga roon rumbia rumpin rungan rupit sadang
sadu sahu sail sako sakra sakti salam salaman salang saling salem salo samadua samarang sambi sambit sambong sampara sanden sandai
sandaran sanggar sape saradan sarang sario sawa sawan sawang sawit sawo sayan sebawi sebuku secang sedan sedayu sedong segah segedong
seginim sekampung sekar sekaran sela selat selebar selo selong seluas semau semen semin sempol sempor sempu sendang sendana
senen sengah senori senduro sentani sentolo sepang sepatan serasan seri serui seruyan siabu siau silat silo siman simo simpang
simpur sinar sindang sine singkil singkup singgahan siulak situ slahung socah soko sokan solo songgom sosa sota subah sudu sukun
sukra sulang suli suka sukamaju sukasari sumay sumbang sumber sumo sumur sungai suruh susoh susut sutera tabir tabang tabona talaga talang
tallo taman tamako tamban tambang tambora tamiang tandes tangse tanjung tanta tapa tapen tapos tapung tarik tarub tarum tawang tebas tebing
telaga telen teluk tempel tempuran tenga tengaran teras terara terentang teriak tering tersono tigi tikala tikung tilango timang timbang
tinggi tingkir tinada tiris tirto tirtoyudo toba togean toho tojo toma tomo tonda tongas topos torgamba toroh towe trawas tretep trimurjo
trucuk tuah tugu tukka tulakan tulangan tulis tulung tumpang tunjungan turen turi tutar tutur ubud ujung ukui ulim ulu ulujami umbul undaan
ungar unter utan wadas waru warung wara waringin wates watu wawo wedi welas wera weru widang wih winong wolo wonosari wori wringin wungu
ajung alla ambal anyar awang bae bakam bangsal banjaran banyakan batuan batur bawang bayah beber belik besuk besuki betung
bruno bua bulak bungi bungur campaka citta curio deket dempet dewantara empang gadung galur gantung getasan girian gu halong
jambon jangkat jelutung jorong kalibaru kangkung kema kempas ki kindang kokas kuripan leces lela mamboro maos menjalin moga
mugi nanggala ngapa nita pajangan pecangaan pinggir sabu sambutan setu sobang ta tempeh teor
intan kartika bayu surya cahaya ratna dewi sari ayu putri putra budi agung arjuna bima yudha eka dwi tri maria yusuf ibrahim musa
`
/** Words one or two slips away from the name of a regency or city. */
const NEAR_MISSES = `
diri lowongan langkah langka langkap lengkap batal batan bayam tanggung ngan pirang lumayan bengkel bengkok bengkak kandung kandungan kandang
bocor bodor panduan penasaran paper pager pamer bahru tanggaku pelayaran pelajaran pelajari pelacakan pelamaran pamitan mengawasi mengawali
menawari menawar mencapai demam desak detak pincang ringkas rangkap rangkas pandai ngantuk prepare ketauan ketahuan talian banjur keningau
benten banter banteng dhiri penawaran pemasaran jemuran jembatan jembar sangang sangkan sungkan keburu katrangan task remang rembag rembug
pemerasan pemalas bilangin bilangan bayangan balapan dairy damri kuburan kuburane pampasan asuhan kenyal kental kendel kendaraan karapan
keranjang kerasan kerawanan bandang bandeng bolong tanggel bunten sabung sambang samaran semarak sembarang seorang seseorang caruman mentana
gabut nggolek babagan kelangkung ambin button beton parman bangla bangku bangga bangsa bangkai bangke blangko suasana banting disulut
tawanan tatanan melai minggata sumelang kalungan kawinan kenangan kurungan kunangan nganiaya kobongan biyung buntung lajang sampan tasek
tutupan sogok lapangan layangan lamunan kelinci kericuhan kadus kurus kusus kukus kubus kudis kudos kutang kuping kepang kolak kamper
karyawan kerumunan berhitung berak letak lebay lebat lebah lemak ngaji ngasi ngawe ngawas nunjukan tunjukan pasukan pasungan pekarangan
pelanggan sanggup sanggar seruan singkatan singkong sinting sarong sarung disorong malangnya tarikan tabrakan tegas tegar tegap tegel tebal
tuman turban mesan medal median batman depot delok bangle tapir muncrat simpenan warsa penanggalan pekerjaan pemeriksaan penampungan
pemakaman pembayaran pengalaman pemberian pembelian penjualan perjalanan perusahaan pertanyaan persyaratan pengawasan pengawalan rembesan
jumpa jambret jemput jempol jambang kembar kumpul kumpulan lambaian lembaran lemburan tembakan tembang tampang tumpang tambahan tambah
sebaran panganyarna kagungan kaleng pelihara pawitan dumas konangan bajingan tenggang menawa langgar sanggah dumadi kancing bogoh ngambang depoh depo mulangin sekadar strong katingali ngagem minute menyala matang cakalang siapang marabahaya panasaran saban mamang marks
penanam bribes tabik sambat salatkan kalaban batak tagalog skarang mulang melang mulangkeun tinggalan kandar belanja manula sedia serba berlian geleng tanaman makanan minuman pakaian mainan majalah malahan mandiri mangkat mangkuk mampir mandeg mandek medeni melamar memang meneng menang
nekat nyaman padahal pamflet panggilan pangan pangsit pesangon pesisir petugas piring pisau pulsa ramai randa rembes renang sadar sandang
selang selalu semoga sendal sentuh sepatu serba serius setor sewaktu sidang sinyal siram sobat suami subuh sukarela sukses sulit sumpah
surat tahan tamat tanding tangguh tekanan temen tembok terang ternyata tersangka tiruan topeng tukang tumben turun ulang undang usaha
`
/** Words of the languages themselves. */
export const COMMON_WORDS: ReadonlySet<string> = setOf(INDONESIAN, JAVANESE, SUNDANESE, ENGLISH)

/** All of them, for all languages: a chat mixes them. */
export const EVERYDAY_WORDS: ReadonlySet<string> = setOf(
  INDONESIAN,
  JAVANESE,
  SUNDANESE,
  ENGLISH,
  NEAR_MISSES,
  COUNTRIES_AND_CITIES,
  DISTRICTS_LIKE_WORDS,
)

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(
    lists
      .join(' ')
      .split(/\s+/)
      .filter((word) => word !== ''),
  )
}
