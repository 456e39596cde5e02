import { createHash } from 'node:crypto';
import type { ReadArticle } from '../../src/domain/archive.ts';
import type { Article } from '../../src/domain/article.ts';
import { cite, type Passage } from '../../src/domain/citation.ts';
import type { Mention } from '../../src/domain/mention.ts';

/** An article as ingest hands it over: a passage a sentence, made by the full stop alone. */
export function readArticle(
  article: Pick<Article, 'id' | 'text'> & Partial<Article>,
  more: Partial<ReadArticle> = {},
): ReadArticle {
  const full: Article = {
    version: 1,
    title: '',
    bodyStart: 0,
    dateBasis: article.publishedAt === undefined ? 'unknown' : 'stated',
    language: 'en',
    origin: article.id,
    ...article,
  };
  return {
    article: full,
    contentHash: hashOf(article.text),
    passages: sentences(full),
    mentions: [],
    fingerprint: [],
    ...more,
  };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A mention that covers the article's first words. */
export function mention(article: Pick<Article, 'id' | 'text'>, at: number, more: Partial<Mention> = {}): Mention {
  return {
    articleId: article.id,
    span: cite(article, 0, article.text.length),
    at,
    type: 'CONSULT',
    modes: [],
    stance: 'de-escalation',
    actors: [],
    targets: [],
    time: { kind: 'unstated' },
    status: 'reported',
    headline: false,
    act: 'held talks',
    named: [],
    ...more,
  };
}

function sentences({ id, text }: Article): Passage[] {
  return [...text.matchAll(/[^.\s][^.]*\.?/gu)].map((match) => ({
    articleId: id,
    start: match.index,
    end: match.index + match[0].length,
  }));
}
