import type { Language } from './language.ts';
import { stateName } from './state-names.ts';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split('|');
const DAY = new RegExp(`^(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})$`);

/**
 * A value that needs no translator, in a language: yes and no, a state, a day, a number, a person of a state.
 * Undefined for all else.
 */
export function plainWords(value: string, language: Language): string | undefined {
  if (value === 'Yes') return language.yes;
  if (value === 'No') return language.no;
  if (/^[\d.,:%$€£ -]+$/.test(value)) return value;
  const [, person, state = value] = /^(\p{Lu}[\p{L}\p{M}'’. -]+) \(([^()]+)\)$/u.exec(value) ?? [];
  const name = stateName(state, language);
  if (name !== undefined) return person === undefined ? name : `${person} (${name})`;
  const [, day, month, year] = DAY.exec(value) ?? [];
  return day && month ? formatted(Date.UTC(Number(year), MONTHS.indexOf(month), Number(day)), language) : undefined;
}

function formatted(day: number, { code }: Language): string {
  const locale = `${code}-u-nu-latn-ca-gregory`;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
