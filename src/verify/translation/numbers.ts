import { folded } from '../../text/languages/folded.ts';
import type { Language } from '../../text/languages/language.ts';
import { monthsIn } from '../../text/languages/month-names.ts';
import { numberOf } from '../../text/numbers.ts';

/** A day of a month, and the year that stands beside it. */
interface DayFound {
  readonly month: number;
  readonly day: number;
}

/** What a text counts and dates. */
export interface Figures {
  /** As often as they stand there. */
  readonly numbers: readonly number[];
  /** Numbers that a translation may give and need not: "both", "second", "dozens". */
  readonly optional: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** Months that a word may name which means something else too. */
  readonly possibleMonths: ReadonlySet<number>;
  readonly days: readonly DayFound[];
  readonly percent: boolean;
}

/** What is wrong with the numbers or dates of a translation. */
export function faultOfFigures(english: Figures, translated: Figures): 'number' | 'date' | undefined {
  const left = [...english.numbers];
  for (const number of translated.numbers) {
    const at = left.indexOf(number);
    if (at >= 0) left.splice(at, 1);
    else if (!english.optional.has(number)) return 'number';
  }
  if (left.length > 0 || english.percent !== translated.percent) return 'number';
  const named = (month: number) => translated.months.has(month) || translated.possibleMonths.has(month);
  if (![...english.months].every(named)) return 'date';
  if (![...translated.months].every((month) => english.months.has(month))) return 'date';
  return english.days.length < 2 || sameDays(english.days, translated.days) ? undefined : 'date';
}

/** Where there are two dates, a month must not have gone over to the other day. */
function sameDays(english: readonly DayFound[], translated: readonly DayFound[]): boolean {
  const key = ({ day, month }: DayFound) => `${day}.${month}`;
  const theirs = new Set(translated.map(key));
  const ours = new Set(english.map(key));
  return ours.size === theirs.size && [...ours].every((one) => theirs.has(one));
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split('|');
const ENGLISH_DAY = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTHS.join('|')})\\b|\\b(${MONTHS.join('|')}) (\\d{1,2})(?!\\d)`,
  'g',
);
const ENGLISH_MONTH = new RegExp(
  `\\b(?:${MONTHS.filter((name) => name !== 'May').join('|')}|(?:(?<=\\d )|(?<=\\b(?:[Ii]n|of|[Ss]ince|[Bb]y|[Uu]ntil|to|late|early|mid) ))May|May(?= \\d))\\b`,
  'g',
);
const ENGLISH_WORD =
  /(?<![\p{L}\d-])(?:(twenty|thirty|forty|fifty)[- ])?(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|one)(?!\p{L})(?:[ -](hundred|thousand|million|billion))?/giu;
const ENGLISH_FIGURE = /(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:[ -](hundred|thousand|million|billion)\b)?/gi;
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

const OPTIONAL: readonly (readonly [RegExp, number])[] = [
  [/\b(?:one|a|an|first|once|single)\b/i, 1],
  [/\b(?:both|either|neither|pair|couple|second|twice|two|sides|half|other)\b/i, 2],
  [/\b(?:third|trilateral|three)\b/i, 3],
  [/\b(?:fourth|quarter)\b/i, 4],
  [/\bdozens?\b/i, 12],
  [/\b(?:dozens?|tens)\b/i, 10],
  [/\bhundreds?\b/i, 100],
  [/\bthousands?\b/i, 1_000],
  [/\bmillions?\b/i, 1_000_000],
  [/\bbillions?\b/i, 1_000_000_000],
];

/** The figures of an English text. */
export function englishFigures(text: string): Figures {
  const words = Array.from(text.matchAll(ENGLISH_WORD), ([, tens = '', word = '', scale = '']) => ({
    value: ((tens === '' ? 0 : numberOf(tens)) + numberOf(word)) * (SCALES[scale.toLowerCase()] ?? 1),
    isOne: tens === '' && scale === '' && /^one$/i.test(word),
  }));
  const figures = Array.from(text.matchAll(ENGLISH_FIGURE), ([, whole = '', part = '', scale = '']) =>
    rounded(Number(whole.replaceAll(',', '') + part) * (SCALES[scale.toLowerCase()] ?? 1)),
  );
  const days = Array.from(text.matchAll(ENGLISH_DAY), ([, before, month, named, after]) => ({
    day: Number(before ?? after),
    month: MONTHS.indexOf(month ?? named ?? '') + 1,
  }));
  const months = Array.from(text.matchAll(ENGLISH_MONTH), ([name]) => MONTHS.indexOf(name) + 1);
  return {
    numbers: [...figures, ...words.flatMap(({ value, isOne }) => (isOne ? [] : value))],
    optional: new Set(OPTIONAL.flatMap(([sign, value]) => (sign.test(text) ? value : []))),
    months: new Set(months),
    possibleMonths: new Set(),
    days,
    percent: /%|\bper ?cent\b/i.test(text),
  };
}

/** The figures of a text in another language, whose digits may be of any script. */
export function figuresOf(text: string, language: Language): Figures {
  const plain = withoutMonthFigures(plainDigits(text));
  const key = folded(plain.text);
  const named = monthsIn(key, language).map((found) => ({ ...found, ...besides(key, found) }));
  const certain = named.filter(({ isDated }) => isDated);
  return {
    numbers: [...digitsIn(plain.text, language), ...wordsIn(plain.text, language)],
    optional: new Set(),
    months: new Set([...plain.days.map(({ month }) => month), ...certain.map(({ month }) => month)]),
    possibleMonths: new Set(named.map(({ month }) => month)),
    days: [...plain.days, ...certain.flatMap(({ month, day }) => (day === undefined ? [] : { month, day }))],
    percent: language.percent.test(plain.text),
  };
}

/** Whether a figure stands beside the name of a month, and the day where it is one. */
function besides(key: string, { start, end }: { readonly start: number; readonly end: number }) {
  const before = /(\d{1,4})[\s.,،ºª-]{0,3}(?:de |du |-?(?:го|е) )?$/u.exec(key.slice(0, start))?.[1];
  const after = /^[\s,،.'/|]{0,3}(?:\p{L}+ ){0,2}(?:del? )?(?:لعام |عام |سنه |سال )?\d/u.test(key.slice(end));
  const day = Number(before);
  return { isDated: before !== undefined || after, ...(day > 0 && day < 32 && { day }) };
}

/** Months that are written as numbers, with their days; what is left holds the days and years. */
function withoutMonthFigures(text: string): { readonly text: string; readonly days: readonly DayFound[] } {
  const days: DayFound[] = [];
  const left = text
    .replace(/(?<!\d)(\d{1,2})月(?:(\d{1,2})[日号])?/gu, (_, month: string, day?: string) => {
      days.push({ month: Number(month), day: Number(day ?? 0) });
      return ` ${day ?? ''} `;
    })
    .replace(/(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/g, (_, day: string, month: string, year: string) => {
      days.push({ month: Number(month), day: Number(day) });
      return `${day} ${year}`;
    });
  return { text: left, days };
}

/** Digits of every script as those of ASCII: the ten of a script stand in a row. */
function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const low = code % 16;
    const startsAtZero = /\p{Nd}/u.test(String.fromCodePoint(code - low));
    return String(startsAtZero ? low : low - 6);
  });
}

function digitsIn(text: string, { decimal, scales, inflection }: Language): number[] {
  const group = decimal === ',' ? "[.\\u00a0\\u202f '’]" : '[,٬،\\u00a0\\u202f]';
  const point = decimal === ',' ? '[,.٫]' : '[.٫]';
  const [thousand, million, billion] = scales;
  // without blanks between words a scale stands right behind its number
  const scale =
    inflection.kind === 'none'
      ? '(万亿|十亿|百万|亿|万|千|百)?'
      : `(?:\\s+(?:de )?(?:(${billion})|(${million})|(${thousand}))(?!\\p{L}))?`;
  const pattern = new RegExp(`(\\d{1,3}(?:${group}\\d{3})+(?!\\d)|\\d+)(?:${point}(\\d+))?${scale}`, 'giu');
  return Array.from(text.matchAll(pattern), ([, whole = '', part = '0', ...scaled]) => {
    const value = Number(`${whole.replace(/\D/g, '')}.${part}`);
    return rounded(value * scaleOf(scaled.slice(0, 3), inflection.kind === 'none'));
  });
}

const HAN_SCALES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1_000,
  万: 10_000,
  百万: 1_000_000,
  亿: 100_000_000,
  十亿: 1_000_000_000,
  万亿: 1_000_000_000_000,
};

function scaleOf([first, second, third]: readonly unknown[], isHan: boolean): number {
  if (isHan) return typeof first === 'string' ? (HAN_SCALES[first] ?? 1) : 1;
  if (typeof first === 'string') return 1_000_000_000;
  if (typeof second === 'string') return 1_000_000;
  return typeof third === 'string' ? 1_000 : 1;
}

const HAN_DIGITS = '零一二三四五六七八九';
const HAN_NUMBER =
  /[两一二三四五六七八九十百千]+(?=(?:多)?(?:名|人|个|枚|天|年|架|艘|辆|座|国|位|处|起|次|周|小时|儿童|架次|方(?!面|案)))/gu;

function wordsIn(text: string, language: Language): number[] {
  if (language.inflection.kind === 'none')
    return Array.from(text.matchAll(HAN_NUMBER), ([sign]) => hanNumber(sign)).filter((value) => value !== 1);
  return numberWords(language).flatMap(({ pattern, value }) => Array.from(text.matchAll(pattern), () => value));
}

const numberPatterns = new Map<string, readonly { readonly pattern: RegExp; readonly value: number }[]>();

function numberWords({ code, numbers, scales: [thousand, million, billion] }: Language) {
  const known = numberPatterns.get(code);
  if (known !== undefined) return known;
  const all: readonly (readonly [string, number])[] = [
    ...Object.entries(numbers).map(([value, words]) => [words, Number(value)] as const),
    [thousand, 1_000],
    [million, 1_000_000],
    [billion, 1_000_000_000],
  ];
  // a scale behind a figure is part of it
  const made = all.map(([words, value]) => ({
    pattern: new RegExp(`(?<![\\p{L}\\p{M}])(?<!\\d\\s+(?:de )?)(?:${words})(?![\\p{L}\\p{M}])`, 'giu'),
    value,
  }));
  numberPatterns.set(code, made);
  return made;
}

function hanNumber(sign: string): number {
  let total = 0;
  let digit = 0;
  for (const one of sign) {
    const scale = { 十: 10, 百: 100, 千: 1_000 }[one];
    if (scale !== undefined) {
      total += (digit || 1) * scale;
      digit = 0;
    } else digit = one === '两' ? 2 : HAN_DIGITS.indexOf(one);
  }
  return total + digit;
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
