import { type Conversation, DetenteError, type Sent } from '../../../src/index.ts';

/** What was posted under a key, so that another attempt goes on where one stopped. */
export interface Progress {
  /** Slack's time stamps by part; a part that does not stand is a hole. */
  readonly posted: (string | undefined)[];
  /** When the parent was posted. */
  at: string;
  isComplete: boolean;
  /** The answer to a post was lost: it may stand. */
  isDoubtful: boolean;
}

/** Keys that are remembered. Keys are of one day and conversation. */
const MOST_KEYS = 10_000;

export function newProgress(posted: (string | undefined)[] = []): Progress {
  return { posted, at: instantOf(posted[0]), isComplete: false, isDoubtful: false };
}

/** A time stamp of Slack is seconds since 1970, and what tells messages of one second apart. */
function instantOf(ts = '0'): string {
  return new Date(1_000 * Number(ts)).toISOString();
}

/** @throws DetenteError `internal` where no parent was posted */
export function sentOf({ thread }: Conversation, { posted, at }: Progress): Sent {
  const [id, ...rest] = posted;
  if (id === undefined) throw new DetenteError('internal', 'Slack: a reply without a message');
  const parts = rest.filter((ts) => ts !== undefined);
  return { id, at, thread: thread ?? id, ...(parts.length > 0 && { parts }) };
}

/** The progress of each key, in memory; after a restart Slack itself is asked. */
export class Deliveries {
  readonly #progress = new Map<string, Progress>();

  of(key: string): Progress {
    return this.#progress.get(key) ?? this.set(key, newProgress());
  }

  set(key: string, progress: Progress): Progress {
    this.#progress.delete(key);
    this.#progress.set(key, progress);
    if (this.#progress.size > MOST_KEYS) this.#progress.delete(this.#leastNeeded());
    return progress;
  }

  /** The oldest that is over; what stands by half or in doubt would be posted twice if it were forgotten. */
  #leastNeeded(): string {
    const keys = [...this.#progress.keys()];
    return keys.find((key) => this.#progress.get(key)?.isComplete) ?? keys[0] ?? '';
  }
}
