import type { Archive } from '../domain/archive.ts';
import { formatInstant } from '../domain/day.ts';
import type { Ceiling, Pause, Spent, UseOfDay } from '../domain/model-store.ts';
import { amountWords } from '../model/prices.ts';
import { type Call, dayIn } from './call.ts';

/** What a ceiling leaves: of a user or a channel, to the one that has spent the most. */
interface Left extends Ceiling {
  readonly left: number;
}

/** What the archive knows of today's use of the language model, by whichever process. */
export interface ModelStatus {
  /** Absent where none is configured here. */
  readonly model?: string;
  /** UTC. */
  readonly day: string;
  readonly use: UseOfDay;
  readonly limits: readonly Left[];
  /** Absent while it is called. */
  readonly pause?: Pause;
}

/** Undefined where no language model is configured and none was used today. */
export async function modelStatus(
  { model: settings, clock }: Pick<Call, 'model' | 'clock'>,
  { model: store }: Pick<Archive, 'model'>,
): Promise<ModelStatus | undefined> {
  const day = dayIn('UTC', clock);
  const [use, pause] = [await store.useOf(day), await store.pause()];
  if (settings === undefined && use.calls === 0) return undefined;
  const isPaused = pause !== undefined && Date.parse(pause.until) > clock.now();
  return {
    ...(settings && { model: settings.model }),
    ...{ day, use, limits: (settings?.budget ?? []).map((limit) => leftOf(limit, use)) },
    ...(isPaused && { pause }),
  };
}

function leftOf(ceiling: Ceiling, use: UseOfDay): Left {
  const all = { tokens: use.inputTokens + use.outputTokens, microDollars: use.microDollars };
  const spent: Spent = ceiling.of === 'day' ? all : use.most[ceiling.of];
  const left = ceiling.amount - (ceiling.unit === 'tokens' ? spent.tokens : spent.microDollars / 1e6);
  return { ...ceiling, left: Math.max(0, Number(left.toFixed(6))) };
}

export function modelJson({ model, day, use, limits, pause }: ModelStatus) {
  const { calls, inputTokens: input, outputTokens: output, microDollars, claims } = use;
  return { model, day, calls, tokens: { input, output }, dollars: microDollars / 1e6, claims, limits, pause };
}

/** Lines for a person, the first of them under the name of the model. */
export function modelLines({ model = 'not configured here', use, limits, pause }: ModelStatus): string[] {
  const { calls, inputTokens, outputTokens, microDollars, claims } = use;
  const [sent, got] = [inputTokens, outputTokens].map((tokens) => tokens.toLocaleString('en-US'));
  const dollars = microDollars === 0 ? '' : `, ${amountWords({ unit: 'dollars', amount: microDollars / 1e6 })}`;
  return [
    `language model: ${model}`,
    `  today: ${calls} call${calls === 1 ? '' : 's'}, ${sent} tokens in and ${got} out${dollars}; claims: ${claims.passed} passed the gate, ${claims.dropped} dropped`,
    ...limits.map((limit) => `  left ${LEFT[limit.of]}: ${leftWords(limit)}`),
    ...(pause === undefined ? [] : [`  left alone until ${formatInstant(pause.until, 'UTC')}: ${pause.reason}`]),
  ];
}

const LEFT = {
  user: 'to the user who used most',
  channel: 'to the channel that used most',
  day: 'to all together',
};

function leftWords({ unit, amount, left }: Left): string {
  return `${amountWords({ unit, amount: left })} of ${amountWords({ unit, amount })}`;
}
