/**
 * The newest so many of what is listed, by the times that they state; the first so many where most state none, since
 * publishers put the newest first.
 * @param timeOf epoch milliseconds
 */
export function newest<T>(all: readonly T[], most: number, timeOf: (one: T) => number | undefined): ReadonlySet<T> {
  if (all.length <= most) return new Set(all);
  const timed = all.flatMap((one) => {
    const time = timeOf(one);
    return time === undefined || Number.isNaN(time) ? [] : [{ one, time }];
  });
  if (timed.length < all.length / 2) return new Set(all.slice(0, most));
  const latest = timed.toSorted((a, b) => b.time - a.time).slice(0, most);
  return new Set(latest.map(({ one }) => one));
}
