import { ALIKE } from '../text/quote-place.ts';

const likeSigns = ALIKE.map(([signs, ascii]) => [new RegExp(signs, 'gu'), ascii] as const);

/** Text as quotes are compared: white space runs as one space, every quotation mark and dash as its ASCII form. */
export function foldQuote(text: string): string {
  return likeSigns
    .reduce((folded, [signs, ascii]) => folded.replace(signs, ascii), text.normalize('NFC'))
    .replaceAll("''", '"')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Fewer letters name nothing that a reader could find again. */
const SHORTEST = 3;

/** Whether the words stand in the sentence one after the other, letter by letter after folding. */
export function holdsQuote(sentence: string, quote: string): boolean {
  const folded = foldQuote(quote);
  return folded.length >= SHORTEST && foldQuote(sentence).includes(folded);
}
