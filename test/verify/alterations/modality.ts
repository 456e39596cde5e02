import { mainPast } from './polarity.ts';
import type { Random } from './random.ts';
import { type Change, replaced, type Span, spans } from './text.ts';
import { ofPastForm, participle, past } from './verbs.ts';

const modal = /\b(?:may|might|could|should|must)(?= (?:be )?[a-z]+)(?! (?:not|never|also|be (?:no|very)))/g;

/** What may happen, told as what happened: "may withdraw" as "withdrew", "could be held" as "was held". */
export const modalDropped: Change = ({ text }, random) => {
  const found = spans(text, /\b(?:may|might|could|should|must) (?:be [a-z]+|[a-z]+)\b/g);
  const fit = found.filter((span) => !isOfNobody(text, span)).flatMap((span) => happened(text, span));
  if (fit.length === 0) return undefined;
  const { span, words } = random.pick(fit);
  return replaced(text, span, words);
};

// That nobody can do a thing says also that nobody does or will.
function isOfNobody(text: string, { at }: Span): boolean {
  return /\b(nobody|no one|no \w+|neither \w+)[^,.;]*$/i.test(text.slice(0, at));
}

function happened(text: string, span: Span): readonly { span: Span; words: string }[] {
  const [, verb = '', done = ''] = span.text.split(' ');
  const passive =
    verb === 'be' && (/(ed|en|ld|ft)$/.test(done) || done === 'put') ? `${wasOf(text, span)} ${done}` : undefined;
  const words = verb === 'be' ? passive : past(verb);
  return words === undefined ? [] : [{ span, words }];
}

function wasOf(text: string, { at }: Span): string {
  const noun = text.slice(0, at).trimEnd();
  return /[^s]s$/.test(noun) && !/\b(France|Paris|Cyprus|its)$/.test(noun) ? 'were' : 'was';
}

/** What may happen, told as what is sure or has to: "may" as "will". */
export const modalStrengthened: Change = ({ text }, random) => {
  const found = spans(text, modal).filter((span) => span.text !== 'must' && !isOfNobody(text, span));
  if (found.length === 0) return undefined;
  const span = random.pick(found);
  const stronger = span.text === 'should' ? ['must', 'will'] : ['will', 'must', 'will certainly', 'will surely'];
  return replaced(text, span, random.pick(stronger));
};

/** What happened or will, told as what should, could or must. */
export const modalAdded: Change = ({ text }, random) => {
  const sure = spans(text, /\b(?:will|would)(?= [a-z]+\b)(?! (?:not|never|have|like))/g);
  const span = mainPast(text);
  if (sure.length > 0 && (span === undefined || random.below(2) === 0))
    return replaced(text, random.pick(sure), random.pick(['might', 'could', 'should', 'may']));
  if (span === undefined) return undefined;
  return replaced(text, span, `${addedModal(random)} ${ofPastForm(span.text)}`);
};

function addedModal(random: Random): string {
  return random.pick(['should', 'must', 'could soon', 'might soon', 'ought to', 'may one day']);
}

const planned: readonly RegExp[] = [
  /\bwill (?<verb>[a-z]+)\b/g,
  /\bwould (?:soon |immediately )?(?<verb>[a-z]+)\b/g,
  /\b(?:agreed|pledged|promised|plans|planned|intended|intends|offered|decided|obliged|hopes|vowed|wants) to (?<verb>[a-z]+)\b/g,
  /\b(?:was|were|is|are) (?:due|ready|expected|planning|preparing|sending) to (?<verb>[a-z]+)\b/g,
];

/** What was planned, told as done: "will open" as "has opened", "agreed to halt" as "halted". */
export const tenseMoved: Change = ({ text }, random) => {
  const found = planned.flatMap((pattern) => [...text.matchAll(pattern)]);
  const fit = found.filter(({ groups, index }) => isPlan(groups?.['verb'] ?? '', text.slice(0, index)));
  if (fit.length === 0) return undefined;
  const match = random.pick(fit);
  const verb = match.groups?.['verb'] ?? '';
  const words = match[0].startsWith('would') ? `had ${participle(verb)}` : (past(verb) ?? '');
  return replaced(text, { at: match.index, text: match[0] }, words);
};

// "said that he would ... if" and "agreed not to" are no plans; "be" needs its participle.
function isPlan(verb: string, before: string): boolean {
  return !/^(be|have)$/.test(verb) && participle(verb) !== undefined && !/\b(not|never|nor|no|neither)\b/i.test(before);
}
