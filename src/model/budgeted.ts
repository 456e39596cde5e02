import type { Draft, LanguageModel, ModelCall, ModelUse, Task, TaskKind } from '../domain/model.ts';
import type { Budget, Settled } from './budget.ts';
import { estimateOf } from './estimate.ts';

interface BudgetedParts {
  readonly budget: Budget;
  /** Told what each call took that reached the server. */
  readonly onSettled?: (settled: Settled) => void;
}

/** A model that is called as far as the budget of the payer reaches, and whose use is counted. */
export function budgeted(model: LanguageModel, { budget, onSettled }: BudgetedParts): LanguageModel {
  return {
    name: model.name,
    async *compose<Kind extends TaskKind>(task: Task<Kind>, call: ModelCall): AsyncGenerator<Draft<Kind>> {
      const estimate = estimateOf(task);
      const reservation = await budget.reserve(call.payer, estimate);
      const meter = new Meter(call);
      let isBegun = false;
      try {
        for await (const draft of model.compose<Kind>(task, meter.call)) {
          isBegun = true;
          yield draft;
        }
      } finally {
        const settled = await reservation.settle(meter.use ?? (isBegun ? estimate : undefined));
        if (settled !== undefined) onSettled?.(settled);
      }
    },
  };
}

/** Adds up what is told of a call, and tells it on. */
class Meter {
  readonly call: ModelCall;
  use: ModelUse | undefined;

  constructor(call: ModelCall) {
    const onUse = (use: ModelUse) => {
      this.use = this.use === undefined ? use : sum(this.use, use);
      call.onUse?.(use);
    };
    this.call = { ...call, onUse };
  }
}

function sum(one: ModelUse, other: ModelUse): ModelUse {
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    ...((one.estimated ?? other.estimated) && { estimated: true }),
  };
}
