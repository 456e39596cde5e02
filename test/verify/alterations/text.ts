import type { Random } from './random.ts';

/** A faithful sentence and the quotes that back it: what an alteration starts from. */
export interface Base {
  readonly text: string;
  readonly quotes: readonly string[];
}

/** Makes a sentence that its quotes do not back from one that they do, or nothing where the sentence has no place for it. */
export type Change = (base: Base, random: Random) => string | undefined;

/** A stretch of a text. */
export interface Span {
  readonly at: number;
  readonly text: string;
}

/** Every stretch of `text` that the (global) pattern matches. */
export function spans(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ at: match.index, text: match[0] }));
}

/** `text` with other words where the span was; the start of the sentence stays a capital. */
export function replaced(text: string, span: Span, words: string): string {
  const put = span.at === 0 ? capitalised(words) : words;
  return text.slice(0, span.at) + put + text.slice(span.at + span.text.length);
}

/** One of the substitutions [pattern, words], at one of the places where it fits; nothing where none fits. */
export function oneOf(
  text: string,
  substitutions: readonly (readonly [RegExp, string])[],
  random: Random,
): string | undefined {
  for (const [pattern, words] of random.shuffled(substitutions)) {
    const found = [...text.matchAll(new RegExp(pattern, 'gi'))];
    if (found.length === 0) continue;
    const match = random.pick(found);
    const put = words.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
    return replaced(text, { at: match.index, text: match[0] }, put);
  }
  return undefined;
}

/** Small letters and single spaces, to compare two texts. */
export function folded(text: string): string {
  const known = foldedTexts.get(text);
  if (known !== undefined) return known;
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
  foldedTexts.set(text, plain);
  return plain;
}

const foldedTexts = new Map<string, string>();

/** Whether the quotes hold these words, as whole words. */
export function holds(quotes: readonly string[], words: string): boolean {
  let pattern = patterns.get(words);
  if (pattern === undefined) {
    pattern = new RegExp(`(?<![\\p{L}\\d])${escaped(folded(words))}(?![\\p{L}\\d])`, 'u');
    patterns.set(words, pattern);
  }
  return quotes.some((quote) => pattern.test(folded(quote)));
}

const patterns = new Map<string, RegExp>();

/** The text with its first letter a capital. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text as a pattern that matches just itself. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** "a" before a vowel as "an", "an" before none as "a", and no "s" after the apostrophe of a plural. */
export function polished(text: string): string {
  return text
    .replace(/\b([Aa]) (?=[AEIO][a-z])/g, '$1n ')
    .replace(/\b([Aa])n (?=[B-DF-HJ-NP-TV-Z][a-z]|UN\b|US\b|Ukrain|Europe)/g, '$1 ')
    .replace(/(the Philippines|the United States|the United Nations|the Rapid Support Forces)'s/gi, "$1'");
}
