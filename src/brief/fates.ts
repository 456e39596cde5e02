import type { Archive } from '../domain/archive.ts';
import type { Disagreement, Statement } from '../domain/brief.ts';
import { type Citation, isNonEmpty } from '../domain/citation.ts';

/** What has become of a sentence that was sent. */
export interface Fate {
  /** The sentence with the words that are left to it; undefined where it cannot stand any more. */
  readonly left?: Statement;
  readonly reason: string;
}

type Standing = 'stands' | 'removed' | 'changed';

/** By the text of the sentence. */
export type Fates = ReadonlyMap<string, Fate>;

/**
 * Sentences and disagreements that do not stand any more as they were sent.
 * @param confirmed sentences that were confirmed as wrong, with a reader's words
 */
export async function fatesOf(
  archive: Pick<Archive, 'articles'>,
  statements: readonly Statement[],
  disagreements: readonly Disagreement[],
  confirmed: ReadonlyMap<string, string>,
): Promise<Fates> {
  const fates = new Map<string, Fate>();
  for (const { text, readings } of disagreements) {
    const lost = await lostBy(
      archive,
      readings.flatMap(({ citations }) => citations),
    );
    if (lost !== undefined) fates.set(text, { reason: `Withdrawn: ${lost.why}.` });
  }
  for (const statement of statements) {
    const remark = confirmed.get(statement.text);
    const fate = remark === undefined ? await fateOf(archive, statement) : { reason: wrongWords(remark) };
    if (fate !== undefined) fates.set(statement.text, fate);
  }
  return fates;
}

function wrongWords(remark: string): string {
  const said = remark === '' ? '' : ` The reader says: "${remark}"`;
  return `Withdrawn: a reader marked it as wrong, and whoever may decided so.${said}`;
}

async function fateOf(archive: Pick<Archive, 'articles'>, statement: Statement): Promise<Fate | undefined> {
  const lost = await lostBy(archive, statement.citations);
  if (lost === undefined) return undefined;
  if (!isNonEmpty(lost.left)) return { reason: `Withdrawn: ${lost.why}.` };
  const left = { ...statement, citations: lost.left, origins: Math.min(statement.origins, lost.left.length) };
  return { left, reason: `It rests on less than it did: ${lost.why}.` };
}

interface Lost {
  readonly why: string;
  readonly left: readonly Citation[];
}

/** Undefined where all the words stand. */
async function lostBy(archive: Pick<Archive, 'articles'>, cited: readonly Citation[]): Promise<Lost | undefined> {
  const standings = await Promise.all(cited.map((citation) => standingOf(archive, citation)));
  if (standings.every((one) => one === 'stands')) return undefined;
  const why = standings.includes('removed')
    ? 'an article that it rested on was taken out of the archive'
    : 'the outlet has changed the article, and the words are not in it any more';
  return { why, left: cited.filter((_, at) => standings[at] === 'stands') };
}

/**
 * Whether the words stand in the article as it is now; an older version that holds them was superseded. Of an article
 * that is missing and was not taken out, as after a backup was put back, nothing is known.
 */
async function standingOf({ articles }: Pick<Archive, 'articles'>, citation: Citation): Promise<Standing> {
  const { articleId: id, quote } = citation;
  const current = await articles.get(id);
  if (current !== undefined) return current.text.includes(quote) ? 'stands' : 'changed';
  const { kind } = await articles.standing({ id, contentHash: '' });
  return kind === 'removed' ? 'removed' : 'stands';
}
