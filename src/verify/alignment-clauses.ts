import { hasSubject, omissionsOf } from './alignment-omissions.ts';
import { isComma, type Word } from './alignment-words.ts';

/**
 * The ways in which a statement can be taken apart into two that together say no less: its clauses, and its subject with
 * each of its predicates.
 */
export function partsOf(words: readonly Word[]): (readonly Word[])[][] {
  return [...clauses(words), ...predicates(words)];
}

/** "A fell, and B rose", "A fell while B rose", "A fell. B rose". */
function clauses(words: readonly Word[]): (readonly Word[])[][] {
  return words.flatMap((word, at) => {
    const comma = isComma(word);
    const stop = /^[.;]$/.test(word.lower);
    const joint = words[at + 1]?.lower ?? '';
    if (!stop && !(comma && /^(and|but|while|whereas)$/.test(joint)) && !/^(while|whereas)$/.test(word.lower))
      return [];
    const first = words.slice(0, at);
    const second = words.slice(
      stop && !/^(and|but|while|whereas)$/.test(joint) ? at + 1 : comma || stop ? at + 2 : at + 1,
    );
    return tells(first) && hasSubject(second) ? [[first, second]] : [];
  });
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
    if (other === undefined || !isTelling(other) || other.form === 'base') return [];
    if (other.unit.pos === 'VERB' && other.form === 'past' && isHelped(words, verb)) return [];
    const first = isComma(words[at - 1]) ? words.slice(0, at - 1) : words.slice(0, at);
    return [[first, [...own, ...words.slice(at + 1)]]];
  });
}

/** "was arrested and charged", "may have left and joined": the helper may be that of both. */
function isHelped(words: readonly Word[], verb: number): boolean {
  return words[verb]?.unit.pos === 'AUX' || words[verb]?.lower === 'was';
}

/** Whether it points to what stands outside of it. */
export function isPointed(words: readonly Word[]): boolean {
  return words.some(({ lower }) =>
    /^(it|he|she|they|them|him|its|his|her|their|there|this|these|those|both|former|latter|so|such|itself|themselves)$/.test(
      lower,
    ),
  );
}

/** What a sentence says behind a clause that can be left out before it. */
export function laterClauses(words: readonly Word[]): (readonly Word[])[] {
  const ends = omissionsOf(words).get(0) ?? [];
  return ends.filter((end) => isComma(words[end - 2]) && end > 3).map((end) => words.slice(end));
}
