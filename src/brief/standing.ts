import type { IsoDate } from '../domain/article.ts';
import type { Brief, BriefDefinition, Disagreement, Section, SectionId } from '../domain/brief.ts';
import type { Citation } from '../domain/citation.ts';
import type { Event, EventId } from '../domain/event.ts';
import type { Ground } from '../events/disagreements/ground.ts';
import { disagreementsIn } from '../events/disagreements/index.ts';
import { once } from '../events/once.ts';
import { datedMentions } from '../events/timeline.ts';
import { verified } from '../verify/citation.ts';
import { channelsOf } from './channels.ts';
import { type BriefArchive, type Edition, markedEvents } from './edition.ts';
import { nextOf } from './next.ts';
import { type ArticleReader, articleReader, lazySentences, mayTellOfAnswer, mayTellOfReturn } from './silence.ts';
import { deadlySentences } from './silence-on-tolls.ts';
import { unknownsOf } from './unknowns.ts';

type Item = Section['items'][number];

export interface StandingSections {
  readonly sections: readonly Section[];
  /** The events that they tell whole. */
  readonly told: ReadonlySet<EventId>;
}

/** The sections on what stands: offers and channels, disagreements, what is next, what is not known; within their words. */
export async function standingSections(
  archive: BriefArchive,
  definition: BriefDefinition,
  edition: Edition,
): Promise<StandingSections> {
  const readArticle = articleReader(archive);
  const sentencesOf = lazySentences(readArticle);
  const events = [...edition.told.values()].map(({ event }) => event);
  const unreported = {
    answers: !(await mayTellOfAnswer(articlesOf(edition.standing), sentencesOf)),
    returns: !(await mayTellOfReturn(articlesOf(edition.standing), sentencesOf)),
  };
  const channels = channelsOf(edition.standing, edition.situation, unreported);
  const found: Partial<Record<SectionId, readonly Item[]>> = {
    channels: channels.map(({ statement }) => statement),
    disagree: disagreementsIn(await groundOf(archive, readArticle, edition)),
    next: nextOf(events, edition.date),
    unknown: await unknownsOf(markedEvents(edition), edition.situation, {
      events: edition.standing,
      sentencesOf,
      elsewhere: once(() =>
        deadlySentences(archive, edition.situation, { from: firstAttack(edition), to: edition.date }),
      ),
    }),
  };
  const sections: Section[] = [];
  for (const { id, heading, limit } of definition.sections) {
    const items = found[id];
    if (items === undefined) continue;
    sections.push({ id, heading, items: (await verified(archive, items, citationsOf)).slice(0, limit) } as Section);
  }
  const kept = withinWords(sections, definition.maxStandingWords);
  const items = new Set<Item>(kept.flatMap((section): readonly Item[] => section.items));
  const told = channels.flatMap(({ statement, events: own }) => (items.has(statement) ? own.map(({ id }) => id) : []));
  return { sections: kept, told: new Set([...told, ...plansIn(kept)]) };
}

/** The day of the first attack that an edition tells of; of none, or of one without a day, what is before all days. */
function firstAttack(edition: Edition): IsoDate {
  const attacks = markedEvents(edition).filter(({ type }) => type === 'ASSAULT');
  return attacks.map(({ date }) => date.from ?? '').sort()[0] ?? '';
}

function plansIn(sections: readonly Section[]): EventId[] {
  return sections.flatMap((section) =>
    section.id === 'next' ? section.items.flatMap(({ event }) => event ?? []) : [],
  );
}

function articlesOf(events: readonly Event[]): Set<string> {
  return new Set(events.flatMap((event) => event.articles));
}

function citationsOf(item: Item): readonly Citation[] {
  if ('readings' in item) return item.readings.flatMap((reading) => reading.citations);
  return 'nearest' in item ? item.nearest : item.citations;
}

/** All that an edition cites, in its order. */
export function citationsIn({ bottomLine, sections }: Pick<Brief, 'bottomLine' | 'sections'>): Citation[] {
  return [
    ...bottomLine.flatMap(({ citations }) => citations),
    ...sections.flatMap(({ items }) => items.flatMap(citationsOf)),
  ];
}

async function groundOf(archive: BriefArchive, readArticle: ArticleReader, edition: Edition): Promise<Ground> {
  const told = [...edition.told.values()];
  const read = await Promise.all([...articlesOf(told.map(({ event }) => event))].sort().map(readArticle));
  const articles = read.flatMap((article) =>
    article?.publishedAt === undefined ? [] : [{ ...article, publishedAt: article.publishedAt }],
  );
  const headlines = await Promise.all(
    articles.map(async ({ id, publishedAt }) =>
      datedMentions(
        (await archive.mentions.of(id)).filter((mention) => mention.headline),
        publishedAt,
      ),
    ),
  );
  return { situation: edition.situation, told, headlines: headlines.flat(), articles };
}

/** Every section keeps its first item before any gets its second; what has no room is left out. */
function withinWords(sections: readonly Section[], most: number): Section[] {
  const kept = new Set<Item>();
  let left = most;
  const depth = Math.max(0, ...sections.map(({ items }) => items.length));
  for (let at = 0; at < depth; at += 1)
    for (const { items } of sections) {
      const item = items[at];
      if (item === undefined || wordsOf(item) > left) continue;
      left -= wordsOf(item);
      kept.add(item);
    }
  return sections.map(
    (section) => ({ ...section, items: section.items.filter((item: Item) => kept.has(item)) }) as Section,
  );
}

function wordsOf(item: Item): number {
  const said = [item.text, ...('readings' in item ? disagreementText(item) : [])];
  return said.join(' ').split(/\s+/).length;
}

function disagreementText({ readings, handling }: Disagreement): string[] {
  return [...readings.map(({ text }) => text), handling];
}
