import type { BriefDefinition, SectionId } from '../domain/brief.ts';
import type { Event } from '../domain/event.ts';
import { byDate } from '../events/ledger.ts';

/** The events of each telling section, and how many had no room. */
export interface Selection {
  readonly new: readonly Event[];
  readonly calm: readonly Event[];
  readonly away: readonly Event[];
  readonly leftOut: number;
}

/**
 * Parts events into New, Calm and Away, each event in one of them, the most important first where room is short, told in
 * the order of their dates.
 * @param words the words at most over all three.
 */
export function select(
  definition: BriefDefinition,
  fresh: readonly Event[],
  standing: readonly Event[],
  importance: (event: Event) => number,
  words: number,
): Selection {
  const limit = (id: SectionId) => definition.sections.find((section) => section.id === id)?.limit ?? 0;
  const foremost = (events: readonly Event[]) =>
    events.toSorted((one, other) => importance(other) - importance(one) || byDate(other, one));
  const news = foremost(fresh).slice(0, limit('new'));
  const rest = [...new Set([...standing, ...fresh])].filter((event) => !news.includes(event));
  const calm = foremost(rest.filter((event) => event.stance === 'de-escalation')).slice(0, limit('calm'));
  const away = foremost(rest.filter((event) => event.stance === 'escalation')).slice(0, limit('away'));
  const kept = withinWords(foremost([...news, ...calm, ...away]), words);
  const told = (events: readonly Event[]) => events.filter((event) => kept.has(event)).sort(byDate);
  return { new: told(news), calm: told(calm), away: told(away), leftOut: news.length + rest.length - kept.size };
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
