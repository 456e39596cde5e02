import type { Archive, ArticleOutline } from '../domain/archive.ts';
import type { Source } from '../domain/brief.ts';
import type { Citation } from '../domain/citation.ts';

/** The cited articles, numbered from 1 in the order of their first citation. */
export function sourcesOf(citations: Iterable<Citation>, outlines: ReadonlyMap<string, ArticleOutline>): Source[] {
  const ids = new Set<string>();
  for (const citation of citations) ids.add(citation.articleId);
  return [...ids].flatMap((id, index) => {
    const article = outlines.get(id);
    return article === undefined ? [] : [sourceOf(article, index + 1)];
  });
}

/** With their articles as they are now. */
export async function storedSources(
  { articles }: Pick<Archive, 'articles'>,
  cited: readonly Citation[],
): Promise<Source[]> {
  const outlines = await articles.outlines([...new Set(cited.map(({ articleId }) => articleId))]);
  return sourcesOf(cited, new Map(outlines.map((one) => [one.id, one])));
}

function sourceOf(article: ArticleOutline, number: number): Source {
  return {
    number,
    articleId: article.id,
    title: article.title,
    dateBasis: article.dateBasis,
    origin: article.origin,
    ...(article.outlet !== undefined && { outlet: article.outlet }),
    ...(article.publishedAt !== undefined && { publishedAt: article.publishedAt }),
    ...(article.url !== undefined && { url: article.url }),
  };
}
