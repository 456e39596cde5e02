/** Milliseconds. Newsrooms touch dates and teasers all day: a page that was read is not read again before. */
export const REREAD_MS = 60 * 60_000;
/** Addresses that are remembered; of more the first are forgotten. */
const MOST = 5_000;

/** The pages that this process has read within the hour, for whichever feed: several feeds of a site name the same ones. */
export class RecentPages {
  readonly #read = new Map<string, { readonly at: number; readonly fault: string | undefined }>();

  /** @param fault why there is no article on it */
  add(url: string, now: number, fault?: string): void {
    this.#read.delete(url);
    this.#read.set(url, { at: now, fault });
    const [first] = this.#read.keys();
    if (this.#read.size > MOST && first !== undefined) this.#read.delete(first);
  }

  has(url: string, now: number): boolean {
    const at = this.#read.get(url)?.at;
    return at !== undefined && Math.abs(now - at) < REREAD_MS;
  }

  faultOf(url: string, now: number): string | undefined {
    return this.has(url, now) ? this.#read.get(url)?.fault : undefined;
  }
}
