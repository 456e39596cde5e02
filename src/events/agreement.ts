import type { Event } from '../domain/event.ts';
import { stateIn, statesOf } from './signature.ts';

/** What all the parties agreed with each other, not what one of them offered. */
export function isJoint({ type, actors, targets }: Event, parties: readonly string[]): boolean {
  const states = statesOf(actors);
  return type === 'AGREE' && targets.length === 0 && parties.every((party) => states.includes(party));
}

/** The states and bodies whose account of an event is stored, each once. */
export function ownersOf({ claims }: Event): string[] {
  return [...new Set(claims.flatMap(({ speaker }) => (speaker === undefined ? [] : stateIn(speaker))))];
}
