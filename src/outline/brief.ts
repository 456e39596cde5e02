import type { Brief, Disagreement, Notice, Section, Unknown } from '../domain/brief.ts';
import { dayBefore } from '../domain/day.ts';
import { type Block, type SourceFinder, sourceFinder } from './block.ts';
import { inert } from './inert.ts';
import { daysWords, dayWords, english, filled, type Phrases, phrasesOf, phrasesWithin } from './phrases.ts';
import { marks, sentence, sourceBlocks, statementRuns, words } from './sentence.ts';
import { statementsOf } from './statements.ts';
import { tensionBlocks, tensionWords } from './tension.ts';

/** A brief, top to bottom: header, verdict, bottom line, what moved it, notices, sections, sources. */
export function briefBlocks(brief: Brief, sample: boolean): Block[] {
  const body = briefBody(brief, sample);
  if (brief.sources.length === 0) return body;
  const phrases = phrasesOf(brief.language);
  return [
    ...body,
    { kind: 'gap' },
    { kind: 'heading', text: phrases.sources },
    ...sourceBlocks(brief.sources, phrases),
  ];
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

export function bottomLineBlocks({ bottomLine, sources, language }: Brief): Block[] {
  const find = sourceFinder(sources);
  const phrases = phrasesOf(language);
  return bottomLine.map((statement): Block => ({ kind: 'line', runs: statementRuns(statement, find, phrases) }));
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
  const phrases = phrasesOf(brief.language);
  const edition = filled(phrases.edition, { day: dayWords(brief.date, phrases, 'weekday'), zone: brief.zone });
  const text = inert(['DÉTENTE', brief.situation?.name, edition].filter(Boolean).join(' · '));
  return [...warning, { kind: 'title', text }];
}

function coverage(brief: Brief): string {
  const { from, to, articles, origins } = brief.covers;
  const phrases = phrasesOf(brief.language);
  const size =
    phrases === english
      ? { articles: counted(articles, 'article'), origins: counted(origins, 'independent origin') }
      : { articles, origins };
  return filled(phrases.covers, { ...size, days: daysWords(from, to, phrases), wording: wordingOf(brief, phrases) });
}

/** Which parts a language model worded, and how much of them. */
function wordingOf(brief: Brief, phrases: Phrases): string {
  const said = statementsOf(brief);
  const worded = said.filter((one) => one.worded);
  if (brief.engine === 'extractive' || worded.length === 0) return phrases.extractive;
  if (phrases !== english) return filled(phrases.worded, { some: worded.length, all: said.length });
  const sections = brief.sections.filter(({ items }) => items.some((item) => 'worded' in item && item.worded));
  const isFirst = brief.bottomLine.some((one) => one.worded);
  const parts = [...(isFirst ? ['bottom line'] : []), ...sections.map(({ heading }) => heading)].map(inert).join(', ');
  return `language model, ${worded.length} of ${counted(said.length, 'sentence')} (${parts}); the rest extractive`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function verdictBlock(brief: Brief): Block {
  const phrases = phrasesOf(brief.language);
  const direction = phrases[brief.direction];
  const { tension } = brief;
  const text = tension ? `${direction} · ${tensionWords(tension, dayBefore(brief.date), phrases)}` : direction;
  return { kind: 'verdict', direction: brief.direction, text: inert(text) };
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
  const phrases = phrasesOf(brief.language);
  const heading: Block[] = [{ kind: 'gap' }, { kind: 'heading', text: headingOf(section, phrases) }];
  if (section.items.length > 0) return [...heading, ...itemBlocks(section, find, phrases)];
  if (section.id === 'new') return brief.situation === null ? [] : [...heading, ...emptyNewLines(brief)];
  return section.id === 'unknown' && brief.situation !== null ? [...heading, lineOf(phrases.nothingOpen)] : [];
}

/** A definition has its own in English. */
export function headingOf({ id, heading }: Pick<Section, 'id' | 'heading'>, phrases: Phrases): string {
  return phrases === english ? inert(heading) : phrases[id];
}

export function emptyNewLines(brief: Brief): Block[] {
  const said = brief.notices.filter(isAboutNew).map((notice) => lineOf(notice.text));
  return said.length > 0 ? said : [lineOf(phrasesOf(brief.language).noNew)];
}

function itemBlocks(section: Section, find: SourceFinder, phrases: Phrases): Block[] {
  if (section.id === 'disagree') return section.items.flatMap((item) => disagreementBlocks(item, find));
  if (section.id === 'unknown') return section.items.map((item) => unknownBlock(item, find, phrases));
  return section.items.map((item) => ({ kind: 'item', runs: statementRuns(item, find, phrases) }));
}

function disagreementBlocks(item: Disagreement, find: SourceFinder): Block[] {
  const readings = item.readings.map((reading): Block => {
    return { kind: 'part', runs: sentence(reading.text, reading.citations, find) };
  });
  return [{ kind: 'item', runs: [words(item.text)] }, ...readings, { kind: 'part', runs: [words(item.handling)] }];
}

function unknownBlock({ text, nearest }: Unknown, find: SourceFinder, phrases: Phrases): Block {
  const near = marks(nearest, find);
  const lead = words(`${text} (${phrasesWithin(text, phrases).nearest}`);
  return { kind: 'item', runs: near.length === 0 ? [words(text)] : [lead, ...near, words(')')] };
}
