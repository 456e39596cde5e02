import type { Rewording } from '../rewordings.ts';
import type { Quoted } from './quotations.ts';
import type { Random } from './random.ts';
import type { Base } from './text.ts';

/** What a model could have replied: a sentence, and for each quote the number of the sentence it is said to stand in. */
export interface Draft {
  readonly text: string;
  readonly quotes: readonly { readonly id: number; readonly quote: string }[];
}

/** A faithful sentence, its quotes, and the article they stand in. */
export interface Entry extends Base {
  readonly article: Rewording['article'];
}

/** A draft, and the true sentences, numbered from 1, that the model was shown. */
export interface Shown {
  readonly sentences: readonly string[];
  readonly draft: Draft;
}

/** Makes drafts of entries; `others` are the sentences that can stand beside those of an entry. */
export function draftsFrom(others: readonly Entry[]) {
  const shown = (entry: Entry, random: Random, more: readonly string[] = []): Shown => {
    const beside = Array.from({ length: random.below(4) }, () => random.pick(others).text);
    const sentences = random.shuffled([...new Set([...entry.quotes, ...more, ...beside])]);
    const quotes = entry.quotes.map((quote) => ({ id: sentences.indexOf(quote) + 1, quote }));
    return { sentences, draft: { text: entry.text, quotes } };
  };
  return { shown, merged: mergedBy(shown), requoted: requotedBy(shown) };
}

type Show = (entry: Entry, random: Random, more?: readonly string[]) => Shown;

/** What two entries say in one sentence, with the quotes of the first alone; those of the second may be shown too. */
function mergedBy(show: Show) {
  return (entry: Entry, other: Entry, random: Random): Shown | undefined => {
    if (other.article.title === entry.article.title || /["“]/.test(entry.text + other.text)) return undefined;
    const [first = '', second = ''] = random.shuffled([entry.text, other.text]).map((text) => text.replace(/\.$/, ''));
    const link = random.pick([', and ', ', while ', '; ', ', as ']);
    const text = `${first}${link}${second.replace(opening, (word) => word.toLowerCase())}.`;
    return show({ ...entry, text }, random, random.below(2) === 0 ? other.quotes : []);
  };
}

const opening =
  /^(The|An?|In|On|At|After|Two|Three|Four|Five|According|No|All|Ethnic|Former|About|More|State|Officials)\b/;

/** The draft with this text and this one quote, said to stand in the sentence it was made from. */
function requotedBy(show: Show) {
  return (made: Quoted | undefined, entry: Entry, random: Random): Shown | undefined => {
    if (made === undefined) return undefined;
    const { sentences, draft } = show({ ...entry, text: made.text }, random);
    const cited = draft.quotes.find(({ quote }) => quote.includes(made.quote)) ?? draft.quotes[0];
    return { sentences, draft: { text: made.text, quotes: [{ id: cited?.id ?? 1, quote: made.quote }] } };
  };
}

/** The draft with each quote said to stand in a sentence that there is not. */
export function withForeignId({ sentences, draft }: Shown, random: Random): Shown {
  const end = sentences.length;
  const id = random.pick([0, -1, -end, 1.5, 0.5, end + 0.999, end + 1, end + 2, end + 17, 1e9, 2 ** 53, -0.1]);
  return { sentences, draft: { ...draft, quotes: draft.quotes.map(({ quote }) => ({ id, quote })) } };
}

/** The draft with another true sentence cited, by its number alone or with its words; `isNear` tells which ones may not. */
export function withOtherId(
  { sentences, draft }: Shown,
  isNear: (sentence: string) => boolean,
  random: Random,
): Shown | undefined {
  const strange = sentences.filter((sentence) => !isNear(sentence));
  if (strange.length === 0) return undefined;
  const sentence = random.pick(strange);
  const id = sentences.indexOf(sentence) + 1;
  const words = random.below(2) === 0 ? [sentence] : draft.quotes.map(({ quote }) => quote);
  return { sentences, draft: { text: draft.text, quotes: words.map((quote) => ({ id, quote })) } };
}

/** The draft without a quote. */
export function withoutQuotes({ sentences, draft }: Shown): Shown {
  return { sentences, draft: { text: draft.text, quotes: [] } };
}

/** The draft with nothing in its quotes. */
export function withBlankQuotes({ sentences, draft }: Shown, random: Random): Shown {
  const quotes = draft.quotes.map(({ id }) => ({ id, quote: random.pick(['', ' ', '\n', '\t', '""', '…']) }));
  return { sentences, draft: { text: draft.text, quotes } };
}

/** The draft with a sentence that says nothing. */
export function withoutText({ sentences, draft }: Shown, random: Random): Shown {
  const text = random.pick(['', ' ', '\n', '.', '…', '""', '-', '\u200b', '???']);
  return { sentences, draft: { ...draft, text } };
}
