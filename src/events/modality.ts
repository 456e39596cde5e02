import type { EventStatus } from '../domain/event.ts';
import type { Token } from '../text/sentences.ts';

const NEGATION = /^(not|n['’]t|never|no|neither|nor|without|hardly)$/;
const UNREAL = /^(would|could|may|might|should|if|unless|whether|must|ought|can)$/;
const FUTURE = /^(will|shall|['’]ll)$/;
/** Verbs whose infinitive says what did happen. */
const BEGINNING = /^(begin|start|continue|manage|move|proceed|go|use|prompt|lead|force|push|drive|cause|allow|help)$/;
const PLANNING = /^(expect|plan|schedule|set|due|intend|agree|prepare|decide|order|propose|want|be)$/;
const FEARED = /^(fear|risk|threat|possibility|prospect|danger|warning|concern|talk|rumour|rumor|plan|idea)s?$/;

/**
 * Whether the predicate at `at` is reported as done, planned, denied or only imagined; `undefined` where it is no act at
 * all but the content of a wish ("to stop the strikes").
 */
export function statusOf(tokens: readonly Token[], at: number, noun: boolean): EventStatus | undefined {
  return noun ? nounStatus(tokens, at) : verbStatus(tokens, at);
}

function verbStatus(tokens: readonly Token[], at: number): EventStatus | undefined {
  for (let index = at - 1; index >= Math.max(0, at - 6); index -= 1) {
    const token = tokens[index] as Token;
    if (NEGATION.test(token.lower)) return 'denied';
    if (UNREAL.test(token.lower)) return 'hypothetical';
    if (FUTURE.test(token.lower)) return 'planned';
    if (token.lower === 'to') return infinitive(tokens, index);
    if (/^(and|or)$/.test(token.lower)) return joined(tokens, index, at);
    // the tagger parts "de-escalate" in three
    if (token.text === '-' || token.lower === 'de') continue;
    if (!/AUX|ADV|PART/.test(token.pos)) break;
  }
  return condition(tokens, at) ? 'hypothetical' : 'reported';
}

/** "expected to hold talks and meet", "agreed to ease and talk": a bare form behind "and" belongs to the "to" before it. */
function joined(tokens: readonly Token[], and: number, at: number): EventStatus | undefined {
  const verb = tokens[at] as Token;
  const to = tokens.slice(0, and).findLastIndex((token) => token.lower === 'to');
  return to >= 0 && and - to < 15 && verb.lower === verb.lemma ? infinitive(tokens, to) : 'reported';
}

function infinitive(tokens: readonly Token[], to: number): EventStatus | undefined {
  const governing = tokens.slice(Math.max(0, to - 4), to).findLast((token) => /VERB|ADJ|AUX/.test(token.pos));
  if (governing === undefined) return undefined;
  if (BEGINNING.test(governing.lemma)) return 'reported';
  return PLANNING.test(governing.lemma) ? 'planned' : undefined;
}

function nounStatus(tokens: readonly Token[], at: number): EventStatus | undefined {
  for (let index = at - 1; index >= Math.max(0, at - 7); index -= 1) {
    const token = tokens[index] as Token;
    if (FEARED.test(token.lower) && /^(of|about|for|that)$/.test(tokens[index + 1]?.lower ?? '')) return 'hypothetical';
    if (token.lower === 'any' || token.lower === 'no' || token.lower === 'further' || token.lower === 'future')
      return 'hypothetical';
    if (token.pos === 'VERB' || token.text === ',') break;
  }
  return 'reported';
}

/** "if ...", "unless ..." earlier in the same clause. */
function condition(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 14); index -= 1) {
    const token = tokens[index] as Token;
    if (token.text === ',' || token.text === ';') return false;
    if (/^(if|unless|whether)$/.test(token.lower)) return true;
  }
  return false;
}
