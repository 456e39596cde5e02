import type { Mention } from '../domain/mention.ts';
import { stateIn } from './parties.ts';

/** The states of some actors, sorted, each once. */
export function statesOf(actors: readonly string[]): string[] {
  return [...new Set(actors.map(stateIn))].sort();
}

/** What two reports of one act have in common whatever their words: type, who, to whom. */
export function signatureOf(mention: Pick<Mention, 'type' | 'actors' | 'targets'>): string {
  return `${mention.type}|${statesOf(mention.actors).join('+')}|${statesOf(mention.targets).join('+')}`;
}
