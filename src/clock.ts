import type { IsoInstant } from './domain/article.ts';
import type { Clock } from './domain/clock.ts';
import { DetenteError } from './errors.ts';

export function systemClock(): Clock {
  return { now: () => Date.now() };
}

/**
 * A clock that starts at `instant` now and runs `speed` times as fast: tests and replays.
 * @throws DetenteError `bad-usage` when the instant has no zone or the speed is not a positive number.
 */
export function clockFrom(instant: IsoInstant, speed = 1): Clock {
  const start = parseInstant(instant);
  if (!(Number.isFinite(speed) && speed > 0))
    throw new DetenteError('bad-usage', `a clock's speed is a number above 0, not ${speed}`);
  // The monotonic clock: a step of the machine's own time must not move a replay.
  const begun = performance.now();
  return { now: () => start + Math.floor((performance.now() - begun) * speed) };
}

const instantForm = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function parseInstant(instant: string): number {
  const day = instantForm.exec(instant)?.[1];
  const at = Date.parse(instant);
  // Date.parse takes 30 February for 1 March: a day that does not come back unchanged is no day.
  if (day === undefined || Number.isNaN(at) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day)
    throw new DetenteError('bad-usage', `${JSON.stringify(instant)} is no instant: write it as 2024-01-19T07:00:00Z`);
  return at;
}
