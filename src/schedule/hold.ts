import type { Claim, Lease } from '../domain/delivery.ts';
import type { CourierOptions } from './courier.ts';

/** Of a lease, what a call to a platform may take at most: it is over before another process may begin. */
const CALL_SHARE = 1 / 4;

type HoldOptions = Pick<CourierOptions, 'outbox' | 'logger' | 'leaseMs' | 'machineClock'>;

/** Keeps a claim as long as the work takes, and knows how long nobody else may do it. */
export class Hold {
  readonly #claim: Claim;
  readonly #options: HoldOptions;
  readonly #lease: () => Lease;
  readonly #timer: NodeJS.Timeout;
  #until: number;
  #isLost = false;

  /**
   * @param lease gives the one to renew it with
   * @param first the one that the claim was made with
   */
  constructor(claim: Claim, lease: () => Lease, options: HoldOptions, first: Lease) {
    this.#claim = claim;
    this.#options = options;
    this.#lease = lease;
    this.#until = endOf(first);
    this.#timer = setInterval(() => void this.#renew(), options.leaseMs / 3);
  }

  /** Whether a call that begins now is over before another process may take the delivery. */
  get isMine(): boolean {
    const { leaseMs, machineClock } = this.#options;
    return !this.#isLost && machineClock.now() < this.#until - leaseMs * CALL_SHARE;
  }

  end(): void {
    clearInterval(this.#timer);
  }

  async #renew(): Promise<void> {
    const { outbox, logger } = this.#options;
    const lease = this.#lease();
    try {
      if (await outbox.renew(this.#claim, lease)) this.#until = endOf(lease);
      else this.#isLost = true;
    } catch (error) {
      logger.warn({ error }, 'a claim was not renewed');
    }
  }
}

function endOf({ now, milliseconds }: Lease): number {
  return now + milliseconds;
}
