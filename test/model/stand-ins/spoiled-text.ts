import { oneOf } from '../../seeded.ts';

/** A text with one thing of it changed so that it says something else; undefined where it does not hold that thing. */
export type Spoiling = (text: string, random: () => number) => string | undefined;

const NAME = /\b\p{Lu}[\p{L}-]*\p{Ll}(?: \p{Lu}[\p{L}-]*\p{Ll})*/gu;
const notNames = new Set(
  `The A An On In By At It Its He She They This That After Before Both No Two Three Four Five Six Some All Between While But
  And Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
  September October November December`.split(/\s+/),
);

/** Names of people, states and bodies, and a few words that only begin a sentence. */
export function namesIn(text: string): string[] {
  return [...new Set(text.match(NAME) ?? [])].filter((name) => !notNames.has(name));
}

export const inventedNames = [
  'Atlantia',
  'General Oberon Quill',
  'the Meridian Pact',
  'Foreign Minister Vela Tarn',
  'Lower Sarkany',
];

/** A number with another digit. */
export const otherNumber: Spoiling = (text, random) => {
  const numbers = [...text.matchAll(/\d+/g)];
  if (numbers.length === 0) return undefined;
  const { index, 0: number } = oneOf(numbers, random);
  const at = Math.floor(random() * number.length);
  const digit = (Number(number[at]) + 1 + Math.floor(random() * 8)) % 10;
  return text.slice(0, index + at) + digit + text.slice(index + at + 1);
};

const COUNT = /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)\b/i;

export const otherCount: Spoiling = (text, random) => {
  const found = COUNT.exec(text)?.[0];
  if (found === undefined) return undefined;
  const others = ['two', 'five', 'nine', 'forty', 'thousands'].filter((word) => word !== found.toLowerCase());
  return text.replace(found, oneOf(others, random));
};

export const notDropped: Spoiling = (text) => {
  const dropped = text.replace(/ (?:not|never)\b|n['’]t\b/, '').replace(/\b[Nn]o (?=\p{Ll})/u, 'some ');
  return dropped === text ? undefined : dropped;
};

export const notAdded: Spoiling = (text) => {
  if (/\bnot\b|n['’]t\b/.test(text)) return undefined;
  const added = text.replace(/\b(has|have|had|is|are|was|were|will|would|could|may|must)\b/, '$1 not');
  return added === text ? undefined : added;
};

/** "X, its army said." to "X." and "Its army said that X." to "X.": what one side says becomes what is so. */
export const ownerLost: Spoiling = (text) => {
  const lost = text
    .replace(/, [^,"“”]+ (?:said|told reporters|announced)(?: on \p{L}+day)?\.$/u, '.')
    .replace(/^[^,"“”]+? (?:said|says|announced)(?: on \p{L}+day)? (?:that )?/u, '')
    .replace(/^According to [^,]+, /, '')
    .replace(/, according to [^,]+\.$/, '.');
  return lost === text || lost.length < 15 ? undefined : lost.charAt(0).toUpperCase() + lost.slice(1);
};

/** What may be becomes what will be. */
export const hedgeLost: Spoiling = (text) => {
  const sure = text
    .replace(/\b(?:may|might|could|would|should) (?=\p{Ll})/u, 'will ')
    .replace(/\b(?:allegedly|reportedly) /, '');
  return sure === text ? undefined : sure;
};

/** Names that stand around a verb, each in the place of the other; not where both do the same or each to the other. */
export const namesExchanged: Spoiling = (text) => {
  if (/\b(?:agree|met|meet|spoke|talks|both|each other|exchang|between)/i.test(text)) return undefined;
  const [one, other] = namesIn(text);
  if (one === undefined || other === undefined || one.includes(other) || other.includes(one)) return undefined;
  const between = text.slice(text.indexOf(one) + one.length, text.indexOf(other));
  if (/^(?:,| and\b| or\b|['’]s\b)/.test(between) || !/\p{Ll}{3}ed\b|\b(?:struck|hit|shot|sent|told)\b/u.test(between))
    return undefined;
  return text.replace(one, '\u0000').replace(other, one).replace('\u0000', other);
};

export const otherName: Spoiling = (text, random) => {
  const names = namesIn(text);
  return names.length === 0 ? undefined : text.replace(oneOf(names, random), oneOf(inventedNames, random));
};

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const otherDay: Spoiling = (text, random) => {
  const day = days.find((one) => text.includes(one));
  return (
    day &&
    text.replace(
      day,
      oneOf(
        days.filter((one) => one !== day),
        random,
      ),
    )
  );
};

const opposites = [
  ['offered', 'refused'],
  ['agreed', 'refused'],
  ['condemned', 'praised'],
  ['recalled', 'reinstated'],
  ['expelled', 'welcomed'],
  ['reopened', 'closed'],
  ['closed', 'opened'],
  ['attacked', 'defended'],
  ['rejected', 'accepted'],
  ['accepted', 'rejected'],
  ['killed', 'freed'],
  ['lifted', 'tightened'],
  ['began', 'ended'],
  ['withdrew', 'advanced'],
  ['called for', 'ruled out'],
  ['appealed', 'refused to appeal'],
  ['struck', 'spared'],
  ['launched', 'called off'],
] as const;

export const oppositeDone: Spoiling = (text) => {
  const pair = opposites.find(([word]) => new RegExp(`\\b${word}\\b`).test(text));
  return pair && text.replace(new RegExp(`\\b${pair[0]}\\b`), pair[1]);
};

/** The first of these that change the text, beginning at a chance one. */
export function spoiledBy<Name extends string>(
  ways: Readonly<Record<Name, Spoiling>>,
  text: string,
  random: () => number,
): { way: Name; text: string } | undefined {
  const names = Object.keys(ways) as Name[];
  const from = Math.floor(random() * names.length);
  for (const name of [...names.slice(from), ...names.slice(0, from)]) {
    const spoiled = ways[name](text, random);
    if (spoiled !== undefined && spoiled !== text) return { way: name, text: spoiled };
  }
  return undefined;
}
