import type { Brief, Disagreement, Notice, Section, Statement, Tension, Unknown } from '../domain/brief.ts';
import { dayBefore, formatDay, formatDays } from '../domain/day.ts';
import { type Block, type Run, type SourceFinder, sourceFinder } from './block.ts';
import { firstWords, inert } from './inert.ts';
import { marks, sentence, sourceBlocks, statementRuns, words } from './sentence.ts';

/** A brief, top to bottom: header, verdict, bottom line, what moved it, notices, sections, sources. */
export function briefBlocks(brief: Brief, sample: boolean): Block[] {
  const body = briefBody(brief, sample);
  if (brief.sources.length === 0) return body;
  return [...body, { kind: 'gap' }, { kind: 'heading', text: 'Sources' }, ...sourceBlocks(brief.sources)];
}

/** A brief without its sources. */
export function briefBody(brief: Brief, sample: boolean): Block[] {
  const find = sourceFinder(brief.sources);
  const blocks: Block[] = [
    ...headerBlocks(brief, sample),
    coverageBlock(brief),
    { kind: 'gap' },
    verdictBlock(brief),
    ...bottomLineBlocks(brief),
    ...noticeBlocks(brief),
    ...tensionBlocks(brief, find),
  ];
  for (const section of brief.sections) blocks.push(...sectionBlocks(section, brief, find));
  return blocks;
}

export function bottomLineBlocks({ bottomLine, sources }: Brief): Block[] {
  const find = sourceFinder(sources);
  return bottomLine.map((statement): Block => ({ kind: 'line', runs: statementRuns(statement, find) }));
}

/** What is to be known of the edition itself, such as that it is late. */
export function noticeBlocks(brief: Brief): Block[] {
  return noticesAbove(brief).map(({ text }) => lineOf(text));
}

export function coverageBlock(brief: Brief): Block {
  return lineOf(coverage(brief));
}

function lineOf(text: string): Block {
  return { kind: 'line', runs: [words(text)] };
}

export function headerBlocks(brief: Brief, sample: boolean): Block[] {
  const warning = sample ? [lineOf('SAMPLE: made from articles that were written for Détente, not from news')] : [];
  const edition = `edition of ${formatDay(brief.date, 'weekday')} (${brief.zone})`;
  const text = inert(['DÉTENTE', brief.situation?.name, edition].filter(Boolean).join(' · '));
  return [...warning, { kind: 'title', text }];
}

function coverage(brief: Brief): string {
  const { covers } = brief;
  const size = `${counted(covers.articles, 'article')}, ${counted(covers.origins, 'independent origin')}`;
  return `covers ${formatDays(covers.from, covers.to)}: ${size} · wording: ${wordingOf(brief)}`;
}

/** Which parts a language model worded, and how much of them. */
function wordingOf(brief: Brief): string {
  const said = statementsOf(brief);
  const worded = said.filter((one) => one.worded);
  if (brief.engine === 'extractive' || worded.length === 0) return 'extractive';
  const sections = brief.sections.filter(({ items }) => items.some((item) => 'worded' in item && item.worded));
  const isFirst = brief.bottomLine.some((one) => one.worded);
  const parts = [...(isFirst ? ['bottom line'] : []), ...sections.map(({ heading }) => heading)].map(inert).join(', ');
  return `language model, ${worded.length} of ${counted(said.length, 'sentence')} (${parts}); the rest extractive`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function verdictBlock(brief: Brief): Block {
  const direction = brief.direction.toUpperCase();
  const text = brief.tension ? `${direction} · ${tensionWords(brief.tension, dayBefore(brief.date))}` : direction;
  return { kind: 'verdict', direction: brief.direction, text: inert(text) };
}

function tensionWords({ index, previous }: Tension, before: string): string {
  if (previous === undefined) return `tension ${index}, the first day of the series`;
  const day = formatDay(before, 'without-year');
  if (index === previous) return `tension ${index}, as on ${day}`;
  return `tension ${index}, ${index < previous ? 'down' : 'up'} from ${previous} on ${day}`;
}

/** The seven-day line, and what moved the index: never a bare number. */
export function tensionBlocks(brief: Brief, find: SourceFinder): Block[] {
  if (brief.tension === null) return [];
  const { series } = brief.tension;
  const [first, last] = [series[0]?.date, series.at(-1)?.date];
  const moved = moverRuns(brief, brief.tension, find);
  const days =
    first && last
      ? [lineOf(`tension ${formatDays(first, last)}: ${drawn(series)} ${series.map((day) => day.index).join(', ')}`)]
      : [];
  return [...(moved.length > 0 ? [{ kind: 'line', runs: moved } as const] : []), ...days];
}

const BARS = '▁▂▃▄▅▆▇█';

/** The days as bars, each an eighth of the way from 0 to 100 higher than the one below. */
function drawn(series: Tension['series']): string {
  return series.map(({ index }) => BARS[Math.min(BARS.length - 1, Math.floor((index * BARS.length) / 100))]).join('');
}

/** At most three events, as the brief words them, cut: the whole sentence stands in its section. */
function moverRuns(brief: Brief, { movers, decay }: Tension, find: SourceFinder): Run[] {
  const named = movers.flatMap((mover): Run[][] => {
    const statement = statementsOf(brief).find(({ event }) => event === mover.event);
    return statement && Math.abs(mover.change) >= 0.05 ? [moverRun(statement, mover.change, find)] : [];
  });
  const time = decay !== undefined && decay <= -0.05 ? [[words(`the passing of time (${signed(decay)})`)]] : [];
  const list = [...named.slice(0, 3), ...time];
  return list.flatMap((runs, at) => [words(at === 0 ? 'moved by: ' : '; '), ...runs]);
}

/** What the act is about, in the words of the article: a label names the act only. */
const quotedContent = /(?: of|:) “[^”]*”/;
const leadingDate = /^(?:On|By|In|Since|Between) .{2,40}?\b\d{4},? (?=\S)/;

function moverRun({ text, citations }: Statement, change: number, find: SourceFinder): Run[] {
  const label = firstWords(inert(text).replace(leadingDate, '').replace(quotedContent, '').replace(/\.$/, ''), 60);
  return [words(`${label.text}${label.cut ? '…' : ''} (${signed(change)}) `), ...marks(citations, find)];
}

function signed(change: number): string {
  return `${change < 0 ? 'down' : 'up'} ${Math.abs(change).toFixed(1)}`;
}

function statementsOf(brief: Brief): Statement[] {
  const listed = brief.sections.flatMap((section) =>
    section.id === 'disagree' || section.id === 'unknown' ? [] : section.items,
  );
  return [...listed, ...brief.bottomLine];
}

/** Why New is empty is said in its place; all else stands under the bottom line. */
function isAboutNew({ code }: Notice): boolean {
  return code === 'nothing-new' || code === 'first-edition';
}

function emptyNew(brief: Brief): boolean {
  return brief.sections.some((section) => section.id === 'new' && section.items.length === 0);
}

function noticesAbove(brief: Brief): readonly Notice[] {
  // without a situation there is no section of news below that would say it
  const isSaidBelow = emptyNew(brief) && brief.situation !== null;
  return isSaidBelow ? brief.notices.filter((notice) => !isAboutNew(notice)) : brief.notices;
}

export function sectionBlocks(section: Section, brief: Brief, find: SourceFinder): Block[] {
  const heading: Block[] = [{ kind: 'gap' }, { kind: 'heading', text: inert(section.heading) }];
  if (section.items.length > 0) return [...heading, ...itemBlocks(section, find)];
  if (section.id === 'new') return brief.situation === null ? [] : [...heading, ...emptyNewLines(brief)];
  return section.id === 'unknown' && brief.situation !== null ? [...heading, lineOf('Nothing is listed as open.')] : [];
}

export function emptyNewLines(brief: Brief): Block[] {
  const said = brief.notices.filter(isAboutNew).map((notice) => lineOf(notice.text));
  return said.length > 0 ? said : [lineOf('No new events.')];
}

function itemBlocks(section: Section, find: SourceFinder): Block[] {
  if (section.id === 'disagree') return section.items.flatMap((item) => disagreementBlocks(item, find));
  if (section.id === 'unknown') return section.items.map((item) => unknownBlock(item, find));
  return section.items.map((item) => ({ kind: 'item', runs: statementRuns(item, find) }));
}

function disagreementBlocks(item: Disagreement, find: SourceFinder): Block[] {
  const readings = item.readings.map((reading): Block => {
    return { kind: 'part', runs: sentence(reading.text, reading.citations, find) };
  });
  return [{ kind: 'item', runs: [words(item.text)] }, ...readings, { kind: 'part', runs: [words(item.handling)] }];
}

function unknownBlock({ text, nearest }: Unknown, find: SourceFinder): Block {
  const near = marks(nearest, find);
  return { kind: 'item', runs: near.length === 0 ? [words(text)] : [words(`${text} (nearest: `), ...near, words(')')] };
}
