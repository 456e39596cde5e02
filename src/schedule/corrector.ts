import { createHash } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import type { Delivery, Edition, EditionId, OpenDelivery, Outbox } from '../domain/delivery.ts';
import type { Logger } from '../domain/logger.ts';
import { deliveryKey } from './delivery-key.ts';

export interface CorrectorParts {
  readonly outbox: Pick<Outbox, 'dueSince' | 'edition' | 'open'>;
  readonly clock: Clock;
  readonly machineClock: Clock;
  readonly logger: Logger;
  /** Another text once something may have changed that editions rest on. */
  state(): Promise<string>;
  /** The edition as it should stand now; undefined where it stands as it was sent. */
  correct(edition: Edition, delivery: Delivery): Promise<Edition | undefined>;
}

/** An edition is what a desk works with for a week; after that the newer ones tell how it was. */
const LOOKED_BACK_MS = 7 * 24 * 60 * 60_000;

/** Looks at what was sent whenever the archive has changed, and writes corrections into the outbox: each one once. */
export class Corrector {
  readonly #parts: CorrectorParts;
  #seen: string | undefined;

  constructor(parts: CorrectorParts) {
    this.#parts = parts;
  }

  /** Never rejects. */
  async look(): Promise<void> {
    const { state, logger } = this.#parts;
    try {
      const now = await state();
      if (now === this.#seen) return;
      await this.#lookAtAll();
      this.#seen = now;
    } catch (error) {
      logger.error({ error }, 'sent editions could not be looked at');
    }
  }

  async #lookAtAll(): Promise<void> {
    const { outbox, clock } = this.#parts;
    const all = await outbox.dueSince(clock.now() - LOOKED_BACK_MS);
    const found = new Map<string, Promise<Edition | undefined>>();
    for (const history of Map.groupBy(all, editionName).values()) {
      const latest = latestSent(history);
      if (latest?.edition === undefined) continue;
      const key = `${latest.edition} ${latest.conversation.adapter} ${latest.conversation.workspace}`;
      const corrected = found.get(key) ?? this.#corrected(latest, latest.edition);
      found.set(key, corrected);
      const content = await corrected;
      if (content !== undefined) await outbox.open([this.#opened(latest, content)]);
    }
  }

  async #corrected(delivery: Delivery, id: EditionId): Promise<Edition | undefined> {
    const { outbox, correct } = this.#parts;
    const edition = await outbox.edition(id);
    return edition && (await correct(edition, delivery));
  }

  #opened({ conversation, definition, situation, date }: Delivery, content: Edition): OpenDelivery {
    const revision = createHash('sha256').update(JSON.stringify(content.correction)).digest('hex').slice(0, 12);
    const name = { conversation, definition, situation, date, revision };
    const now = this.#parts.clock.now();
    const times = { dueAt: now, nextAt: now, openedAt: this.#parts.machineClock.now() };
    return { ...name, key: deliveryKey(name), state: 'waiting', ...times, content };
  }
}

function editionName({ conversation, definition, situation, date }: Delivery): string {
  return JSON.stringify([conversation, definition, situation, date]);
}

/** The edition as it stands in its channel; undefined while it, or a correction of it, is on its way. */
function latestSent(history: readonly Delivery[]): Delivery | undefined {
  if (history.some(({ state }) => state === 'waiting')) return undefined;
  return history.findLast(({ state }) => state === 'sent');
}
