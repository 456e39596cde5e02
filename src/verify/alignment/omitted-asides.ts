import { clauseOf, commaAfter, hasSpeakerBehind, isTelling, type Put } from './bounds.ts';
import { isOwned, isTurning, JOINT } from './turning.ts';
import { isComma, type Word } from './word.ts';

const ASIDE = /^(who|which|whose|whom|where|a|an|the|one|its|his|her|their|formerly|including|home|known|also|now)$/;

const ADDING =
  /^(after|following|amid|despite|in|at|on|with|because|since|as|hours|days|weeks|months|years|minutes|when|during|for|by|from|near|about|while|shortly|soon|early|late|just|two|three|including|under|where)$/;

/** ", the capital,", ", who leads it,", ", citing fears", ", hours after it began": between commas, or to the end. */
export function asides(words: readonly Word[], at: number, put: Put): void {
  if (!isComma(words[at])) return;
  const first = words[at + 1];
  if (first === undefined) return;
  const end = commaAfter(words, at + 1);
  const inside = words.slice(at + 1, end);
  if (inside.some(({ lower }) => lower === 'or' || lower === 'if' || lower === 'unless')) return;
  const relative = /^(who|which|whose|whom|where)$/.test(first.lower);
  const last = end === words.length;
  if (ASIDE.test(first.lower) && (relative || !inside.some((word) => word.lower !== 'that' && isOwned(word)))) {
    const behind = words[at - 1];
    if (behind === undefined || !/NOUN|PROPN|NUM|TIME|ADJ|VERB/.test(behind.unit.pos)) return;
    if (!relative && inside.some((word, index) => index > 0 && isTelling(inside, index) && word.finite)) return;
    put(at, end);
    if (!last) put(at, end + 1);
  }
  const added =
    /ing$/.test(first.lower) &&
    first.form === 'ing' &&
    !/^(barring|excepting|excluding|assuming|providing|depending|pending|regarding|denying|according)$/.test(
      first.lower,
    );
  if (last && (added || (isAdding(first) && !inside.some(isOwned)))) put(at, end);
  if (added && !last) {
    // a chain of commas at the end: ", adding that A, B and C"
    const rest = words.slice(at + 1);
    if (!hasSpeakerBehind(rest) && !rest.some((word, index) => JOINT.test(word.lower) && isComma(rest[index - 1])))
      put(at, words.length);
  }
}

function isAdding({ lower, unit }: Word): boolean {
  return ADDING.test(lower) || unit.kind === 'number' || unit.kind === 'time';
}

/** ", who led the army and is its chief," as ", its chief,". */
export function whoIs(words: readonly Word[], at: number, put: Put): void {
  if (words[at]?.lower !== 'who' || !isComma(words[at - 1])) return;
  const end = commaAfter(words, at);
  const is = words.findIndex(
    (word, index) =>
      index > at && index < end && word.lower === 'is' && (index === at + 1 || words[index - 1]?.lower === 'and'),
  );
  const next = words[is + 1];
  if (
    is > 0 &&
    next !== undefined &&
    /DET|NOUN|PROPN|PRON/.test(next.unit.pos) &&
    !words.slice(at, is).some(isTurning) &&
    !isTurning(next)
  )
    put(at, is + 1);
}

/** "a team that had landed on Monday met": what tells more of something not known before. */
export function relatives(words: readonly Word[], at: number, put: Put): void {
  const verb = words[at + 1];
  if (!/^(that|which|who)$/.test(words[at]?.lower ?? '') || !/NOUN/.test(words[at - 1]?.unit.pos ?? '')) return;
  if (verb?.finite !== true || clauseOf(words, at).some(isTurning)) return;
  if (!words.slice(Math.max(0, at - 5), at).some(({ lower }) => /^(a|an)$/.test(lower))) return;
  for (let end = at + 2; end <= words.length; end += 1) {
    const word = words[end];
    if (word !== undefined) {
      if (isComma(word) || isOwned(word) || /^(and|or|but|that|which|who|to|if|when|while)$/.test(word.lower)) return;
      if (!word.finite || !/VERB|AUX/.test(word.unit.pos) || /VERB|AUX|PART/.test(words[end - 1]?.unit.pos ?? ''))
        continue;
    }
    put(at, end);
    return;
  }
}
