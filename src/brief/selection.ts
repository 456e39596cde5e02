import type { BriefDefinition, SectionId, Statement } from '../domain/brief.ts';
import type { Event, EventId } from '../domain/event.ts';
import { byDate } from '../events/ledger.ts';
import type { Comparison } from './comparison.ts';
import { changedStatement, statementOf } from './statement.ts';

/** The statements of each telling section, and how many events had no room. */
export interface Selection {
  readonly new: readonly Statement[];
  readonly calm: readonly Statement[];
  readonly away: readonly Statement[];
  readonly leftOut: number;
}

/** What there is to tell. */
interface Candidates extends Pick<Comparison, 'fresh' | 'changed'> {
  readonly standing: readonly Event[];
  /** Events that a later section tells whole. */
  readonly toldBelow: ReadonlySet<EventId>;
}

/**
 * Parts events into New, Calm and Away, each event in one of them, the most important first where room is short, told in
 * the order of their dates. In Calm and Away what a later section tells goes first where not all has room.
 * @param words the words at most over all three.
 */
export function select(
  definition: BriefDefinition,
  { fresh, changed, standing, toldBelow }: Candidates,
  importance: (event: Event) => number,
  words: number,
): Selection {
  const limit = (id: SectionId) => definition.sections.find((section) => section.id === id)?.limit ?? 0;
  const foremost = (events: readonly Event[]) =>
    events.toSorted((one, other) => importance(other) - importance(one) || byDate(other, one));
  const before = new Map(changed.map((one) => [one.event, one.before]));
  const news = foremost([...fresh, ...before.keys()]).slice(0, limit('new'));
  const rest = [...new Set([...standing, ...fresh])].filter((event) => !news.includes(event));
  const onlyHere = (events: readonly Event[]) => [
    ...foremost(events.filter(({ id }) => !toldBelow.has(id))),
    ...foremost(events.filter(({ id }) => toldBelow.has(id))),
  ];
  const calm = onlyHere(rest.filter((event) => event.stance === 'de-escalation')).slice(0, limit('calm'));
  const away = onlyHere(rest.filter((event) => event.stance === 'escalation')).slice(0, limit('away'));
  const kept = withinWords(foremost([...news, ...calm, ...away]), words);
  const told = (events: readonly Event[]) => events.filter((event) => kept.has(event)).sort(byDate);
  return {
    new: told(news).map((event) => {
      const state = before.get(event);
      return state === undefined ? statementOf(event) : changedStatement(event, state);
    }),
    calm: told(calm).map(statementOf),
    away: told(away).map(statementOf),
    leftOut: [...news, ...rest].filter((event) => !kept.has(event) && !toldBelow.has(event.id)).length,
  };
}

function withinWords(events: readonly Event[], words: number): Set<Event> {
  const kept = new Set<Event>();
  let used = 0;
  for (const event of events) {
    const length = event.summary.split(/\s+/).length;
    if (used + length > words) continue;
    used += length;
    kept.add(event);
  }
  return kept;
}
