import type { Archive } from '../domain/archive.ts';
import type { Citation } from '../domain/citation.ts';

/** Words that were cited and do not stand in the archive any more. */
export interface Lost {
  /** Speaks of the archive, in plain words. */
  readonly why: string;
  /** Those whose words stand. */
  readonly left: readonly Citation[];
}

type Standing = 'stands' | 'removed' | 'changed';

/** What was lost of what is cited; undefined where all the words stand. */
export async function lostOf(
  archive: Pick<Archive, 'articles'>,
  cited: readonly Citation[],
): Promise<Lost | undefined> {
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
