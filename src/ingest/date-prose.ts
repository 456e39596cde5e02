import type { IsoDate } from '../domain/article.ts';
import type { DateReader } from './date-elements.ts';
import { LABEL_ALONE } from './date-labels.ts';
import { folded } from './lines.ts';
import { dateAmongWords, dateOfLine, datesAmongWords, type StatedDate } from './stated-date.ts';

/** Lines before and after the headline that may hold the date. */
const HEAD_LINES = 10;
const LONGEST = 400;
const LONGEST_LABEL = 40;
/** A line that is a day and month and no more. */
const SHORT = 40;
/** A page speaks of itself: themes of WordPress, Serendipity, Textpattern and others close a story with such a sentence. */
const POSTED = [
  /\bthis (?:entry|post|article|page|item|story|note) (?:was|is|has been) (?:\p{L}+ )?(?:posted|published|written|created|added|filed|submitted)\b/iu,
  /\b(?:dieser?|der|das|dieses?) (?:artikel|beitrag|eintrag|post|text|posting)\b.{0,120}\b(?:wurde|ist|erschien)\b|\bwurde am\b.{0,60}\buhr\b.{0,80}\b(?:gepostet|geschrieben|veröffentlicht|verfasst|abgelegt|erstellt)\b/iu,
  /\b(?:ce billet|cet article|cette entrée|cette note|ce message) a été (?:publié|posté|écrit|rédigé)e?\b/iu,
  /\besta? (?:entrada|artículo|nota|post) (?:fue|ha sido|se) (?:publicad[oa]|publicó|escrit[oa])\b|\beste artículo (?:fue|ha sido) publicado\b/iu,
  /\bquest[oa] (?:articolo|post|voce|nota) è stat[oa] (?:pubblicat|scritt|inserit)[oa]\b/iu,
  /\best[ea] (?:post|artigo|entrada|texto) foi (?:publicad|escrit)[oa]\b/iu,
  /\bdit (?:bericht|artikel|stuk) (?:is|werd) (?:geplaatst|gepubliceerd|geschreven)\b/iu,
  /\bten wpis (?:został|jest)\b|\bэта запись (?:была|опубликована)\b|\bцей запис\b|\bdette innlegget ble\b|\bdet här inlägget\b/iu,
];
const CHANGED =
  /\b(?:last (?:edited|modified|updated|changed)|updated|zuletzt (?:geändert|bearbeitet|aktualisiert)|dernière (?:modification|mise à jour))\b/iu;
const OWNED = /©|\(c\)|\bcopyright\b/iu;

/** Labels with their dates: "Published: 5 March 2024", also where the date is on the next line. */
export function labelledDates(lines: readonly string[], { now, order }: DateReader): StatedDate[] {
  return lines.flatMap((line, at) => {
    if (line.length > LONGEST / 2) return [];
    const isLabel = line.length <= LONGEST_LABEL && LABEL_ALONE.test(line);
    const date = isLabel ? dateOfLine(`${line} ${lines[at + 1] ?? ''}`, now, order) : dateOfLine(line, now, order);
    return date === undefined || date.basis === 'alone' ? [] : [date];
  });
}

/** The first short line around the headline that states a date and little else; dates in sentences are none. */
export function dateOfHead(
  lines: readonly string[],
  headline: string | undefined,
  reader: DateReader,
): StatedDate | undefined {
  const at = headline === undefined ? -1 : lines.findIndex((line) => folded(line) === folded(headline));
  if (at < 0) return undefined;
  const head = [
    ...lines.slice(at + 1, at + 1 + HEAD_LINES),
    ...lines.slice(Math.max(0, at - HEAD_LINES), at).reverse(),
  ];
  const dates = head
    .map((line) => dateOfLine(line, reader.now, reader.order) ?? dateAmongWords(line, reader.now, reader.order))
    .filter((date) => date !== undefined);
  return dates.find((date) => date.basis !== 'updated');
}

/** The one day of a sentence in which the page says when it was posted. */
export function dateOfPosting(lines: readonly string[], reader: DateReader): IsoDate | undefined {
  return oneDay(
    lines.filter((line) => POSTED.some((said) => said.test(line.slice(0, LONGEST)))),
    reader,
  );
}

/** The one day of a line that says when the page was changed, or, with a day and not a year alone, who owns it. */
export function dateOfChange(lines: readonly string[], reader: DateReader): IsoDate | undefined {
  const short = lines.filter((line) => line.length <= LONGEST);
  return (
    oneDay(
      short.filter((line) => CHANGED.test(line) && line.length <= LONGEST / 2),
      reader,
    ) ??
    oneDay(
      short.filter((line) => OWNED.test(line)),
      reader,
    )
  );
}

/**
 * The one day of a month that the page names: a whole date, or, by the headline, one without the year, which the month of
 * the address gives.
 * @param month `YYYY-MM`
 */
export function dateOfMonth(lines: readonly string[], month: string, { now, order }: DateReader): IsoDate | undefined {
  const [year = '', number = ''] = month.split('-');
  const whole = lines.flatMap((line) => (line.length <= LONGEST ? datesAmongWords(line, now, order) : []));
  const days = new Set(whole.filter((day) => day.startsWith(month)));
  if (days.size > 0) return days.size === 1 ? [...days][0] : undefined;
  const short = lines
    .filter((line) => line.length <= SHORT)
    .map((line) => dateOfLine(`${line} ${year}`, now, order)?.date);
  const named = new Set(short.filter((day) => day?.slice(5, 7) === number));
  return named.size === 1 ? [...named][0] : undefined;
}

function oneDay(lines: readonly string[], { now, order }: DateReader): IsoDate | undefined {
  const days = new Set(lines.slice(0, 20).flatMap((line) => datesAmongWords(line.slice(0, LONGEST), now, order)));
  return days.size === 1 ? [...days][0] : undefined;
}
