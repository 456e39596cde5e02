import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { ModelMetrics, type ModelSample } from './model-metrics.ts';

interface ScheduleSample {
  readonly conversation: string;
  readonly definition: string;
  /** Empty: what the archive is most about. */
  readonly situation: string;
  readonly lastBriefAt?: number;
}

/** What the archive knows at the time of a scrape. */
export interface Sample {
  /** Milliseconds, by the same clock as `lastBriefAt`. */
  readonly now: number;
  /** Every schedule; absent is the time of one that never posted. */
  readonly schedules: readonly ScheduleSample[];
  /** Deliveries that are due and not yet sent. */
  readonly waiting: number;
  /** Of those that are kept: old ones are deleted. */
  readonly deliveries: readonly { readonly adapter: string; readonly state: string; readonly count: number }[];
  /** Attempts that failed, whether or not a later one came through. */
  readonly failures: readonly { readonly adapter: string; readonly count: number }[];
  /** Absent where there is no language model. */
  readonly model?: ModelSample;
}

/**
 * What Prometheus reads: names and units as https://prometheus.io/docs/practices/naming/ has them. Beside the bot's own,
 * those of the process and of its event loop under their usual names.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #age = new Gauge({
    name: 'detente_last_brief_age_seconds',
    help: 'Seconds since the last brief of a schedule was delivered.',
    labelNames: ['conversation', 'definition', 'situation'],
    registers: [this.#registry],
  });
  readonly #waiting = new Gauge({
    name: 'detente_deliveries_waiting',
    help: 'Deliveries that are due and not yet sent.',
    registers: [this.#registry],
  });
  readonly #deliveries = new Gauge({
    name: 'detente_deliveries',
    help: 'Deliveries that have come to an end and are kept, by how they did.',
    labelNames: ['adapter', 'outcome'],
    registers: [this.#registry],
  });
  readonly #failures = new Gauge({
    name: 'detente_delivery_failures',
    help: 'Attempts that failed of the deliveries that are kept.',
    labelNames: ['adapter'],
    registers: [this.#registry],
  });

  #model: ModelMetrics | undefined;

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
  #set({ schedules, deliveries, failures, now, waiting, model }: Sample): void {
    if (model !== undefined) {
      this.#model ??= new ModelMetrics(this.#registry);
      this.#model.set(model);
    }
    for (const metric of [this.#age, this.#deliveries, this.#failures]) metric.reset();
    // a clock that was set back makes no brief of tomorrow
    for (const { lastBriefAt, ...name } of schedules)
      if (lastBriefAt !== undefined) this.#age.set({ ...name }, Math.max(0, now - lastBriefAt) / 1000);
    this.#waiting.set(waiting);
    for (const { adapter, state, count } of deliveries) this.#deliveries.set({ adapter, outcome: state }, count);
    for (const { adapter, count } of failures) this.#failures.set({ adapter }, count);
  }
}
