import { SENSES, type SenseName } from './senses.ts';
import type { Clause, Sides } from './sides.ts';
import { stateIn } from './signature.ts';

/** The sides of an act as its sense wants them, and the sense that the sides make of it. */
export interface Settled extends Sides {
  readonly name: SenseName;
}

/** Senses that say nothing without the other side. */
const NEEDS_TARGET: ReadonlySet<SenseName> = new Set<SenseName>([
  'praise',
  'defend',
  'accuse',
  'brand',
  'condemn',
  'demand',
  'seize',
  'arrest',
  'visit',
  'planVisit',
  'host',
  'warn',
  'reject',
  'concede',
  'ease',
  'appealAid',
  'kill',
  'investigate',
  'invite',
  'ambassadorBack',
  'apologize',
  'condole',
  'aid',
  'protect',
  'arms',
  'release',
  'access',
  'capture',
  'letter',
  'objection',
  'threatenPlain',
  'restrict',
  'outlaw',
  'deport',
  'charge',
  'pardon',
  'surrender',
  'recognize',
  'funds',
  'liftLimits',
]);

/** What is done to an envoy is done to his state. */
const OF_ENVOYS: ReadonlySet<SenseName> = new Set<SenseName>(['summon', 'expel', 'expelDiplomats', 'barEnvoy']);

/** Together, apart, and the parties' own appeals told from other people's; `undefined` where a side is missing. */
export function settle(clause: Clause, sides: Sides): Settled | undefined {
  const actors = unique(sides.actors);
  const targets = unique(sides.targets).filter((target) => !actors.includes(target));
  // "refused to condemn the strike": whose request that was is not told
  if (clause.predicate.name === 'refuse') return undefined;
  if (clause.predicate.sense.shape === 'together') return together(clause.predicate.name, [...actors, ...targets]);
  const { name, toward: meant } = recast(clause, actors, targets);
  const states = new Set(actors.map(stateIn));
  const others = meant.filter((target) => !states.has(stateIn(target)) || states.size > 1);
  if (others.length === 0 && NEEDS_TARGET.has(name) && !(name === 'ambassadorBack' && states.size > 1))
    return undefined;
  if ((name === 'liftLimits' || name === 'ease') && others.length > 0)
    return { name: 'easeToward', actors, targets: others };
  // "after both launched strikes into each other's territory" sums up two acts that are told elsewhere
  if (SENSES[name].type === 'ASSAULT' && states.size > 1 && others.length === 0) return undefined;
  const toward = OF_ENVOYS.has(name) ? unique(others.map(stateIn)) : others;
  return { name, actors, targets: toward };
}

function together(name: SenseName, sides: readonly string[]): Settled | undefined {
  const actors = unique(sides).filter((one, _, all) => !all.some((other) => other !== one && stateIn(other) === one));
  return new Set(actors.map(stateIn)).size < 2 ? undefined : { name, actors, targets: [] };
}

/** A state that protests lodges a protest; appeals depend on who makes them. */
function recast(clause: Clause, actors: readonly string[], targets: readonly string[]) {
  if (clause.predicate.name === 'protest') return { name: 'objection' as const, toward: targets };
  return appealed(clause, actors, targets);
}

/**
 * An outsider's appeal is addressed to the two sides. A side's own call for talks or calm is an agreement to it (PLOVER);
 * where it asks the other side to stop, it is a demand.
 */
function appealed(
  clause: Clause,
  actors: readonly string[],
  targets: readonly string[],
): { name: SenseName; toward: readonly string[] } {
  const { context } = clause;
  const { name } = clause.predicate;
  if (name !== 'offerMediation' && name !== 'mediate' && name !== 'appealCalm' && name !== 'appealTalks')
    return { name, toward: targets };
  const party = targets.length < 2 && actors.map(stateIn).some((state) => context.belligerents.includes(state));
  if (!party)
    return { name, toward: targets.length === 0 && context.belligerents.length === 2 ? context.belligerents : targets };
  if (name === 'offerMediation' || name === 'mediate') return { name, toward: targets };
  if (name === 'appealTalks') return { name: 'ownCallForTalks', toward: targets };
  return { name: targets.length > 0 ? 'demand' : 'ownCallForCalm', toward: targets };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
