import type { Clock } from '../domain/clock.ts';
import {
  type Draft,
  type LanguageModel,
  type ModelCall,
  modelFailureWords,
  type Task,
  type TaskKind,
} from '../domain/model.ts';
import type { Pause } from '../domain/model-store.ts';
import { reasonOf } from '../errors.ts';
import { ModelFailure } from './failure.ts';
import { Withheld } from './withheld.ts';

/** A single failure may be a question's own; a reader would else wait for a server that is down, question by question. */
const MOST_IN_A_ROW = 5;
const PAUSE_MS = 30_000;
/** Somebody has to mend a key or to pay before anything can be different. */
const LONG_PAUSE_MS = 10 * 60_000;

interface BreakerParts {
  readonly clock: Clock;
  /** Told of each pause as it begins; undefined once the model answers again. */
  readonly onChange?: (pause: Pause | undefined) => void;
}

/** How a call ended: failures count, an answer ends the count, and what says nothing of the model changes nothing. */
type Ending = { readonly kind: 'answered' | 'nothing said' } | { readonly kind: 'failed'; readonly error: unknown };

interface OpenPause {
  readonly from: number;
  readonly milliseconds: number;
  readonly reason: string;
  /** The reason for a reader. */
  readonly words: string;
}

/** Makes no calls for a while after several in a row have failed; then one call tries whether they work again. */
export class Breaker {
  readonly #parts: BreakerParts;
  #pause: OpenPause | undefined;
  #inARow = 0;
  #isTrying = false;
  /** Calls that began before the last pause say nothing of what came after it. */
  #era = 0;

  constructor(parts: BreakerParts) {
    this.#parts = parts;
  }

  /**
   * Gives what is to be told how the call ended; a second telling is passed over.
   * @throws Withheld while none is made, with the reason of the last failure
   */
  enter(): (ending: Ending) => void {
    this.#mayCall();
    this.#isTrying = this.#pause !== undefined;
    const era = this.#era;
    let isTold = false;
    return (ending) => {
      if (!isTold && era === this.#era) this.#end(ending);
      isTold = true;
    };
  }

  #mayCall(): void {
    if (this.#pause === undefined) return;
    const { from, milliseconds, reason, words } = this.#pause;
    const passed = this.#parts.clock.now() - from;
    // a clock that was set back must not make the pause longer
    const isOver = passed < 0 || passed >= milliseconds;
    if (isOver && !this.#isTrying) return;
    const then = isOver ? 'one call tries whether that is over' : `it is asked again ${inWords(milliseconds - passed)}`;
    throw new Withheld('pause', `${reason}; ${then}`, { forReaders: `${words}; ${then}` });
  }

  #end(ending: Ending): void {
    this.#isTrying = false;
    if (ending.kind === 'answered') this.#close();
    if (ending.kind !== 'failed') return;
    this.#inARow += 1;
    const { error } = ending;
    const isLong = error instanceof ModelFailure && (error.kind === 'key' || error.kind === 'quota');
    if (isLong) this.#open(LONG_PAUSE_MS, error);
    else if (this.#pause !== undefined || this.#inARow >= MOST_IN_A_ROW) this.#open(PAUSE_MS, error);
  }

  #close(): void {
    this.#inARow = 0;
    if (this.#pause === undefined) return;
    this.#pause = undefined;
    this.#parts.onChange?.(undefined);
  }

  #open(milliseconds: number, error: unknown): void {
    const [from, reason] = [this.#parts.clock.now(), reasonOf(error)];
    this.#pause = { from, milliseconds, reason, words: modelFailureWords(error) };
    this.#era += 1;
    this.#inARow = 0;
    this.#parts.onChange?.({ until: new Date(from + milliseconds).toISOString(), reason });
  }
}

function inWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  return seconds < 100 ? `in ${seconds} s` : `in ${Math.ceil(seconds / 60)} min`;
}

/** A model that is left alone for a while after it has failed several times in a row. */
export function unbroken(model: LanguageModel, breaker: Breaker): LanguageModel {
  return {
    name: model.name,
    async *compose<Kind extends TaskKind>(task: Task<Kind>, call: ModelCall): AsyncGenerator<Draft<Kind>> {
      const tell = breaker.enter();
      try {
        yield* model.compose<Kind>(task, call);
        tell({ kind: 'answered' });
      } catch (error) {
        tell(endingOf(error, call.signal));
        throw error;
      } finally {
        // whoever asked went away
        tell(isTimeUp(call.signal) ? { kind: 'failed', error: call.signal.reason } : { kind: 'nothing said' });
      }
    },
  };
}

/** A model that will not answer one question works; a caller that waited for its whole time says that it does not. */
function endingOf(error: unknown, signal: AbortSignal): Ending {
  if (error instanceof ModelFailure && error.kind === 'refusal') return { kind: 'answered' };
  if (signal.aborted && !isTimeUp(signal)) return { kind: 'nothing said' };
  return { kind: 'failed', error };
}

/** Whether a caller gave up because the time was up. https://dom.spec.whatwg.org/#dom-abortsignal-timeout */
export function isTimeUp({ aborted, reason }: AbortSignal): boolean {
  return aborted && reason instanceof DOMException && reason.name === 'TimeoutError';
}
