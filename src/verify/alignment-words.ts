import { rootsOf } from './licence.ts';
import { type Unit, unitsOf } from './units.ts';
import { isPastForm } from './verb-group.ts';

/** Which form of its root a word is; `same` where the root alone is past and present ("hit", "put"). */
export type Form = 'base' | 's' | 'past' | 'ing' | 'noun' | 'same';

/** A word as it is held against another: what is only grammar of its verb is told by `form`, not by words of its own. */
export interface Word {
  readonly unit: Unit;
  readonly lower: string;
  readonly keys: readonly string[];
  readonly form: Form;
  /** It tells by itself when it is: no participle behind "was", no infinitive. */
  readonly finite: boolean;
  /** "He has left", "he had left": done before the time that is spoken of. */
  readonly perfect?: true;
}

export const isMark = ({ unit }: Word): boolean => unit.kind === 'mark';
export const isComma = (word: Word | undefined): boolean => word?.lower === ',';
export const isName = ({ unit }: Word): boolean =>
  unit.kind === 'name' || (unit.pos === 'PROPN' && /^\p{Lu}/u.test(unit.text));

const MODAL = /^(will|would|wo|'ll|can|ca|could|may|might|must|shall|should|to|ought)$/;
const HAVE = /^(have|has|had|'ve|having)$/;
const BE = rootsOf('was', 'be');
const DO = /^(do|does|did)$/;
const BETWEEN = /^(not|never|also|already|just|yet|still|since|again|now|recently|long|only|so|far)$/;

/** The words of a text without its quotation marks and its last full stop, auxiliaries told by the forms of their verbs. */
export function wordsOf(text: string): Word[] {
  return canonical(unitsOf(text).units);
}

/** The same of units that were read already. */
export function canonical(units: readonly Unit[]): Word[] {
  const plain = units.filter((unit) => unit.kind !== 'mark' || !/^["“”'‘’`]+$/.test(unit.text)).map(wordOf);
  while (plain.at(-1)?.lower === '.') plain.pop();
  return withDenials(withoutDo(withoutHave(plain)));
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

/** Past and present alike. */
const SAME =
  /^(hit|cut|put|set|let|shut|quit|spread|hurt|cost|split|bid|rid|shed|burst|cast|broadcast|upset|beset|read)$/;

const BEING: Readonly<Record<string, Form>> = {
  is: 's',
  are: 's',
  am: 's',
  was: 'past',
  were: 'past',
  be: 'base',
  been: 'past',
  has: 's',
  had: 'past',
};

function formOf(unit: Unit, lower: string, keys: readonly string[]): Form {
  const being = BEING[lower];
  if (being !== undefined) return being;
  if (SAME.test(lower)) return 'same';
  if (/ing$/.test(lower) && unit.lemma !== lower) return 'ing';
  if (/VERB|AUX/.test(unit.pos) && isPastForm(unit) && !/[^s]s$/.test(lower)) return 'past';
  if (/ed$/.test(lower) && !/(eed|hundred|sacred|shed)$/.test(lower)) return 'past';
  if (/[^s]s$/.test(lower) && !/(us|is)$/.test(lower)) return 's';
  return keys.includes(lower) || unit.pos === 'VERB' ? 'base' : 'noun';
}

function isFiniteVerb(unit: Unit): boolean {
  if (unit.pos === 'AUX') return !/^(be|been|being|having)$/.test(unit.lower);
  return unit.pos === 'VERB' && !/ing$/.test(unit.lower);
}

/** "has completed" and "had completed" are forms of "completed"; what may or will have been stays so. */
function withoutHave(words: readonly Word[]): Word[] {
  const told: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    const verb = HAVE.test(word.lower) && word.lower !== 'having' ? participleAt(words, at + 1) : undefined;
    if (verb === undefined || told.slice(-3).some((one) => MODAL.test(one.lower))) {
      told.push(word);
      continue;
    }
    told.push(...words.slice(at + 1, verb));
    const done = words[verb] as Word;
    const isBe = done.lower === 'been';
    if (isBe && /ing$/.test(words[verb + 1]?.lower ?? '')) {
      told.splice(told.length - (verb - at - 1), 0, word);
      told.push(done);
    } else told.push({ ...done, ...(isBe && { lower: 'was', keys: BE }), form: 'past', finite: true, perfect: true });
    at = verb;
  }
  return told;
}

function participleAt(words: readonly Word[], from: number): number | undefined {
  let at = from;
  while (BETWEEN.test(words[at]?.lower ?? '') || /^(\w{4,}ly)$/.test(words[at]?.lower ?? '')) at += 1;
  const word = words[at];
  if (word === undefined || word.unit.kind !== 'word') return undefined;
  if (word.lower === 'been') return at;
  if (!/VERB|AUX/.test(word.unit.pos)) return /ed$/.test(word.lower) && word.unit.pos === 'ADJ' ? at : undefined;
  return isPastForm(word.unit) || SAME.test(word.lower) ? at : undefined;
}

/** "did not leave": its verb is in the past. "do" alone stays. */
function withoutDo(words: readonly Word[]): Word[] {
  const told: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    let verb = at + 1;
    while (BETWEEN.test(words[verb]?.lower ?? '')) verb += 1;
    const done = words[verb];
    if (!DO.test(word.lower) || done === undefined || !isBare(done) || verb === at + 1) {
      told.push(word);
      continue;
    }
    told.push(...words.slice(at + 1, verb));
    told.push({ ...done, form: word.lower === 'did' ? 'past' : word.lower === 'does' ? 's' : 'base', finite: true });
    at = verb;
  }
  return told;
}

function isBare({ unit, lower }: Word): boolean {
  return (
    unit.kind === 'word' &&
    (/VERB|AUX/.test(unit.pos) || unit.lemma === lower) &&
    !/(ed|ing)$/.test(lower) &&
    /^[a-z]+$/.test(lower)
  );
}

/** "failed to agree" as "not agreed", "at no time" as "never", "agreed to no truce" as "not agreed to any truce". */
function withDenials(words: readonly Word[]): Word[] {
  const told: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    const [next, third] = [words[at + 1], words[at + 2]];
    if (
      /^(failed|fails|fail)$/.test(word.lower) &&
      next?.lower === 'to' &&
      third !== undefined &&
      isBare(third) &&
      !denied(told)
    ) {
      told.push(made(word, 'not'), { ...third, form: word.form === 'same' ? 'past' : word.form, finite: word.finite });
      at += 2;
    } else if (word.lower === 'at' && next?.lower === 'no' && /^(time|point|stage)$/.test(third?.lower ?? '')) {
      told.push(made(word, 'never'));
      at += 2;
    } else told.push(word);
  }
  return withoutNo(told);
}

function denied(before: readonly Word[]): boolean {
  return before.slice(-3).some(({ lower }) => /^(not|never|to|no|without)$/.test(lower));
}

const PREPOSITION = /^(to|on|in|for|with|of|at|by|from|into|about)$/;
const ANY: Readonly<Record<string, string>> = { no: 'any', none: 'any', nothing: 'anything', nobody: 'anybody' };

/** "made no progress" as "not made any progress"; only right behind the verb, where nothing else is denied. */
function withoutNo(words: readonly Word[]): Word[] {
  const told = [...words];
  for (let at = 1; at < told.length; at += 1) {
    const word = told[at] as Word;
    const any = ANY[word.lower];
    if (any === undefined || /^(longer|doubt|matter|less|fewer|more|sooner)$/.test(told[at + 1]?.lower ?? '')) continue;
    const verb = PREPOSITION.test(told[at - 1]?.lower ?? '') ? at - 2 : at - 1;
    const act = told[verb];
    if (act === undefined || act.unit.kind !== 'word' || !/VERB|AUX/.test(act.unit.pos) || act.form === 'ing') continue;
    const start = told.slice(0, verb).findLastIndex((one) => /^(and|but|that|,)$/.test(one.lower));
    if (told.slice(start + 1, verb).some(({ lower }) => /^(not|never|no|without|neither|nor)$/.test(lower))) continue;
    told[at] = made(word, any);
    told.splice(act.lower === 'was' || act.unit.pos === 'AUX' ? verb + 1 : verb, 0, made(act, 'not'));
    at += 1;
  }
  return told;
}

function made({ unit }: Word, lower: string): Word {
  const own: Unit = { ...unit, kind: 'word', text: lower, lower, lemma: lower, pos: 'ADV' };
  return { unit: own, lower, keys: rootsOf(lower, lower), form: 'base', finite: false };
}
