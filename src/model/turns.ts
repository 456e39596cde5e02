import type { Draft, LanguageModel, ModelCall, Payer, Task, TaskKind } from '../domain/model.ts';
import { Withheld } from './withheld.ts';

interface Waiting {
  begin(leave: () => void): void;
}

/** Lets a number of calls be under way at once. Others wait, and channels take turns: a burst in one waits for itself. */
export class Turns {
  readonly #most: number;
  /** Channels in the order in which they are next. */
  readonly #queues = new Map<string, Set<Waiting>>();
  #underWay = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Gives what ends the turn; twice is as good as once.
   * @throws Withheld once the signal has been given before the turn came
   */
  async enter(channel: string, signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) throw givenUp(signal);
    if (this.#underWay < this.#most) return this.#begin();
    const { promise, resolve, reject } = Promise.withResolvers<() => void>();
    const waiting = { begin: resolve };
    const leaveQueue = () => {
      this.#drop(channel, waiting);
      reject(givenUp(signal));
    };
    signal.addEventListener('abort', leaveQueue, { once: true });
    this.#queue(channel).add(waiting);
    return promise.finally(() => signal.removeEventListener('abort', leaveQueue));
  }

  #begin(): () => void {
    this.#underWay += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#underWay -= 1;
      this.#next();
    };
  }

  /** The first of the channel whose turn it is; the channel goes to the end. */
  #next(): void {
    const [next] = this.#queues;
    if (next === undefined) return;
    const [channel, queue] = next;
    const [first] = queue;
    this.#queues.delete(channel);
    if (first === undefined) return;
    queue.delete(first);
    if (queue.size > 0) this.#queues.set(channel, queue);
    first.begin(this.#begin());
  }

  #queue(channel: string): Set<Waiting> {
    const queue = this.#queues.get(channel) ?? new Set();
    this.#queues.set(channel, queue);
    return queue;
  }

  #drop(channel: string, waiting: Waiting): void {
    const queue = this.#queues.get(channel);
    queue?.delete(waiting);
    if (queue?.size === 0) this.#queues.delete(channel);
  }
}

function givenUp(signal: AbortSignal): Withheld {
  return new Withheld('queue', 'other calls of the language model were first', { cause: signal.reason });
}

/** A model whose calls wait for their turn. */
export function inTurn(model: LanguageModel, turns: Turns): LanguageModel {
  return {
    name: model.name,
    async *compose<Kind extends TaskKind>(task: Task<Kind>, call: ModelCall): AsyncGenerator<Draft<Kind>> {
      const leave = await turns.enter(channelOf(call.payer), call.signal);
      try {
        yield* model.compose<Kind>(task, call);
      } finally {
        leave();
      }
    },
  };
}

/** Calls for nobody, as those of an ingest, are one channel. */
function channelOf({ conversation }: Payer): string {
  return JSON.stringify([conversation?.adapter, conversation?.workspace, conversation?.channel]);
}
