import { fold } from './words.ts';

const LONG = 6;

/** A name without case, marks, spaces, hyphens, apostrophes and possessive: "Amir-Abdollahian's" is "amirabdollahian". */
export function squash(name: string): string {
  if (/^[a-z\d]*$/i.test(name)) return name.toLowerCase();
  return fold(name)
    .replace(/'s(?![\p{L}\p{N}])/gu, '')
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * What different transliterations of one name have in common: the first letter and the consonants, doubled ones once.
 * "sistanbaluchestan" and "siestanbalochistan" both give "sstnblchstn".
 */
export function skeleton(squashed: string): string {
  const plain = squashed
    .replace(/ph/g, 'f')
    .replace(/[qc](?!h)/g, 'k')
    .replace(/([gkd])h/g, '$1')
    .replace(/^(?:ou|oo|o)/, 'u')
    .replace(/^[ei]/, 'i');
  const first = plain.slice(0, 1);
  return (first + plain.slice(1).replace(/[aeiouyw]/g, '')).replace(/(.)\1+/gu, '$1');
}

/** Letters to add, drop, exchange or swap with the next; `most + 1` where there are more than `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(row[b.length] ?? 0, most + 1);
}

/**
 * Whether two squashed names are spellings of one. Short names must be equal; longer ones may differ in vowels and in
 * doubled letters, a letter in four; the consonants must agree.
 */
export function sameSpelling(a: string, b: string): boolean {
  if (a === b) return a !== '';
  if (Math.min(a.length, b.length) < LONG) return false;
  const bones = skeleton(a);
  if (bones.length < 4 || bones !== skeleton(b)) return false;
  const most = Math.floor(Math.max(a.length, b.length) / 4);
  return distance(a, b, most) <= most;
}
