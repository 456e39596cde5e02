import type { ArticleStore } from '../domain/archive.ts';
import type { ArticleDraft, ArticleId } from '../domain/article.ts';
import { nameOf } from './identity.ts';
import { likeness } from './near-duplicates.ts';

/** A page that calls itself by the address of another article shares this much of the shorter one's wording with it. */
const LEAST_LIKENESS = 0.6;

/** The article of a page of the web. */
export interface FoundArticle {
  readonly draft: ArticleDraft;
  /** Where the page was found; the address that it calls itself by may be another one. */
  readonly found?: string | undefined;
  /** The article that was found there before, where that is known. */
  readonly own?: ArticleId | undefined;
}

/**
 * An article at the address that its page names, unless another article is there that another page has made: broken
 * templates call all articles of a site by one address, and anybody may call his page by another's. Then at the address
 * where it was found.
 */
export async function placed(articles: ArticleStore, { draft, found, own }: FoundArticle): Promise<ArticleDraft> {
  if (found === undefined || found === draft.url) return draft;
  const standing = await articles.standing(nameOf(draft));
  if (standing.kind !== 'changed' || standing.id === own) return draft;
  const there = (await articles.get(standing.id))?.text ?? '';
  return likeness(draft.text, there) < LEAST_LIKENESS ? { ...draft, url: found } : draft;
}
