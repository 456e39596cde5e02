import type { NameMention } from '../text/names.ts';
import type { Sentence } from '../text/sentences.ts';
import type { ReadingContext } from './context.ts';
import { type ActorPhrase, actorPhrases } from './phrase.ts';
import { type Owner, ownerOf, type Speech, speechesOf } from './speech.ts';

/** Who stands in a sentence and who speaks in it. */
export interface Frame {
  readonly sentence: Sentence;
  readonly phrases: readonly ActorPhrase[];
  readonly speeches: readonly Speech[];
  /** The owner of each speech. */
  readonly owners: readonly (Owner | undefined)[];
}

/** The frame of a sentence, from the names of its article and from what the context remembers of what stands before. */
export function frameOf(sentence: Sentence, names: readonly NameMention[], context: ReadingContext): Frame {
  const phrases = actorPhrases(sentence, within(names, sentence));
  const speeches = speechesOf(sentence, phrases);
  const owners = speeches.map((speech) => ownerOf(speech, sentence, phrases, context));
  return { sentence, phrases, speeches, owners };
}

/** The names, which are in order, that stand in a sentence. */
export function within(names: readonly NameMention[], { start, end }: Sentence): NameMention[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] as NameMention).end <= start) low = middle + 1;
    else high = middle;
  }
  let behind = low;
  while (behind < names.length && (names[behind] as NameMention).start < end) behind += 1;
  return names.slice(low, behind);
}
