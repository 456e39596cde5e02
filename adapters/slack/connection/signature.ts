import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a request's time may lie from ours, either way. https://docs.slack.dev/authentication/verifying-requests-from-slack */
const MOST_SKEW_MS = 5 * 60_000;

export interface SignedRequest {
  /** `x-slack-request-timestamp`, in seconds. */
  readonly timestamp: string | undefined;
  /** `x-slack-signature` */
  readonly signature: string | undefined;
  readonly body: Buffer | string;
}

export type Verdict = 'good' | 'unsigned' | 'stale' | 'forged' | 'replayed';

/**
 * Judges requests by Slack's signature. One that is old, from the future, or was judged good before is refused: Slack
 * signs each of its own retries anew, so that the same signature twice is somebody else's.
 */
export class SignatureCheck {
  readonly #secret: string;
  readonly #now: () => number;
  /** Good signatures and when they were seen; after the time has run out their timestamp refuses them. */
  readonly #seen = new Map<string, number>();

  /** @param now milliseconds since 1970 */
  constructor(secret: string, now: () => number) {
    this.#secret = secret;
    this.#now = now;
  }

  judge({ timestamp, signature, body }: SignedRequest): Verdict {
    if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) return 'unsigned';
    const now = this.#now();
    if (Math.abs(now - Number(timestamp) * 1_000) > MOST_SKEW_MS) return 'stale';
    if (!isEqual(signature, this.#signatureOf(timestamp, body))) return 'forged';
    if (this.#seen.has(signature)) return 'replayed';
    this.#remember(signature, now);
    return 'good';
  }

  #signatureOf(timestamp: string, body: Buffer | string): string {
    return `v0=${createHmac('sha256', this.#secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
  }

  #remember(signature: string, now: number): void {
    for (const [one, seenAt] of this.#seen) {
      if (now - seenAt <= 2 * MOST_SKEW_MS) break;
      this.#seen.delete(one);
    }
    this.#seen.set(signature, now);
  }
}

function isEqual(given: string, own: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(own)];
  return a.length === b.length && timingSafeEqual(a, b);
}
