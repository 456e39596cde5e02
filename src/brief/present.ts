import type { IsoDate } from '../domain/article.ts';
import { type Brief, type BriefDefinition, type Disagreement, ownWords, type Statement } from '../domain/brief.ts';
import type { Edition } from '../domain/delivery.ts';
import { isoOf } from '../events/json.ts';
import { toldAsOf } from '../events/view.ts';
import { verified } from '../verify/citation.ts';
import { composeBrief } from './compose.ts';
import type { BriefArchive } from './edition.ts';
import { statementOf } from './statement.ts';

/** What the archive tells on a day in the situation of an edition, all of what stands, whatever an edition has room for. */
export type PresentAt = (edition: Edition, today: IsoDate) => Promise<Brief | undefined>;

const ALL = 50;

/** @returns undefined for an edition of an empty archive */
export function presentIn(archive: BriefArchive, definition: BriefDefinition): PresentAt {
  const wide: BriefDefinition = {
    ...definition,
    sections: [
      { id: 'channels', heading: 'Channels', limit: ALL },
      { id: 'disagree', heading: 'Sources disagree', limit: ALL },
      { id: 'next', heading: 'Next', limit: ALL },
    ],
    maxStandingWords: Number.POSITIVE_INFINITY,
  };
  return async ({ brief: { situation, zone } }, today) =>
    situation === null ? undefined : composeBrief(archive, wide, { date: today, zone, situation });
}

/** Each sentence once for each time that it is said. */
export function statementsOf({ bottomLine, sections }: Brief): Statement[] {
  return [...bottomLine, ...sections.flatMap(({ items }) => items.filter((item) => 'origins' in item))];
}

export function disagreementsOf({ sections }: Brief): readonly Disagreement[] {
  return sections.flatMap((section) => (section.id === 'disagree' ? section.items : []));
}

/**
 * What the archive tells now where it told a sentence: the same sentence, or the event that it is about; undefined
 * where it tells neither. An event is named by its earliest report, and has another name once that is gone.
 * @param present the ledger is settled by composing it
 */
export async function restated(
  archive: BriefArchive,
  statement: Statement,
  present: Brief,
): Promise<Statement | undefined> {
  const same = statementsOf(present).find(({ text }) => text === ownWords(statement));
  if (same !== undefined || statement.event === undefined) return same;
  const { parties } = present.situation ?? { parties: [] };
  const entries = await archive.ledger.entries({ parties });
  const near = entries.filter(({ outline: { id, date } }) => id === statement.event || isoOf(date) === statement.date);
  const ids = near.map(({ outline }) => outline.id);
  const told = (await toldAsOf(archive, ids, present.date, parties)).map(({ event }) => statementOf(event));
  const found =
    told.find(({ event }) => event === statement.event) ?? told.find(({ text }) => text === ownWords(statement));
  return found && (await verified(archive, [found], ({ citations }) => citations))[0];
}
