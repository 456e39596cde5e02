import { type Power, powers, protectedNames, regions, strangers, towns } from './lexicon.ts';
import type { Random } from './random.ts';
import { type Base, type Change, escaped, holds, polished, replaced, type Span, spans } from './text.ts';

type Form = 'noun' | 'adjective' | 'seat';

/** A name of a power that stands in a text. */
export interface Named extends Span {
  readonly power: Power;
  readonly form: Form;
}

const forms = powers
  .flatMap((power) => namesOf(power).map(([name, form]) => ({ name, form, power })))
  .sort((one, other) => other.name.length - one.name.length);
const titles =
  '(?:President|Minister|General|Colonel|Captain|Bishop|Commodore|spokesman|spokesperson|negotiator|envoy|leader|minister|ambassador|governor|adviser|analyst|mayor|chief|general|commissioner|agency|policy|Spokesman)';
const person = new RegExp(`(?<=\\b${titles},? )(?:[A-Z][\\p{L}'-]+ ){1,3}[A-Z][\\p{L}'-]+`, 'gu');

/** Every power that a text names, from left to right. */
export function powersIn(text: string): readonly Named[] {
  const known = read.get(text) ?? readPowers(text);
  read.set(text, known);
  return known;
}

const read = new Map<string, readonly Named[]>();
const alone = new Map<string, RegExp>();

function readPowers(text: string): readonly Named[] {
  const taken: Span[] = protectedNames.flatMap((name) => spans(text, new RegExp(escaped(name), 'g')));
  const found: Named[] = [];
  for (const { name, form, power } of forms) {
    for (const span of spans(text, nameAlone(name))) {
      if (taken.some((other) => overlaps(span, other))) continue;
      taken.push(span);
      found.push({ ...span, power, form });
    }
  }
  return found.sort((one, other) => one.at - other.at);
}

/** One name of the sentence in the place of another, or both exchanged where the sentence does not treat them alike. */
export const nameSwapped: Change = (base, random) => {
  const here = powersIn(base.text);
  if (here.length === 0) return undefined;
  const named = random.pick(here);
  const absent = base.quotes.flatMap((quote) => powersIn(quote)).map(({ power }) => power);
  const fit = absent.filter((power) => isAlike(power, named) && !here.some((other) => other.power === power));
  if (fit.length === 0) return townSwapped(base, random);
  return polished(replaced(base.text, named, random.pick(fit)[named.form] ?? ''));
};

// A state stands for a state and a group for a group, or else the falsehood shows at once.
function isAlike(power: Power, { power: other, form }: Named): boolean {
  return power !== other && power[form] !== undefined && (power.seat === undefined) === (other.seat === undefined);
}

// A place of the quotes that the claim left out takes the place of one that the claim has.
function townSwapped({ text, quotes }: Base, random: Random): string | undefined {
  for (const places of [towns, regions]) {
    const absent = places.filter((place) => holds(quotes, place) && !holds([text], place));
    const found = places.flatMap((place) => spans(text, nameAlone(place)));
    if (absent.length > 0 && found.length > 0) return replaced(text, random.pick(found), random.pick(absent));
  }
  return undefined;
}

/** A name that no quote has in the place of one that is there: of a state, a group, a town, a region or a person. */
export const nameReplaced: Change = (base, random) => {
  for (const way of random.shuffled([powerReplaced, placeReplaced, personReplaced])) {
    const text = way(base, random);
    if (text !== undefined) return text;
  }
  return undefined;
};

function powerReplaced({ text, quotes }: Base, random: Random): string | undefined {
  const found = powersIn(text);
  if (found.length === 0) return undefined;
  const named = random.pick(found);
  const strange = powers.filter((power) => !namesOf(power).some(([name]) => holds([...quotes, text], name)));
  const alike = strange.filter((power) => isAlike(power, named));
  return alike.length === 0 ? undefined : polished(replaced(text, named, random.pick(alike)[named.form] ?? ''));
}

function placeReplaced({ text, quotes }: Base, random: Random): string | undefined {
  for (const places of random.shuffled([towns, regions])) {
    const found = places.flatMap((place) => spans(text, nameAlone(place)));
    if (found.length === 0) continue;
    return replaced(text, random.pick(found), random.pick(places.filter((place) => !holds([...quotes, text], place))));
  }
  return undefined;
}

function personReplaced({ text }: Base, random: Random): string | undefined {
  const found = spans(text, person);
  return found.length === 0 ? undefined : replaced(text, random.pick(found), random.pick(strangers));
}

function namesOf(power: Power): readonly (readonly [string, Form])[] {
  const main = (['noun', 'adjective', 'seat'] as const).flatMap((form) =>
    power[form] === undefined ? [] : [[power[form], form] as const],
  );
  return [...main, ...(power.also ?? []).map((name) => [name, /^[A-Z]+$/.test(name) ? 'adjective' : 'noun'] as const)];
}

function nameAlone(name: string): RegExp {
  const known = alone.get(name);
  if (known !== undefined) return known;
  const spelled = name.startsWith('the ') ? `[Tt]he ${escaped(name.slice(4))}` : escaped(name);
  const pattern = new RegExp(`(?<![\\p{L}\\d-])${spelled}(?![\\p{L}\\d-])`, 'gu');
  alone.set(name, pattern);
  return pattern;
}

function overlaps(one: Span, other: Span): boolean {
  return one.at < other.at + other.text.length && other.at < one.at + one.text.length;
}
