import type { Article } from '../src/domain/article.ts';

export interface CorpusPassage {
  readonly id: number;
  readonly article: string;
  readonly text: string;
}

/** The same stored text for the peers, parted by Unicode's rules: their time must not hold our reading of English. */
export function passagesOf(articles: readonly Article[]): readonly CorpusPassage[] {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
  const passages: CorpusPassage[] = [];
  for (const { id: article, text } of articles)
    for (const paragraph of text.split(/\n+/))
      for (const { segment } of sentences.segment(paragraph))
        if (segment.trim() !== '') passages.push({ id: passages.length, article, text: segment.trim() });
  return passages;
}
