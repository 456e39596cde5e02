import type { Sentence, Token } from '../text/sentences.ts';
import { clauseEnd } from './clause.ts';
import { patternsOf } from './lexicon.ts';
import { once } from './once.ts';
import type { Pattern } from './pattern.ts';
import { SENSES, type Sense, type SenseName } from './senses.ts';

/** A word of a sentence that names an act, and the act it names. */
export interface Predicate {
  /** Token index. */
  readonly at: number;
  readonly name: SenseName;
  readonly sense: Sense;
  readonly noun: boolean;
}

/** The acts that a sentence's words can name, in order; a noun inside the reach of a verb of the same type is not told twice. */
export function predicatesOf(sentence: Sentence): Predicate[] {
  const trail = once(() => lemmaTrail(sentence));
  const found: Predicate[] = [];
  sentence.tokens.forEach((token, at) => {
    const patterns = patternsOf(token.lemma);
    if (patterns.length === 0) return;
    const noun = token.pos === 'NOUN' || token.pos === 'PROPN';
    if (!noun && token.pos !== 'VERB' && token.pos !== 'AUX') return;
    if (token.pos === 'AUX' && isAuxiliary(sentence.tokens, at)) return;
    if (!noun && (isAttribute(sentence.tokens, at) || isNamePart(sentence.tokens, at))) return;
    const around = once(() => surroundings(sentence, trail(), at));
    const pattern = patterns.find((one) => one.noun === noun && fits(one, around));
    if (pattern === undefined) return;
    const predicate = { at, name: pattern.sense, sense: SENSES[pattern.sense], noun };
    const told = found.some((verb) => (noun ? covers(verb, predicate, sentence) : agreesTo(verb, predicate, sentence)));
    if (!told) found.push(predicate);
  });
  return found;
}

/** Whether a word says what is done: a verb, neither a helping one nor a word for what something is. */
export function saysDeed(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.pos === 'VERB' && !isAttribute(tokens, at) && !isNamePart(tokens, at);
}

/** "has rejected", "was not struck": a verb follows that says what is done. */
function isAuxiliary(tokens: readonly Token[], at: number): boolean {
  const next = tokens.slice(at + 1, at + 4).find((token) => !/ADV|PART|AUX/.test(token.pos));
  return next?.pos === 'VERB';
}

/** "the outlawed front", "in occupied territory": a word for what it is, not for what was done. */
function isAttribute(tokens: readonly Token[], at: number): boolean {
  // "amid tightening sanctions"
  if ((tokens[at] as Token).lower.endsWith('ing') && tokens[at - 1]?.lower === 'amid') return true;
  if (!/(ed|en|wn)$/.test((tokens[at] as Token).lower)) return false;
  if (!/NOUN|PROPN|ADJ/.test(tokens[at + 1]?.pos ?? '')) return false;
  const before = tokens[at - 1];
  return (
    before !== undefined && (/DET|ADP/.test(before.pos) || /^(['’]s?|-|its|his|her|their|our)$/i.test(before.text))
  );
}

/** "Rep. Sue Wilson": a verb's letters inside a name. */
function isNamePart(tokens: readonly Token[], at: number): boolean {
  return [at - 1, at, at + 1].every((index) => /^\p{Lu}\p{Ll}/u.test(tokens[index]?.text ?? ''));
}

/** The lemmas as one string, and where each token's lemma begins in it. */
interface Trail {
  readonly text: string;
  readonly starts: readonly number[];
}

function lemmaTrail(sentence: Sentence): Trail {
  let text = '';
  const starts: number[] = [];
  for (const token of sentence.tokens) {
    starts.push(text.length);
    text += `${token.lemma.toLowerCase()} `;
  }
  return { text, starts };
}

/** The lemmas around a head, for all the patterns that it can head. */
interface Surroundings {
  readonly before: string;
  /** To the end of the sentence. */
  readonly wide: string;
  /** To the end of the clause. */
  readonly after: () => string;
}

function surroundings({ tokens }: Sentence, { text, starts }: Trail, at: number): Surroundings {
  const from = Math.max(0, (starts[at + 1] ?? text.length) - 1);
  return {
    before: hyphenated(text.slice(0, starts[at])),
    wide: hyphenated(text.slice(from)),
    after: once(() => hyphenated(text.slice(from, starts[clauseEnd(tokens, at)] ?? text.length))),
  };
}

function fits(pattern: Pattern, around: () => Surroundings): boolean {
  if (pattern.before !== undefined && !pattern.before.test(around().before)) return false;
  return pattern.after === undefined || pattern.after.test(pattern.wide ? around().wide : around().after());
}

/** The tagger parts "de-escalate" in three. */
function hyphenated(lemmas: string): string {
  return lemmas.replaceAll(' - ', '-');
}

function covers(verb: Predicate, noun: Predicate, sentence: Sentence): boolean {
  const contact = noun.sense.type === 'CONSULT' && /^(AGREE|CONSULT|REQUEST|REJECT|SANCTION)$/.test(verb.sense.type);
  return (
    !verb.noun &&
    verb.name !== 'kill' &&
    verb.at < noun.at &&
    noun.at < clauseEnd(sentence.tokens, verb.at) &&
    !hasAgent(sentence.tokens, noun.at) &&
    (contact || verb.sense.type === noun.sense.type)
  );
}

/** "agreed to share intelligence": what they agreed is told with the agreement. */
function agreesTo(agreement: Predicate, deed: Predicate, { tokens }: Sentence): boolean {
  if (!/^agree(Cooperate|Calm|Act)?$/.test(agreement.name)) return false;
  const between = tokens.slice(agreement.at + 1, deed.at);
  return between.at(0)?.lower === 'to' && between.slice(1).every((token) => /ADV|ADJ/.test(token.pos));
}

/** "in response to rocket attacks by Hamas": another one's act. */
function hasAgent(tokens: readonly Token[], noun: number): boolean {
  return tokens[noun + 1]?.lower === 'by' && !tokens[noun + 2]?.lower.endsWith('ing');
}
