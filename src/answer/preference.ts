import type { PassageHit } from '../domain/archive.ts';
import { daysBetween } from '../text/calendar.ts';
import { findTimes } from '../text/dates.ts';
import { findNames } from '../text/names.ts';
import { NUMBER_FORM } from '../text/numbers.ts';
import type { Ground } from './ground.ts';
import type { Question } from './question/frame.ts';

/** What a passage of the days asked about gains, or of the day of asking; half of it as many days away as `HALF_LIFE`. */
const FRESH = 0.4;
const HALF_LIFE = 30;
/** What a passage gains that names something of the kind asked for. */
const OF_KIND = 0.2;
/** What is left of a passage in which a name asked about is a common word: "turkey burgers". */
const SMALL = 0.3;

/**
 * Hits as one who asks for news would have them: those of the days that the question names first, else of the last
 * weeks, and those that name a person, place, day or number where one is asked for.
 */
export function preferred(question: Question, hits: readonly PassageHit[], ground: Pick<Ground, 'today' | 'outlines'>) {
  const factor = (hit: PassageHit) =>
    (1 + freshness(question, hit, ground)) *
    (1 + (isOfKind(question, hit.quote) ? OF_KIND : 0)) *
    (isNameSmall(question, hit.quote) ? SMALL : 1);
  return hits
    .map((hit, rank) => ({ hit, rank, score: hit.score * factor(hit) }))
    .sort((one, other) => other.score - one.score || one.rank - other.rank)
    .map(({ hit }) => hit);
}

function freshness(
  { date }: Question,
  { articleId }: PassageHit,
  { today, outlines }: Pick<Ground, 'today' | 'outlines'>,
): number {
  const day = outlines.get(articleId)?.publishedAt;
  if (day === undefined) return 0;
  const [from, to] = date === undefined ? [today, today] : [date.from ?? day, date.to ?? day];
  const away = day < from ? daysBetween(day, from) : day > to ? daysBetween(to, day) : 0;
  return FRESH * 0.5 ** (away / HALF_LIFE);
}

function isNameSmall({ names }: Question, quote: string): boolean {
  const written = new Set(quote.split(/[^\p{L}]+/u));
  return names.some(({ name }) => written.has(name.toLowerCase()) && !quote.includes(name));
}

const NUMBER = new RegExp(`\\b(\\d|${NUMBER_FORM}\\b)`, 'iu');

/** Whether a sentence names something of the kind asked for that the question does not name itself. */
function isOfKind({ hole, names }: Question, quote: string): boolean {
  const asked = new Set(names.map(({ name }) => name));
  const found = () => findNames(quote).filter(({ name }) => !asked.has(name));
  switch (hole) {
    case 'who':
    case 'whom':
      return found().length > 0;
    case 'where':
      return found().some(({ kind }) => kind === 'place' || kind === 'state');
    case 'when':
      return findTimes(quote).length > 0;
    case 'how-many':
      return NUMBER.test(quote);
    default:
      return false;
  }
}
