import type { Lease } from '../domain/delivery.ts';
import type { FeedClaim } from '../domain/feed.ts';
import type { PollingParts } from './parts.ts';

/** Keeps the claim of a feed as long as its poll takes. */
export class FeedHold {
  readonly #lost = new AbortController();
  readonly #timer: NodeJS.Timeout;

  /** @param lease gives the one to renew it with */
  constructor(claim: FeedClaim, lease: () => Lease, parts: Pick<PollingParts, 'archive' | 'logger' | 'leaseMs'>) {
    const { archive, logger, leaseMs } = parts;
    const renew = async () => {
      try {
        if (!(await archive.feeds.renew(claim, lease()))) this.#lost.abort();
      } catch (error) {
        logger.warn({ error }, 'the claim of a feed was not renewed');
      }
    };
    this.#timer = setInterval(() => void renew(), leaseMs / 3);
  }

  /** Aborted where another process has the feed. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
