import type { IsoDate } from '../domain/article.ts';
import { bylineOf, isDatelineOnly } from './byline.ts';
import { type Furniture, furnitureOf, type NamedOutlet } from './furniture.ts';
import { endsSentence, folded, joined, kept, type Line, linesOf, wordCount } from './lines.ts';
import { partHeadline, withOutletLines } from './outlet-lines.ts';
import { dateOfDateline, type StatedDate } from './stated-date.ts';
import { titleFromProse } from './title.ts';

/** A story as read out of a page's text, with what the page states of it. */
export interface Story {
  readonly title: string;
  readonly text: string;
  readonly bodyStart: number;
  readonly outlet?: string;
  readonly author?: string;
  readonly publishedAt?: IsoDate;
}

interface PageLine extends Line {
  readonly furniture?: Furniture;
}

/** Headline, deck, byline and captions stand in the first lines of a page. */
const HEAD_LINES = 10;
/** Sentences of prose have at least so many words; decks and captions that end in a full stop mostly have fewer. */
const PROSE_WORDS = 12;
/** A last line of fewer words with a full stop is still a sentence of the story ("He did not."). */
const CLOSING_WORDS = 3;
const HEADLINE = { words: 40, characters: 250 } as const;
/** A repeated line of fewer words may be meant ("No comment."). */
const REPEATED_WORDS = 5;

/**
 * Reads the text of a page as copied or scraped: the first line is the headline and stays the first line of the text,
 * unless it runs straight into prose; page furniture goes, and no sentence of the story.
 * @param now epoch milliseconds; dates after it are no publication dates.
 */
export function readRawText(text: string, now: number): Story {
  const lines = withOutletsMarked(pageOf(text, now), now);
  const first = lines.findIndex((line) => line.furniture === undefined || line.furniture.kind === 'pointer');
  const { headline: opening, outlet } = partHeadline(lines[first]?.text ?? '');
  const headline = first >= 0 && !isProse(opening) ? opening : undefined;
  const page = lines.map((line, at) => (at === first ? { text: headline ?? line.text, gap: line.gap } : line));
  const head = headline === undefined ? { end: 0 } : readHead(page, first, headline, now);
  const story = withoutRepeats(withoutTail(withoutFurniture(page, head.drop)), headline);
  const { text: stored, starts } = joined(story);
  const body = headline === undefined ? 0 : bodyAt(story, page[head.end]);
  return {
    title: headline ?? titleFromProse(stored),
    text: stored,
    bodyStart: starts[body] ?? 0,
    ...facts(page, { ...head, inHeadline: headline && outlet }, story[body]?.text ?? '', now),
  };
}

/**
 * The lines of a story that was cut out of its page already, without the furniture that came along: nothing is judged
 * by its place, so only lines that are furniture anywhere go.
 */
export function readStory(text: string, now: number): Omit<Story, 'title' | 'bodyStart'> {
  const page = pageOf(text, now);
  const story = withoutFurniture(page);
  return { text: joined(story).text, ...facts(page, { end: 0 }, story[0]?.text ?? '', now) };
}

function pageOf(text: string, now: number): PageLine[] {
  const lines = linesOf(text);
  const opening = lines.findIndex(
    ({ text: line }, at) => at > 0 && isProse(line) && furnitureOf(line, now) === undefined,
  );
  return lines.map((line, at): PageLine => {
    const furniture = furnitureOf(line.text, now);
    // Within the story a date alone on a line is a heading, as chronologies have them.
    const heading = furniture?.date?.basis === 'alone' && opening >= 0 && at > opening;
    return furniture === undefined || heading ? line : { ...line, furniture };
  });
}

/** The head reaches to the story's first paragraph, or to its second where the first may be a deck of a full sentence. */
function withOutletsMarked(page: readonly PageLine[], now: number): PageLine[] {
  const prose = page.flatMap((line, at) => (at > 0 && line.furniture === undefined && isProse(line.text) ? [at] : []));
  const end = Math.min(prose[1] ?? prose[0] ?? page.length, HEAD_LINES);
  return [...withOutletLines(page.slice(0, end), now), ...page.slice(end)];
}

function isProse(line: string): boolean {
  const words = wordCount(line);
  return (
    (/[.。۔।]["'”’»)\]]*$/u.test(line) && words >= PROSE_WORDS) ||
    words > HEADLINE.words ||
    line.length > HEADLINE.characters
  );
}

interface Head {
  /** Index of the first line after headline, deck and byline; 0 where nothing marks it. */
  readonly end: number;
  readonly author?: string;
  readonly date?: StatedDate;
  /** The outlet that the byline names. */
  readonly outlet?: string;
  /** The outlet that the headline's line names. */
  readonly inHeadline?: string | undefined;
  /** Lines that are furniture in the head of a page only. */
  readonly drop?: ReadonlySet<number>;
}

/** Bylines, lone datelines and the headline's repetitions end the head of a page, unless a story runs before them. */
function readHead(page: readonly PageLine[], first: number, headline: string, now: number): Head {
  const same = folded(headline);
  const drop = new Set<number>();
  let head: Omit<Head, 'drop'> = { end: 0 };
  let prose = 0;
  for (let at = first + 1; at < Math.min(page.length, first + 1 + HEAD_LINES) && prose < 2; at += 1) {
    const text = page[at]?.text ?? '';
    const byline = bylineOf(text, now);
    if (byline !== undefined || isDatelineOnly(text)) drop.add(at);
    if (drop.has(at) || folded(text) === same) head = { ...byline, ...bylineFacts(head), end: at + 1 };
    else if (page[at]?.furniture === undefined && isProse(text)) prose += 1;
  }
  return { ...head, drop };
}

function bylineFacts({ end: _, ...rest }: Head): Omit<Head, 'end'> {
  return rest;
}

/** Furniture goes; a sidebar takes the lines under it along until prose or, within the story, a blank line. */
function withoutFurniture(page: readonly PageLine[], drop: ReadonlySet<number> = new Set()): PageLine[] {
  let sidebar = false;
  return kept(page, (line, at) => {
    if (line.furniture?.kind === 'sidebar') sidebar = true;
    else if (sidebar && (endsSentence(line.text) || (line.gap && page[at - 1]?.furniture?.kind !== 'sidebar')))
      sidebar = false;
    return line.furniture === undefined && !sidebar && !drop.has(at);
  });
}

/** What follows the last sentence of the story: headlines of other stories, names of sections. */
function withoutTail(lines: readonly PageLine[]): PageLine[] {
  const last = lines.findLastIndex((line) => endsSentence(line.text) && wordCount(line.text) >= CLOSING_WORDS);
  const prose = lines.some((line) => isProse(line.text));
  return prose ? lines.slice(0, last + 1) : [...lines];
}

/**
 * The headline stands once. A line without full stop that stands twice in a row is a caption beside its own alternative
 * text, and goes; a paragraph that comes again goes the second time.
 */
function withoutRepeats(lines: readonly PageLine[], headline: string | undefined): PageLine[] {
  const same = lines.map((line) => folded(line.text));
  const seen = new Set<string>();
  return kept(lines, (line, at) => {
    const twin = same[at] === same[at - 1] || same[at] === same[at + 1];
    const again = seen.has(same[at] ?? '');
    seen.add(same[at] ?? '');
    if (headline !== undefined && same[at] === folded(headline)) return !again;
    if (twin && !endsSentence(line.text)) return false;
    return !again || wordCount(line.text) < REPEATED_WORDS;
  });
}

/** Index of the line where prose begins: after the head, and no deck, which is short or comes again in the story. */
function bodyAt(story: readonly PageLine[], afterHead: PageLine | undefined): number {
  const from = Math.max(1, afterHead === undefined ? 1 : story.findIndex((line) => line.text === afterHead.text));
  const later = (at: number): string =>
    folded(
      story
        .slice(at + 1, at + 1 + HEAD_LINES)
        .map((line) => line.text)
        .join('\n'),
    );
  const isBody = (line: PageLine, at: number): boolean =>
    at >= from &&
    endsSentence(line.text) &&
    wordCount(line.text) >= PROSE_WORDS &&
    !later(at).includes(folded(line.text));
  const prose = story.findIndex(isBody);
  const sentence = story.findIndex((line, at) => at >= from && endsSentence(line.text));
  return [prose, sentence, Math.min(from, story.length - 1)].find((at) => at >= 0) ?? 0;
}

/** What the page states: labelled dates anywhere but under a sidebar, other dates only in the head. */
function facts(
  page: readonly PageLine[],
  head: Head,
  opening: string,
  now: number,
): Pick<Story, 'outlet' | 'author' | 'publishedAt'> {
  const outlet = outletsOf(page, head).sort((a, b) => a.rank - b.rank)[0]?.name;
  const publishedAt = publicationDate(page, head, opening, now);
  return {
    ...(outlet !== undefined && { outlet }),
    ...(head.author !== undefined && { author: head.author }),
    ...(publishedAt !== undefined && { publishedAt }),
  };
}

function outletsOf(page: readonly PageLine[], head: Head): NamedOutlet[] {
  return [
    ...(head.inHeadline === undefined ? [] : [{ name: head.inHeadline, rank: 2 } as const]),
    ...(head.outlet === undefined ? [] : [{ name: head.outlet, rank: 4 } as const]),
    ...page.flatMap((line) => (line.furniture?.outlet === undefined ? [] : [line.furniture.outlet])),
  ];
}

function publicationDate(page: readonly PageLine[], head: Head, opening: string, now: number): IsoDate | undefined {
  const opens = page.findIndex((line) => line.furniture === undefined && line.text === opening && isProse(opening));
  const sidebar = page.findIndex((line) => line.furniture?.kind === 'sidebar');
  const dates = (head.date === undefined ? [] : [head.date]).concat(
    page.flatMap((line, at) => {
      const date = line.furniture?.date;
      const placed = date?.basis === 'alone' ? opens < 0 || at < opens : sidebar < 0 || at < sidebar;
      return date !== undefined && placed ? [date] : [];
    }),
  );
  const of = (basis: StatedDate['basis']): IsoDate | undefined => dates.find((date) => date.basis === basis)?.date;
  return of('published') ?? of('alone') ?? dateOfDateline(opening, now) ?? of('updated');
}
