import type { Sent } from '../../../src/index.ts';
import { instantOf } from './snowflakes.ts';

/** What stands of a delivery, so that a second attempt goes on where the first one stopped. */
export interface Progress {
  /** The id of the first message. */
  first?: string;
  /** The thread that belongs to it: the conversation's own, or one that was begun. */
  thread?: string;
  /** Where what follows the first message goes. */
  place?: string;
  /** Ids of what follows the first, by number from 1. */
  readonly parts: Map<number, string>;
  /** An answer was lost for good: more may stand than is known. */
  isDoubtful?: boolean;
  isWhole?: boolean;
}

export function begun(thread: string | undefined): Progress {
  return { parts: new Map(), ...(thread !== undefined && { thread, place: thread }) };
}

/** @param first the id of the first message */
export function sentOf(first: string, { thread, parts }: Progress): Sent {
  const numbers = [...parts.keys()].sort((one, other) => one - other);
  const ids = numbers.map((number) => parts.get(number) ?? '');
  return {
    id: first,
    at: instantOf(first),
    ...(ids.length > 0 && { parts: ids }),
    ...(thread !== undefined && { thread }),
  };
}

/** Keys are of one day and channel; more than this are never on their way. */
const MOST_KEYS = 1_000;

/** The progress of each key. What is in doubt is not forgotten before what is whole. */
export class ProgressOfKeys {
  readonly #known = new Map<string, Progress>();

  of(key: string, thread: string | undefined): Progress {
    return this.#known.get(key) ?? this.set(key, begun(thread));
  }

  set(key: string, progress: Progress): Progress {
    this.#known.set(key, progress);
    if (this.#known.size > MOST_KEYS) this.#forget(key);
    return progress;
  }

  #forget(latest: string): void {
    const done = this.#known.entries().find(([key, { isWhole }]) => isWhole && key !== latest)?.[0];
    this.#known.delete(done ?? this.#known.keys().next().value ?? latest);
  }
}
