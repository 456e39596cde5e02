import type { Mention } from '../domain/mention.ts';
import { entryOf } from '../text/gazetteer.ts';
import { squash } from '../text/spelling.ts';

/** "Name (State)" stands for its state. */
export function stateIn(actor: string): string {
  return /\(([^()]+)\)$/.exec(actor)?.[1] ?? actor;
}

/** "Name (State)" without the state. */
export function nameIn(actor: string): string {
  return actor.replace(/ \([^()]+\)$/, '');
}

/** The states of some actors, sorted, each once. */
export function statesOf(actors: readonly string[]): string[] {
  return [...new Set(actors.map(stateIn))].sort();
}

/** The states of both sides of an act, sorted, each once. */
export function statesIn({ actors, targets }: Pick<Mention, 'actors' | 'targets'>): string[] {
  return statesOf([...actors, ...targets]);
}

/** What two reports of one act have in common whatever their words: type, who, to whom. */
export function signatureOf(mention: Pick<Mention, 'type' | 'actors' | 'targets'>): string {
  return `${mention.type}|${statesOf(mention.actors).join('+')}|${statesOf(mention.targets).join('+')}`;
}

/** An armed group, whose acts are not those of the state it is in. */
export function isGroup(name: string): boolean {
  return entryOf(squash(name))?.kind === 'group';
}

/** The states among some targets speak for the groups in them; groups stand for themselves where no state is named. */
export function withoutGroups(targets: readonly string[]): readonly string[] {
  const states = targets.filter((target) => !isGroup(target));
  return states.length > 0 ? states : targets;
}
