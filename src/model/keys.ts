import type { ConfigurationKey, ConfigurationValues } from '../domain/configuration.ts';
import type { Ceiling } from '../domain/model-store.ts';

/** Set, or with a server named, a language model words what is said. Whether it is right the server knows alone. */
const apiKeyKey: ConfigurationKey<string> = {
  key: 'OPENAI_API_KEY',
  help: 'Key of an OpenAI-compatible server. With it, or with OPENAI_BASE_URL alone, a language model words answers and briefs (docs/models.md).',
  parse: (raw) => raw,
  secret: true,
};

const baseUrlKey: ConfigurationKey<string> = {
  key: 'OPENAI_BASE_URL',
  help: 'Address of the server, such as http://127.0.0.1:11434/v1 for Ollama; OpenAI where it is empty.',
  // a wrong one costs the model, not the bot: it is looked at where the model is made
  parse: (raw) => raw,
};

const modelKey: ConfigurationKey<string> = {
  key: 'OPENAI_MODEL',
  help: "The model's name on that server.",
  parse: (raw) => raw,
  default: 'gpt-5-mini',
};

const modelApiKey: ConfigurationKey<'chat' | 'responses'> = {
  key: 'DETENTE_MODEL_API',
  help: 'Which interface of the server is used: chat (Chat Completions, which every server has) or responses.',
  parse: (raw) => oneOf(['chat', 'responses'], raw),
  default: 'chat',
};

const modelEventsKey: ConfigurationKey<boolean> = {
  key: 'DETENTE_MODEL_EVENTS',
  help: 'Whether a language model reads events out of articles too while they are taken in: on or off.',
  parse: onOrOff,
  default: 'off',
};

const modelJudgeKey: ConfigurationKey<boolean> = {
  key: 'DETENTE_MODEL_JUDGE',
  help: 'Whether the model judges, in a second call, each claim that passed the gate against its quotes: on or off.',
  parse: onOrOff,
  default: 'off',
};

const modelWaitKey: ConfigurationKey<number> = {
  key: 'DETENTE_MODEL_WAIT_MS',
  help: 'Milliseconds that an answer waits for the model before it is given without; in chat it is replaced if the model comes later.',
  // the keyless answer is promised within ten seconds
  parse: (raw) => within(raw, 100, 9_000),
  default: '6000',
};

const modelCallsKey: ConfigurationKey<number> = {
  key: 'DETENTE_MODEL_CALLS',
  help: 'Calls of the model that may be under way at once.',
  parse: (raw) => within(raw, 1, 100),
  default: '4',
};

const modelBudgetKey: ConfigurationKey<readonly Ceiling[]> = {
  key: 'DETENTE_MODEL_BUDGET',
  help: 'What may be used in a day (UTC), parted by ";": user, channel or day with tokens or dollars, such as user 100000; day $5.',
  parse: (raw) => entriesOf(raw).map(ceilingOf),
  default: 'user 200000; channel 500000; day 3000000',
};

/** Dollars for a million tokens. */
export interface Price {
  readonly model: string;
  readonly input: number;
  readonly output: number;
}

const modelPricesKey: ConfigurationKey<readonly Price[]> = {
  key: 'DETENTE_MODEL_PRICES',
  help: 'Dollars for a million tokens in and out, parted by ";", such as gpt-5-mini 0.25 2; a budget in dollars needs it.',
  parse: (raw) => entriesOf(raw).map(priceOf),
};

const embeddingsKey: ConfigurationKey<string> = {
  key: 'OPENAI_EMBEDDINGS_MODEL',
  help: 'A model of that server that ranks sentences by meaning in place of the built-in one; every stored sentence is then sent there.',
  parse: (raw) => raw,
};

export const modelKeys: readonly ConfigurationKey[] = [
  apiKeyKey,
  baseUrlKey,
  modelKey,
  embeddingsKey,
  modelApiKey,
  modelBudgetKey,
  modelCallsKey,
  modelEventsKey,
  modelJudgeKey,
  modelPricesKey,
  modelWaitKey,
];

/** What the configuration says of the language model. */
export interface ModelSettings {
  readonly apiKey?: string;
  readonly baseUrl?: string;
  readonly model: string;
  readonly api: 'chat' | 'responses';
  readonly events: boolean;
  readonly judge: boolean;
  readonly waitMs: number;
  readonly calls: number;
  readonly budget: readonly Ceiling[];
  readonly prices: readonly Price[];
  readonly embeddings?: string;
}

/** Undefined where neither a key nor a server is set: no model is wanted. */
export function modelSettings(values: ConfigurationValues): ModelSettings | undefined {
  const [apiKey, baseUrl, embeddings] = [values.get(apiKeyKey), values.get(baseUrlKey), values.get(embeddingsKey)];
  if (apiKey === undefined && baseUrl === undefined) return undefined;
  return {
    ...(apiKey !== undefined && { apiKey }),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(embeddings !== undefined && { embeddings }),
    model: values.need(modelKey),
    api: values.need(modelApiKey),
    events: values.need(modelEventsKey),
    judge: values.need(modelJudgeKey),
    waitMs: values.need(modelWaitKey),
    calls: values.need(modelCallsKey),
    budget: values.need(modelBudgetKey),
    prices: values.get(modelPricesKey) ?? [],
  };
}

function entriesOf(raw: string): string[] {
  return raw.split(';').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
}

function ceilingOf(entry: string): Ceiling {
  const [, of, dollars, amount] = /^(user|channel|day)\s+(\$?)(\d+(?:\.\d+)?)$/.exec(entry) ?? [];
  if (of === undefined || amount === undefined)
    throw new Error(`must be user, channel or day with tokens or dollars (${JSON.stringify(entry)} is not)`);
  return { of: of as Ceiling['of'], unit: dollars === '$' ? 'dollars' : 'tokens', amount: Number(amount) };
}

function priceOf(entry: string): Price {
  const [, model, input, output] = /^(\S+)\s+(\d+(?:\.\d+)?)\s+(\d+(?:\.\d+)?)$/.exec(entry) ?? [];
  if (model === undefined)
    throw new Error(`must be MODEL IN OUT in dollars for a million tokens (${JSON.stringify(entry)} is not)`);
  return { model, input: Number(input), output: Number(output) };
}

function onOrOff(raw: string): boolean {
  return oneOf(['on', 'off'], raw) === 'on';
}

function oneOf<T extends string>(allowed: readonly T[], raw: string): T {
  const found = allowed.find((one) => one === raw.toLowerCase());
  if (found === undefined) throw new Error(`must be ${allowed.join(' or ')}`);
  return found;
}

function within(raw: string, least: number, most: number): number {
  const value = Number(raw);
  if (!/^\d+$/.test(raw) || value < least || value > most)
    throw new Error(`must be a whole number from ${least} to ${most}`);
  return value;
}
