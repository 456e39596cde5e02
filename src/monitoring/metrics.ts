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
  readonly feeds: {
    /** How many are in each state; a state that none is in may be left out. */
    readonly states: readonly { readonly state: string; readonly count: number }[];
    /** Items of the feeds that there are, and those of them that were taken in. */
    readonly seen: number;
    readonly taken: number;
    /** The last poll that went well, of whichever feed; absent where none did. */
    readonly lastSuccessAt?: number;
  };
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

  readonly #feeds = new Gauge({
    name: 'detente_feeds',
    help: 'Feeds of the archive, by how they are.',
    labelNames: ['state'],
    registers: [this.#registry],
  });
  readonly #items = new Gauge({
    name: 'detente_feed_items',
    help: 'Items of the feeds that there are, by whether they were taken in.',
    labelNames: ['outcome'],
    registers: [this.#registry],
  });
  readonly #pollAge = new Gauge({
    name: 'detente_last_poll_age_seconds',
    help: 'Seconds since a feed was last read well, whichever of them.',
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
  #set({ schedules, deliveries, failures, now, waiting, feeds, model }: Sample): void {
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
    this.#setFeeds(feeds, now);
  }

  #setFeeds({ states, seen, taken, lastSuccessAt }: Sample['feeds'], now: number): void {
    this.#pollAge.remove();
    for (const state of FEED_STATES) this.#feeds.set({ state }, states.find((one) => one.state === state)?.count ?? 0);
    this.#items.set({ outcome: 'taken' }, taken);
    this.#items.set({ outcome: 'left' }, Math.max(0, seen - taken));
    if (lastSuccessAt !== undefined) this.#pollAge.set(Math.max(0, now - lastSuccessAt) / 1000);
  }
}

/** An alert needs a row that is 0 as well as one that is not. */
const FEED_STATES = ['works', 'silent', 'failing', 'paused', 'unpolled'];
