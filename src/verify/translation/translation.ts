import type { Language } from '../../text/languages/language.ts';
import { englishNames, faultOfNames, type Names, withoutKept, withoutNames } from './names.ts';
import { englishFigures, faultOfFigures, figuresOf } from './numbers.ts';
import { faultOfSigns } from './signs.ts';

/** What is wrong with a translation. */
export type TranslationFault =
  | 'length'
  | 'hidden'
  | 'markup'
  | 'quotation'
  | 'language'
  | 'clauses'
  | 'number'
  | 'date'
  | 'name'
  | 'state'
  | 'order'
  | 'negation'
  | 'modality';

/**
 * What is wrong with an English sentence in another language, or undefined: every number, month, state and other name
 * of the one is in the other and none is added; who is named first stands first; it denies, allows for, plans and
 * demands where the sentence does; quoted words stand as they are; and it holds nothing but words of that language.
 *
 * What it cannot tell: whether the verb and other common words are the right ones, or words are added that name, count
 * and deny nothing; which of two numbers or dates of one clause belongs to what; a number that is part of a word (the
 * dual of Arabic); a name that is added in letters without capitals (Arabic, Persian, Urdu, Hebrew, Chinese), unless it
 * is a state's, and a surname alone in German, where every noun has a capital; a denial or a "may" that went over to
 * another part of the same clause.
 */
export function faultOfTranslation(
  english: string,
  translated: string,
  language: Language,
): TranslationFault | undefined {
  const text = translated.trim();
  const form = faultOfForm(english, text, language);
  if (form !== undefined) return form;
  const quoted = quotations(english);
  if (!quoted.every((quote) => text.includes(quote))) return 'quotation';
  const [source, target] = [withoutQuotations(english, quoted), withoutQuotations(text, quoted)];
  if (signs(target, QUOTES) > 2 * quoted.length) return 'quotation';
  const names = englishNames(source);
  const whole = faultOfNames(names, target, language) ?? faultOfLanguage(names, source, target, language);
  if (whole !== undefined) return whole;
  const plain = withoutNames(target, names, language);
  const [ours, theirs] = [withoutKept(source, names).split(/;\s/), plain.split(/[;؛；]/u)];
  if (ours.length > 1 && ours.length !== theirs.length) return 'clauses';
  return ours.length === 1
    ? faultOfClause(ours[0] ?? '', plain, language)
    : ours.map((clause, at) => faultOfClause(clause, theirs[at] ?? '', language)).find((fault) => fault !== undefined);
}

function faultOfClause(english: string, translated: string, language: Language): TranslationFault | undefined {
  const figures = faultOfFigures(englishFigures(english), figuresOf(translated, language));
  return figures ?? faultOfSigns(english, translated, language);
}

/** The zero-width non-joiner is part of Persian and Urdu words. */
const HIDDEN = /\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}|\u034f|[\u115f\u1160\u3164\uffa0]|[\ufe00-\ufe0f]/gu;
const SPELT_WITH_JOINER = ['fa', 'ur'];
const MARKUP = /[@<>[\]*_`~|{}\\#^=]|\p{Extended_Pictographic}/gu;
const ADDRESS = /https?:|www\.|:\/\/|[\p{L}\d]\.[a-z]{2,}(?!\p{L})/u;

function faultOfForm(english: string, text: string, { code, script }: Language): TranslationFault | undefined {
  const weight = script === 'Han' ? 2.5 : 1;
  const ratio = ([...text].length * weight) / [...english].length;
  if (!(ratio >= 0.3 && ratio <= 3) || text === english.trim()) return text === english.trim() ? 'language' : 'length';
  const hidden = text.match(HIDDEN) ?? [];
  if (hidden.some((sign) => !(sign === '\u200c' && SPELT_WITH_JOINER.includes(code)))) return 'hidden';
  const markup = text.match(MARKUP) ?? [];
  if (markup.some((sign) => !english.includes(sign))) return 'markup';
  return ADDRESS.test(text) && !ADDRESS.test(english) ? 'markup' : undefined;
}

const QUOTES = /[“”„«»「」『』‹›]|(?<!\p{L})"|"(?!\p{L})/gu;

function signs(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The words between quotation marks: they stay in their own language. */
function quotations(english: string): string[] {
  return Array.from(english.matchAll(/“([^”]+)”|"([^"]+)"/g), ([, curly, straight]) => curly ?? straight ?? '');
}

function withoutQuotations(text: string, quoted: readonly string[]): string {
  return quoted.reduce((left, quote) => left.replace(quote, ' '), text);
}

const ENGLISH_WORDS = /\b(?:the|of|and|were|said|with|between|that|from|which)\b/i;
const FEW_WORDS = 5;

/** The text is in the language's script, but for names, and is not English still or a neighbour's. */
function faultOfLanguage(names: Names, english: string, text: string, language: Language): 'language' | undefined {
  const own = withoutKept(text, names);
  const letters = own.match(/\p{L}/gu) ?? [];
  const inScript = new RegExp(`[\\p{Script=${language.script}}ʼ\\u0640]`, 'u');
  const strange = letters.filter((letter) => !inScript.test(letter) && !/\p{Script=Latin}/u.test(letter));
  if (strange.length > 0) return 'language';
  if (letters.filter((letter) => inScript.test(letter)).length * 2 < letters.length) return 'language';
  if (letters.length === 0 && /\p{L}/u.test(withoutKept(english, names))) return 'language';
  if (language.script === 'Latin' && ENGLISH_WORDS.test(own)) return 'language';
  if (language.foreignSigns?.test(own)) return 'language';
  const isLong = (own.match(/[\p{L}\p{M}]+/gu) ?? []).length >= FEW_WORDS;
  return isLong && !language.ownSigns.test(own) ? 'language' : undefined;
}
