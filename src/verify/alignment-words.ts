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
  /** Its form is not the one that is written: "leave" of "did leave" tells the past. */
  readonly turned?: true;
  /** "He has left", "he had left": done before the time that is spoken of. */
  readonly perfect?: true;
}

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
function canonical(units: readonly Unit[]): Word[] {
  const plain = units.filter((unit) => unit.kind !== 'mark' || !/^["“”'‘’`]+$/.test(unit.text)).map(wordOf);
  while (plain.at(-1)?.lower === '.') plain.pop();
  return withDenials(withOwners(withMeasures(withSlots(withoutDo(withoutHave(withInfinitives(plain)))))));
}

/** "has to lay down": the tagger reads a past. */
function withInfinitives(words: readonly Word[]): Word[] {
  return words.map((word, at) =>
    MODAL.test(words[at - 1]?.lower ?? '') &&
    word.form === 'past' &&
    !/ed$/.test(word.lower) &&
    word.unit.pos === 'VERB'
      ? { ...word, keys: rootsOf(word.lower, word.lower), form: 'base' }
      : word,
  );
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
    told.push({
      ...done,
      form: word.lower === 'did' ? 'past' : word.lower === 'does' ? 's' : 'base',
      finite: true,
      turned: true,
    });
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
      told.push(made(word, 'not'), {
        ...third,
        form: word.form === 'same' ? 'past' : word.form,
        finite: word.finite,
        turned: true,
      });
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

export function made({ unit }: Word, lower: string): Word {
  const own: Unit = { ...unit, kind: 'word', text: lower, lower, lemma: lower, pos: 'ADV' };
  return { unit: own, lower, keys: rootsOf(lower, lower), form: 'base', finite: false };
}

const TO_DO = /^(refused|declined|refuses|declines|refuse|decline)$/;

/** A source as it stands, and with what somebody refused to do as not done, and as what they would not do. */
export function readingsOf(words: readonly Word[]): (readonly Word[])[] {
  const at = words.findIndex(({ lower }, index) => TO_DO.test(lower) && words[index + 1]?.lower === 'to');
  const [refused, act] = [words[at], words[at + 2]];
  if (refused === undefined || act === undefined || !isBare(act) || denied(words.slice(0, at))) return [words];
  const [before, after] = [words.slice(0, at), words.slice(at + 3)];
  const not = made(refused, 'not');
  const done: Word = { ...act, form: refused.form, finite: true, turned: true };
  return [words, [...before, not, done, ...after], [...before, made(refused, 'would'), not, act, ...after]];
}

const MOVED = /^(away|back|down|off|out|up|over)$/;
const PARTED =
  /^(take|put|call|shoot|turn|hand|send|pull|drive|push|bring|hold|shut|cut|give|lay|throw|blow|set|carry)$/;

/** "sent the convoy back" as "sent back the convoy", "left the calls unanswered" as "not answered the calls". */
function withSlots(words: readonly Word[]): Word[] {
  const told = [...words];
  for (let at = 0; at < told.length; at += 1) {
    const verb = told[at] as Word;
    if (!/VERB/.test(verb.unit.pos)) continue;
    if (verb.unit.lemma === 'accuse') isDoing(told, at);
    const end = slotEnd(told, at);
    if (end === undefined) continue;
    const last = told[end] as Word;
    const { lemma } = verb.unit;
    if (
      PARTED.test(lemma) &&
      MOVED.test(last.lower) &&
      !/DET|NOUN|PROPN|PRON|NUM|ADJ/.test(told[end + 1]?.unit.pos ?? '')
    ) {
      told.splice(end, 1);
      told.splice(at + 1, 0, last);
    } else if (lemma === 'leave' && /^un\w+ed$/.test(last.lower) && last.unit.kind === 'word') {
      const done = last.lower.slice(2);
      told.splice(end, 1);
      told.splice(at, 1, made(verb, 'not'), {
        ...verb,
        lower: done,
        keys: [...rootsOf(done, done.slice(0, -2)), ...rootsOf(done, done.slice(0, -1))],
        form: verb.form,
      });
    } else if (lemma === 'make' && last.lower === 'worse') {
      told.splice(end, 1);
      told.splice(at, 1, { ...verb, lower: 'worsen', keys: rootsOf('worsen', 'worsen') });
    }
  }
  return told;
}

/** "accused Mali of arming rebels" as "accused Mali was arming rebels", which is "alleged that Mali was arming rebels". */
function isDoing(told: Word[], verb: number): void {
  const of = told.findIndex(
    ({ lower }, at) => at > verb + 1 && at < verb + 10 && lower === 'of' && told[at + 1]?.form === 'ing',
  );
  const [word, act] = [told[of], told[of + 1]];
  if (word === undefined || act?.unit.pos !== 'VERB' || act.lower === 'having' || act.lower === 'being') return;
  if (
    told.slice(verb + 1, of).some(({ unit, lower }) => unit.kind === 'mark' || unit.pos === 'VERB' || lower === 'that')
  )
    return;
  const be = made(word, told[verb]?.form === 'past' ? 'was' : 'is');
  told[of] = {
    ...be,
    unit: { ...be.unit, lemma: 'be', pos: 'AUX' },
    keys: BE,
    form: told[verb]?.form === 'past' ? 'past' : 's',
    finite: true,
  };
}

/** Where the object of a verb ends that stands between it and a word of its own. */
function slotEnd(words: readonly Word[], verb: number): number | undefined {
  for (let at = verb + 1; at < Math.min(words.length, verb + 14); at += 1) {
    const word = words[at] as Word;
    if (at > verb + 1 && (MOVED.test(word.lower) || /^(un\w+ed|worse)$/.test(word.lower))) return at;
    if (
      word.unit.kind === 'mark' ||
      word.unit.kind === 'time' ||
      (word.finite && word.unit.pos === 'AUX') ||
      /^(that|which|who|and|but)$/.test(word.lower)
    )
      return undefined;
  }
  return undefined;
}

const UNIT = /^(hours?|days?|weeks?|months?|years?|minutes?|kilometres?|km|metres?)$/;

/** "a truce of two weeks" as "a two week truce". */
function withMeasures(words: readonly Word[]): Word[] {
  const told = [...words];
  for (let at = 1; at + 2 < told.length; at += 1) {
    const [number, unit] = [told[at + 1], told[at + 2]];
    if (told[at]?.lower !== 'of' || number?.unit.kind !== 'number' || unit === undefined || !UNIT.test(unit.lower))
      continue;
    if (told[at - 1]?.unit.pos !== 'NOUN') continue;
    let start = at - 1;
    while (start > 0 && /NOUN|ADJ|PROPN/.test(told[start - 1]?.unit.pos ?? '')) start -= 1;
    told.splice(at, 3);
    told.splice(start, 0, number, { ...unit, form: 'base' });
  }
  return told;
}

/** "the president of Lebanon" as "Lebanon's president": whose, where it is nobody's deed. */
function withOwners(words: readonly Word[]): Word[] {
  const told = [...words];
  for (let at = 1; at + 1 < told.length; at += 1) {
    if (told[at]?.lower !== 'of' || !OFFICE.test(told[at - 1]?.unit.lemma ?? '')) continue;
    const first = told[at + 1]?.lower === 'the' ? at + 2 : at + 1;
    if (told[first]?.unit.name === undefined || told[first]?.unit.name?.via === 'demonym') continue;
    if (
      /PROPN|NOUN/.test(told[first + 1]?.unit.pos ?? '') ||
      told[first + 1]?.lower === "'s" ||
      told[first + 1]?.lower === 'and'
    )
      continue;
    const owner = told[first] as Word;
    let start = at - 1;
    while (
      start > 0 &&
      /NOUN|ADJ|PROPN/.test(told[start - 1]?.unit.pos ?? '') &&
      told[start - 1]?.lower !== "'s" &&
      told[start - 2]?.lower !== "'s"
    )
      start -= 1;
    if (told[start - 1]?.lower === "'s") continue;
    told.splice(at, first - at + 1);
    told.splice(start, 0, owner, {
      ...made(owner, "'s"),
      unit: { ...owner.unit, kind: 'word', lower: "'s", text: "'s", pos: 'PART' },
    });
    at += 1;
  }
  return told.map((word) =>
    word.lower === "'s" && word.unit.name !== undefined ? { ...word, unit: withoutName(word.unit) } : word,
  );
}

function withoutName({ name: _name, ...unit }: Unit): Unit {
  return unit;
}

const OFFICE =
  /^(president|minister|government|parliament|army|military|capital|leader|ambassador|king|coast|border|citizen|people|population|territory|ministry|airspace|leadership|navy|police|authority|commission|secretary-general|chief|head|north|south|east|west|centre|problem|sovereignty|independence|constitution|economy|cabinet|embassy)$/;
