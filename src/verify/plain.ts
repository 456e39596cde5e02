/** Longer claims are no single statement; a sentence of news has 20 to 45 words. */
const MOST_WORDS = 75;
const MOST_SENTENCES = 2;
/** In UTF-16 code units, before anything is read. */
const MOST_LENGTH = 800;

/** Marks that only markup, links, mentions and code have. A lone "&" or "%" is prose. */
const MARKUP =
  /[<>[\]{}|\\^~*_`#@=]|https?:|www\.|\/\/|\b[\w-]+\.(?:com|org|net|io|info|gov|edu|co|ru|cn|ir|pk)\b|&\w+;|:\w+:|(?:^|\s)(?:[-+•·]|\d+[.)])\s/i;
/** Control, format, private and surrogate characters: none of them is a letter that a reader sees. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029]|[\ufe00-\ufe0f]/u;
/** Scripts other than Latin, and pictures. */
const FOREIGN = /(?!\p{Script=Latin})\p{L}|\p{Extended_Pictographic}(?<!\d)/u;

/** "would never must": no verb of English has two modals. */
const MODALS_TWICE =
  /\b(?:will|would|can|could|may|might|must|shall|should|cannot|ought)(?: (?:not|never|also|still|soon|now|ever|always|then|again|[a-z]+ly))* (?:will|would|could|may|might|must|shall|should|cannot|can|ought)\b/;

export type Blemish = 'empty' | 'markup' | 'language' | 'length';

/** What makes a text no plain English prose of one or two sentences, before its meaning is looked at. */
export function blemishOf(text: string): Blemish | undefined {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words < 2) return 'empty';
  if (UNSEEN.test(text) || MARKUP.test(text)) return 'markup';
  if (FOREIGN.test(text)) return 'language';
  if (/[?!]/.test(text) || MODALS_TWICE.test(text)) return 'language';
  return words > MOST_WORDS || text.length > MOST_LENGTH ? 'length' : undefined;
}

/** Whether so many sentences are still one claim. */
export function isTooMany(sentences: number): boolean {
  return sentences > MOST_SENTENCES;
}
