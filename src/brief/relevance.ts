import type { Event } from '../domain/event.ts';
import type { Situation } from '../domain/situation.ts';
import { statesOf } from '../events/signature.ts';
import { findNames } from '../text/names.ts';

/**
 * Whether an event belongs to a situation: it stands between the parties; or a party acts or is acted on and no third
 * state is in it; or one of its quotes names another party too.
 */
export function belongsTo(event: Event, situation: Situation): boolean {
  const states = new Set([...statesOf(event.actors), ...statesOf(event.targets)]);
  const parties = situation.parties.filter((party) => states.has(party));
  if (parties.length > 1) return true;
  // a party's answer to a mediator is about the situation, whoever the mediator is
  if (parties.length > 0 && ANSWERS.has(event.cameo ?? '')) return true;
  if (parties.length === 0) return namesParties(event, situation, 2);
  const others = [...states].filter((state) => !situation.parties.includes(state));
  return others.length === 0 ? namesParties(event, situation, 1) : namesParties(event, situation, 2);
}

/** CAMEO: accept mediation, reject mediation. */
const ANSWERS = new Set(['038', '126']);

function namesParties(event: Event, situation: Situation, atLeast: number): boolean {
  return event.claims.some((claim) => {
    const named = new Set(findNames(claim.citation.quote).map((name) => name.state ?? name.name));
    return situation.parties.filter((party) => named.has(party)).length >= atLeast;
  });
}
