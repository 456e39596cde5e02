import { isSaying } from '../grammar/act-words.ts';
import { hasSubject } from './bounds.ts';
import { omissionsOf } from './omissions.ts';
import { isComma, type Word } from './word.ts';

/**
 * The ways in which a statement can be taken apart into two that together say no less: its clauses, and its subject with
 * each of its predicates. What is set against another by "although" has to be `isContrasted` in its sources too.
 */
export function partsOf(words: readonly Word[], isContrasted: boolean): (readonly Word[])[][] {
  return [...clauses(words, isContrasted), ...predicates(words)];
}

/** "A fell, and B rose", "A fell while B rose", "A fell. B rose". */
function clauses(words: readonly Word[], isContrasted: boolean): (readonly Word[])[][] {
  return words.flatMap((word, at) => {
    const comma = isComma(word);
    const stop = /^[.;]$/.test(word.lower);
    const joint = words[at + 1]?.lower ?? '';
    const bare = word.lower === 'and' && isSentence(words.slice(at + 1)) && !words.slice(0, at).some(isSubordinating);
    if (
      !bare &&
      !stop &&
      !(comma && /^(and|but|while|whereas|although|though)$/.test(joint)) &&
      !/^(while|whereas|although)$/.test(word.lower)
    )
      return [];
    if (!isContrasted && /^(although|though)$/.test(comma ? joint : word.lower)) return [];
    const first = words.slice(0, at);
    const second = words.slice(
      stop && !/^(and|but|while|whereas)$/.test(joint) ? at + 1 : comma || stop ? at + 2 : at + 1,
    );
    return tells(first) && hasSubject(second) ? [[first, second]] : [];
  });
}

/** What stands behind it may go on behind "and". */
function isSubordinating({ lower }: Word): boolean {
  return /^(because|after|when|if|unless|as|since|before|until|while|that|which|who|whose|where|although|though|whether|following|despite|between|both|neither|either)$/.test(
    lower,
  );
}

/** It begins with what acts, so that "and" before it joins no two things. */
function isSentence(words: readonly Word[]): boolean {
  return hasSubject(words) && !/^(that|which|who)$/.test(words[0]?.lower ?? '');
}

function tells(words: readonly Word[]): boolean {
  return words.some(isTelling);
}

function isTelling({ finite, unit }: Word): boolean {
  return finite && /VERB|AUX/.test(unit.pos);
}

/** "A took the town and burned it": each predicate tells by itself when, and lends the other nothing. */
function predicates(words: readonly Word[]): (readonly Word[])[][] {
  const verb = words.findIndex(isTelling);
  const subject = words.slice(0, verb);
  if (
    verb < 1 ||
    subject.some(isComma) ||
    /SCONJ|ADP/.test(subject[0]?.unit.pos ?? '') ||
    subject.some(({ lower }) => /^(neither|either|no|nobody|who|which|that|if)$/.test(lower))
  )
    return [];
  const start = /^(not|never|also|now)$/.test(subject.at(-1)?.lower ?? '') ? verb - 1 : verb;
  const own = words.slice(0, start);
  return words.flatMap((word, at) => {
    if (at <= verb + 1 || !/^(and|but)$/.test(word.lower)) return [];
    const between = words.slice(verb + 1, at);
    if (
      between.some(
        (one) =>
          /^(that|which|who|or|nor|if|unless|whose|where|when)$/.test(one.lower) ||
          (isTelling(one) && one.form !== 'base'),
      )
    )
      return [];
    let next = at + 1;
    while (
      /^(not|never|also|then|later|still|now)$/.test(words[next]?.lower ?? '') ||
      /ly$/.test(words[next]?.lower ?? '')
    )
      next += 1;
    const other = words[next];
    if (other === undefined || !isTelling(other) || (other.form === 'base' && other.unit.pos === 'VERB')) return [];
    if (other.unit.pos === 'VERB' && other.form === 'past' && isHelped(words, verb)) return [];
    const first = isComma(words[at - 1]) ? words.slice(0, at - 1) : words.slice(0, at);
    return [[first, [...own, ...words.slice(at + 1)]]];
  });
}

/** "was arrested and charged", "may have left and joined": the helper may be that of both. */
function isHelped(words: readonly Word[], verb: number): boolean {
  return words[verb]?.unit.pos === 'AUX' || words[verb]?.lower === 'was';
}

/** Whether it points to what stands outside of it: "it", but not "said it" of who said so, nor "its" of who acts. */
export function isPointed(words: readonly Word[]): boolean {
  const verb = words.findIndex(isTelling);
  return words.some(({ lower }, at) => {
    if (/^(its|his|her|their)$/.test(lower)) return verb < 1 || at < verb;
    const before = words[at - 1]?.lower === 'that' ? words[at - 2] : words[at - 1];
    if (/^(it|he|she|they)$/.test(lower) && verb > 0 && before !== undefined && isSaying(before.unit.lemma))
      return false;
    return /^(it|he|she|they|them|him|there|this|these|those|both|former|latter|so|such|itself|themselves)$/.test(
      lower,
    );
  });
}

/** What a sentence says behind a clause that can be left out before it. */
export function laterClauses(words: readonly Word[]): (readonly Word[])[] {
  const ends = omissionsOf(words).get(0) ?? [];
  return ends.filter((end) => isComma(words[end - 2]) && end > 3).map((end) => words.slice(end));
}

/** "S, X said, but T": T is told by the sentence, not by X. */
export function asideClauses(words: readonly Word[]): (readonly Word[])[] {
  return words.flatMap((word, at) => {
    if (!isComma(word) || !/^(but|although|though)$/.test(words[at + 1]?.lower ?? '')) return [];
    const said = words.slice(0, at).findLastIndex(isComma);
    const speaking = words.slice(said + 1, at);
    if (said < 3 || !speaking.some((one) => one.finite && isSaying(one.unit.lemma))) return [];
    const rest = words.slice(at + 2);
    return hasSubject(rest) && !rest.some(({ finite, unit }) => finite && isSaying(unit.lemma)) ? [rest] : [];
  });
}

/** "that A and that B", of what somebody says: A, and B. */
export function saidParts(words: readonly Word[]): (readonly Word[])[][] {
  return words.flatMap((word, at) => {
    if (!/^(and|but)$/.test(word.lower) || words[at + 1]?.lower !== 'that') return [];
    const [first, second] = [words.slice(0, isComma(words[at - 1]) ? at - 1 : at), words.slice(at + 2)];
    return tells(first) && hasSubject(second) ? [[first, second]] : [];
  });
}

/** How many shorter forms of a sentence are tried. */
const MOST = 5;

/** A sentence with what can be left out before, behind and within it left out, the least first. */
export function reductionsOf(words: readonly Word[]): (readonly Word[])[] {
  const omissions = omissionsOf(words);
  const cuts = [...omissions].flatMap(([start, ends]) => ends.map((end) => [start, end] as const));
  const outer = cuts
    .filter(([start, end]) => start === 0 || end === words.length)
    .map(([start, end]) => (start === 0 ? words.slice(end) : words.slice(0, start)));
  const inner = cuts.filter(([start, end]) => start > 0 && end < words.length && end - start > 3);
  const plain = inner.toReversed().reduce<readonly Word[]>((left, [start, end]) => {
    const [from, to] = [left.indexOf(words[start] as Word), left.indexOf(words[end - 1] as Word)];
    return from < 0 || to < from ? left : [...left.slice(0, from), ...left.slice(to + 1)];
  }, words);
  const all = [plain, ...outer].filter((one) => one.length < words.length && one.length > 2);
  return all.slice(0, MOST);
}

/** Whether a sentence sets one thing against another. */
export function isContrasting(words: readonly Word[]): boolean {
  return words.some(({ lower }) => /^(although|though|but|while|whereas|however|despite|yet)$/.test(lower));
}
