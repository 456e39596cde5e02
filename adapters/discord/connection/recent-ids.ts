/** As many as a resumed connection may bring again. */
const MOST = 2_000;

/** Remembers what came lately, so that nothing visible is done twice for it. */
export class RecentIds {
  readonly #ids = new Set<string>();

  /** True the first time. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > MOST && oldest !== undefined) this.#ids.delete(oldest);
    return true;
  }
}
