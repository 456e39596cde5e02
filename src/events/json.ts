import type { Event, EventDate } from '../domain/event.ts';
import { addDays } from '../text/calendar.ts';
import { eventDateIso } from '../text/dates.ts';
import { EPISODE_DAYS } from './timeline.ts';

/** An event in the form of `detente events --format json` (docs: the command line's JSON). */
export function eventJson(event: Event): object {
  return {
    id: event.id,
    type: event.type,
    modes: event.modes,
    ...(event.cameo !== undefined && { cameo: event.cameo }),
    stance: event.stance,
    actors: event.actors,
    targets: event.targets,
    date: isoOf(event.date),
    datePrecision: event.date.precision,
    place: event.place ?? null,
    status: event.status,
    claims: claimsBySpeaker(event),
    origins: event.origins,
    articles: event.articles,
    summary: event.summary,
    ...(event.tolls.length > 0 && { tolls: event.tolls }),
  };
}

/** One claim a speaker, with all its citations; the articles' own voice has no speaker. */
function claimsBySpeaker(event: Event): object[] {
  const bySpeaker = Map.groupBy(event.claims, (claim) => claim.speaker);
  return [...bySpeaker].map(([speaker, claims]) => ({
    ...(speaker !== undefined && { speaker }),
    citations: claims.map((claim) => claim.citation),
  }));
}

/** A date as ISO 8601: a day, a month, `A/B`, `A/..`, null. What is only known to lie before a report lies in its episode. */
export function isoOf(date: EventDate): string | null {
  if (date.from !== null || date.to === null) return eventDateIso(date);
  return `${addDays(date.to, -EPISODE_DAYS)}/${date.to}`;
}
