import { foldQuote } from '../quotes.ts';

/** What makes the words beside it somebody's, doubtful or conditional. */
const OWNING =
  /["]|\b(?:said|says|say|told|tells|according|reported|reports|report|wrote|writes|warned|announced|added|claimed|alleged|insisted|stated|denied|believes?|thinks?|feared|suggested|predicted|if|unless|whether|provided|not|no|never|nor|neither|without|that)\b/i;
/** Where one main clause ends and the next begins. */
const JOINT = /(?:, (?:and|but|while)|;) /g;

/** Whether a claim is a sentence word for word, or one of its main clauses that nothing else in it governs. */
export function isCopy(claim: string, sentence: string): boolean {
  const [own, whole] = [bare(claim), bare(sentence)];
  if (own === whole) return true;
  for (const { index, 0: joint } of whole.matchAll(JOINT)) {
    const [before, behind] = [whole.slice(0, index), whole.slice(index + joint.length)];
    if (own === before && !OWNING.test(behind)) return true;
    if (lowerFirst(own) === lowerFirst(behind) && !OWNING.test(before)) return true;
  }
  return false;
}

function bare(text: string): string {
  return foldQuote(text).replace(/\.$/, '');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
