import type { Archive } from '../domain/archive.ts';
import type { ArticleId, IsoDate } from '../domain/article.ts';
import type { Brief, BriefDefinition, Disagreement, Section, Statement } from '../domain/brief.ts';
import type { Citation } from '../domain/citation.ts';
import { isNonEmpty } from '../domain/citation.ts';
import { formatDay } from '../domain/day.ts';
import type { Change, Edition } from '../domain/delivery.ts';
import { composeBrief } from './compose.ts';
import { type Fates, fatesOf } from './fates.ts';
import { sourcesOf } from './sources.ts';
import { citationsOf } from './standing.ts';

type Archived = Pick<Archive, 'articles' | 'ledger' | 'mentions' | 'passages'>;

/** Where sources differ as of a day, all that is found, whatever an edition has room for. */
export type DisagreementsAt = (edition: Edition, today: IsoDate) => Promise<readonly Disagreement[]>;

/** What has become known since an edition was sent. */
export interface Since {
  /** The day of the correction. */
  readonly today: IsoDate;
  /** Sentences that a reader marked as wrong and whoever may confirmed, with the reader's words. */
  readonly confirmed: ReadonlyMap<string, string>;
}

/**
 * The edition as it should stand now: without sentences whose words no article holds any more or that were confirmed as
 * wrong, and with what later articles say against the others. Undefined where it stands as it was sent. The tension
 * index stays that of the edition's day.
 * @param disagreementsAt made for many editions of one situation at once, it is asked once a day
 */
export async function correctionOf(
  archive: Archived,
  definition: BriefDefinition,
  edition: Edition,
  since: Since,
  disagreementsAt: DisagreementsAt = disagreementsIn(archive, definition),
): Promise<Edition | undefined> {
  const { brief } = edition;
  const fates = await fatesOf(archive, statementsOf(brief), disagreementsOf(brief), since.confirmed);
  const later = await unseenAmong(archive, edition, await disagreementsAt(edition, since.today));
  const contradicted = contradictedBy(statementsOf(brief), later, fates);
  const changes = [...changesOf(fates), ...contradicted.map(({ change }) => change)];
  if (!isNonEmpty(changes)) return undefined;
  const found = [...new Set(contradicted.map(({ disagreement }) => disagreement))];
  const corrected = withDisagreements(withoutLost(brief, fates), found, definition);
  const cited = changes.flatMap(({ readings }) => readings.flatMap(({ citations }) => citations));
  return {
    brief: await noted(archive, corrected, since.today, changes.length),
    mark: edition.mark,
    correction: { date: brief.date, changes, sources: await numbered(archive, cited) },
  };
}

function statementsOf({ bottomLine, sections }: Brief): Statement[] {
  return [...bottomLine, ...sections.flatMap(({ items }) => items.filter((item) => 'origins' in item))];
}

function changesOf(fates: Fates): Change[] {
  return [...fates].map(([statement, { reason }]) => ({ statement, reason, readings: [] }));
}

/** What sources say against each other on a day in the situation of an edition. */
export function disagreementsIn(archive: Archived, definition: BriefDefinition): DisagreementsAt {
  const wide: BriefDefinition = {
    ...definition,
    sections: [{ id: 'disagree', heading: 'Sources disagree', limit: MOST_DISAGREEMENTS }],
    maxStandingWords: Number.POSITIVE_INFINITY,
  };
  return async ({ brief: { situation, zone } }, today) =>
    situation === null ? [] : disagreementsOf(await composeBrief(archive, wide, { date: today, zone, situation }));
}

/** Those that the edition does not show and that rest on an article that it could not read. */
async function unseenAmong(
  { articles }: Archived,
  { brief, mark }: Edition,
  disagreements: readonly Disagreement[],
): Promise<Disagreement[]> {
  const unseen = new Set(await articles.storedAfter(mark));
  const known = new Set(disagreementsOf(brief).map(nameOf));
  return disagreements.filter((one) => !known.has(nameOf(one)) && citesAny(one, unseen));
}

const MOST_DISAGREEMENTS = 50;

function disagreementsOf({ sections }: Brief): readonly Disagreement[] {
  return sections.flatMap((section) => (section.id === 'disagree' ? section.items : []));
}

function nameOf({ text, readings }: Disagreement): string {
  return [text, ...readings.map((reading) => reading.text)].join('|');
}

function citesAny(disagreement: Disagreement, articles: ReadonlySet<ArticleId>): boolean {
  return citationsOf(disagreement).some(({ articleId }) => articles.has(articleId));
}

interface Contradiction {
  readonly change: Change;
  readonly disagreement: Disagreement;
}

function contradictedBy(
  statements: readonly Statement[],
  disagreements: readonly Disagreement[],
  fates: Fates,
): Contradiction[] {
  const said = new Map(statements.filter(({ text }) => !fates.has(text)).map((one) => [one.text, one]));
  return [...said.values()].flatMap((statement): Contradiction[] => {
    const disagreement = disagreements.find((one) => citationsOf(one).some((cited) => overlapsAny(cited, statement)));
    if (disagreement === undefined) return [];
    const { text, readings } = disagreement;
    const reason = `Later articles say otherwise. ${text.endsWith('?') ? text : `${text}:`}`;
    return [{ change: { statement: statement.text, reason, readings }, disagreement }];
  });
}

function overlapsAny(cited: Citation, { citations }: Statement): boolean {
  return citations.some(
    ({ articleId, start, end }) => articleId === cited.articleId && start < cited.end && cited.start < end,
  );
}

/** What lost all its words goes; what lost some keeps the others. */
function withoutLost(brief: Brief, fates: Fates): Brief {
  const left = (statement: Statement): Statement[] => {
    const fate = fates.get(statement.text);
    if (fate === undefined) return [statement];
    return fate.left === undefined ? [] : [fate.left];
  };
  const sections = brief.sections.map((section): Section => {
    if (section.id === 'unknown') return section;
    if (section.id === 'disagree') return { ...section, items: section.items.filter(({ text }) => !fates.has(text)) };
    return { ...section, items: section.items.flatMap(left) };
  });
  return { ...brief, bottomLine: brief.bottomLine.flatMap(left), sections };
}

function withDisagreements(brief: Brief, found: readonly Disagreement[], definition: BriefDefinition): Brief {
  if (found.length === 0) return brief;
  if (brief.sections.some(({ id }) => id === 'disagree'))
    return { ...brief, sections: brief.sections.map((section) => withMore(section, found)) };
  const order = definition.sections.map(({ id }) => id);
  const heading = definition.sections.find(({ id }) => id === 'disagree')?.heading ?? 'Sources disagree';
  const sections: Section[] = [...brief.sections, { id: 'disagree', heading, items: found }];
  return { ...brief, sections: sections.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id)) };
}

function withMore(section: Section, found: readonly Disagreement[]): Section {
  return section.id === 'disagree' ? { ...section, items: [...section.items, ...found] } : section;
}

async function noted(archive: Archived, brief: Brief, today: IsoDate, count: number): Promise<Brief> {
  const what = count === 1 ? 'one sentence' : `${count} sentences`;
  const text = `Corrected on ${formatDay(today)}: ${what}; what changed and why is said below.`;
  const others = brief.notices.filter(({ code }) => code !== 'corrected');
  const sections = await Promise.all(brief.sections.map((section) => withStoredNearest(archive, section)));
  const cited = [
    ...brief.bottomLine.flatMap(({ citations }) => citations),
    ...sections.flatMap(({ items }) => items.flatMap(citationsOf)),
  ];
  return {
    ...brief,
    sections,
    notices: [{ code: 'corrected', text }, ...others],
    sources: await numbered(archive, cited),
  };
}

/** What is not known stays so, unless all the words are gone that made one ask. */
async function withStoredNearest({ articles }: Archived, section: Section): Promise<Section> {
  if (section.id !== 'unknown') return section;
  const ids = section.items.flatMap(({ nearest }) => nearest.map(({ articleId }) => articleId));
  const stored = new Set((await articles.outlines([...new Set(ids)])).map(({ id }) => id));
  const items = section.items.map((item) => ({
    ...item,
    nearest: item.nearest.filter(({ articleId }) => stored.has(articleId)),
  }));
  const kept = items.filter(({ nearest }, at) => nearest.length > 0 || section.items[at]?.nearest.length === 0);
  return { ...section, items: kept };
}

async function numbered({ articles }: Archived, cited: readonly Citation[]) {
  const outlines = await articles.outlines([...new Set(cited.map(({ articleId }) => articleId))]);
  return sourcesOf(cited, new Map(outlines.map((one) => [one.id, one])));
}
