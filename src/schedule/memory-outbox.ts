import type { DeliveryKey } from '../domain/chat.ts';
import type { Claim, Delivery, Edition, OpenDelivery, Outcome } from '../domain/delivery.ts';

interface Kept {
  delivery: Delivery;
  content?: Edition;
}

/** Deliveries of a process whose archive cannot be written: kept until it can be again. */
export class MemoryOutbox {
  readonly #kept = new Map<DeliveryKey, Kept>();

  get isEmpty(): boolean {
    return this.#kept.size === 0;
  }

  has(key: DeliveryKey): boolean {
    return this.#kept.has(key);
  }

  open(deliveries: readonly OpenDelivery[]): void {
    for (const { content, ...delivery } of deliveries)
      if (!this.has(delivery.key))
        this.#kept.set(delivery.key, {
          delivery: { ...delivery, attempts: 0, late: false },
          ...(content !== undefined && { content }),
        });
  }

  /** One that stands in the archive and could not be claimed there. */
  adopt(delivery: Delivery): void {
    if (!this.has(delivery.key)) this.#kept.set(delivery.key, { delivery });
  }

  waiting(adapter: string, now: number): Delivery[] {
    return [...this.#kept.values()]
      .map(({ delivery }) => delivery)
      .filter(({ state, nextAt }) => state === 'waiting' && nextAt <= now)
      .filter(({ conversation }) => conversation.adapter === adapter);
  }

  claim(key: DeliveryKey): Claim | undefined {
    const kept = this.#kept.get(key);
    if (kept?.delivery.state !== 'waiting') return undefined;
    kept.delivery = { ...kept.delivery, attempts: kept.delivery.attempts + 1 };
    return { delivery: kept.delivery, fence: 0 };
  }

  prepare(key: DeliveryKey, content: Edition, late: boolean): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    kept.content = content;
    kept.delivery = { ...kept.delivery, late };
  }

  settle(key: DeliveryKey, outcome: Outcome): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    const { state, ...rest } = outcome;
    const { at: settledAt, ...told } = { at: undefined, ...rest };
    kept.delivery = { ...kept.delivery, state, ...told, ...(settledAt !== undefined && { settledAt }) };
  }

  /** What is done, to be written down. */
  settled(): readonly OpenDelivery[] {
    return [...this.#kept.values()]
      .filter(({ delivery }) => delivery.state !== 'waiting')
      .map(({ delivery, content }) => ({ ...delivery, ...(content !== undefined && { content }) }));
  }

  forget(deliveries: readonly OpenDelivery[]): void {
    for (const { key } of deliveries) this.#kept.delete(key);
  }
}
