import { type Conversation, DetenteError, InOrder } from '../../../src/index.ts';
import { type Failure, failureOf } from '../connection/failure.ts';

/** What is done in a conversation, in the words of an error about it. */
export type Doing = 'post' | 'look back' | 'correct anything' | 'change anything';

/** Work on conversations, in the order it was given for each place; what fails is told of in words that say what to do. */
export class Calls {
  readonly #queue = new InOrder();
  readonly #onFailure: (failure: Failure, conversation: Conversation) => void;

  /** @param onFailure told of each call that failed for good, before the error is thrown */
  constructor(onFailure: (failure: Failure, conversation: Conversation) => void) {
    this.#onFailure = onFailure;
  }

  /** @throws DetenteError `not-found` where the place takes no posts, or what is asked for is gone; `internal` otherwise */
  inTurn<Result>(conversation: Conversation, doing: Doing, work: () => Promise<Result>): Promise<Result> {
    return this.#queue.run(homeOf(conversation), () => this.told(conversation, doing, work));
  }

  /** The same at once. */
  async told<Result>(conversation: Conversation, doing: Doing, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DetenteError) throw error;
      const failure = failureOf(error);
      this.#onFailure(failure, conversation);
      throw errorOf(failure, doing, error);
    }
  }
}

/** Where the first message goes. */
export function homeOf({ channel, thread }: Conversation): string {
  return thread ?? channel;
}

function errorOf({ kind, reason }: Failure, doing: Doing, cause: unknown): DetenteError {
  if (kind === 'closed') return new DetenteError('not-found', `I cannot ${doing} here: ${reason}.`, { cause });
  if (kind === 'expired') return new DetenteError('not-found', `Discord: ${reason}`, { cause });
  return new DetenteError('internal', `Discord: ${reason}`, { cause });
}
