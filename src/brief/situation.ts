import type { Archive } from '../domain/archive.ts';
import type { IsoDate } from '../domain/article.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Situation } from '../domain/situation.ts';
import { DetenteError } from '../errors.ts';
import { statesOf } from '../events/signature.ts';
import { eventsAsOf, outlinesOf } from '../events/view.ts';
import { addDays } from '../text/calendar.ts';
import { canonicalName } from '../text/names.ts';

/** How far back a situation is the talk of the day. */
const CURRENT_DAYS = 30;

/**
 * The situation that nobody named: the pair that most events of the thirty days up to a day stand between; where there
 * are none, of all that the archive holds.
 * @returns `undefined` where no event stands between two parties.
 */
export async function largestSituation(
  { ledger }: Pick<Archive, 'ledger'>,
  date?: IsoDate,
): Promise<Situation | undefined> {
  if (date === undefined) return commonPair((await ledger.entries()).map(({ outline }) => outline));
  const known = async (since?: IsoDate) =>
    outlinesOf(await eventsAsOf({ ledger }, await ledger.entries(since === undefined ? {} : { since }), date));
  const current = commonPair(await known(addDays(date, 1 - CURRENT_DAYS)));
  return current ?? commonPair(await known()) ?? largestSituation({ ledger });
}

/**
 * The situation of a name such as "Iran–Pakistan" or "Iran, Pakistan", or of its own name where it is among `defined`.
 * @throws DetenteError `bad-usage` when a name does not give two parties.
 */
export function situationNamed(name: string, defined: readonly Situation[] = []): Situation {
  const own = defined.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  if (own !== undefined) return own;
  const parts = name.split(/\s*(?:[–—,/&]|\s-\s|\band\b)\s*/).filter((part) => part !== '');
  const words = parts.length > 1 ? parts : name.split('-');
  const parties = [...new Set(words.map((word) => canonicalName(word.trim()) ?? word.trim()))];
  if (parties.length < 2 || parties.some((party) => party === ''))
    throw new DetenteError(
      'bad-usage',
      `situation ${JSON.stringify(name)} does not name two parties: write it as "Iran–Pakistan"${orOneOf(defined)}`,
    );
  return situationOf(parties);
}

function orOneOf(defined: readonly Situation[]): string {
  return defined.length === 0 ? '' : `, or choose one of ${defined.map(({ name }) => name).join(', ')}`;
}

/** The two parties with most events between them; none where no event stands between two. */
function commonPair(events: readonly EventOutline[]): Situation | undefined {
  return situationsBetween(events)[0];
}

/** Every pair of parties with events between them, most events first; ties by name, so that the answer is always the same. */
export function situationsBetween(events: readonly EventOutline[]): readonly Situation[] {
  const counts = new Map<string, number>();
  for (const event of events) {
    if (event.status === 'hypothetical' || event.status === 'historical') continue;
    const own = knownParties(event.actors);
    const pairs = event.targets.length === 0 ? crossed(own, own) : crossed(own, knownParties(event.targets));
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return ranked.map(([pair]) => situationOf(pair.split('|')));
}

/** States, bodies and groups; a person without a state is no party. */
function knownParties(actors: readonly string[]): string[] {
  return statesOf(actors).filter((name) => canonicalName(name) === name);
}

function crossed(left: readonly string[], right: readonly string[]): Set<string> {
  return new Set(
    left.flatMap((one) => right.filter((other) => other !== one).map((other) => [one, other].sort().join('|'))),
  );
}

function situationOf(parties: readonly string[]): Situation {
  const sorted = [...parties].sort();
  return { name: sorted.join('–'), parties: sorted };
}
