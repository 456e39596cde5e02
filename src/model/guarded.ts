import type { Clock } from '../domain/clock.ts';
import type { Logger } from '../domain/logger.ts';
import type { LanguageModel } from '../domain/model.ts';
import type { ModelStore, Pause } from '../domain/model-store.ts';
import { isArchiveFailure } from '../errors.ts';
import { Breaker, unbroken } from './breaker.ts';
import { Budget, type Settled } from './budget.ts';
import { budgeted } from './budgeted.ts';
import { cached } from './cached.ts';
import { counted, ModelCounts } from './counts.ts';
import type { ModelSettings } from './keys.ts';
import { retried } from './retried.ts';
import { inTurn, Turns } from './turns.ts';

export interface GuardedParts {
  readonly settings: Pick<ModelSettings, 'model' | 'budget' | 'prices' | 'calls'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Without one, sums and replies are gone with the process. */
  readonly store?: ModelStore;
  /** Where calls are counted, for whoever looks at them. */
  readonly counts?: ModelCounts;
}

/**
 * A model that is not asked the same twice, stays within its budget, has so many calls under way at once, is left alone
 * while it fails, and is asked once more where that is sure to cost nothing twice. What is withheld is thrown as
 * `Withheld`, a `model-unusable` as the failures of the model are.
 */
export function guarded(model: LanguageModel, parts: GuardedParts): LanguageModel {
  const { settings, clock, store, counts = new ModelCounts() } = parts;
  const desk = new Notes({ ...parts, counts });
  const breaker = new Breaker({ clock, onChange: (pause) => desk.paused(pause) });
  const patient = inTurn(unbroken(retried(model), breaker), new Turns(settings.calls));
  const paid = budgeted(patient, { budget: new Budget(parts), onSettled: (settled) => desk.settled(settled) });
  return cached(counted(paid, counts), { clock, ...(store && { store }), onHit: () => counts.cacheHit() });
}

/** Writes down what others read: in `GET /metrics`, in `detente status`, in the log. */
class Notes {
  readonly #parts: GuardedParts & { readonly counts: ModelCounts };

  constructor(parts: GuardedParts & { readonly counts: ModelCounts }) {
    this.#parts = parts;
  }

  paused(pause: Pause | undefined): void {
    const { counts, logger, store } = this.#parts;
    counts.paused(pause !== undefined);
    if (pause === undefined) logger.info({}, 'the language model answers again');
    else logger.warn({ ...pause }, 'the language model fails and is left alone for a while');
    this.#written(store?.savePause(pause));
  }

  settled(settled: Settled): void {
    const { clock, counts, store } = this.#parts;
    counts.settled(settled);
    const claims = counts.takeClaims();
    if (claims.passed + claims.dropped === 0) return;
    this.#written(store?.countClaims(new Date(clock.now()).toISOString().slice(0, 10), claims));
  }

  /** Without room for it, it is not in `detente status`; no answer waits for that. */
  #written(done: Promise<void> | undefined): void {
    done?.catch((error: unknown) => {
      if (!isArchiveFailure(error))
        this.#parts.logger.error({ error }, 'the state of the language model is not stored');
    });
  }
}
