import { setTimeout as delay } from 'node:timers/promises';
import type { Draft, LanguageModel, ModelCall, Task, TaskKind } from '../domain/model.ts';
import { ModelFailure } from './failure.ts';

/** A reader waits meanwhile: what asks for more patience is given up. */
const LONGEST_WAIT_MS = 2_000;
/** What a server that is started anew needs at least. */
const SHORT_WAIT_MS = 250;

/** A model that is asked once more where it is sure that nothing of the call was processed. */
export function retried(model: LanguageModel): LanguageModel {
  return {
    name: model.name,
    async *compose<Kind extends TaskKind>(task: Task<Kind>, call: ModelCall): AsyncGenerator<Draft<Kind>> {
      let isBegun = false;
      try {
        for await (const draft of model.compose<Kind>(task, call)) {
          isBegun = true;
          yield draft;
        }
        return;
      } catch (error) {
        const waitMs = isBegun ? undefined : waitAfter(error);
        if (waitMs === undefined || !(await isOver(waitMs, call.signal))) throw error;
      }
      yield* model.compose<Kind>(task, call);
    },
  };
}

/** Undefined where another call may be one too many, or comes too soon. */
function waitAfter(error: unknown): number | undefined {
  if (!(error instanceof ModelFailure && error.safe)) return undefined;
  const { kind, retryAfterMs } = error;
  // how long too many are too many only the server knows
  const waitMs = retryAfterMs ?? (kind === 'busy' ? Number.POSITIVE_INFINITY : SHORT_WAIT_MS);
  return waitMs <= LONGEST_WAIT_MS ? waitMs : undefined;
}

/** False where the signal came first. */
async function isOver(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return delay(milliseconds, true, { signal }).catch(() => false);
}
