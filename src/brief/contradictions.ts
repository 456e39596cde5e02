import type { ArticleId } from '../domain/article.ts';
import { type Disagreement, ownWords, type Reading, type Statement } from '../domain/brief.ts';
import type { Citation } from '../domain/citation.ts';
import type { Change } from '../domain/delivery.ts';

/** A sentence that later articles contradict, and how. */
export interface Contradiction {
  readonly change: Change;
  readonly disagreement: Disagreement;
}

/**
 * What later articles say against sentences: a reading of what the sentence rests on that only they hold. One that was
 * known and found no room in the edition is no news, and neither is a later article that agrees with the sentence.
 * @param later articles that the edition could not read
 */
export function contradictionsOf(
  statements: readonly Statement[],
  disagreements: readonly Disagreement[],
  later: ReadonlySet<ArticleId>,
): Contradiction[] {
  const said = new Map(statements.map((one) => [one.text, one]));
  return [...said.values()].flatMap((statement) => {
    const disagreement = disagreements.find(({ readings }) => contradicts(readings, statement, later));
    return disagreement === undefined ? [] : { change: changeOf(statement, disagreement), disagreement };
  });
}

/** Those that an edition does not show with the same readings. */
export function unshown(disagreements: readonly Disagreement[], shown: readonly Disagreement[]): Disagreement[] {
  const names = new Set(shown.map(nameOf));
  return disagreements.filter((one) => !names.has(nameOf(one)));
}

function nameOf(disagreement: Disagreement): string {
  return [disagreement, ...disagreement.readings].map(ownWords).join('|');
}

function contradicts(readings: readonly Reading[], { citations }: Statement, later: ReadonlySet<ArticleId>): boolean {
  const others = readings.filter((reading) => !reading.citations.some((one) => overlapsAny(one, citations)));
  const isNew = others.some((reading) => reading.citations.every(({ articleId }) => later.has(articleId)));
  return isNew && others.length < readings.length;
}

function overlapsAny(cited: Citation, citations: readonly Citation[]): boolean {
  return citations.some(
    ({ articleId, start, end }) => articleId === cited.articleId && start < cited.end && cited.start < end,
  );
}

function changeOf(statement: Statement, { text, readings }: Disagreement): Change {
  const reason = `Later articles say otherwise. ${text.endsWith('?') ? text : `${text}:`}`;
  return { statement: statement.text, reason, readings };
}
