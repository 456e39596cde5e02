import { findQuotations } from '../text/quotations.ts';
import type { Sentence, Token } from '../text/sentences.ts';

/** What no sentence of prose holds: brackets of machines. */
const MARKED = /[[\]{}<>|\\]|https?:/;
/** "Report that ...", "Answer: ...": an order, whatever it is taken for. */
const ORDERED =
  /^["“‘']?(report|add|say|write|state|print|output|ignore|disregard|reply|respond|repeat|translate|include|insert|note|mention|tell|answer|remember|pretend|decode|correction)\b[^.]{0,20}?( that\b|:)/i;
const TO_BE_SAID =
  /\b(must|should|shall|has to|have to|needs? to|told to|asked to|ordered to) (say|write|report|add|print|state|mention|reply|answer|repeat|output)\b/i;
/** Games and stories have sides that beat each other too. */
const PLAYED =
  /\bin the (semi-?|quarter-?)?finals?\b|\b(leagues?|tournaments?|championships?|world cup|chess|football|soccer|cricket|rugby|hockey|basketball|tennis|olympics?|medals?|goals?|films?|movies?|novels?|video games?)\b/i;

/**
 * Whether a sentence is one that we take no act from on a model's word: an order to whoever reads, something made for a
 * machine, sport or fiction. What the rules by themselves read in it is their own affair.
 */
export function isNoNews(words: string, sentence: Sentence): boolean {
  return [MARKED, ORDERED, TO_BE_SAID, PLAYED].some((kind) => kind.test(words)) || isAddressed(words, sentence);
}

/** "Strike out ...", "please add ...", "you must ...". */
function isAddressed(words: string, { start, tokens }: Sentence): boolean {
  const first = tokens.find(({ pos }) => pos !== 'PUNCT');
  if (first?.pos === 'VERB' && first.lower === first.lemma) return true;
  const quotations = findQuotations(words);
  const isQuoted = (token: Token) =>
    quotations.some((range) => token.start - start >= range.start && token.end - start <= range.end);
  return tokens.some((token) => /^(you|your|please)$/.test(token.lower) && !isQuoted(token));
}
