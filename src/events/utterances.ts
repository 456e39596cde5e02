import type { Article } from '../domain/article.ts';
import { findNames } from '../text/names.ts';
import { findQuotations } from '../text/quotations.ts';
import { parseText, type Sentence } from '../text/sentences.ts';
import { affiliated, statePair } from './affiliation.ts';
import { ReadingContext } from './context.ts';
import { frameOf } from './frame.ts';
import { retagged } from './tagging.ts';

/** A sentence that gives somebody's words, and whose they are. Half-open offsets of the article's text. */
export interface Utterance {
  readonly start: number;
  readonly end: number;
  /** "Iran", "Jalil Abbas Jilani (Pakistan)", or the words for one without a name: "local residents". */
  readonly speaker: string;
}

/** The sentences of an article that give somebody's words, in order. Time grows in proportion to the text. */
export function utterancesOf(article: Pick<Article, 'text' | 'bodyStart'>): Utterance[] {
  const { text } = article;
  const sentences = parseText(text);
  const found = findNames(text);
  const names = affiliated(text, found, statePair(text, found));
  const context = new ReadingContext(text, () => names);
  const quotations = findQuotations(text);
  const isQuoted = ({ start, end }: Sentence) =>
    quotations.some((range) => range.start <= start + 1 && range.end >= end - 1);
  return sentences.flatMap((raw) => {
    const sentence = retagged(raw);
    const carried = isQuoted(sentence) ? context.owner : undefined;
    const frame = frameOf(sentence, names, context);
    context.remember(() => frame);
    const owner = frame.owners.find((one) => one !== undefined) ?? carried;
    return owner === undefined || sentence.start < article.bodyStart
      ? []
      : [{ start: sentence.start, end: sentence.end, speaker: owner.name }];
  });
}
