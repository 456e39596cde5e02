import type { Random } from './random.ts';
import { type Base, type Change, holds, replaced, type Span, spans } from './text.ts';

const small = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
  ' ',
);
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ordinals = 'second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const counted = [...small.slice(2), ...tens].join('|');

/** Everything in a text that says how many or which in a row, dates and names apart. */
function numbersOf(text: string): readonly Span[] {
  const pattern = new RegExp(
    `(?<![\\p{L}\\d.,-])(?:\\d[\\d,]*(?:\\.\\d+)?|(?:${counted})(?:-(?:${small.slice(1, 10).join('|')}))?|${ordinals.join('|')})(?![\\p{L}\\d])`,
    'giu',
  );
  return spans(text, pattern)
    .map(({ at, text: words }) => ({ at, text: words.replace(/,$/, '') }))
    .filter((span) => !isDate(text, span) && !/^Second Thomas|^Point/.test(text.slice(span.at)));
}

/** Another number than the one that is there, and than any of the quotes. */
export const numberChanged: Change = ({ text, quotes }, random) => {
  const found = numbersOf(text);
  if (found.length === 0) return undefined;
  const span = random.pick(found);
  const other = otherNumber(text, span, random);
  return holds(quotes, other) ? undefined : replaced(text, span, other);
};

/** A number before a plural noun that had none, or an order of events that nobody counted. */
export const numberAdded: Change = (base, random) =>
  random.below(3) === 0 ? countAdded(base, random) : nounCounted(base, random);

const counts = [
  'at least 40',
  'more than 300',
  '17',
  'six',
  'about 90',
  '2,500',
  'three',
  'eleven',
  'up to 80',
  'some 150',
];
const nouns =
  'troops|soldiers|fighters|villages|officials|residents|peacekeepers|vessels|ships|drones|missiles|prisoners|hostages|diplomats|rebels|gangs|insurgents|towns|protesters|settlers|warplanes|tanks|weapons|rockets|offices|checkpoints|families|houses|convoys|inspectors|mediators|lawmakers|negotiators|workers|guards|militants|forces|refugees|observers|deminers|schools|bases|hospitals';
const adjectives =
  '(?:[Aa]rmed|[Ii]slamist|[Ee]thnic|[Mm]ilitary|[Aa]id|[Pp]eace|[Bb]order|[Hh]eavy|[Pp]atrol|[Ss]pecial|[Ff]ederal|[Ss]eparatist|[A-Z][a-z]+(?:ian|ese|i|ish|an|ine|ot))';

function nounCounted({ text, quotes }: Base, random: Random): string | undefined {
  const pattern = new RegExp(
    `(?:(?<=^)|(?<=\\b(?:of|from|that|with|to|by|when|and|on|against) ))(?:${adjectives} )*(?:${nouns})\\b`,
    'g',
  );
  const found = spans(text, pattern).filter(({ at }) => !/[Uu]p to $|peace forces/.test(text.slice(0, at)));
  if (found.length === 0) return undefined;
  const span = random.pick(found);
  const count = random.pick(counts.filter((words) => !holds(quotes, words)));
  const noun = span.at === 0 ? lowered(span.text) : span.text;
  return replaced(text, span, `${count} ${noun}`);
}

function countAdded({ text, quotes }: Base, random: Random): string | undefined {
  const which = random.pick(['third', 'fourth', 'sixth', 'twelfth']);
  const span = random.pick(['two weeks', 'ten days', 'four months', 'nine years']);
  if (holds(quotes, which) || holds(quotes, span)) return undefined;
  return text.replace(/\.?$/, `, for the ${which} time in ${span}.`);
}

function lowered(words: string): string {
  return /^(Armed|Islamist|Ethnic|Military|Aid|Heavy|Special|Peace|Border|Patrol|[A-Z][a-z]+s)\b/.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
}

function otherNumber(text: string, span: Span, random: Random): string {
  const word = span.text.toLowerCase();
  const ordinal = ordinals.indexOf(word);
  if (ordinal >= 0) return random.pick(ordinals.filter((other) => other !== word));
  if (/^\d/.test(word)) return inDigits(word, factor(text, span, random), random);
  const at = small.indexOf(word);
  return at > 0 ? inWords(at, isCeiling(text, span), random) : inTens(word, isCeiling(text, span), random);
}

function inWords(value: number, down: boolean, random: Random): string {
  const others = small.slice(2).filter((_, index) => (down ? index + 2 < value : index + 2 > value));
  return others.length > 0 ? random.pick(others) : down ? 'one' : 'sixteen';
}

function inTens(word: string, down: boolean, random: Random): string {
  const at = tens.findIndex((ten) => word.startsWith(ten));
  const others = down ? tens.slice(0, at) : tens.slice(at + 1);
  return others.length > 0 ? random.pick(others) : down ? 'twelve' : 'two hundred';
}

function inDigits(digits: string, by: number, random: Random): string {
  if (digits.includes('.')) return (Number(digits.replaceAll(',', '')) * by).toFixed(digits.split('.')[1]?.length ?? 1);
  const value = Number(digits.replaceAll(',', ''));
  const other = Math.max(Math.round(value * by), by > 1 ? value + 1 + random.below(3) : 1);
  const round = value >= 1_000 && value % 100 === 0 ? Math.round(other / 100) * 100 : other;
  return digits.includes(',') || (round >= 1_000 && value < 1_000) ? round.toLocaleString('en') : String(round);
}

// "at least 30" still backs "at least 20", and "up to 30" backs "up to 40": such numbers move the other way.
function factor(text: string, span: Span, random: Random): number {
  const up = 1.4 + random.below(40) / 10;
  const before = text.slice(0, span.at);
  if (isCeiling(text, span)) return 0.3 + random.below(4) / 10;
  return /(at least|more than|over|about|around|some|nearly|roughly|only) $/i.test(before) || random.below(2) === 0
    ? up
    : 0.2 + random.below(6) / 10;
}

function isCeiling(text: string, { at }: Span): boolean {
  return /(up to|at most|fewer than|less than) $/i.test(text.slice(0, at));
}

function isDate(text: string, span: Span): boolean {
  const around = text.slice(Math.max(0, span.at - 12), span.at + span.text.length + 12);
  const near = new RegExp(`(?:${months}) ${span.text}\\b|\\b${span.text} (?:${months})`);
  return near.test(around) || /^(19|20)\d\d$/.test(span.text);
}
