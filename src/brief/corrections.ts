import type { Archive } from '../domain/archive.ts';
import type { IsoDate } from '../domain/article.ts';
import {
  type Brief,
  type BriefDefinition,
  type Disagreement,
  ownWords,
  type Section,
  type Statement,
} from '../domain/brief.ts';
import { isNonEmpty } from '../domain/citation.ts';
import { formatDay } from '../domain/day.ts';
import type { Edition } from '../domain/delivery.ts';
import { contradictionsOf, unshown } from './contradictions.ts';
import type { BriefArchive } from './edition.ts';
import { fatesOf } from './fates.ts';
import { disagreementsOf, type PresentAt, presentIn, statementsOf } from './present.ts';
import { storedSources } from './sources.ts';
import { citationsIn } from './standing.ts';

/** What has become known since an edition was sent. */
export interface Since {
  /** The day of the correction. */
  readonly today: IsoDate;
  /** Sentences that a reader marked as wrong and whoever runs the bot confirmed. */
  readonly confirmed: ReadonlySet<string>;
}

/**
 * The edition as it should stand now: without sentences whose words no article holds any more or that were confirmed as
 * wrong, and with what later articles say against the others. Undefined where it stands as it was sent. The tension
 * index stays that of the edition's day.
 * @param presentAt made for many editions of one situation at once, it is asked once a day
 */
export async function correctionOf(
  archive: BriefArchive,
  definition: BriefDefinition,
  edition: Edition,
  { today, confirmed }: Since,
  presentAt: PresentAt = presentIn(archive, definition),
): Promise<Edition | undefined> {
  const { brief, mark } = edition;
  const present = await presentAt(edition, today);
  if (present === undefined) return undefined;
  const fates = await fatesOf(archive, brief, present, confirmed);
  const left = withFates(brief, fates);
  const news = unshown(disagreementsOf(present), disagreementsOf(brief));
  const later = new Set(news.length === 0 ? [] : await archive.articles.storedAfter(mark));
  const sent = new Set(statementsOf(brief).map(({ text }) => text));
  const kept = statementsOf(left).filter(({ text }) => sent.has(text));
  const contradictions = contradictionsOf(kept, news, later);
  const changes = [...fates.disagreements.values(), ...fates.statements.values(), ...contradictions].map(
    ({ change }) => change,
  );
  if (!isNonEmpty(changes)) return undefined;
  const found = [...new Set(contradictions.map(({ disagreement }) => disagreement))];
  const cited = changes.flatMap(({ readings }) => readings.flatMap(({ citations }) => citations));
  return {
    brief: await noted(archive, withDisagreements(left, found, definition), today, changes.length),
    mark,
    correction: { date: brief.date, changes, sources: await storedSources(archive, cited) },
  };
}

/** An edition that was not sent yet, without the sentences that were confirmed as wrong before. */
export async function withoutConfirmed(
  archive: Pick<Archive, 'articles'>,
  brief: Brief,
  confirmed: ReadonlySet<string>,
): Promise<Brief> {
  const wrong = statementsOf(brief).filter((one) => confirmed.has(ownWords(one)));
  if (wrong.length === 0) return brief;
  const statements = new Map(wrong.map((one) => [one.text, WITHDRAWN]));
  return withSources(archive, withFates(brief, { statements, disagreements: new Map() }));
}

const WITHDRAWN = {};

/** What stands in the place of a sentence or a disagreement, by its text; without it nothing does. */
interface Replacements {
  readonly statements: ReadonlyMap<string, { readonly instead?: Statement }>;
  readonly disagreements: ReadonlyMap<string, { readonly instead?: Disagreement }>;
}

function withFates(brief: Brief, { statements, disagreements }: Replacements): Brief {
  const sections = brief.sections.map((section): Section => {
    if (section.id === 'unknown') return section;
    if (section.id === 'disagree') return { ...section, items: replaced(section.items, disagreements) };
    return { ...section, items: replaced(section.items, statements) };
  });
  return { ...brief, bottomLine: replaced(brief.bottomLine, statements), sections };
}

function replaced<Item extends { readonly text: string }>(
  items: readonly Item[],
  fates: ReadonlyMap<string, { readonly instead?: Item }>,
): Item[] {
  return items.flatMap((item) => {
    const fate = fates.get(item.text);
    return fate === undefined ? item : (fate.instead ?? []);
  });
}

/** Those about a question that the edition shows already take the place of what it shows. */
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
  if (section.id !== 'disagree') return section;
  const byText = new Map([...section.items, ...found].map((one) => [one.text, one]));
  return { ...section, items: [...byText.values()] };
}

async function noted(archive: BriefArchive, brief: Brief, today: IsoDate, count: number): Promise<Brief> {
  const what = count === 1 ? 'one sentence' : `${count} sentences`;
  const text = `Corrected on ${formatDay(today)}: ${what}; what changed and why is said below.`;
  const others = brief.notices.filter(({ code }) => code !== 'corrected');
  const sections = await Promise.all(brief.sections.map((section) => withStoredNearest(archive, section)));
  return withSources(archive, { ...brief, sections, notices: [{ code: 'corrected', text }, ...others] });
}

/** With exactly what it cites as its sources. */
async function withSources(archive: Pick<Archive, 'articles'>, brief: Brief): Promise<Brief> {
  return { ...brief, sources: await storedSources(archive, citationsIn(brief)) };
}

/** What is not known stays so, unless all the words are gone that made one ask. */
async function withStoredNearest({ articles }: Pick<Archive, 'articles'>, section: Section): Promise<Section> {
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
