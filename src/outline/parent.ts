import type { Brief, NoticeCode, Section } from '../domain/brief.ts';
import type { Citation } from '../domain/citation.ts';
import type { Block, Run } from './block.ts';
import { sourceFinder } from './block.ts';
import {
  bottomLineBlocks,
  coverageBlock,
  emptyNewLines,
  headerBlocks,
  headingOf,
  noticeBlocks,
  sectionBlocks,
  verdictBlock,
} from './brief.ts';
import { directed } from './direction.ts';
import { phrasesOf } from './phrases.ts';
import { quoteBlocks, sourceBlocks, statementRuns, words } from './sentence.ts';
import { tensionBlocks } from './tension.ts';

/** A brief for a chat: what the channel shows, and what stands in its thread. Every statement stands in one of them. */
export interface BriefParts {
  readonly parent: readonly Block[];
  readonly thread: readonly Block[];
}

/** Lines of a parent message at most: it is read at a glance, among other messages. */
const MOST_LINES = 8;
const MOST_BULLETS = 5;
const FEWEST_BULLETS = 3;
/** With few news or none, what stands fills up to here: two acts from either side. */
const FILLED = 4;

/** The first statements of the sections that report acts go into the parent, news before all else. */
export function briefParts(brief: Brief, sample: boolean): BriefParts {
  const { parent, thread } = partsOf(brief, sample);
  return { parent: directed(parent, brief.language), thread: directed(thread, brief.language) };
}

function partsOf(brief: Brief, sample: boolean): BriefParts {
  const head = [...headerBlocks(brief, sample), verdictBlock(brief)];
  const lines = introduction(brief);
  if (brief.situation === null) return { parent: [...head, ...lines], thread: [] };
  const said = lines.slice(0, Math.max(0, MOST_LINES - FEWEST_BULLETS - head.length));
  const shown = shownOf(brief, Math.min(MOST_BULLETS, MOST_LINES - head.length - said.length));
  const left = brief.sections.map((section) => without(section, shown.get(section.id) ?? 0));
  return {
    parent: [...head, ...said, ...bulletBlocks(brief, shown)],
    thread: [...lines.slice(said.length), ...threadBlocks(brief, left)],
  };
}

/** What is said before the acts, the most important first: the bottom line, that there is no news, how the edition is. */
function introduction(brief: Brief): Block[] {
  const isQuiet = brief.sections.some(({ id, items }) => id === 'new' && items.length === 0);
  const noNews = isQuiet && brief.situation !== null ? emptyNewLines(brief) : [];
  return [
    ...bottomLineBlocks(brief),
    ...noNews,
    ...noticeBlocks(withNotices(brief, (code) => !OF_THREAD.includes(code))),
  ];
}

/** How much was left out or stays in English is said where the whole is. */
const OF_THREAD: readonly NoticeCode[] = ['left-out', 'translated'];

function withNotices(brief: Brief, wanted: (code: NoticeCode) => boolean): Brief {
  return { ...brief, notices: brief.notices.filter(({ code }) => wanted(code)) };
}

/**
 * How many items of each section the parent shows: all news that fit, then what stands, in turn from either side, so
 * that no reader takes half of it for the whole.
 */
function shownOf(brief: Brief, room: number): ReadonlyMap<Section['id'], number> {
  const count = (id: Section['id']) => brief.sections.find((section) => section.id === id)?.items.length ?? 0;
  const shown = new Map<Section['id'], number>([['new', Math.min(count('new'), room)]]);
  const sides = brief.direction === 'escalating' ? (['away', 'calm'] as const) : (['calm', 'away'] as const);
  const open = () => sides.filter((id) => (shown.get(id) ?? 0) < count(id));
  for (let left = Math.min(FILLED, room) - (shown.get('new') ?? 0); left > 0 && open().length > 0; left -= 1) {
    const [least] = open().sort((one, other) => (shown.get(one) ?? 0) - (shown.get(other) ?? 0));
    if (least !== undefined) shown.set(least, (shown.get(least) ?? 0) + 1);
  }
  return shown;
}

function bulletBlocks(brief: Brief, shown: ReadonlyMap<Section['id'], number>): Block[] {
  const find = sourceFinder(brief.sources);
  const phrases = phrasesOf(brief.language);
  return brief.sections.flatMap((section): Block[] => {
    if (section.id === 'disagree' || section.id === 'unknown') return [];
    const lead = words(`${section.id === 'new' ? phrases.new : headingOf(section, phrases)}: `, true);
    const runs = section.items
      .slice(0, shown.get(section.id) ?? 0)
      .map((item): Run[] => [lead, ...statementRuns(item, find, phrases)]);
    return runs.map((one): Block => ({ kind: 'item', runs: one }));
  });
}

function without(section: Section, count: number): Section {
  return { ...section, items: section.items.slice(count) } as Section;
}

/** What is left, in the order of the brief; a section that the parent shows whole is not named again. */
function threadBlocks(brief: Brief, left: readonly Section[]): Block[] {
  const find = sourceFinder(brief.sources);
  const sections = left.filter(({ id, items }) => items.length > 0 || id === 'unknown');
  return [
    coverageBlock(brief),
    ...noticeBlocks(withNotices(brief, (code) => OF_THREAD.includes(code))),
    ...tensionBlocks(brief, find),
    ...sections.flatMap((section) => sectionBlocks(section, brief, find)),
    ...citedSection(brief),
  ];
}

/** A section of its own for the sources, with the words that are quoted from each. */
export function citedSection(brief: Brief): Block[] {
  const cited = citedBlocks(brief);
  return cited.length === 0
    ? []
    : [{ kind: 'gap' }, { kind: 'heading', text: phrasesOf(brief.language).quoted }, ...cited];
}

/** Every source with the words that are quoted from it. */
export function citedBlocks(brief: Brief): Block[] {
  const find = sourceFinder(brief.sources);
  const citations = citationsOf(brief);
  const phrases = phrasesOf(brief.language);
  return brief.sources.flatMap((source): Block[] => [
    ...sourceBlocks([source], phrases),
    ...quoteBlocks(
      citations.filter(({ articleId }) => articleId === source.articleId),
      find,
    ),
  ]);
}

function citationsOf(brief: Brief): Citation[] {
  const listed = brief.sections.flatMap((section) => section.items.flatMap(citedBy));
  return [...brief.bottomLine.flatMap(({ citations }) => citations), ...listed];
}

function citedBy(item: Section['items'][number]): readonly Citation[] {
  if ('readings' in item) return item.readings.flatMap(({ citations }) => citations);
  return 'nearest' in item ? item.nearest : item.citations;
}
