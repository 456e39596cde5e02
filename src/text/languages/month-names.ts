import { folded } from './folded.ts';
import type { Language } from './language.ts';

/** A month that a text names: half-open offsets in its folded form. */
export interface MonthFound {
  /** From 1. */
  readonly month: number;
  readonly start: number;
  readonly end: number;
}

const patterns = new Map<string, readonly RegExp[]>();

/** The months that a folded text names in a language, in order. Many of the names are common words too. */
export function monthsIn(foldedText: string, language: Language): MonthFound[] {
  return patternsOf(language)
    .flatMap((pattern, at) =>
      Array.from(foldedText.matchAll(pattern), ({ 0: name, index }) => ({
        month: at + 1,
        start: index,
        end: index + name.length,
      })),
    )
    .sort((one, other) => one.start - other.start);
}

function patternsOf(language: Language): readonly RegExp[] {
  // they are figures there
  if (language.script === 'Han') return [];
  const known = patterns.get(language.code);
  if (known !== undefined) return known;
  const made = Array.from({ length: 12 }, (_, at) => patternOf(language, at + 1));
  patterns.set(language.code, made);
  return made;
}

function patternOf(language: Language, month: number): RegExp {
  const { code, inflection, script, months } = language;
  const names = [...platformNames(code, month).map(folded), ...(months?.[month]?.split('|').map(folded) ?? [])];
  const stems = script === 'Cyrillic' ? names.filter(({ length }) => length > 3).map(stemOf) : [];
  const prefix =
    inflection.kind === 'affixes' && inflection.prefixes !== '' ? `(?:${folded(inflection.prefixes)})?` : '';
  const all = [...new Set([...names, ...stems])].sort((one, other) => other.length - one.length);
  return new RegExp(`(?<!\\p{L})${prefix}(?:${all.join('|')})s?(?!\\p{L})`, 'gu');
}

function stemOf(name: string): string {
  return `${name.slice(0, -1)}\\p{L}{0,3}`;
}

/** As it stands alone and as it stands in a date. */
function platformNames(code: string, month: number): string[] {
  const day = new Date(Date.UTC(2024, month - 1, 19));
  const locale = `${code}-u-nu-latn-ca-gregory`;
  const inDate = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' }).formatToParts(day);
  const alone = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(day);
  return [alone, inDate.find(({ type }) => type === 'month')?.value ?? alone];
}
