/** Questions answered at once; more are told to be left out. */
export const MOST_QUESTIONS = 8;

const FIRST_WORD =
  /^(who|whom|whose|what|when|where|which|why|how|did|do|does|is|are|was|were|has|have|had|will|can|could)\b/i;

/** A full stop behind "Mr", "Gen" or an initial ends no sentence. */
const BOUNDARY =
  /(?<=\?)\s+|(?<=[.!])(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|St|No|vs|\p{Lu})\.)\s+(?=\p{Lu})|\n+/u;

/**
 * The questions of a text, in order: parted at question marks, and at an "and" before another word of asking:
 * "Who offered to mediate, and when?". A text with none is one.
 */
export function questionsIn(text: string): string[] {
  const sentences = text.split(BOUNDARY).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const asking = sentences.length > 1 ? withContext(sentences).filter(isAsking) : sentences;
  const parts = (asking.length > 0 ? asking : sentences).flatMap(joined);
  return parts.map((part) => part.trim());
}

function isAsking(sentence: string): boolean {
  return sentence.includes('?') || FIRST_WORD.test(sentence.trim());
}

const POINTING = /\b(he|she|it|they|him|her|them|his|its|their|this|that|these|those)\b/i;

/** "The minister resigned. How old is he?": what a question points back to stands behind it, for what is asked leads. */
function withContext(sentences: readonly string[]): string[] {
  return sentences.map((sentence, at) => {
    const before = sentences[at - 1];
    const follows = before !== undefined && !isAsking(before) && isAsking(sentence);
    return follows && (POINTING.test(sentence) || isAboutIt(sentence, before)) ? `${sentence} ${before}` : sentence;
  });
}

/** Words of people who write to a bot; nothing that happened. */
const TO_THE_BOT = /\b(i|we|you|my|our|your|me|us|please|thanks|hello|hi|good (morning|afternoon|evening))\b/i;

/** "Two ferries collided. Where did the accident happen?": a question without a name is about what was told before. */
function isAboutIt(question: string, before: string): boolean {
  return /\bthe \p{Ll}/u.test(question) && !/\s\p{Lu}/u.test(question) && !TO_THE_BOT.test(before);
}

/** "..., and when?", "... and why?": what stands behind "and" asks anew. */
function joined(sentence: string): string[] {
  const found = /,?\s+and\s+(?=(?:when|where|why|how many|who|whom|by whom|what)\b[^,]{0,60}\?*$)/i.exec(sentence);
  if (found === null || !FIRST_WORD.test(sentence.trim())) return [sentence];
  return [`${sentence.slice(0, found.index)}?`, sentence.slice(found.index + found[0].length)];
}
