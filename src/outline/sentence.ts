import type { Source, Statement } from '../domain/brief.ts';
import type { Citation } from '../domain/citation.ts';
import type { Block, Run, SourceFinder } from './block.ts';
import { firstWords, inert, inertRun, quoteUrl, safeUrl } from './inert.ts';
import { dayWords, english, type Phrases, phrasesWithin } from './phrases.ts';

export function words(text: string, strong = false): Run {
  return strong ? { kind: 'words', text: inertRun(text), strong } : { kind: 'words', text: inertRun(text) };
}

/** One mark a source, by number; it leads to the first of the quotes. */
export function marks(citations: readonly Citation[], find: SourceFinder): Run[] {
  const first = new Map<number, Run>();
  for (const citation of citations) {
    const source = find(citation);
    if (source && !first.has(source.number)) first.set(source.number, markOf(source, citation));
  }
  return [...first].sort(([a], [b]) => a - b).map(([, mark]) => mark);
}

function markOf({ number, url }: Source, { quote }: Citation): Run {
  const target = quoteUrl(url, quote);
  return { kind: 'mark', number, ...(target === undefined ? {} : { url: target }) };
}

/** Of Chinese and of Urdu too. */
const STOPS = ['.', '。', '۔'];

/** A cited sentence: its marks, and "(one report)" where one origin stands behind it, before its full stop. */
export function sentence(
  text: string,
  citations: readonly Citation[],
  find: SourceFinder,
  origins?: number,
  phrases: Phrases = english,
): Run[] {
  const clean = inert(text);
  const last = clean.slice(-1);
  const [body, stop] = STOPS.includes(last) && !clean.endsWith('..') ? [clean.slice(0, -1), last] : [clean, ''];
  const cited = marks(citations, find);
  const gap = cited.length > 0 ? ' ' : '';
  return [words(`${body}${gap}`), ...cited, words(`${origins === 1 ? ` ${phrases.oneReport}` : ''}${stop}`)];
}

export function statementRuns(statement: Statement, find: SourceFinder, phrases: Phrases = english): Run[] {
  const within = phrasesWithin(statement.text, phrases);
  return sentence(statement.text, statement.citations, find, statement.origins, within);
}

/** About as much of a quote as fits on two lines of a chat. */
const maxQuote = 200;

/** Each quote once, in order. */
export function quoteBlocks(citations: readonly Citation[], find: SourceFinder): Block[] {
  const seen = new Set<string>();
  return citations.flatMap((citation): Block[] => {
    const number = find(citation)?.number;
    const quote = inert(citation.quote);
    if (number === undefined || seen.has(`${number} ${quote}`)) return [];
    seen.add(`${number} ${quote}`);
    const { text, cut } = firstWords(quote, maxQuote);
    return [{ kind: 'quote', number, quote: text, cut }];
  });
}

/** The list of sources: outlet, headline, date and how the date is known. */
export function sourceBlocks(sources: readonly Source[], phrases: Phrases = english): Block[] {
  return sources.map((source): Block => {
    const url = safeUrl(source.url);
    const parts = [source.outlet ?? phrases.noOutlet, source.title, dateOf(source, phrases)].map(inert).filter(Boolean);
    return { kind: 'source', number: source.number, text: parts.join(' · '), ...(url === undefined ? {} : { url }) };
  });
}

function dateOf({ publishedAt, dateBasis }: Source, phrases: Phrases): string {
  if (publishedAt === undefined) return phrases.noDate;
  return `${dayWords(publishedAt, phrases)}${dateBasis === 'stated' ? '' : ` ${phrases.inferred}`}`;
}
