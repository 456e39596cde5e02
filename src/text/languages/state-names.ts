import { folded } from './folded.ts';
import type { Language } from './language.ts';
import { regionCodes } from './region-codes.ts';

/** A state that a text in some language names: half-open offsets in UTF-16 code units. */
export interface StateFound {
  /** ISO 3166. */
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** Written as names are, or with so many letters of one that no common word is meant. */
  readonly certain: boolean;
}

/** One way to call a state. */
interface Form {
  readonly code: string;
  readonly words: readonly FormWord[];
}

interface FormWord {
  /** Folded; of an acronym as it is written. */
  readonly text: string;
  /** From a table: any ending may follow, or none at all. */
  readonly stem: 'open' | 'closed' | undefined;
  readonly acronym: boolean;
  /** The word with what the language may write together with it. */
  readonly pattern?: RegExp;
}

interface Word {
  readonly raw: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

interface Match {
  /** How near the word comes; larger is nearer. */
  readonly score: number;
  readonly certain: boolean;
}

const forms = new Map<string, readonly Form[]>();

/** The states that a text names by their own names, their peoples' or their adjectives, in order. */
export function statesIn(text: string, language: Language): StateFound[] {
  return language.inflection.kind === 'none' ? signsIn(text, language) : wordsIn(text, language);
}

/** Of a script without blanks, the longest name from each place. */
function signsIn(text: string, language: Language): StateFound[] {
  const found: StateFound[] = [];
  const names = formsOf(language)
    .map(({ code, words }) => ({ code, name: words.map((word) => word.text).join('') }))
    .filter(({ name }) => name.length > 1)
    .sort((one, other) => other.name.length - one.name.length);
  const key = text.toLowerCase();
  for (let at = 0; at < key.length; at += 1) {
    const hit = names.find(({ name }) => key.startsWith(name, at));
    if (hit === undefined) continue;
    found.push({ code: hit.code, start: at, end: at + hit.name.length, certain: true });
    at += hit.name.length - 1;
  }
  return found;
}

function wordsIn(text: string, language: Language): StateFound[] {
  const words = readWords(text, language);
  const found: StateFound[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const best = bestAt(words, at, text, language);
    if (best === undefined) continue;
    const [first, last] = [words[at], words[at + best.form.words.length - 1]];
    if (first === undefined || last === undefined) continue;
    found.push({ code: best.form.code, start: first.start, end: last.end, certain: best.certain });
    at += best.form.words.length - 1;
  }
  return found;
}

/** An apostrophe parts the ending of a name from it, but belongs to the word in some languages. */
const KEEPS_APOSTROPHES = ['he', 'uk'];

function readWords(text: string, { code }: Language): Word[] {
  const inner = KEEPS_APOSTROPHES.includes(code) ? `(?:['’ʼ׳״"][\\p{L}\\p{M}]+)*` : '';
  return Array.from(text.matchAll(new RegExp(`[\\p{L}\\p{M}]+${inner}`, 'gu')), ({ 0: raw, index }) => ({
    raw,
    key: folded(raw),
    start: index,
    end: index + raw.length,
  }));
}

/** Names of more words go before shorter ones, then what comes nearer. */
function bestAt(words: readonly Word[], at: number, text: string, language: Language) {
  let best: { readonly form: Form; readonly score: number; readonly certain: boolean } | undefined;
  for (const form of formsOf(language)) {
    if (best !== undefined && form.words.length < best.form.words.length) break;
    const match = matchAt(form, words, at, text);
    if (match !== undefined && (best === undefined || match.score > best.score)) best = { form, ...match };
  }
  return best;
}

function matchAt(form: Form, words: readonly Word[], at: number, text: string): Match | undefined {
  let score = 0;
  let certain = false;
  for (const [step, part] of form.words.entries()) {
    const [word, before] = [words[at + step], words[at + step - 1]];
    if (word === undefined) return undefined;
    if (step > 0 && before && !/^[\s.'’\u200c-]{1,3}$/.test(text.slice(before.end, word.start))) return undefined;
    const match = matchOf(part, word);
    if (match === undefined) return undefined;
    score += match.score;
    certain ||= match.certain || form.words.length > 1;
  }
  return { score, certain };
}

function matchOf(part: FormWord, word: Word): Match | undefined {
  if (part.acronym) return word.raw === part.text ? { score: part.text.length + 1, certain: true } : undefined;
  if (part.pattern === undefined) return ended(part, word);
  const { length } = part.text;
  return part.pattern.test(word.key) ? { score: 2 * length - word.key.length + 20, certain: length > 2 } : undefined;
}

/** Letters that an adjective or a case adds at most. */
const MOST_ADDED = 8;

/** The word begins as the name does: with all of a short one, with half of a long one. */
function ended({ text, stem }: FormWord, { key, raw }: Word): Match | undefined {
  const common = commonStart(text, key);
  const isCapital = /^\p{Lu}/u.test(raw);
  if (stem !== undefined) {
    const fits = common === text.length && key.length - common <= (stem === 'open' ? MOST_ADDED : 0);
    return fits ? { score: common + 0.5, certain: isCapital || common > 4 } : undefined;
  }
  const added = text.length <= 3 ? 3 : text.length === 4 ? 6 : MOST_ADDED;
  if (common < leastOf(text) || key.length - common > added) return undefined;
  const more = key.length - common;
  const isWhole = common === text.length && common > 3;
  const isNear = common > 3 && common >= text.length - 2;
  // an adjective has a small letter in most languages; a common word is seldom a whole name and more
  const certain = isCapital ? isNear || (common === text.length && more < 3) : isWhole && (more > 0 || common > 4);
  return { score: 2.01 * common - text.length, certain: certain || common > 5 };
}

/** A final vowel changes with the case. */
function leastOf({ length }: string): number {
  return length <= 4 ? length : length <= 6 ? 4 : 5;
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

type Affixes = Extract<Language['inflection'], { kind: 'affixes' }>;

const ARTICLE = 'ال';

/** The name between the beginnings and endings that the language writes together with it. */
function affixedPattern(text: string, stem: FormWord['stem'], affixes: Affixes): RegExp {
  const [prefixes, endings, lost] = [affixes.prefixes, affixes.endings, affixes.lost].map(folded);
  const hasArticle = affixes.prefixes.includes(ARTICLE);
  const name = hasArticle && text.length > 4 ? text.replace(new RegExp(`^${ARTICLE}`, 'u'), '') : text;
  const cut = name.replace(new RegExp(`(?:${lost})$`, 'u'), '');
  const isShortened = stem === undefined && cut !== name && cut.length >= 3;
  const shortened = isShortened ? `|${cut}(?:${endings}|${lost})` : '';
  const ending = stem === 'closed' ? '' : `(?:${endings})?`;
  const article = hasArticle ? `(?:${ARTICLE})?` : '';
  return new RegExp(`^(?:${prefixes})?${article}(?:${name}${ending}${shortened})$`, 'u');
}

/** Those of more words first. */
function formsOf(language: Language): readonly Form[] {
  const known = forms.get(language.code);
  if (known !== undefined) return known;
  const made = [...new Set(regionCodes().values())].flatMap((code) => [
    ...displayNames(language, code).map((name) => formOf(language, code, name)),
    ...(language.states[code]?.split(';') ?? []).map((name) => formOf(language, code, name, true)),
  ]);
  const sorted = made
    .filter(({ words }) => words.length > 0)
    .sort((one, other) => other.words.length - one.words.length);
  forms.set(language.code, sorted);
  return sorted;
}

function displayNames({ code: locale }: Language, code: string): string[] {
  const names = (['long', 'short'] as const).flatMap((style) => {
    const name = new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'none' }).of(code);
    return name === undefined ? [] : [name, ...name.split(/\s*[(（)）]\s*/)];
  });
  return [...new Set(names)].filter((name) => /\p{L}{2}/u.test(name));
}

function formOf({ inflection }: Language, code: string, name: string, isOfTable = false): Form {
  const parts = name.split(/[^\p{L}\p{M}*'’ʼ׳״"]+/u).filter(Boolean);
  const words = parts
    .flatMap((part) => part.split(/(?<=\p{L})['’](?=\p{L}{3,})/u))
    .map((part): FormWord => {
      const bare = part.replace(/\*$/, '');
      const acronym = /^\p{Lu}{2,}$/u.test(bare) && !/^[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(bare);
      const stem = isOfTable ? (part.endsWith('*') ? 'open' : 'closed') : undefined;
      const text = acronym ? bare : folded(bare);
      const pattern = inflection.kind === 'affixes' ? affixedPattern(text, stem, inflection) : undefined;
      return { text, stem, acronym, ...(pattern && { pattern }) };
    });
  return { code, words };
}

/** A state's name in a language, the shorter of those that there are. */
export function stateName(canonical: string, language: Language): string | undefined {
  const code = regionCodes().get(canonical);
  const style = 'short';
  return code && new Intl.DisplayNames(language.code, { type: 'region', style, fallback: 'none' }).of(code);
}
