import type { BriefDefinition, SectionId } from '../domain/brief.ts';
import type { Event } from '../domain/event.ts';

/** The events of each telling section, and how many had no room. */
export interface Selection {
  readonly new: readonly Event[];
  readonly calm: readonly Event[];
  readonly away: readonly Event[];
  readonly leftOut: number;
}

/** Kept while anything lighter can go. */
const WEIGHTY = new Set(['ASSAULT', 'SANCTION', 'AGREE', 'CONSULT', 'THREATEN', 'RETREAT']);

/**
 * Parts events into New, Calm and Away, each event in one of them, the weightiest first where room is short, told in the
 * order of their dates.
 * @param words the words at most over all three, 350 less the bottom line's.
 */
export function select(
  definition: BriefDefinition,
  fresh: readonly Event[],
  standing: readonly Event[],
  weight: (event: Event) => number,
  words: number,
): Selection {
  const limit = (id: SectionId) => definition.sections.find((section) => section.id === id)?.limit ?? 0;
  const heaviest = (events: readonly Event[]) =>
    [...events].sort((one, other) => rank(other, weight) - rank(one, weight) || byDate(other, one));
  const news = heaviest(fresh).slice(0, limit('new'));
  const rest = [...standing, ...fresh].filter(
    (event, at, all) => !news.includes(event) && all.findIndex((one) => one.id === event.id) === at,
  );
  const calm = heaviest(rest.filter((event) => event.stance === 'de-escalation')).slice(0, limit('calm'));
  const away = heaviest(rest.filter((event) => event.stance === 'escalation')).slice(0, limit('away'));
  const kept = withinWords([...news, ...calm, ...away], weight, words);
  const told = (events: readonly Event[]) => events.filter((event) => kept.has(event)).sort(byDate);
  return { new: told(news), calm: told(calm), away: told(away), leftOut: news.length + rest.length - kept.size };
}

function withinWords(events: readonly Event[], weight: (event: Event) => number, words: number): Set<Event> {
  const kept = new Set<Event>();
  let used = 0;
  for (const event of [...events].sort((one, other) => rank(other, weight) - rank(one, weight))) {
    const length = event.summary.split(/\s+/).length;
    if (used + length > words) continue;
    used += length;
    kept.add(event);
  }
  return kept;
}

function rank(event: Event, weight: (event: Event) => number): number {
  return weight(event) + (WEIGHTY.has(event.type ?? '') ? 10 : 0) + Math.min(event.origins, 3);
}

function byDate(one: Event, other: Event): number {
  const [left, right] = [one, other].map((event) => `${event.date.to ?? ''}|${event.date.from ?? ''}|${event.id}`) as [
    string,
    string,
  ];
  return left < right ? -1 : left > right ? 1 : 0;
}
