/** Names of months and weekdays as date lines write them, whole and cut short, in the languages that ingest tells apart. */
const MONTH_NAMES = [
  'january jan januar jänner janvier janv enero ene janeiro gennaio gen januari ocak oca января янв січня',
  'february feb februar février févr fevrier febrero fevereiro fev febbraio februari şubat şub февраля фев лютого',
  'march mar märz mär mars marzo março maart mrt mart марта мар березня',
  'april apr avril avr abril abr aprile nisan nis апреля апр квітня',
  'may mai mayo maio maggio mag mei mayıs мая травня',
  'june jun juni juin junio junho giugno giu haziran haz июня июн червня',
  'july jul juli juillet juil julio julho luglio lug temmuz tem июля июл липня',
  'august aug août aout agosto ago augustus ağustos ağu августа авг серпня',
  'september sep sept septembre septiembre setembro set settembre eylül eyl сентября сен вересня',
  'october oct oktober okt octobre octubre outubro out ottobre ott ekim eki октября окт жовтня',
  'november nov novembre noviembre novembro kasım kas ноября ноя листопада',
  'december dec dezember dez décembre déc diciembre dic dezembro dicembre aralık ara декабря дек грудня',
];

const WEEKDAY_NAMES =
  'monday mon montag lundi lunes lunedì maandag pazartesi понедельник ' +
  'tuesday tue tues dienstag mardi martes martedì dinsdag salı вторник ' +
  'wednesday wed mittwoch mercredi miércoles mercoledì woensdag çarşamba среда ' +
  'thursday thu thur thurs donnerstag jeudi jueves giovedì donderdag perşembe четверг ' +
  'friday fri freitag vendredi viernes venerdì vrijdag cuma пятница ' +
  'saturday sat samstag sonnabend samedi sábado sabato zaterdag cumartesi суббота ' +
  'sunday sun sonntag dimanche domingo domenica zondag pazar воскресенье';

/** Month number, 1 to 12, by its name in lower case. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

export const WEEKDAYS: ReadonlySet<string> = new Set(WEEKDAY_NAMES.split(' '));
