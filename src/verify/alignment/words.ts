import { rootsOf } from '../grammar/licence.ts';
import { type Unit, unitsOf } from '../grammar/units.ts';
import { isPastForm } from '../grammar/verb-group.ts';
import { withInfinitives, withoutDo, withoutHave } from './auxiliaries.ts';
import { withDenials } from './denied-words.ts';
import { type Form, SAME, type Word } from './word.ts';
import { withMeasures, withOwners, withSlots } from './word-order.ts';

/** The words of a text without its quotation marks and its last full stop, auxiliaries told by the forms of their verbs. */
export function wordsOf(text: string): Word[] {
  return canonical(unitsOf(text).units);
}

/** The same of units that were read already. */
function canonical(units: readonly Unit[]): Word[] {
  const plain = units.filter((unit) => unit.kind !== 'mark' || !/^["“”'‘’`]+$/.test(unit.text)).map(wordOf);
  while (plain.at(-1)?.lower === '.') plain.pop();
  return withDenials(withOwners(withMeasures(withSlots(withoutDo(withoutHave(withInfinitives(plain)))))));
}

function wordOf(unit: Unit): Word {
  const lower = SPELT[unit.lower] ?? unit.lower;
  const own = unit.kind === 'word' ? rootsOf(lower, unit.lemma) : [lower];
  return { unit, lower, keys: own, form: formOf(unit, lower, own), finite: isFiniteVerb(unit) };
}

const SPELT: Readonly<Record<string, string>> = {
  "n't": 'not',
  ca: 'can',
  wo: 'will',
  "'ll": 'will',
  "'ve": 'have',
  "'re": 'are',
  "'m": 'am',
};

const BEING: Readonly<Record<string, Form>> = {
  is: 's',
  are: 's',
  am: 's',
  was: 'past',
  were: 'past',
  be: 'base',
  been: 'past',
  has: 's',
  can: 's',
  may: 's',
  must: 's',
  had: 'past',
};

function formOf(unit: Unit, lower: string, keys: readonly string[]): Form {
  if (unit.kind === 'word' && SAME.test(/^\w+/.exec(unit.text.toLowerCase())?.[0] ?? '')) return 'same';
  if (unit.pos === 'VERB' && (lower === `${unit.lemma}ed` || lower === `${unit.lemma}d`)) return 'past';
  const being = BEING[lower];
  if (being !== undefined) return being;
  if (SAME.test(lower)) return 'same';
  if (/ing$/.test(lower) && unit.lemma !== lower) return 'ing';
  if (/VERB|AUX/.test(unit.pos) && isPastForm(unit) && !/[^e]eed$/.test(lower) && !/[^s]s$/.test(lower)) return 'past';
  if (/ed$/.test(lower) && !/(eed|hundred|sacred|shed)$/.test(lower)) return 'past';
  if (/[^s]s$/.test(lower) && !/(us|is)$/.test(lower)) return 's';
  return keys.includes(lower) || unit.pos === 'VERB' ? 'base' : 'noun';
}

function isFiniteVerb(unit: Unit): boolean {
  if (unit.pos === 'AUX') return !/^(be|been|being|having)$/.test(unit.lower);
  return unit.pos === 'VERB' && !/ing$/.test(unit.lower);
}
