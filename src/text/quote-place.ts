/** Half-open offsets, in UTF-16 code units. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Signs that papers use for one another: of each class any, and the one of ASCII. */
export const ALIKE: readonly (readonly [signs: string, ascii: string])[] = [
  ['[‘’‚‛ʻʼ´`′]', "'"],
  ['[“”„‟«»″]', '"'],
  ['[‐‑‒–—―−]', '-'],
];

const marks: readonly (readonly [RegExp, string])[] = [
  [/\s/u, ' '],
  ...ALIKE.map(([signs, ascii]) => [new RegExp(signs, 'u'), ascii] as const),
];
/** What nobody sees: it is in no quote. */
const unseen = /[\p{Cc}\p{Cf}\p{M}\p{Cs}\p{Co}]/u;
const mark = /\p{M}/u;

/**
 * Where words stand in a text, white space, quotation marks and dashes taken as alike and what is invisible passed over;
 * letters, cases and numbers must be the same. `undefined` where they do not stand there, or are none.
 */
export function placeOfQuote(text: string, quote: string): Range | undefined {
  return placesOfQuote(text, quote)[0];
}

/** The same, every place, from left to right and not overlapping. */
export function placesOfQuote(text: string, quote: string): Range[] {
  const wanted = folded(quote).text.trim();
  const { text: held, starts, ends } = folded(text);
  const places: Range[] = [];
  for (let at = wanted === '' ? -1 : held.indexOf(wanted); at >= 0; at = held.indexOf(wanted, at + wanted.length))
    places.push({ start: starts[at] as number, end: ends[at + wanted.length - 1] as number });
  return places;
}

/** The text with like signs made one, and for each of its code units where it stood. */
function folded(text: string): { text: string; starts: number[]; ends: number[] } {
  const out = { text: '', starts: [] as number[], ends: [] as number[] };
  let at = 0;
  for (const sign of text) {
    const like = foldedSign(sign);
    const repeated = like === ' ' && out.text.endsWith(' ');
    for (let unit = 0; !repeated && unit < like.length; unit += 1) {
      out.starts.push(at);
      out.ends.push(at + sign.length);
    }
    if (!repeated) out.text += like;
    at += sign.length;
  }
  return out;
}

function foldedSign(sign: string): string {
  const like = marks.find(([signs]) => signs.test(sign));
  if (like !== undefined) return like[1];
  return unseen.test(sign) && !mark.test(sign) ? '' : sign;
}
