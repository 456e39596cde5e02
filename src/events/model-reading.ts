import type { Article } from '../domain/article.ts';
import { isNonEmpty } from '../domain/citation.ts';
import type { Mention } from '../domain/mention.ts';
import type { ActDraft, LanguageModel, ModelCall, NumberedPassage } from '../domain/model.ts';
import { DetenteError } from '../errors.ts';
import { draftedMentions } from './drafted-acts.ts';
import { isReadable, namesOf, type Reading, reportsNothing } from './extract.ts';
import { within } from './frame.ts';

/** Sentences of a call: few enough that a small model keeps them apart, and that their acts fit into a reply (64 drafts). */
const PORTION = 30;
/** UTF-16 code units of a call's sentences. */
const PORTION_LENGTH = 12_000;
/** Calls for an article: news of more than 240 sentences with names is rare, and what follows them is by rule. */
const PORTIONS = 8;
/** No sentence of news is longer, in UTF-16 code units. */
const SENTENCE_LENGTH = 1_000;

/** What a model added to the reading of an article, or why it did not; an article it cannot read is none of its. */
export type ModelReading =
  | { readonly kind: 'read'; readonly mentions: readonly Mention[] }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'not asked' };

/**
 * Lets a model read what an article reports, beside the reading by rule: those sentences that name somebody, in
 * portions, and of what it drafts that which our own rules bear out. All of an article or nothing of it.
 * @returns the mentions to be added, in the order of the text; the same for the same article and replies
 * @throws whatever is no failure of the model
 */
export async function readByModel(
  article: Pick<Article, 'id' | 'text' | 'bodyStart' | 'language'>,
  reading: Reading,
  model: LanguageModel,
  call: ModelCall,
): Promise<ModelReading> {
  const portions = isReadable(article.language) ? portionsOf(article.text, reading) : [];
  if (portions.length === 0) return { kind: 'not asked' };
  const drafts = new Map<number, ActDraft[]>();
  try {
    for (const portion of portions) await draft(portion, model, call, drafts);
  } catch (error) {
    const failed = call.signal.aborted || (error instanceof DetenteError && error.code === 'model-unusable');
    if (!failed) throw error;
    return { kind: 'failed', reason: call.signal.aborted ? 'it took too long' : (error as Error).message };
  }
  return { kind: 'read', mentions: draftedMentions(article, reading, drafts) };
}

/** A sentence of a portion, and its place in the reading. */
interface Portioned {
  readonly index: number;
  readonly text: string;
}

/** What can report an act of somebody with a name, portion by portion. */
function portionsOf(text: string, { sentences }: Reading): Portioned[][] {
  const names = namesOf(text);
  const telling = sentences.flatMap((sentence, index) => {
    const words = text.slice(sentence.start, sentence.end);
    const tells = words.length <= SENTENCE_LENGTH && !reportsNothing(words) && within(names, sentence).length > 0;
    return tells ? [{ index, text: words }] : [];
  });
  const portions: Portioned[][] = [];
  let length = 0;
  for (const one of telling) {
    const portion = portions.at(-1);
    length += one.text.length;
    if (portion !== undefined && portion.length < PORTION && length <= PORTION_LENGTH) portion.push(one);
    else {
      portions.push([one]);
      length = one.text.length;
    }
  }
  return portions.slice(0, PORTIONS);
}

async function draft(
  portion: readonly Portioned[],
  model: LanguageModel,
  call: ModelCall,
  drafts: Map<number, ActDraft[]>,
): Promise<void> {
  const sentences: NumberedPassage[] = portion.map(({ text }, at) => ({ id: at + 1, text }));
  if (!isNonEmpty(sentences)) return;
  for await (const one of untilAborted(model.compose({ kind: 'events', sentences }, call), call.signal)) {
    const index = portion[one.id - 1]?.index;
    if (index !== undefined) drafts.set(index, [...(drafts.get(index) ?? []), one]);
  }
}

/** The drafts up to the abort, which ends the wait for one that never comes. */
async function* untilAborted<T>(drafts: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  aborted.catch(() => undefined);
  const leave = () => reject(signal.reason);
  signal.addEventListener('abort', leave, { once: true });
  const iterator = drafts[Symbol.asyncIterator]();
  try {
    for (;;) {
      signal.throwIfAborted();
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done) break;
      yield next.value;
    }
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
