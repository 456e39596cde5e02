import { Counter, Gauge, type Registry } from 'prom-client';

/** What was asked of the language model since the process started. */
export interface ModelSample {
  readonly calls: readonly { readonly kind: string; readonly outcome: string; readonly count: number }[];
  readonly tokens: { readonly input: number; readonly output: number };
  readonly dollars: number;
  readonly claims: readonly { readonly outcome: string; readonly fault: string; readonly count: number }[];
  readonly cacheHits: number;
  readonly isPaused: boolean;
}

/** What Prometheus reads of the language model; none of it is there without one. */
export class ModelMetrics {
  readonly #counters;
  readonly #open: Gauge;

  constructor(registry: Registry) {
    const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
      new Counter({ name: `detente_model_${name}_total`, help, labelNames, registers: [registry] });
    this.#counters = {
      calls: counter('calls', 'Calls of the language model, by what became of them.', 'kind', 'outcome'),
      tokens: counter('tokens', 'Tokens that calls of the language model took.', 'direction'),
      dollars: counter('dollars', 'Dollars that calls of the language model took, by DETENTE_MODEL_PRICES.'),
      claims: counter('claims', 'Sentences of the language model, by what the gate said of them.', 'outcome', 'fault'),
      hits: counter('cache_hits', 'Replies that were given once more without a call.'),
    };
    this.#open = new Gauge({
      name: 'detente_model_breaker_open',
      help: '1 while the language model is left alone because it fails.',
      registers: [registry],
    });
  }

  /** Totals take the place of totals. */
  set({ calls, tokens, dollars, claims, cacheHits, isPaused }: ModelSample): void {
    const counters = this.#counters;
    for (const counter of Object.values(counters)) counter.reset();
    for (const { count, ...labels } of calls) counters.calls.inc(labels, count);
    for (const [direction, count] of Object.entries(tokens)) counters.tokens.inc({ direction }, count);
    counters.dollars.inc(dollars);
    for (const { count, ...labels } of claims) counters.claims.inc(labels, count);
    counters.hits.inc(cacheHits);
    this.#open.set(isPaused ? 1 : 0);
  }
}
