/** Hours of a day, from `from` up to `until`, on a clock of 24; over midnight where `from` is the later one. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** Whether it is a quiet hour in a zone. @param now milliseconds since 1970 */
export function isQuiet({ from, until }: QuietHours, zone: string, now: number): boolean {
  const hour = hourIn(zone, now);
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
}

function hourIn(timeZone: string, now: number): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now));
}
