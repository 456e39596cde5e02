import type { Unit } from './units.ts';

/** Several words that are one, each a lemma, a set of lemmas, or what kind of unit it is. */
interface Idiom {
  readonly words: readonly RegExp[];
  /** What is read in their place; the first word's own ending is kept where it is a verb. */
  readonly lemma: string;
  readonly pos: string;
}

const IDIOMS: readonly Idiom[] = [
  idiom('lose (their|his|her|its) (life|lives)', 'die', 'VERB'),
  idiom('put (their|his|her|its) (name|signature) to', 'sign', 'VERB'),
  idiom('put in place', 'install', 'VERB'),
  idiom('(regain|retake|recover) control of', 'retake', 'VERB'),
  idiom('(take|seize|gain|assume) control of', 'seize', 'VERB'),
  idiom('lay siege to', 'besiege', 'VERB'),
  idiom('agree to disagree', 'disagree', 'VERB'),
  idiom('put up with', 'tolerate', 'VERB'),
  idiom('set fire to', 'burn', 'VERB'),
  idiom('open fire on', 'shoot', 'VERB'),
  idiom('hit back at', 'retaliate', 'VERB'),
  idiom('(get|be) rid of', 'remove', 'VERB'),
  idiom('do away with', 'abolish', 'VERB'),
  idiom('turn (its|their|his|her) back on', 'abandon', 'VERB'),
  idiom('take (its|their|his|her) (life|lives)', 'kill', 'VERB'),
  idiom('be made up of', 'comprise', 'VERB'),
  idiom('(take|assume) office', 'take-office', 'VERB'),
  idiom('(move|cross|march|roll|advance|pour|push|burst|break) into', 'enter', 'VERB'),
  idiom('clear the way', 'make-way', 'VERB'),
  idiom('make way', 'make-way', 'VERB'),
  idiom('pave the way', 'make-way', 'VERB'),
  idiom('(come|enter) into (force|effect)', 'take-effect', 'VERB'),
  idiom('take effect', 'take-effect', 'VERB'),
  idiom('(claim|take|assume) responsibility for', 'claim', 'VERB'),
  idiom('stay away from', 'avoid', 'VERB'),
  idiom('bring to an end', 'end', 'VERB'),
  idiom('put an end to', 'end', 'VERB'),
  idiom('go ahead with', 'proceed', 'VERB'),
  idiom('on fire', 'ablaze', 'ADJ'),
  idiom('de facto', 'de-facto', 'ADJ'),
  idiom('de jure', 'de-jure', 'ADJ'),
  idiom('per cent', 'percent', 'NOUN'),
  idiom('at no (time|point)', 'never', 'ADV'),
  idiom('in no way', 'never', 'ADV'),
  idiom('as yet', 'yet', 'ADV'),
  idiom('once (again|more)', 'again', 'ADV'),
];

function idiom(words: string, lemma: string, pos: string): Idiom {
  return { words: words.split(' ').map((word) => new RegExp(`^(?:${word})$`)), lemma, pos };
}

/** The units with idioms read as one word: "lost their lives" is "died", "at no time" is "never". */
export function withIdioms(units: readonly Unit[]): Unit[] {
  const told: Unit[] = [];
  for (let at = 0; at < units.length; ) {
    const found = idiomAt(units, at) ?? nightAt(units, at) ?? sideAt(units, at);
    told.push(found?.unit ?? (units[at] as Unit));
    at += found?.length ?? 1;
  }
  return told;
}

interface Found {
  readonly unit: Unit;
  readonly length: number;
}

function idiomAt(units: readonly Unit[], at: number): Found | undefined {
  const found = IDIOMS.find(({ words }) => words.every((word, step) => isForm(word, units[at + step])));
  const [first, last] = [units[at], units[at + (found?.words.length ?? 1) - 1]];
  if (found === undefined || first === undefined || last === undefined) return undefined;
  if (found.pos === 'VERB' && first.pos !== 'VERB' && !first.lower.endsWith('ing')) return undefined;
  const { lemma, pos } = found;
  const past =
    (/(ed|ost|ut|came|took|ade|aved|ought|went)$/.test(first.lower) && first.lower !== first.lemma) ||
    (/^(put|cut|set|let)$/.test(first.lower) &&
      !/^(to|will|would|may|might|can|could|must|should|did|does|do|not|never)$/.test(units[at - 1]?.lower ?? ''));
  const lower = pos !== 'VERB' ? lemma : first.lower.endsWith('ing') ? `${lemma}ing` : past ? `${lemma}ed` : lemma;
  return { unit: { ...first, lower, lemma, pos, end: last.end }, length: found.words.length };
}

/** "the night of 2 August": the night of that day, as "Friday night" is. */
function nightAt(units: readonly Unit[], at: number): Found | undefined {
  const [part, of, time] = units.slice(at, at + 3);
  if (!/^(night|evening|morning|afternoon)$/.test(part?.lower ?? '') || of?.lower !== 'of' || time?.kind !== 'time')
    return undefined;
  return { unit: { ...time, lower: `${time.lower} ${part?.lower}`, start: part?.start ?? time.start }, length: 3 };
}

/** "the Chinese side" is China. */
function sideAt(units: readonly Unit[], at: number): Found | undefined {
  const [name, side] = units.slice(at, at + 2);
  if (name?.name?.via !== 'demonym' || side?.lower !== 'side' || units[at + 2]?.lower === 'of') return undefined;
  return { unit: { ...name, name: { ...name.name, via: 'name' }, end: side.end }, length: 2 };
}

function isForm(word: RegExp, unit: Unit | undefined): boolean {
  if (unit === undefined) return false;
  const base = unit.lower.replace(/ing$/, '');
  return [unit.lemma, unit.lower, base, `${base}e`].some((form) => word.test(form));
}
