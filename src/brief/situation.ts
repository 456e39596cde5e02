import type { Archive, Scope } from '../domain/archive.ts';
import type { Event } from '../domain/event.ts';
import type { Situation } from '../domain/situation.ts';
import { DetenteError } from '../errors.ts';
import { eventsOf } from '../events/ledger.ts';
import { statesOf } from '../events/signature.ts';
import { canonicalName } from '../text/names.ts';

/**
 * The situation of a name such as "Iran–Pakistan" or "Iran, Pakistan"; without a name, the pair that most events of the
 * archive stand between.
 * @returns `undefined` where the archive holds no event between two parties.
 * @throws DetenteError `bad-usage` when a name does not give two parties.
 */
export async function situationNamed(
  archive: Pick<Archive, 'articles' | 'mentions'>,
  name?: string,
  scope?: Scope,
): Promise<Situation | undefined> {
  return name === undefined ? commonPair(await eventsOf(archive, scope && { scope })) : parseSituation(name);
}

function parseSituation(name: string): Situation {
  const parts = name.split(/\s*(?:[–—,/&]|\s-\s|\band\b)\s*/).filter((part) => part !== '');
  const words = parts.length > 1 ? parts : name.split('-');
  const parties = [...new Set(words.map((word) => canonicalName(word.trim()) ?? word.trim()))];
  if (parties.length < 2 || parties.some((party) => party === ''))
    throw new DetenteError(
      'bad-usage',
      `situation ${JSON.stringify(name)} does not name two parties: write it as "Iran–Pakistan"`,
    );
  return situationOf(parties);
}

/** The two parties with most events between them; ties by name, so that the answer is always the same. */
function commonPair(events: readonly Event[]): Situation | undefined {
  const counts = new Map<string, number>();
  for (const event of events) {
    if (event.status === 'hypothetical' || event.status === 'historical') continue;
    const own = statesOf(event.actors);
    const pairs = event.targets.length === 0 ? crossed(own, own) : crossed(own, statesOf(event.targets));
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const best = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0];
  return best && situationOf(best[0].split('|'));
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
