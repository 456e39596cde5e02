import type { Random } from './random.ts';
import { type Base, type Change, oneOf, replaced, type Span, spans } from './text.ts';
import { ofPastForm, past } from './verbs.ts';

const negative =
  /\b(no|not|never|neither|nor|none|nobody|without|unless|refus\w+|fail\w+|den(y|ied|ies|ial)|declin\w+|cannot|only|unanswered|withheld|whether)\b/i;

/** A denial turned into its affirmation: "did not sign" into "signed". */
export const negationDropped: Change = ({ text }, random) =>
  random.below(2) === 0
    ? (didDropped(text, random) ?? wordDropped(text, random))
    : (wordDropped(text, random) ?? didDropped(text, random));

/** "did not sign" -> "signed", of a verb whose past form is known. */
export function didDropped(text: string, random: Random): string | undefined {
  const found = spans(text, /\bdid not [a-z]+\b/g).filter(({ text: words }) => past(verbOf(words)) !== undefined);
  if (found.length === 0) return undefined;
  const span = random.pick(found);
  return replaced(text, span, past(verbOf(span.text)) ?? '');
}

function verbOf(words: string): string {
  return words.split(' ').at(-1) ?? '';
}

const dropped: readonly (readonly [RegExp, string])[] = [
  [/\b(has|have|had|is|are|was|were|will|would|could|should|must) (?:not|never) (?:yet )?(?!only)/, '$1 '],
  [/\bcannot\b/, 'can'],
  [/\bno longer /, 'still '],
  [/\bnot to (?=[a-z])/, 'to '],
  [/\b(?:refused|declined) to\b/, 'agreed to'],
  [/\bfailed to\b/, 'managed to'],
  [/\bdenied (that|on|having|backing)\b/, 'confirmed $1'],
  [/\bno (?=casualties|soldiers|firearms|reports|danger|negotiations|normal)/, 'some '],
  [/\bno (?=decision|deadline|date|timetable|clinic|request|second round|direct meeting|president|party)/, 'a '],
  [/\bno (?=agreement)/, 'an '],
  [/\bno (?=country|place|group)/, 'every '],
  [/\bneither (side|candidate)\b/, 'each $1'],
  [/\bnone of\b/, 'most of'],
  [/\bwithout (signing|meeting|naming|giving|announcing)\b/, 'after $1'],
  [/\b(?:nobody|no one)\b/, 'everybody'],
  [/\bunless\b/, 'if'],
  [/\bdoes not (?=withdraw|resign|stop|recognise|mention)/, 'does '],
  [/\bunanswered\b/, 'answered'],
];

function wordDropped(text: string, random: Random): string | undefined {
  return oneOf(text, dropped, random);
}

/** A denial of what the sentence says, at its main verb: "did not", "never", "failed to", "refused to", "will not". */
export const negationAdded: Change = (base, random) => {
  if (negative.test(base.text)) return undefined;
  const ways = random.shuffled([pastDenied, helperDenied]);
  return ways.map((way) => way(base, random)).find((text) => text !== undefined);
};

function pastDenied({ text }: Base, random: Random): string | undefined {
  const span = mainPast(text);
  if (span === undefined) return undefined;
  const verb = ofPastForm(span.text) ?? '';
  const way = random.pick([`did not ${verb}`, `never ${span.text}`, `failed to ${verb}`, `refused to ${verb}`]);
  return replaced(text, span, way);
}

function helperDenied({ text }: Base, random: Random): string | undefined {
  const helper = /\b(?:will|would|has|have|had|was|were|is|are|must|should)\b(?! (?:able|been able))/g;
  const found = spans(text, helper);
  if (found.length === 0) return undefined;
  const span = random.pick(found.slice(0, 2));
  return replaced(text, span, `${span.text} ${random.pick(['not', 'not', 'never'])}`);
}

const postmodifier = /^ (by|in|on|at|near|from|since|of|under|when|against|over|during|to reporters|with)\b/;
const moving =
  /^(began|remained|arrived|landed|met|clashed|collided|retreated|withdrew|travelled|returned|left|resigned|voted|died|fell|flew|came|opened|responded|agreed|appealed|protested|demonstrated|gathered|sank|worked)$/;

/** The first past form of the sentence that is its verb and not a participle such as "launched by Russia". */
export function mainPast(text: string): Span | undefined {
  return spans(text, /(?<![\p{L}-])[a-z]+(?![\p{L}-])/gu).find(({ at, text: word }) => {
    if (ofPastForm(word) === undefined || /^(had|did)$/.test(word)) return false;
    const before = text.slice(0, at).trimEnd();
    const isParticiple =
      /\b(was|were|been|be|is|are|being|has|have|had|of|a|an|the|its|their|and|as|to|first|not|by|soon|will|would|may|might|could|should|must|can|did|have|they|newly)$/i.test(
        before,
      ) || /^(who|which|when|that)$/i.test(before.split(' ').at(-1) ?? '');
    return !isParticiple && (moving.test(word) || !postmodifier.test(text.slice(at + word.length)));
  });
}
