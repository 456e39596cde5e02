const SHINGLE_WORDS = 5;
/** One shingle in eight is kept: 500 words give about 60 hashes, enough to find a copy of a part. */
const KEEP_ONE_IN = 8;

/** Chinese and Japanese characters stand for words, since no spaces part them. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]+/gv;

/**
 * A sample of a text's five-word shingles, for finding near-copies without comparing whole texts: those whose hash is
 * divisible by 8, as unsigned 32-bit numbers, ascending, each once. Case, punctuation and white space play no part.
 * The sampling is that of Broder, "On the resemblance and containment of documents" (1997), modulo sketch.
 */
export function fingerprint(text: string): number[] {
  const hashes = new Set<number>();
  for (const shingle of shingles(text)) {
    const hash = fnv1a(shingle);
    if (hash % KEEP_ONE_IN === 0) hashes.add(hash);
  }
  return [...hashes].sort((a, b) => a - b);
}

/**
 * How much of the shorter text stands in the other: shared shingles by shingles of the one with fewer, 0 to 1. Exact and
 * symmetric. A text of fewer than five words is one shingle; an empty one is like nothing.
 */
export function likeness(a: string, b: string): number {
  return containment(shingles(a), shingles(b));
}

/** The same of the shingles of two texts. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : a.intersection(b).size / smaller;
}

/** The runs of five words of a text, each once; a shorter text is one. Case, punctuation and white space play no part. */
export function shingles(text: string): Set<string> {
  // Upper case first: it brings letters with two lower case forms (sharp s, final sigma, dotless i) together.
  const words = text.toUpperCase().toLowerCase().match(WORD) ?? [];
  const found = new Set<string>();
  if (words.length > 0 && words.length < SHINGLE_WORDS) found.add(words.join(' '));
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at += 1)
    found.add(words.slice(at, at + SHINGLE_WORDS).join(' '));
  return found;
}

/** 32-bit FNV-1a over UTF-16 code units, with a final mix (murmur3's): the low bits, which choose the sample, are weak without it. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
