import { createHash } from 'node:crypto';
import type { ArticleDraft, ArticleId } from '../domain/article.ts';

/** Hex digits of the hash in a derived id: 64 bits, so that a million articles collide once in 37 million archives. */
const ID_DIGITS = 16;

/** SHA-256 in hex of a text; white space may differ, nothing else. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/gu, ' ').trim()).digest('hex');
}

/** The id of an article that came without one: the same text gets the same id in every run and on every machine. */
export function derivedId(draft: Pick<ArticleDraft, 'text'>): ArticleId {
  return `a${contentHash(draft.text).slice(0, ID_DIGITS)}`;
}

/** What the archive knows an article by. */
export function nameOf({ id, url, text }: Pick<ArticleDraft, 'id' | 'url' | 'text'>) {
  return { ...(id && { id }), ...(url && { url }), contentHash: contentHash(text.toWellFormed()) };
}
