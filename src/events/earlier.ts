import type { Mention } from '../domain/mention.ts';
import { numberOf } from '../text/numbers.ts';

/** "his second call with X within three days", "their second meeting in a week". */
const SECOND =
  /\bsecond\b[^.;]{0,60}\b(?:with)?in (?:the (?:past|last) |as many as )?(a|two|three|four|five|six|seven|\d{1,2}) (day|week)s?\b/i;

/** A second contact within so many days tells of a first one too. */
export function withEarlier(mentions: readonly Mention[]): Mention[] {
  return mentions.flatMap((mention) => {
    const days = mention.type === 'CONSULT' && mention.status === 'reported' ? daysOfTwo(mention) : undefined;
    if (days === undefined) return [mention];
    const { reference: _, speaker: __, ...act } = mention;
    return [mention, { ...act, at: mention.at + 1, time: { kind: 'within', days } as const }];
  });
}

/** Over how many days, two at least, the two fell; `undefined` where the words around the act tell of no second one. */
function daysOfTwo({ span, at }: Mention): number | undefined {
  const found = SECOND.exec(span.quote);
  const from = span.start + (found?.index ?? 0);
  if (found === null || at < from || at > from + found[0].length) return undefined;
  const days = numberOf(found[1] ?? '') * (found[2]?.toLowerCase() === 'week' ? 7 : 1);
  return days > 1 ? days : undefined;
}
