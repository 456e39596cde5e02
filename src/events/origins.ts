import type { ArticleId, OriginId } from '../domain/article.ts';
import type { Mention } from '../domain/mention.ts';
import { contentWords } from '../text/words.ts';
import { stateIn } from './signature.ts';

/** Sentences that share this much of their words are one text printed twice. */
const SAME_WORDING = 0.8;

/**
 * Independent origins among reports of one act: articles of one origin count once, what one institution said counts
 * once however many print it, and so does one wording.
 * @returns for each mention the number of its origin, from 0 in the order given.
 */
export function originsOf(mentions: readonly Mention[], originOf: (article: ArticleId) => OriginId): number[] {
  const wordings = mentions.map((mention) => new Set(contentWords(mention.span.quote)));
  const groups: number[] = [];
  mentions.forEach((mention, index) => {
    const twin = mentions.findIndex(
      (other, at) => at < index && sameOrigin(mention, other, originOf, wordings[index], wordings[at]),
    );
    groups.push(twin >= 0 ? (groups[twin] as number) : new Set(groups).size);
  });
  return groups;
}

function sameOrigin(
  one: Mention,
  other: Mention,
  originOf: (article: ArticleId) => OriginId,
  words?: Set<string>,
  others?: Set<string>,
): boolean {
  if (originOf(one.articleId) === originOf(other.articleId)) return true;
  if (one.speaker !== undefined && other.speaker !== undefined && stateIn(one.speaker) === stateIn(other.speaker))
    return true;
  return words !== undefined && others !== undefined && likeness(words, others) >= SAME_WORDING;
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(one.size, other.size);
  return smaller === 0 ? 0 : one.intersection(other).size / smaller;
}
