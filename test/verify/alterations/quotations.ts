import { dateChanged } from './dates.ts';
import { modalDropped, modalStrengthened } from './modality.ts';
import { nameReplaced } from './names.ts';
import { numberChanged } from './numbers.ts';
import { didDropped, negationDropped } from './polarity.ts';
import { predicateOpposite } from './predicates.ts';
import type { Random } from './random.ts';
import { isTied, speechOf } from './speakers.ts';
import { type Base, capitalised, folded } from './text.ts';

/** What is said, and the words that are given as the quote for it. */
export interface Quoted {
  readonly text: string;
  readonly quote: string;
}

const forgeries = [numberChanged, dateChanged, nameReplaced, negationDropped, predicateOpposite, modalStrengthened];

/** A quote that is not in its sentence: one word, number or "not" altered to fit a claim that is altered alike. */
export function forged({ text, quotes }: Base, random: Random): Quoted | undefined {
  const sentence = random.pick(quotes);
  if (random.below(4) === 0) return verbatim(text, quotes) ? undefined : { text, quote: text };
  const quote = random.pick(forgeries)({ text: sentence, quotes: [sentence] }, random);
  return quote === undefined || verbatim(quote, quotes) ? undefined : { text: quote, quote };
}

/** A quote cut so short that the "not", the "may", the condition or the speaker is gone, and a claim that goes without. */
export function cut(base: Base, random: Random): Quoted | undefined {
  const sentence = random.pick(base.quotes);
  const others = random.shuffled([denialCut, modalCut, conditionCut]);
  const ways = random.below(2) === 0 ? [speakerCut, ...others] : [...others, speakerCut];
  const found = ways.map((way) => way(sentence, random)).find((quoted) => quoted !== undefined);
  return found !== undefined && verbatim(found.quote, [sentence]) ? found : undefined;
}

function speakerCut(sentence: string): Quoted | undefined {
  const body = speechOf(sentence)?.body.replace(/[.,]$/, '');
  if (body === undefined || isTied(body)) return undefined;
  return { text: `${capitalised(body)}.`, quote: body };
}

// "did not allow a delegation" leaves "allow a delegation", for a claim that says "allowed a delegation".
function denialCut(sentence: string, random: Random): Quoted | undefined {
  const denial = /\b(?:did|has|have|had|is|are|was|were|will|would|could) (?:not|never) /.exec(sentence);
  if (denial === null) return undefined;
  const text = denial[0].startsWith('did')
    ? didDropped(sentence, random)
    : sentence.replace(denial[0], `${denial[0].split(' ')[0]} `);
  const quote = sentence.slice(denial.index + denial[0].length).replace(/\.$/, '');
  return text === undefined || isShort(quote) ? undefined : { text, quote };
}

function modalCut(sentence: string, random: Random): Quoted | undefined {
  const modal = /\b(?:may|might|could|should|must) (?!not\b)/g;
  const found = [...sentence.matchAll(modal)];
  if (found.length !== 1 || found[0] === undefined) return undefined;
  const text = random.pick([modalDropped, modalStrengthened])({ text: sentence, quotes: [sentence] }, random);
  const quote = sentence.slice(found[0].index + found[0][0].length).replace(/\.$/, '');
  return text === undefined || isShort(quote) ? undefined : { text, quote };
}

// "X will not talk unless Y stops" leaves "X will not talk"; "if" and "as long as" likewise.
function conditionCut(sentence: string): Quoted | undefined {
  const last = /^(?<main>[^"]{25,}?),? (?:unless|if|as long as|only if) /.exec(sentence)?.groups?.['main'];
  const first = /^(?:Unless|If) [^,]+, (?<main>[^"]{25,}?)(?:, [^,]+ said.*)?\.$/.exec(sentence)?.groups?.['main'];
  const main = last ?? first;
  if (main === undefined || /\b(could|may|might|should)\b/.test(main) || sentence.endsWith('if necessary.'))
    return undefined;
  return { text: `${capitalised(main)}.`, quote: main };
}

function isShort(quote: string): boolean {
  return quote.split(' ').length < 3;
}

function verbatim(words: string, sentences: readonly string[]): boolean {
  return sentences.some((sentence) => folded(sentence).includes(folded(words).replace(/\.$/, '')));
}
