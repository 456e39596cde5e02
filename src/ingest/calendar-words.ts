/**
 * Names of months as date lines write them, in the case that stands behind a day, in some forty languages, with the
 * short forms that mean one month everywhere. Croatian and Polish mean different months by "listopada": it is read as
 * November, as Czech and Polish have it.
 */
const MONTH_NAMES = [
  'january jan januar jänner jän janvier janv enero ene janeiro gennaio gen januari gener ocak oca janúar január januára leden ledna stycznia styczeń sty siječnja januarja ianuarie ian janar jaanuar janvāris janvārī sausio tammikuuta tammikuu yanvar января янв січня студзеня януари јануари јануар ιανουαρίου ιανουάριος ιαν հունվարի იანვარი يناير جانفي ینایر ژانویه جنوری ינואר जनवरी জানুয়ারি ஜனவரி มกราคม ม.ค',
  'february feb febr februar février févr fevrier febrero fevereiro fev febbraio februari febrer şubat şub febrúar február februára únor února lutego luty veljače februarja februarie shkurt veebruar februāris februārī vasario helmikuuta helmikuu fevral февраля фев февр лютого лютага февруари фебруари фебруар φεβρουαρίου φεβρουάριος φεβ փետրվարի თებერვალი فبراير فيفري فوریه فروری פברואר फरवरी ফেব্রুয়ারি பிப்ரவரி กุมภาพันธ์ ก.พ',
  'march mar maret märz mär mars marzo març março maart mrt mart marts marca március márc březen března marzec ožujka marec martie märts martā kovo maaliskuuta maaliskuu марта мар березня сакавіка март μαρτίου μάρτιος μαρ մարտի მარტი مارس مارچ מרץ מרס मार्च মার্চ மார்ச் มีนาคม มี.ค mac',
  'april apr avril avr abril abr aprile abrils nisan nis apríl apríla április ápr duben dubna kwietnia kwiecień kwi travnja aprilie prill aprill aprīlis aprīlī balandžio huhtikuuta huhtikuu aprel апреля апр квітня красавіка април απριλίου απρίλιος απρ ապրիլի აპრილი أبريل ابريل إبريل أفريل آوریل اپریل אפריל अप्रैल এপ্রিল ஏப்ரல் เมษายน เม.ย',
  'may mai mayo maio maggio mag mei maig mayıs maí máj mája május květen května maja maj svibnja maijs maijā gegužės toukokuuta toukokuu мая мај май травня μαΐου μαίου μάιος μαϊ մայիսի მაისი مايو ماي مه می مئی מאי मई মে மே พฤษภาคม พ.ค',
  'june jun juni juin junio junho giugno giu juny haziran haz júní jún júna június červen června czerwca czerwiec cze lipnja junij junija iunie qershor juuni jūnijs jūnijā birželio kesäkuuta kesäkuu iyun июня июн червня чэрвеня юни јуни јун ιουνίου ιούνιος ιουν հունիսի ივნისი يونيو يونيه جوان ژوئن جون יוני जून জুন ஜூன் มิถุนายน มิ.ย',
  'july jul juli juillet juil julio julho luglio lug juliol temmuz tem júlí júl júla július červenec července lipca lipiec srpnja julij julija iulie korrik juuli jūlijs jūlijā liepos heinäkuuta heinäkuu iyul julai июля июл липня ліпеня юли јули јул ιουλίου ιούλιος ιουλ հուլիսի ივლისი يوليو يوليه جويلية ژوئیه جولائی יולי जुलाई জুলাই ஜூலை กรกฎาคม ก.ค',
  'august aug août aout agosto ago augustus agost ağustos ağu ágúst augusta augusztus srpen srpna sierpnia sierpień sie kolovoza avgust avgusta gusht augusts augustā rugpjūčio elokuuta elokuu avqust agustus ogos augusti августа авг серпня жніўня август αυγούστου αύγουστος αυγ օգոստոսի აგვისტო أغسطس اغسطس أوت اوت اگست אוגוסט अगस्त আগস্ট ஆகஸ்ட் สิงหาคม ส.ค',
  'september sep sept septembre septiembre setiembre setembro set settembre setembre eylül eyl szeptember szept septembra září września wrzesień wrz rujna septembrie shtator septembris septembrī rugsėjo syyskuuta syyskuu sentyabr septembar сентября сен сент вересня верасня септември септембар σεπτεμβρίου σεπτέμβριος σεπ սեպտեմբերի სექტემბერი سبتمبر سپتامبر ستمبر ספטמבר सितंबर सितम्बर সেপ্টেম্বর செப்டம்பர் กันยายน ก.ย',
  'october oct oktober okt octobre octubre outubro out ottobre ott ekim eki október októbra říjen října października październik paź oktobra octombrie tetor oktoober oktobris oktobrī spalio lokakuuta lokakuu oktyabr oktobar октября окт жовтня кастрычніка октомври октобар οκτωβρίου οκτώβριος οκτ հոկտեմբերի ოქტომბერი أكتوبر اكتوبر اکتبر اکتوبر אוקטובר अक्टूबर अक्तूबर অক্টোবর அக்டோபர் ตุลาคม ต.ค',
  'november nov novembre noviembre novembro kasım kas nóvember listopad listopadu listopada novembra studenoga studenog noiembrie nëntor novembris novembrī lapkričio marraskuuta marraskuu noyabr novembar ноября ноя листопада лістапада ноември новембар νοεμβρίου νοέμβριος νοε նոյեմբերի ნოემბერი نوفمبر نوامبر نومبر נובמבר नवंबर नवम्बर নভেম্বর நவம்பர் พฤศจิกายน พ.ย',
  'december dec dezember dez décembre déc diciembre dic dezembro dicembre desembre aralık ara desember des prosinec prosince decembra grudnia grudzień gru prosinca decembrie dhjetor detsember decembris decembrī gruodžio joulukuuta joulukuu dekabr decembar disember декабря дек грудня снежня декември децембар δεκεμβρίου δεκέμβριος δεκ դեկտեմբերի დეკემბერი ديسمبر دسامبر دسمبر דצמבר दिसंबर दिसम्बर ডিসেম্বর டிசம்பர் ธันวาคม ธ.ค',
];

const WEEKDAY_NAMES =
  'monday mon montag mo lundi lun lunes lunedì maandag ma pazartesi poniedziałek pondělí pondelok måndag mandag maanantai maanantaina hétfő luni senin ponedjeljak ponedeljek понедельник понеділок понеделник δευτέρα الاثنين الإثنين دوشنبه सोमवार সোমবার 月曜日 ' +
  'tuesday tue tues dienstag di mardi martes martedì dinsdag salı wtorek úterý utorok tisdag tirsdag tiistai tiistaina kedd marți selasa utorak torek вторник вівторок τρίτη الثلاثاء سه‌شنبه मंगलवार মঙ্গলবার ' +
  'wednesday wed mittwoch mi mercredi mer miércoles mercoledì woensdag wo çarşamba środa středa streda onsdag keskiviikko keskiviikkona szerda miercuri rabu srijeda sreda среда середа сряда τετάρτη الأربعاء الاربعاء چهارشنبه बुधवार বুধবার ' +
  'thursday thu thur thurs donnerstag do jeudi jeu jueves giovedì donderdag perşembe czwartek čtvrtek štvrtok torsdag torstai torstaina csütörtök joi kamis četvrtak četrtek четверг четвер четвъртък πέμπτη الخميس پنجشنبه गुरुवार বৃহস্পতিবার ' +
  'friday fri freitag fr vendredi ven viernes venerdì vrijdag vr cuma piątek pátek piatok fredag perjantai perjantaina péntek vineri jumat petak petek пятница п’ятниця петък παρασκευή الجمعة جمعه शुक्रवार শুক্রবার ' +
  'saturday sat samstag sonnabend samedi sam sábado sabato zaterdag za cumartesi sobota lördag lørdag lauantai lauantaina szombat sâmbătă sabtu subota суббота субота събота σάββατο السبت شنبه शनिवार শনিবার ' +
  'sunday sun sonntag so dimanche dim domingo domenica zondag zo pazar niedziela neděle nedeľa söndag søndag sunnuntai sunnuntaina vasárnap duminică minggu nedjelja nedelja воскресенье неділя неделя κυριακή الأحد الاحد یکشنبه रविवार রবিবার ' +
  'segunda terça quarta quinta sexta feira วันจันทร์ที่ วันอังคารที่ วันพุธที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่ วันอาทิตย์ที่';

/** Months whose name is two words, as the Levant and Iraq have them; Syria's others stand beside them. */
const MONTHS_OF_TWO_WORDS: readonly (readonly [RegExp, string])[] = [
  [/كانون (?:الثاني|ثاني)/gu, 'يناير'],
  [/تشرين (?:الأول|الاول|أول)/gu, 'أكتوبر'],
  [/تشرين (?:الثاني|ثاني)/gu, 'نوفمبر'],
  [/كانون (?:الأول|الاول|أول)/gu, 'ديسمبر'],
];
const LEVANT = '- شباط آذار,اذار نيسان أيار,ايار حزيران تموز آب أيلول,ايلول'
  .split(' ')
  .flatMap((names, at) => names.split(',').map((name) => [name, at + 1] as const));
const DIGITS = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0E50-\u0E59]/gu;

/** Month number, 1 to 12, by its name in lower case. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
  ...LEVANT,
]);

export const WEEKDAYS: ReadonlySet<string> = new Set(WEEKDAY_NAMES.split(' '));

/** The number of a month's name, 1 to 12, or 0. Hebrew and Catalan join "in" and "of" to it. */
export function monthOf(word = ''): number {
  const name = word.toLowerCase().replace(/\.$/u, '');
  return MONTHS.get(name) ?? MONTHS.get(name.replace(/^(?:ב|d['’])/u, '')) ?? 0;
}

/** A date line with the digits 0 to 9 and one word for each month. */
export function plainCalendarWords(line: string): string {
  const digits = line.replace(DIGITS, (digit) => String(((digit.codePointAt(0) ?? 0) - zeroOf(digit)) % 10));
  if (!/[كت]/u.test(digits)) return digits;
  return MONTHS_OF_TWO_WORDS.reduce((text, [name, month]) => text.replace(name, month), digits);
}

function zeroOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  return [0x660, 0x6f0, 0x966, 0x9e6, 0xe50].findLast((zero) => zero <= code) ?? 0;
}
