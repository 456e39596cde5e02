import type { Article } from '../domain/article.ts';
import { findNames } from '../text/names.ts';
import { findQuotations } from '../text/quotations.ts';
import { parseText, type Sentence } from '../text/sentences.ts';
import { affiliated, statePair } from './affiliation.ts';
import { ReadingContext } from './context.ts';
import { frameOf } from './frame.ts';
import type { Owner, Speech } from './speech.ts';
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
    const owner = frame.owners.find((one, at) => one !== undefined && isTold(frame.speeches[at], one)) ?? carried;
    return owner === undefined || sentence.start < article.bodyStart
      ? []
      : [{ start: sentence.start, end: sentence.end, speaker: owner.name }];
  });
}

/**
 * Whether the sentence itself tells whose words it gives: it names the speaker, or says "he" or "she" of a person. Who
 * "it" and "they" are, and who speaks where nobody is named, is good enough for an event's claim, which other reports
 * can set right, and not to put words into somebody's mouth.
 */
function isTold(speech: Speech | undefined, owner: Owner): boolean {
  if (speech === undefined) return false;
  const { subject } = speech;
  if (subject.kind === 'pronoun') return /^(he|she)$/.test(subject.word) && owner.phrase?.human === true;
  return subject.kind === 'named' || subject.kind === 'stranger';
}
