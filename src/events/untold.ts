import type { Token } from '../text/sentences.ts';

/** What stands in a sentence as an act and is not told as one: what is demanded, spoken about, dismissed or doubted. */

const NEGATION = /^(not|n['’]t|never|no|neither|nor|without|hardly)$/;

export function isNegation({ lower }: Token): boolean {
  return NEGATION.test(lower);
}

/** "poured cold water on reports that", "dismissed claims that": the one who says so denies it. */
export function isDismissed(tokens: readonly Token[], at: number): boolean {
  const that = tokens.slice(0, at).findLastIndex((token) => token.lower === 'that');
  if (that < 0 || !/^(report|claim|rumou?r|allegation|suggestion|speculation)$/.test(tokens[that - 1]?.lemma ?? ''))
    return false;
  return tokens
    .slice(Math.max(0, that - 6), that - 1)
    .some(({ lemma, lower }) => /^(dismiss|reject|deny|refute|rebut|quash)$/.test(lemma) || lower === 'cold');
}

const DEMANDING = /^(demand|insist|urge|ask|request|require|propose|recommend|order|suggest|resolution)$/;

/** "demanding that Rwanda stop its attack and withdraw its troops": the bare form behind the "that" of a demand. */
export function isDemanded(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at] as Token;
  if (verb.lower !== verb.lemma || /s$/.test(verb.lower)) return false;
  const that = tokens.slice(0, at).findLastIndex((token) => token.lower === 'that');
  return that > 0 && at - that < 20 && DEMANDING.test(tokens[that - 1]?.lemma ?? '') && !inflected(tokens, that, at);
}

/** A verb in between that shows its tense makes a statement of the clause. */
function inflected(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from + 1, to)
    .some(({ pos, lower, lemma }) => pos === 'AUX' || (pos === 'VERB' && lower !== lemma));
}

/** "does not appear that", "no evidence that": what follows is not told as done. */
export function isDoubted(tokens: readonly Token[], at: number): boolean {
  const doubt = /^(appear|seem|believe|think|suggest|evidence|sign|indication|proof)$/.test(tokens[at]?.lemma ?? '');
  return doubt && tokens.slice(Math.max(0, at - 3), at).some(isNegation);
}

/** "said withdrawing was the plan", "an invading force": an -ing form that is spoken about, or says what kind. */
export function isTopic(tokens: readonly Token[], at: number): boolean {
  const [before, verb, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before === undefined || !verb?.lower.endsWith('ing')) return false;
  const topic = before.lower === 'that' || /^(say|argue|believe|insist|stress|think)$/.test(before.lemma);
  return topic || (/DET|ADJ/.test(before.pos) && /PROPN|NOUN|ADJ/.test(next?.pos ?? ''));
}
