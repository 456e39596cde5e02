import type { Token } from '../text/sentences.ts';

const TOLL = /^(kill|die|wound|injure|perish|maim|slay)$/;
const PAST = /^(killed|died|wounded|injured|perished|maimed|slain|slew)$/;
/** "killed in the strikes", "died during a raid": what leads from the toll to the act that took it. */
const TAKEN_BY = /^(in|during|by|under|from)$/;
/** "a wave of strikes", "the second day of shelling": the act stands behind its measure. */
const MEASURE = /^(wave|series|round|string|spate|course|barrage|night|day|week|hour|month)s?$/;
/** Words that a clause may go on with between its toll and its act. */
const LONGEST = 10;

/**
 * Where the verb of deaths or wounds stands that an attack named by a noun took: "nine were killed in the Greek strikes",
 * "further strikes killed nine"; undefined where the clause has none.
 */
export function tollVerbOf(tokens: readonly Token[], at: number): number | undefined {
  return passiveBefore(tokens, at) ?? countBehind(tokens, at);
}

function passiveBefore(tokens: readonly Token[], at: number): number | undefined {
  let isTaken = false;
  for (let index = at - 1; index >= Math.max(0, at - LONGEST); index -= 1) {
    const token = tokens[index] as Token;
    if (PAST.test(token.lower)) return isTaken && isVerb(token) ? index : undefined;
    if (/VERB|AUX|SCONJ|CCONJ/.test(token.pos) || isBreak(token)) return undefined;
    if (token.pos !== 'ADP' || isTaken) continue;
    if (!TAKEN_BY.test(token.lower) && !isMeasured(tokens, index)) return undefined;
    isTaken = TAKEN_BY.test(token.lower);
  }
  return undefined;
}

/** "in a second wave of strikes". */
function isMeasured(tokens: readonly Token[], of: number): boolean {
  return tokens[of]?.lower === 'of' && MEASURE.test(tokens[of - 1]?.lower ?? '');
}

/** "further Greek strikes on the depot killed nine": a count behind the verb, so that no talks or hopes are killed. */
function countBehind(tokens: readonly Token[], at: number): number | undefined {
  for (let index = at + 1; index < Math.min(tokens.length, at + LONGEST); index += 1) {
    const token = tokens[index] as Token;
    if (PAST.test(token.lower) && isVerb(token)) return hasCount(tokens, index) ? index : undefined;
    if (/VERB|AUX|SCONJ|CCONJ/.test(token.pos) || isBreak(token)) return undefined;
  }
  return undefined;
}

function hasCount(tokens: readonly Token[], verb: number): boolean {
  return tokens
    .slice(verb + 1, verb + 5)
    .some(({ pos, lower }) => pos === 'NUM' || /^(dozens|scores|hundreds)$/.test(lower));
}

function isVerb({ pos, lemma, lower }: Token): boolean {
  return /VERB|ADJ/.test(pos) && (TOLL.test(lemma) || PAST.test(lower));
}

function isBreak({ pos, text }: Token): boolean {
  return pos === 'PUNCT' && text !== '-';
}
