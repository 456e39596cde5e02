import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** What the archive knows at the time of a scrape. */
export interface Sample {
  /** Milliseconds, by the same clock as `lastBriefAt`. */
  readonly now: number;
  /** Every conversation that gets briefs; absent is the time of one that never had any. */
  readonly conversations: readonly { readonly conversation: string; readonly lastBriefAt?: number }[];
  /** Deliveries that are due and not yet sent. */
  readonly waiting: number;
  /** Since the archive was made. Only states that no delivery leaves again: a counter never falls. */
  readonly deliveries: readonly { readonly adapter: string; readonly state: string; readonly count: number }[];
  /** Attempts that failed, whether or not a later one came through. */
  readonly failures: readonly { readonly adapter: string; readonly count: number }[];
}

/**
 * What Prometheus reads: names and units as https://prometheus.io/docs/practices/naming/ has them. Beside the bot's own,
 * those of the process and of its event loop under their usual names.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #age = new Gauge({
    name: 'detente_last_brief_age_seconds',
    help: 'Seconds since the last brief of a conversation was delivered.',
    labelNames: ['conversation'],
    registers: [this.#registry],
  });
  readonly #waiting = new Gauge({
    name: 'detente_deliveries_waiting',
    help: 'Deliveries that are due and not yet sent.',
    registers: [this.#registry],
  });
  readonly #deliveries = new Counter({
    name: 'detente_deliveries_total',
    help: 'Deliveries that have come to an end, by how they did.',
    labelNames: ['adapter', 'outcome'],
    registers: [this.#registry],
  });
  readonly #failures = new Counter({
    name: 'detente_delivery_failures_total',
    help: 'Attempts to deliver that failed.',
    labelNames: ['adapter'],
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** The exposition of a sample, in Prometheus' text format. */
  async textOf(sample: Sample): Promise<string> {
    this.#set(sample);
    return this.#registry.metrics();
  }

  /** In one go: a scrape that overlaps another one reads the one sample or the other. */
  #set({ conversations, deliveries, failures, now, waiting }: Sample): void {
    for (const metric of [this.#age, this.#deliveries, this.#failures]) metric.reset();
    // a clock that was set back makes no brief of tomorrow
    for (const { conversation, lastBriefAt } of conversations)
      if (lastBriefAt !== undefined) this.#age.set({ conversation }, Math.max(0, now - lastBriefAt) / 1000);
    this.#waiting.set(waiting);
    for (const { adapter, state, count } of deliveries) this.#deliveries.inc({ adapter, outcome: state }, count);
    for (const { adapter, count } of failures) this.#failures.inc({ adapter }, count);
  }
}
