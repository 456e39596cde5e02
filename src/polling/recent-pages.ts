/** Milliseconds. Newsrooms touch dates and teasers all day: a page that was read is not read again before. */
export const REREAD_MS = 60 * 60_000;
/** Addresses that are remembered; of more the first are forgotten. */
const MOST = 5_000;

/** The pages that this process has read within the hour, for whichever feed: several feeds of a site name the same ones. */
export class RecentPages {
  readonly #readAt = new Map<string, number>();

  add(url: string, now: number): void {
    this.#readAt.delete(url);
    this.#readAt.set(url, now);
    const [first] = this.#readAt.keys();
    if (this.#readAt.size > MOST && first !== undefined) this.#readAt.delete(first);
  }

  has(url: string, now: number): boolean {
    const at = this.#readAt.get(url);
    return at !== undefined && Math.abs(now - at) < REREAD_MS;
  }
}
