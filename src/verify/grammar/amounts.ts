import { numberOf } from '../../text/numbers.ts';
import type { Token } from '../../text/sentences.ts';

/** A number in words and figures: its value, and the index of the first token behind it. */
export interface Amount {
  readonly value: number;
  readonly next: number;
}

const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
};

/** The number that begins at a token, with its tens, hyphen and scale: "twenty-seven", "3.5 million", "1,200", "two dozen". */
export function amountAt(tokens: readonly Token[], at: number): Amount | undefined {
  const scaled = /^(dozen|hundred|thousand|million|billion)$/.test(tokens[at + 1]?.lower ?? '');
  const first = single(tokens[at]) ?? (scaled && /^(a|an)$/.test(tokens[at]?.lower ?? '') ? 1 : undefined);
  if (first === undefined) return undefined;
  let value = first;
  let next = at + 1;
  const dash = tokens[next]?.text === '-' ? 1 : 0;
  const ones = single(tokens[next + dash]);
  if (isTen(tokens[at]) && ones !== undefined && ones < 10 && !/\d/.test(tokens[next + dash]?.text ?? '')) {
    value += ones;
    next += dash + 1;
  }
  for (;;) {
    const word = tokens[next]?.lower ?? '';
    const scale = word === 'dozen' ? 12 : SCALES[word];
    if (scale === undefined || (/^(m|bn)$/.test(word) && tokens[next]?.start !== tokens[next - 1]?.end)) break;
    value *= scale;
    next += 1;
    const rest = tokens[next]?.lower === 'and' ? next + 1 : next;
    const more = scale >= 100 ? single(tokens[rest]) : undefined;
    if (more === undefined || more >= scale || /\d/.test(tokens[rest]?.text ?? '')) continue;
    value += more;
    next = rest + 1;
  }
  return { value, next };
}

function isTen(token: Token | undefined): boolean {
  return TENS[token?.lower ?? ''] !== undefined;
}

function single(token: Token | undefined): number | undefined {
  if (token === undefined) return undefined;
  const { lower } = token;
  const tied =
    /^(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-?(one|two|three|four|five|six|seven|eight|nine)$/.exec(
      lower,
    );
  if (tied !== null) return (TENS[tied[1] ?? ''] ?? 0) + numberOf(tied[2] ?? '');
  if (TENS[lower] !== undefined) return TENS[lower];
  if (/^\d[\d,]*(?:\.\d+)?$/.test(lower)) return Number(lower.replaceAll(',', ''));
  if (lower === 'a' || lower === 'an' || !/^[a-z]+$/.test(lower)) return undefined;
  const value = numberOf(lower);
  return Number.isNaN(value) ? undefined : value;
}
