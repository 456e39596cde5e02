import { isOrder } from '../text/orders.ts';
import type { Sentence } from '../text/sentences.ts';

/** Games and stories have sides that beat each other too. */
const PLAYED =
  /\bin the (semi-?|quarter-?)?finals?\b|\b(leagues?|tournaments?|championships?|world cup|chess|football|soccer|cricket|rugby|hockey|basketball|tennis|olympics?|medals?|goals?|films?|movies?|novels?|video games?)\b/i;

/**
 * Whether a sentence is one that we take no act from on a model's word: an order to whoever reads, something made for a
 * machine, sport or fiction. What the rules by themselves read in it is their own affair.
 */
export function isNoNews(words: string, sentence: Sentence): boolean {
  return PLAYED.test(words) || isOrder(words, sentence);
}
