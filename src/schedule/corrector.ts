import { createHash } from 'node:crypto';
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Conversation } from '../domain/chat.ts';
import type { Clock } from '../domain/clock.ts';
import type { Delivery, Edition, EditionId, OpenDelivery, Outbox } from '../domain/delivery.ts';
import type { Logger } from '../domain/logger.ts';
import { isArchiveFailure } from '../errors.ts';
import { deliveryKey } from './delivery-key.ts';

export interface CorrectorParts {
  readonly outbox: Pick<Outbox, 'dueSince' | 'edition' | 'openCorrection'>;
  readonly clock: Clock;
  readonly machineClock: Clock;
  readonly logger: Logger;
  /** Another text once something may have changed that editions rest on. */
  state(): Promise<string>;
  /** The sentences that are confirmed as wrong by now, by the conversation that they are wrong for. */
  confirmed(): Promise<(conversation: Conversation) => ReadonlySet<string>>;
  /** The edition as it should stand now; undefined where it stands as it was sent. */
  correct(edition: Edition, confirmed: ReadonlySet<string>): Promise<Edition | undefined>;
}

/** What was found for an edition and what is wrong in it: many conversations have the same. */
type Found = Map<string, Promise<Edition | undefined>>;

const DAY_MS = 24 * 60 * 60_000;
/** An edition is what a desk works with for a week; after that the newer ones tell how it was. */
const LOOKED_BACK_MS = 7 * DAY_MS;
/** What is sent now was due within the last day (DETENTE_LATE_HOURS). */
const SENT_LATE_MS = DAY_MS;

/**
 * Looks at what was sent whenever something has changed that it may rest on, and at each new edition once, since it may
 * have changed while that was on its way; writes corrections into the outbox, each one once.
 */
export class Corrector {
  readonly #parts: CorrectorParts;
  /** The state in which was looked. */
  #seen: string | undefined;
  /** Keys of what was looked at in it. */
  readonly #looked = new Set<string>();
  /** Nothing that stood then is left. */
  #isWhole = false;

  constructor(parts: CorrectorParts) {
    this.#parts = parts;
  }

  /** Never rejects. @param signal ends the look before the next edition; what is left waits for the next look */
  async look(signal?: AbortSignal): Promise<void> {
    const { state, logger } = this.#parts;
    try {
      const now = await state();
      if (now !== this.#seen) {
        this.#looked.clear();
        this.#isWhole = false;
      }
      this.#seen = now;
      this.#isWhole = await this.#lookAtAll(this.#isWhole ? SENT_LATE_MS : LOOKED_BACK_MS, signal);
    } catch (error) {
      this.#isWhole = false;
      logger.error({ error }, 'sent editions could not be looked at');
    }
  }

  /** Whether nothing is left that must be looked at again. */
  async #lookAtAll(backMs: number, signal?: AbortSignal): Promise<boolean> {
    const { outbox, clock } = this.#parts;
    const all = await outbox.dueSince(clock.now() - backMs);
    const confirmed = await this.#parts.confirmed();
    const found: Found = new Map();
    let isWhole = true;
    for (const history of Map.groupBy(all, editionName).values()) {
      if (signal?.aborted) return false;
      // of an older edition only its corrections are among these
      if (!history.some(({ revision }) => revision === '')) continue;
      const latest = latestSent(history);
      if (latest === 'on its way') isWhole = false;
      if (typeof latest !== 'object' || this.#looked.has(latest.key)) continue;
      if (await this.#lookAt(latest, confirmed(latest.conversation), found)) this.#looked.add(latest.key);
      else isWhole = false;
    }
    return isWhole;
  }

  /** False where another process has written down a correction of it meanwhile. */
  async #lookAt(latest: Delivery, confirmed: ReadonlySet<string>, found: Found): Promise<boolean> {
    if (latest.edition === undefined) return true;
    const key = JSON.stringify([latest.edition, ...[...confirmed].sort()]);
    const corrected = found.get(key) ?? this.#corrected(latest, latest.edition, confirmed);
    found.set(key, corrected);
    const content = await corrected;
    return content === undefined || this.#parts.outbox.openCorrection(this.#opened(latest, content), latest.key);
  }

  /** One that cannot be judged, as without the file of its definition, is no reason to leave the others. */
  async #corrected({ key }: Delivery, id: EditionId, confirmed: ReadonlySet<string>): Promise<Edition | undefined> {
    const { outbox, correct, logger } = this.#parts;
    await othersTurn();
    try {
      const edition = await outbox.edition(id);
      return edition && (await correct(edition, confirmed));
    } catch (error) {
      if (isArchiveFailure(error)) throw error;
      logger.error({ key, error }, 'a sent edition could not be looked at');
      return undefined;
    }
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

/** The edition as it stands in its channel, unless it or a correction of it is on its way. */
function latestSent(history: readonly Delivery[]): Delivery | 'on its way' | undefined {
  if (history.some(({ state }) => state === 'waiting')) return 'on its way';
  return history.findLast(({ state }) => state === 'sent');
}
