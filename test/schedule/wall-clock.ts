/**
 * When a slot is, found without the product's arithmetic: instants are walked in order, each formatted as clocks in the
 * zone show it, and the first that shows enough is taken.
 */

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const DAY_MS = 96 * QUARTER_MS;

export interface WallClock {
  readonly zone: string;
  /** `2024-03-31 02:30` */
  shows(at: number): string;
}

export function wallClock(zone: string): WallClock {
  // Sweden writes dates as ISO does
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  return { zone, shows: (at) => format.format(at) };
}

/** The instants at which clocks are put forward or back, to the minute. */
export function changes(clock: WallClock, from: number, to: number): number[] {
  const found: number[] = [];
  // each instant is formatted once: that is what a search through seven years of every zone costs
  for (let at = from, shown = read(clock.shows(at)); at < to; at += DAY_MS) {
    const next = read(clock.shows(at + DAY_MS));
    if (next - shown !== DAY_MS) found.push(firstOdd(clock, firstOdd(clock, at, QUARTER_MS), MINUTE_MS) + MINUTE_MS);
    shown = next;
  }
  return found;
}

/** The first step from here on over which the clock does not run on by just that step. */
function firstOdd(clock: WallClock, from: number, step: number): number {
  let at = from;
  while (!runsOdd(clock, at, step)) at += step;
  return at;
}

function runsOdd({ shows }: WallClock, at: number, step: number): boolean {
  return read(shows(at + step)) - read(shows(at)) !== step;
}

function read(shown: string): number {
  return Date.parse(`${shown.replace(' ', 'T')}Z`);
}

/** Every quarter of an hour, and every minute of those in which the clock is changed. `from` is a whole quarter. */
export function walk(clock: WallClock, from: number, to: number): (readonly [at: number, shown: string])[] {
  const walked: [number, string][] = [];
  for (let quarter = from, shown = clock.shows(from); quarter < to; quarter += QUARTER_MS) {
    const next = clock.shows(quarter + QUARTER_MS);
    walked.push([quarter, shown]);
    if (read(next) - read(shown) !== QUARTER_MS)
      for (let at = quarter + MINUTE_MS; at < quarter + QUARTER_MS; at += MINUTE_MS) walked.push([at, clock.shows(at)]);
    shown = next;
  }
  return walked;
}

/** For each of `wanted`, such as `2024-03-31 02:30` and in order, the first instant at which the clock shows it or more. */
export function firstInstants(walked: ReturnType<typeof walk>, wanted: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  let next = 0;
  for (const [at, shown] of walked)
    for (let want = wanted[next]; want !== undefined && want <= shown; want = wanted[next]) {
      found.set(want, at);
      next += 1;
    }
  return found;
}
