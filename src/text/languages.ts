import { arabic } from './languages/arabic.ts';
import { chinese } from './languages/chinese.ts';
import { french } from './languages/french.ts';
import { german } from './languages/german.ts';
import { hebrew } from './languages/hebrew.ts';
import type { Language } from './languages/language.ts';
import { persian } from './languages/persian.ts';
import { russian } from './languages/russian.ts';
import { spanish } from './languages/spanish.ts';
import { turkish } from './languages/turkish.ts';
import { ukrainian } from './languages/ukrainian.ts';
import { urdu } from './languages/urdu.ts';

export type { Language } from './languages/language.ts';

/** The languages that a reply can be put into, in the order of their English names. */
export const languages: readonly Language[] = [
  arabic,
  chinese,
  french,
  german,
  hebrew,
  persian,
  russian,
  spanish,
  turkish,
  ukrainian,
  urdu,
];

/** Whether a user names the language that all is in without a model: `en`, `English`, `en-GB`. */
export function isEnglish(name: string): boolean {
  return /^\s*en(?:glish)?(?:[-_]\w+)?\s*$/i.test(name);
}

/** A language as a user names it: its code with or without a region, its English name or its own. */
export function languageNamed(name: string): Language | undefined {
  const wanted = name.trim().toLowerCase();
  const code = wanted.split(/[-_]/)[0];
  return languages.find(
    (language) =>
      language.code === code || [language.english, language.own].some((own) => own.toLowerCase() === wanted),
  );
}
