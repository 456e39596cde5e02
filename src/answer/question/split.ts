/** Questions answered at once; more are told to be left out. */
export const MOST_QUESTIONS = 8;

const FIRST_WORD =
  /^(who|whom|whose|what|when|where|which|why|how|did|do|does|is|are|was|were|has|have|had|will|can|could)\b/i;

/**
 * The questions of a text, in order: parted at question marks, and at an "and" before another word of asking:
 * "Who offered to mediate, and when?". A text with none is one.
 */
export function questionsIn(text: string): string[] {
  const sentences = text.split(/(?<=\?)\s+|(?<=[.!])\s+(?=[\p{Lu}])|\n+/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const asking =
    sentences.length > 1 ? sentences.filter((part) => part.includes('?') || FIRST_WORD.test(part.trim())) : sentences;
  const parts = (asking.length > 0 ? asking : sentences).flatMap(joined);
  return parts.map((part) => part.trim());
}

/** "..., and when?", "... and why?": what stands behind "and" asks anew. */
function joined(sentence: string): string[] {
  const found = /,?\s+and\s+(?=(?:when|where|why|how many|who|whom|by whom|what)\b[^,]{0,60}\?*$)/i.exec(sentence);
  if (found === null || !FIRST_WORD.test(sentence.trim())) return [sentence];
  return [`${sentence.slice(0, found.index)}?`, sentence.slice(found.index + found[0].length)];
}
