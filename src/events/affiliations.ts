import type { PersonSeen } from '../domain/ledger.ts';
import type { Mention } from '../domain/mention.ts';
import { soleState, type Tenure, tenuresOf } from '../text/leaders.ts';
import { canonicalName } from '../text/names.ts';
import { samePerson } from './persons.ts';
import { NO_DAY } from './place.ts';
import { nameIn, stateIn } from './signature.ts';

/** The persons among the actors, targets and speakers of some mentions, each once. */
export function personsIn(mentions: readonly Mention[]): string[] {
  const names = mentions.flatMap(({ actors, targets, speaker }) => [...actors, ...targets, speaker ?? '']);
  return [...new Set(names)].filter((name) => name !== '' && (isAffiliated(name) || canonicalName(name) !== name));
}

export function isAffiliated(actor: string): boolean {
  return actor.endsWith(')');
}

/**
 * The mentions of one article with its persons' states where articles up to its own day know them: "Jilani" alone is
 * "Jilani (Pakistan)" once another article has said so, unless persons of that name act for two states. What later
 * articles know does not count, so that an edition never changes. Leaders whom every paper names without their country
 * act for the state whose office they held that day.
 */
export function withStates(mentions: readonly Mention[], day: string, seen: readonly PersonSeen[]): Mention[] {
  const earlier = seen.filter((person) => isAffiliated(person.actor) && person.day <= day);
  const names = new Map(personsIn(mentions).map((name) => [name, affiliated(name, day, earlier)]));
  if ([...names].every(([name, full]) => name === full)) return [...mentions];
  const full = (name: string) => names.get(name) ?? name;
  return mentions.map((mention) => ({
    ...mention,
    actors: mention.actors.map(full),
    targets: mention.targets.map(full),
    ...(mention.speaker !== undefined && { speaker: full(mention.speaker) }),
  }));
}

function affiliated(name: string, day: string, earlier: readonly PersonSeen[]): string {
  const bare = nameIn(name);
  const tenures = tenuresOf(bare);
  if (tenures.length > 0) return inOffice(bare, tenures, day);
  if (isAffiliated(name)) return name;
  const states = new Set(earlier.filter(({ actor }) => samePerson(actor, name)).map(({ actor }) => stateIn(actor)));
  return states.size === 1 ? `${name} (${[...states][0]})` : name;
}

/** A leader acts for the state of that day; out of office, for none. In an undated article only one state is sure. */
function inOffice(name: string, tenures: readonly Tenure[], day: string): string {
  const state = soleState(day === NO_DAY ? tenures : tenures.filter(({ from, to }) => from <= day && day <= to));
  return state === undefined ? name : `${name} (${state})`;
}
