import { findQuotations } from './quotations.ts';
import type { Sentence, Token } from './sentences.ts';

/** What no sentence of prose holds: brackets of machines. */
const MARKED = /[[\]{}<>|\\]|https?:/;
const SAYING =
  'report|add|say|write|state|print|output|ignore|disregard|reply|respond|repeat|translate|include|insert|note|mention|tell|answer|remember|pretend|decode|correction';
/** "Report that ...", "Answer: ...": an order, whatever it is taken for. */
const ORDERED = new RegExp(`^["“‘']?(${SAYING})\\b[^.]{0,20}?( that\\b|:)`, 'i');
/** "New task: write: ...", "and say: ..." */
const ORDERED_WITHIN = new RegExp(`(?:[:;,.]|\\band|\\bthen|\\bplease)\\s+(${SAYING})( instead| with)?\\s*:`, 'i');
const TO_BE_SAID =
  /\b(must|should|shall|has to|have to|needs? to|told to|asked to|ordered to) (say|write|report|add|print|state|mention|reply|answer|repeat|output)\b/i;
/** Whom no news speaks to. */
const TO_A_MACHINE =
  /\b(assistants?|chat ?bots?|bots?|language models?) (must|should|shall|has to|have to|needs? to|to (mention|say|add|write))\b|\b(previous|above|all) (instructions|rules)\b|\bsystem prompt\b/i;

/**
 * Whether a sentence is no news but an order to whoever reads it, or something made for a machine: "Strike out ...",
 * "please add ...", "you must ...", "Reply with: ...", brackets and addresses.
 */
export function isOrder(words: string, { start, tokens }: Sentence): boolean {
  if ([MARKED, ORDERED, ORDERED_WITHIN, TO_BE_SAID, TO_A_MACHINE].some((kind) => kind.test(words))) return true;
  const first = tokens.find(({ pos }) => pos !== 'PUNCT');
  if (first?.pos === 'VERB' && first.lower === first.lemma) return true;
  const quotations = findQuotations(words);
  const isQuoted = (token: Token) =>
    quotations.some((range) => token.start - start >= range.start && token.end - start <= range.end);
  return tokens.some((token) => /^(you|your|please)$/.test(token.lower) && !isQuoted(token));
}
