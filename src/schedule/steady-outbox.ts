import type { Claim, Delivery, Edition, Lease, OpenDelivery, Outbox, Outcome } from '../domain/delivery.ts';
import { DetenteError, reasonOf } from '../errors.ts';
import { MemoryOutbox } from './memory-outbox.ts';
import type { Deliveries, SchedulingParts } from './parts.ts';

/**
 * The outbox of a process that goes on where the archive can be read but not written: a full disk must not cost the
 * morning's brief. What is delivered meanwhile is remembered, looked up on the platform first, and written down later.
 */
export class SteadyOutbox implements Deliveries {
  readonly #parts: Pick<SchedulingParts, 'outbox' | 'logger' | 'tellAdmin'>;
  readonly #memory = new MemoryOutbox();
  #isTold = false;
  #isFailing = false;

  constructor(parts: Pick<SchedulingParts, 'outbox' | 'logger' | 'tellAdmin'>) {
    this.#parts = parts;
  }

  /** Rows may be missing of what was posted. */
  get isFailing(): boolean {
    return this.#isFailing || !this.#memory.isEmpty;
  }

  async open(deliveries: readonly OpenDelivery[]): Promise<void> {
    await this.#written(
      () => this.#parts.outbox.open(deliveries),
      () => this.#memory.open(deliveries),
    );
  }

  async waiting(adapter: string, now: number, lease: Lease, limit: number): Promise<readonly Delivery[]> {
    await this.#writeDown();
    const stored = await this.#parts.outbox.waiting(adapter, now, lease, limit);
    return [...this.#memory.waiting(adapter, now), ...stored.filter(({ key }) => !this.#memory.has(key))];
  }

  async claim(delivery: Delivery, lease: Lease): Promise<Claim | undefined> {
    const { key } = delivery;
    if (this.#memory.has(key)) return this.#memory.claim(key);
    return this.#written(
      () => this.#parts.outbox.claim(delivery, lease),
      () => {
        this.#memory.adopt(delivery);
        return this.#memory.claim(key);
      },
    );
  }

  async renew(claim: Claim, lease: Lease): Promise<boolean> {
    if (this.#memory.has(claim.delivery.key)) return true;
    return this.#written(
      () => this.#parts.outbox.renew(claim, lease),
      () => true,
    );
  }

  async prepare(claim: Claim, edition: Edition, late: boolean): Promise<boolean> {
    const { delivery } = claim;
    const remembered = () => {
      this.#memory.adopt(delivery);
      this.#memory.prepare(delivery.key, edition, late);
      return true;
    };
    if (this.#memory.has(delivery.key)) return remembered();
    return this.#written(() => this.#parts.outbox.prepare(claim, edition, late), remembered);
  }

  async settle(claim: Claim, outcome: Outcome): Promise<boolean> {
    const { delivery } = claim;
    const remembered = () => {
      this.#memory.adopt(delivery);
      this.#memory.settle(delivery.key, outcome);
      return true;
    };
    if (this.#memory.has(delivery.key)) return remembered();
    return this.#written(() => this.#parts.outbox.settle(claim, outcome), remembered);
  }

  async revive(delivery: OpenDelivery, lease: Lease): Promise<void> {
    await this.#written(
      () => this.#parts.outbox.revive(delivery, lease),
      () => this.#memory.open([delivery]),
    );
  }

  overdue(...given: Parameters<Outbox['overdue']>) {
    return this.#parts.outbox.overdue(...given);
  }

  edition(...[id]: Parameters<Outbox['edition']>) {
    return this.#parts.outbox.edition(id);
  }

  lastDone(...given: Parameters<Outbox['lastDone']>) {
    return this.#parts.outbox.lastDone(...given);
  }

  lastSent(...given: Parameters<Outbox['lastSent']>) {
    return this.#parts.outbox.lastSent(...given);
  }

  since(...given: Parameters<Outbox['since']>) {
    return this.#parts.outbox.since(...given);
  }

  /** What was remembered goes into the archive as soon as that takes it. */
  async #writeDown(): Promise<void> {
    const settled = this.#memory.settled();
    if (settled.length === 0) return;
    await this.#written(
      async () => {
        await this.#parts.outbox.record(settled);
        this.#memory.forget(settled);
      },
      () => {},
    );
  }

  async #written<Result>(write: () => Promise<Result>, otherwise: () => Result): Promise<Result> {
    try {
      const result = await write();
      this.#recover();
      return result;
    } catch (error) {
      if (!(error instanceof DetenteError && error.code === 'archive-unusable')) throw error;
      this.#fail(error);
      return otherwise();
    }
  }

  /** Small rows may find room where an edition does not: it is over once all that is remembered is written down. */
  #recover(): void {
    if (!this.#memory.isEmpty) return;
    if (this.#isFailing) this.#parts.logger.info({}, 'the archive can be written again');
    this.#isFailing = false;
    this.#isTold = false;
  }

  /** Nothing waits until it is told: a platform that does not answer must not hold up the others. */
  #fail(error: DetenteError): void {
    this.#isFailing = true;
    if (this.#isTold) return;
    this.#isTold = true;
    const text = `The archive cannot be written: ${reasonOf(error)}. Briefs go out all the same; nothing else is kept.`;
    this.#parts.logger.error({ error }, 'the archive cannot be written');
    void this.#parts
      .tellAdmin(text)
      .catch((failure: unknown) => this.#parts.logger.error({ error: failure }, 'the admin could not be told'));
  }
}
