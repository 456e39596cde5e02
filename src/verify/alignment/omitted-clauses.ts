import { commaAfter, hasSpeakerBehind, hasSubject, isPredicate, type Put } from './bounds.ts';
import { CONDITION, isOwned, isTurning, JOINT } from './turning.ts';
import { isComma, type Word } from './word.ts';

/** ", and the rest", "and left", "after talks", to the end of the sentence. */
export function clausesBehind(words: readonly Word[], at: number, put: Put): void {
  const first = words[at];
  if (first === undefined || at === 0) return;
  const comma = isComma(first) || first.lower === ';';
  const joint = comma ? words[at + 1] : first;
  const next = words[comma ? at + 2 : at + 1];
  if (joint === undefined || next === undefined || CONDITION.test(next.lower)) return;
  const kept = words.slice(0, at);
  const rest = words.slice(at);
  if (rest.some(({ lower }, index) => /^(if|unless|provided)$/.test(lower) && index <= 3)) return;
  if (hasSpeakerBehind(rest.slice(1))) return;
  if (comma && JOINT.test(joint.lower)) put(at, words.length);
  if (comma) return;
  const turned = kept.some(isTurning);
  if (
    first.lower === 'and' &&
    !turned &&
    !kept.some(({ lower }) => /^(between|both|from|joint|jointly)$/.test(lower)) &&
    isPredicate(words, at + 1)
  )
    put(at, words.length);
  if (/^(while|whereas|although|though)$/.test(first.lower)) put(at, words.length);
  if (
    /^(after|following|because|amid|despite)$/.test(first.lower) &&
    !turned &&
    !rest.slice(1).some(isTurning) &&
    !isComma(words[at - 1]) &&
    !isMeasure(words[at - 1])
  ) {
    put(at, words.length);
    const end = commaAfter(words, at);
    if (end < words.length) put(at, end);
  }
}

/** "hours after", "shortly before": another's measure. */
function isMeasure(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    /^(hours?|days?|weeks?|months?|years?|minutes?|shortly|soon|immediately|just|only|day|not|was|were|is|are|came|comes|happened|occurred|even|and|or|but)$/.test(
      word.lower,
    )
  );
}

/** "A fell, and B rose" says that B rose, unless the first clause owns what follows it. */
export function clauseBefore(words: readonly Word[], at: number, put: Put): void {
  if (!isComma(words[at]) && words[at]?.lower !== ';') return;
  const joint = words[at + 1];
  if (joint === undefined || !/^(and|but|while|whereas)$/.test(joint.lower)) return;
  const lead = words.slice(0, at);
  const kept = words.slice(at + 2);
  if (
    CONDITION.test(kept[0]?.lower ?? '') ||
    !hasSubject(kept) ||
    lead.some(isOwned) ||
    lead.some(({ lower }) => /^(when|as|though|although)$/.test(lower))
  )
    return;
  if (!lead.some(({ finite, unit }) => finite && /VERB|AUX/.test(unit.pos))) return;
  put(0, at + 2);
}

/** "A captured the town and burned it": A burned it. Its verbs stand alone, so that none lends the other a "not" or "may". */
export function predicateBefore(words: readonly Word[], put: Put): void {
  const verb = words.findIndex(({ finite, unit }) => finite && /VERB|AUX/.test(unit.pos));
  const first = words[verb];
  if (verb < 1 || first === undefined || first.unit.pos !== 'VERB' || !/past|s/.test(first.form) || isOwned(first))
    return;
  if (/^(not|never|to|no)$/.test(words[verb - 1]?.lower ?? '')) return;
  if (/ADP|SCONJ/.test(words[0]?.unit.pos ?? '')) return;
  for (let at = verb + 2; at + 2 < words.length; at += 1) {
    const between = words.slice(verb + 1, at);
    if (!/^(and|but)$/.test(words[at]?.lower ?? '')) continue;
    if (
      between.some(
        (word) =>
          isOwned(word) ||
          (word.finite && /VERB|AUX/.test(word.unit.pos) && word.form !== 'base') ||
          /^(that|which|who|to|not|never|no)$/.test(word.lower),
      )
    )
      return;
    const next = words[at + 1] as Word;
    if (!next.finite || next.form !== first.form || !isPredicate(words, at + 1)) continue;
    put(verb, at + 1);
  }
}
