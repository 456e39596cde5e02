import { rootsOf } from '../grammar/licence.ts';
import { isComma, isName, made, type Word } from './word.ts';

const MODAL = /^(will|would|can|could|may|might|must|shall|should)$/;

const DENIAL = /^(not|never)$/;

/** What ends the one who acts behind "by". */
const BEHIND =
  /^(in|on|at|near|to|from|after|before|during|over|into|for|with|since|until|if|unless|because|and|but|while|as|when|that|which|who|across|against|under|amid|about|following|along|through)$/;

/** A clause as it stands, and where it says what is done by somebody, also as that this one does it. */
export function voicesOf(words: readonly Word[]): (readonly Word[])[] {
  const active = words.map((_, at) => activeAt(words, at)).filter((one) => one !== undefined);
  const held = words.map((_, at) => heldAt(words, at)).find((one) => one !== undefined);
  return [words, ...active.slice(0, 2), ...(held === undefined ? [] : [held])];
}

/** "The port was shelled by rebels on Monday" as "rebels shelled the port on Monday"; `at` is where "by" stands. */
function activeAt(words: readonly Word[], at: number): readonly Word[] | undefined {
  if (words[at]?.lower !== 'by') return undefined;
  const end = actorEnd(words, at + 1);
  if (end === undefined) return undefined;
  const verb = participleBefore(words, at);
  if (verb === undefined) return undefined;
  const group = groupBefore(words, verb);
  if (group === undefined) return undefined;
  const start = clauseStart(words, group.start);
  const object = words.slice(start, group.start);
  const [first] = object;
  const isNone = first?.lower === 'no';
  if (object.length === 0 || object.length > 10 || object.slice(isNone ? 1 : 0).some(isBarred) || object.some(isComma))
    return undefined;
  if (isNone && group.denials.some(({ lower }) => DENIAL.test(lower))) return undefined;
  const act = words[verb] as Word;
  const told: Word = {
    ...act,
    form: group.modal === undefined ? group.form : 'base',
    turned: true,
    finite: true,
    ...(group.modal && { lower: baseOf(act) }),
  };
  return [
    ...words.slice(0, start),
    ...words.slice(at + 1, end),
    ...(group.modal === undefined ? [] : [group.modal]),
    ...(isNone && first !== undefined ? [made(first, 'not')] : []),
    ...group.denials,
    told,
    ...(isNone && first !== undefined ? [made(first, 'any'), ...object.slice(1)] : object),
    ...words.slice(verb + 1, at),
    ...words.slice(end),
  ];
}

/** "there was no second round" as "any second round was not held". */
function heldAt(words: readonly Word[], at: number): readonly Word[] | undefined {
  if (words[at]?.lower !== 'there' || (at > 0 && !/^(,|and|but|that|said|says)$/.test(words[at - 1]?.lower ?? '')))
    return undefined;
  let next = at + 1;
  const modal = MODAL.test(words[next]?.lower ?? '') ? words[next] : undefined;
  if (modal !== undefined) next += 1;
  const early = DENIAL.test(words[next]?.lower ?? '') ? words[next] : undefined;
  if (early !== undefined) next += 1;
  const be = words[next];
  if (be === undefined || !/^(was|were|be|is|are)$/.test(be.lower)) return undefined;
  const late = DENIAL.test(words[next + 1]?.lower ?? '') ? words[next + 1] : undefined;
  const start = late === undefined ? next + 1 : next + 2;
  let end = start;
  while (
    end < words.length &&
    !isComma(words[end]) &&
    !BEHIND.test(words[end]?.lower ?? '') &&
    words[end]?.unit.kind !== 'time'
  )
    end += 1;
  const thing = words.slice(words[start]?.lower === 'any' ? start + 1 : start, end);
  const last = thing.at(-1);
  if (last === undefined || !EVENT.test(last.lower) || thing.slice(1).some(isBarred)) return undefined;
  const held: Word = { ...made(be, 'held'), keys: rootsOf('held', 'hold'), form: 'past', finite: true, turned: true };
  const own = { ...held, unit: { ...held.unit, pos: 'VERB', lemma: 'hold' } };
  const denials = [early, late].filter((one) => one !== undefined);
  return [
    ...words.slice(0, at),
    ...thing,
    ...(modal === undefined ? [] : [modal, ...denials]),
    be,
    ...(modal === undefined ? denials : []),
    own,
    ...words.slice(end),
  ];
}

/** What is held or takes place. */
const EVENT =
  /^(round|meeting|talks|vote|election|elections|referendum|summit|ceremony|conference|rally|protest|drill|exercise|session|hearing|trial|debate|visit|exchange|swap|negotiations|consultations)$/;

function baseOf(word: Word): string {
  return word.keys[0]?.replace('~', '') ?? word.lower;
}

/** Somebody, and neither a time, a measure nor a way of doing it. */
function actorEnd(words: readonly Word[], start: number): number | undefined {
  const first = words[start];
  if (first === undefined || !/DET|PROPN|NOUN|ADJ|NUM/.test(first.unit.pos) || first.unit.kind === 'time')
    return undefined;
  let end = start;
  while (
    end < words.length &&
    !isComma(words[end]) &&
    words[end]?.unit.kind !== 'time' &&
    !BEHIND.test(words[end]?.lower ?? '') &&
    words[end]?.finite !== true
  )
    end += 1;
  const own = words.slice(start, end);
  if (own.length === 0 || own.length > 8 || own.some(({ form, unit }) => form === 'ing' && unit.pos === 'VERB'))
    return undefined;
  if (
    own.some(({ lower }) =>
      /^(percent|%|force|air|sea|land|road|rail|means|hand|mistake|accident|name|law|default|end|year|month|week|day|night|years|days|months|weeks|hours|half|third|quarter|votes?)$/.test(
        lower,
      ),
    )
  )
    return undefined;
  return own.some(
    (word) => isName(word) || /^(the|a|an|two|three|some|several)$/.test(word.lower) || /[^s]s$/.test(word.lower),
  )
    ? end
    : undefined;
}

function participleBefore(words: readonly Word[], by: number): number | undefined {
  for (let at = by - 1; at > 0 && at > by - 7; at -= 1) {
    const word = words[at] as Word;
    if (isComma(word) || /^(and|but|or|that|which|who)$/.test(word.lower)) return undefined;
    if ((word.form === 'past' || word.form === 'same') && word.unit.pos === 'VERB') return at;
  }
  return undefined;
}

interface Group {
  readonly start: number;
  readonly modal: Word | undefined;
  readonly denials: readonly Word[];
  readonly form: Word['form'];
}

/** "was", "may be", "has not been" before a participle. */
function groupBefore(words: readonly Word[], verb: number): Group | undefined {
  let at = verb - 1;
  const denials: Word[] = [];
  const pick = () => {
    while (at > 0 && (DENIAL.test(words[at]?.lower ?? '') || /^(yet|also|already)$/.test(words[at]?.lower ?? ''))) {
      denials.unshift(words[at] as Word);
      at -= 1;
    }
  };
  pick();
  const be = words[at];
  if (be === undefined || !/^(was|were|is|are|be)$/.test(be.lower)) return undefined;
  at -= 1;
  pick();
  const modal = words[at];
  if (be.lower !== 'be') return { start: at + 1, modal: undefined, denials, form: be.form };
  if (modal === undefined || !MODAL.test(modal.lower)) return undefined;
  return { start: at, modal, denials, form: 'base' };
}

function clauseStart(words: readonly Word[], from: number): number {
  let at = from;
  while (
    at > 0 &&
    !isComma(words[at - 1]) &&
    !/^(and|but|that|if|unless|while|although|because|after|before|when|as|until)$/.test(words[at - 1]?.lower ?? '')
  )
    at -= 1;
  return at;
}

/** An object whose denial or number would then stand under another's. */
function isBarred({ lower, unit, finite }: Word): boolean {
  return (
    /^(no|none|nobody|neither|each|every|all|only|few|which|who|it|they|he|she|there|this|that)$/.test(lower) ||
    (finite && /VERB|AUX/.test(unit.pos))
  );
}

/** A clause as it stands, and with the time of its only verb before it: "On Monday, X left" of "X left on Monday". */
export function timesOf(words: readonly Word[]): (readonly Word[])[] {
  const time = words.findIndex(({ unit }, at) => unit.kind === 'time' && at > 2);
  const verb = words.findIndex(({ finite, unit }) => finite && /VERB|AUX/.test(unit.pos));
  const start = words[time - 1]?.lower === 'on' ? time - 1 : time;
  if (time < 0 || verb < 1 || verb > start || words[time + 1]?.lower === "'s" || words[time + 1]?.lower === 'and')
    return [words];
  if (/ADP|SCONJ/.test(words[start - 1]?.unit.pos ?? '') || /ADP|SCONJ|TIME/.test(words[0]?.unit.pos ?? ''))
    return [words];
  const between = words.slice(verb + 1, start);
  const isBusy = between.some(
    ({ unit, lower }, at) =>
      (/VERB|AUX|SCONJ|CCONJ/.test(unit.pos) && !(at === 0 && unit.pos === 'VERB')) ||
      isComma(between[at]) ||
      lower === 'to',
  );
  if (isBusy || words.slice(0, verb).some(isComma)) return [words];
  return [words, [...words.slice(start, time + 1), ...words.slice(0, start), ...words.slice(time + 1)]];
}
