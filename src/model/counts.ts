import type { Draft, LanguageModel, ModelCall, Task, TaskKind } from '../domain/model.ts';
import type { ClaimCount } from '../domain/model-store.ts';
import { isTimeUp } from './breaker.ts';
import type { Settled } from './budget.ts';
import { ModelFailure } from './failure.ts';
import { Withheld } from './withheld.ts';

export interface CallCount {
  readonly kind: TaskKind;
  /** `done`, what it failed by, or what it was withheld by. */
  readonly outcome: string;
  readonly count: number;
}

export interface FaultCount {
  readonly outcome: 'passed' | 'dropped';
  /** What the gate found wrong; empty for what passed. */
  readonly fault: string;
  readonly count: number;
}

/** What a process has done with its language model since it started. Shared by the model and by those who use it. */
export class ModelCounts {
  readonly #calls = new Map<string, CallCount>();
  readonly #claims = new Map<string, FaultCount>();
  #inputTokens = 0;
  #outputTokens = 0;
  #microDollars = 0;
  #cacheHits = 0;
  #isPaused = false;
  #unwritten: ClaimCount = { passed: 0, dropped: 0 };

  /** One claim of a model, once it was judged: what was found wrong with it, or undefined. */
  readonly claim = (fault?: string): void => {
    const outcome = fault === undefined ? 'passed' : 'dropped';
    const key = `${outcome} ${fault}`;
    const before = this.#claims.get(key)?.count ?? 0;
    this.#claims.set(key, { outcome, fault: fault ?? '', count: before + 1 });
    this.#unwritten = { ...this.#unwritten, [outcome]: this.#unwritten[outcome] + 1 };
  };

  call(kind: TaskKind, outcome: string): void {
    const key = `${kind} ${outcome}`;
    this.#calls.set(key, { kind, outcome, count: (this.#calls.get(key)?.count ?? 0) + 1 });
  }

  settled({ inputTokens, outputTokens, microDollars }: Settled): void {
    this.#inputTokens += inputTokens;
    this.#outputTokens += outputTokens;
    this.#microDollars += microDollars;
  }

  cacheHit(): void {
    this.#cacheHits += 1;
  }

  paused(isPaused: boolean): void {
    this.#isPaused = isPaused;
  }

  /** Claims that were not handed out yet, to be written down. */
  takeClaims(): ClaimCount {
    const taken = this.#unwritten;
    this.#unwritten = { passed: 0, dropped: 0 };
    return taken;
  }

  /** For `GET /metrics`. */
  sample() {
    return {
      calls: [...this.#calls.values()],
      tokens: { input: this.#inputTokens, output: this.#outputTokens },
      dollars: this.#microDollars / 1e6,
      claims: [...this.#claims.values()],
      cacheHits: this.#cacheHits,
      isPaused: this.#isPaused,
    };
  }
}

/** A model whose calls are counted by what became of them. */
export function counted(model: LanguageModel, counts: ModelCounts): LanguageModel {
  return {
    name: model.name,
    async *compose<Kind extends TaskKind>(task: Task<Kind>, call: ModelCall): AsyncGenerator<Draft<Kind>> {
      // stays where whoever asked does not read to the end
      let outcome = 'aborted';
      try {
        yield* model.compose<Kind>(task, call);
        outcome = 'done';
      } catch (error) {
        outcome = outcomeOf(error, call.signal);
        throw error;
      } finally {
        counts.call(task.kind, outcome);
      }
    },
  };
}

function outcomeOf(error: unknown, signal: AbortSignal): string {
  if (error instanceof Withheld) return error.by;
  if (signal.aborted) return isTimeUp(signal) ? 'slow' : 'aborted';
  return error instanceof ModelFailure ? error.kind : 'failed';
}
