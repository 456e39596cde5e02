import type { BriefDefinition, SectionId, Statement } from '../domain/brief.ts';
import type { Event } from '../domain/event.ts';
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

/**
 * Parts events into New, Calm and Away, each event in one of them, the most important first where room is short, told in
 * the order of their dates.
 * @param words the words at most over all three.
 */
export function select(
  definition: BriefDefinition,
  { fresh, changed }: Pick<Comparison, 'fresh' | 'changed'>,
  standing: readonly Event[],
  importance: (event: Event) => number,
  words: number,
): Selection {
  const limit = (id: SectionId) => definition.sections.find((section) => section.id === id)?.limit ?? 0;
  const foremost = (events: readonly Event[]) =>
    events.toSorted((one, other) => importance(other) - importance(one) || byDate(other, one));
  const before = new Map(changed.map((one) => [one.event, one.before]));
  const news = foremost([...fresh, ...before.keys()]).slice(0, limit('new'));
  const rest = [...new Set([...standing, ...fresh])].filter((event) => !news.includes(event));
  const calm = foremost(rest.filter((event) => event.stance === 'de-escalation')).slice(0, limit('calm'));
  const away = foremost(rest.filter((event) => event.stance === 'escalation')).slice(0, limit('away'));
  const kept = withinWords(foremost([...news, ...calm, ...away]), words);
  const told = (events: readonly Event[]) => events.filter((event) => kept.has(event)).sort(byDate);
  return {
    new: told(news).map((event) => {
      const state = before.get(event);
      return state === undefined ? statementOf(event) : changedStatement(event, state);
    }),
    calm: told(calm).map(statementOf),
    away: told(away).map(statementOf),
    leftOut: news.length + rest.length - kept.size,
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
