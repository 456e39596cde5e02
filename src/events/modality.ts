import type { EventStatus } from '../domain/event.ts';
import type { Token } from '../text/sentences.ts';
import { tollVerbOf } from './toll-verbs.ts';
import { isDemanded, isDismissed, isDoubted, isNegation, isTopic } from './untold.ts';

const UNREAL = /^(cannot|would|could|may|might|should|if|unless|whether|must|ought|can)$/;
const FUTURE = /^(will|shall|['’]ll)$/;
/** Verbs whose infinitive says what did happen. */
const BEGINNING = /^(begin|start|continue|manage|move|proceed|go|use|prompt|lead|force|push|drive|cause|compel|help)$/;
const PLANNING =
  /^(expect|plan|schedule|set|due|intend|agree|prepare|decide|order|instruct|direct|be|vow|pledge|promise)$/;
const FEARED =
  /^(fear|risk|threat|possibility|prospect|danger|warning|concern|talk|rumour|rumor|plan|idea|likelihood|anticipation|expectation|event|case)s?$/;
/** "is considering closing": what the -ing form says is thought about. */
const WEIGHED = /^(consider|weigh|mull|debate|discuss|contemplate|study|explore|suggest|propose|recommend|envisage)$/;
/** "stopped shelling", "to justify invading": it is spoken of and not told as done. */
const SPOKEN_OF = /^(stop|cease|avoid|resist|oppose|quit|justify|excuse|defend|condemn|risk|mean|require|involve)$/;
/** What is feared, accused of or prevented is not told as done: "of shelling", "from attacking", "against striking". */
const UNTOLD = /^(of|for|from|against|about|without|on|at|over)$/;

/**
 * Whether the predicate at `at` is reported as done, planned, denied or only imagined; `undefined` where it is no act at
 * all but the content of a wish or an accusation ("to stop the strikes", "of shelling the town").
 * @param said the words are somebody's, told in the past: its "would" is a "will".
 */
export function statusOf(tokens: readonly Token[], at: number, noun: boolean, said = false): EventStatus | undefined {
  if (noun && isCompound(tokens, at)) return undefined;
  const status = noun ? nounStatus(tokens, at) : verbStatus(tokens, at);
  return status === 'hypothetical' && said && isBackshifted(tokens, at) ? 'planned' : status;
}

/** "pre-invasion", "anti-siege": a time or a stance, no act. */
function isCompound(tokens: readonly Token[], at: number): boolean {
  const [prefix, hyphen] = tokens.slice(Math.max(0, at - 2), at);
  const word = hyphen?.text === '-' ? prefix?.lower : tokens[at]?.lower;
  return /^(pre|post|anti)(-|$)/.test(word ?? '');
}

/** "said it would withdraw": what will be done, as said in the past. */
function isBackshifted(tokens: readonly Token[], at: number): boolean {
  const would = tokens
    .slice(Math.max(0, at - 3), at + 9)
    .some(({ lower }, index, near) => lower === 'would' && near[index + 1]?.lower !== 'have');
  return would && !tokens.some((token) => /^(if|unless|whether|any|could|might|may)$/.test(token.lower));
}

function verbStatus(tokens: readonly Token[], at: number): EventStatus | undefined {
  if (isDemanded(tokens, at) || isTopic(tokens, at)) return undefined;
  const gerund = (tokens[at] as Token).lower.endsWith('ing');
  let index = at - 1;
  for (; index >= Math.max(0, at - 6); index -= 1) {
    const token = tokens[index] as Token;
    if (gerund && UNTOLD.test(token.lower)) return undefined;
    if (isNegation(token)) return wouldHave(tokens, index) ? 'hypothetical' : 'denied';
    if (UNREAL.test(token.lower)) return 'hypothetical';
    if (FUTURE.test(token.lower)) return isAsked(tokens, index) ? 'hypothetical' : 'planned';
    if (token.lower === 'to') return infinitive(tokens, index);
    if (/^(and|or)$/.test(token.lower)) return joined(tokens, index, at);
    // the tagger parts "de-escalate" in three
    if (token.text === '-' || token.lower === 'de') continue;
    if (!/AUX|ADV|PART/.test(token.pos)) break;
  }
  if (isDismissed(tokens, at) || nobody(tokens, index) || tokens[at + 1]?.lower === 'no') return 'denied';
  if (gerund && WEIGHED.test(tokens[index]?.lemma ?? '')) return 'hypothetical';
  if (gerund && SPOKEN_OF.test(tokens[index]?.lemma ?? '')) return undefined;
  return isUnreal(tokens, at, index) ? 'hypothetical' : 'reported';
}

/** "would have never invaded". */
function wouldHave(tokens: readonly Token[], negation: number): boolean {
  const [modal, have] = tokens.slice(Math.max(0, negation - 2), negation);
  return have?.lower === 'have' && UNREAL.test(modal?.lower ?? '');
}

/** "has not said whether it will", "asked if they would": nobody says that it will. */
function isAsked(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 5), at).some((token) => /^(if|whether)$/.test(token.lower));
}

/** "expected to hold talks and meet", "agreed to ease and talk": a bare form behind "and" belongs to the "to" before it. */
function joined(tokens: readonly Token[], and: number, at: number): EventStatus | undefined {
  const verb = tokens[at] as Token;
  const to = tokens.slice(0, and).findLastIndex((token) => token.lower === 'to');
  return to >= 0 && and - to < 15 && verb.lower === verb.lemma ? infinitive(tokens, to) : 'reported';
}

function infinitive(tokens: readonly Token[], to: number): EventStatus | undefined {
  const from = Math.max(0, to - 5);
  const at = from + tokens.slice(from, to).findLastIndex((token) => /VERB|ADJ|AUX/.test(token.pos));
  const governing = tokens[at];
  if (governing === undefined || at < from || /^(not|never)$/.test(tokens[to - 1]?.lower ?? '')) return undefined;
  if (BEGINNING.test(governing.lemma)) return 'reported';
  // "ordered the rebels to leave": what the other one is to do
  const other = /NOUN|PROPN|PRON/.test(tokens[at + 1]?.pos ?? '') || tokens[at + 1]?.pos === 'DET';
  const before = tokens[at - 1];
  if (other || (before !== undefined && isNegation(before))) return undefined;
  if (!PLANNING.test(governing.lemma)) return undefined;
  // "could be planning to besiege"
  return tokens.slice(Math.max(0, at - 3), at).some((token) => UNREAL.test(token.lower)) ? 'hypothetical' : 'planned';
}

const AVERTING =
  /^(prevent|avert|avoid|deter|stop|plan|threaten|fear|consider|oppose|seek|demand|await|propose|urge|want|hope|expect|ahead|need|require|counter|simulate|rehearse|withstand)$/;
/** "flies to Cairo on Tuesday for talks": the present of a journey looks ahead. */
const SETTING_OUT = /^(flies|travels|heads|goes|leaves|returns|departs|comes)$/;
/** Talks that somebody would welcome are no talks; a strike that nobody condemned is a strike. */
const CONTACT = /^(talk|meeting|negotiation|visit|call|conversation|summit|dialogue|discussion|cooperation)s?$/;
const IMAGINED = /^(any|no|further|future|possible|potential|imminent|feared|proposed|threatened)$/;
const AWAITED = /^(expected|planned|scheduled|upcoming|forthcoming|impending)$/;

function nounStatus(tokens: readonly Token[], at: number): EventStatus | undefined {
  const verb = tollVerbOf(tokens, at);
  if (verb === undefined) return ownStatus(tokens, at);
  const status = verbStatus(tokens, verb);
  // an attack that killed was done; one that nobody died in, or that some may have died in, may be told in any way
  if (status === 'reported') return 'reported';
  const isOpen = status !== 'hypothetical' || tokens[verb - 2]?.lower === 'have';
  return isOpen ? ownStatus(tokens, at) : status;
}

function ownStatus(tokens: readonly Token[], at: number): EventStatus | undefined {
  let apart = false;
  for (let index = at - 1; index >= Math.max(0, at - 9); index -= 1) {
    const token = tokens[index] as Token;
    if (FEARED.test(token.lower) && /^(of|about|for|that)$/.test(tokens[index + 1]?.lower ?? '')) return 'hypothetical';
    if (!apart && IMAGINED.test(token.lower)) return 'hypothetical';
    if (!apart && AWAITED.test(token.lower)) return 'planned';
    if (AVERTING.test(token.lemma) || /^(if|unless|whether)$/.test(token.lower)) return 'hypothetical';
    if (token.pos === 'ADP') apart = true;
    if (token.pos === 'VERB' && CONTACT.test(tokens[at]?.lower ?? '')) {
      if (SETTING_OUT.test(token.lower)) return 'planned';
      const outer = verbStatus(tokens, index);
      if (outer !== 'reported') return outer;
    }
    if (token.pos === 'VERB' || token.text === ',') break;
  }
  return fateOf(tokens, at);
}

const CANCELLED = /^(cancel|postpone|delay|shelve|scrap|thwart|foil|prevent|avert|abort)$/;

/** "was not limited to the east", "not only": what is more than that has happened. */
const NARROWED = /^(limited|confined|restricted|only|just|merely|over|unprovoked|enough|the)$/;

/** "did not start a war", "did not bring peace": what it did not do, it still was. */
function isOfEffect(tokens: readonly Token[], from: number): boolean {
  if (NARROWED.test(tokens[from]?.lower ?? '')) return true;
  const verb = tokens.slice(from, from + 3).findIndex(({ pos }) => pos === 'VERB');
  const next = tokens[from + verb + 1];
  return verb >= 0 && /DET|ADJ|NOUN|PROPN|PRON/.test(next?.pos ?? '') && next?.lower !== 'place';
}

/** What the verb behind the noun makes of it: "talks will begin", "talks were postponed", "an invasion would cost ...". */
function fateOf(tokens: readonly Token[], at: number): EventStatus | undefined {
  for (const [index, token] of tokens.slice(at + 1, at + 12).entries()) {
    if (UNREAL.test(token.lower)) return 'hypothetical';
    if (FUTURE.test(token.lower)) return 'planned';
    if (/^(likely|unlikely|possible|imminent|inevitable)$/.test(token.lower)) return 'hypothetical';
    if (isNegation(token) && token.lower !== 'without')
      return isOfEffect(tokens, at + index + 2) ? 'reported' : 'denied';
    if (token.pos === 'VERB') {
      if (CANCELLED.test(token.lemma)) return undefined;
      return /^(expect|schedule|plan|due|set)$/.test(token.lemma) && index > 0 ? 'planned' : 'reported';
    }
    if (token.pos === 'PUNCT' || token.pos === 'SCONJ') return 'reported';
  }
  return 'reported';
}

/** "Neither side withdrew", "no country recalled": the subject itself is negated. */
function nobody(tokens: readonly Token[], last: number): boolean {
  for (let index = last; index >= Math.max(0, last - 7); index -= 1) {
    const token = tokens[index] as Token;
    if (/^(neither|none|no|nobody)$/.test(token.lower)) return true;
    if (!/NOUN|PROPN|ADJ|DET|NUM|PART|CCONJ/.test(token.pos)) return false;
  }
  return false;
}

/** "if ...", "unless ..." earlier in the same clause, or "had X struck, ... would". */
function isUnreal(tokens: readonly Token[], at: number, subjectEnd: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 14); index -= 1) {
    const token = tokens[index] as Token;
    if (token.text === ',' || token.text === ';') break;
    if (/^(if|unless|whether)$/.test(token.lower) && index < subjectEnd) return true;
    if (isDoubted(tokens, index)) return true;
  }
  return tokens[0]?.lower === 'had' && at < 9 && !tokens.slice(1, at).some((token) => token.pos === 'VERB');
}
