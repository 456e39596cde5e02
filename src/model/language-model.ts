import type { ModelFound } from '../domain/model.ts';
import { readAddress } from './address.ts';
import { ModelFailure } from './failure.ts';
import type { ModelSettings } from './keys.ts';
import { ServedModel, type ServedModelOptions } from './served-model.ts';
import type { StructuredOutput } from './server.ts';

export interface LanguageModelOptions extends ServedModelOptions {
  /** One small call finds out whether key, model and address are right, and which output the server can be held to. */
  readonly probe?: boolean;
  /** Gives up that call. */
  readonly signal?: AbortSignal;
  /** Milliseconds for a whole call of the server; whoever asks gives up sooner. */
  readonly timeoutMs?: number;
  /** Told why the probe failed where that may pass: the model is there all the same. */
  readonly onDoubt?: (reason: string) => void;
  /** Told what the probe found. */
  readonly onFound?: (output: StructuredOutput) => void;
}

/** A reader waits for seconds; a brief, or a model on a slow machine, may take minutes. */
const TIMEOUT_MS = 120_000;

/**
 * The model that the settings name. Absent and wrong where a setting has to be mended: known without any call for an
 * address, a key or a name that cannot be one; by the probe for what the server refuses. A server that is down is no
 * wrong setting. Never throws.
 */
export async function createLanguageModel(
  settings: ModelSettings,
  { probe = false, signal, timeoutMs = TIMEOUT_MS, onDoubt, onFound, ...options }: LanguageModelOptions = {},
): Promise<ModelFound> {
  const read = readAddress(settings);
  if (read.kind === 'wrong') return { kind: 'absent', reason: read.reason, wrong: true };
  const { OpenAiServer } = await import('./openai.ts');
  const server = new OpenAiServer(read.address, { api: settings.api, timeoutMs });
  const model = new ServedModel(server, options);
  const failure = probe ? await failureOfProbe(model, signal) : undefined;
  if (failure?.wrong) return { kind: 'absent', reason: failure.message, wrong: true };
  if (failure !== undefined) onDoubt?.(failure.message);
  else if (probe) onFound?.(server.output);
  return { kind: 'ready', model };
}

/** The smallest piece of real work, so that all of the way is tried. */
async function failureOfProbe(
  model: ServedModel,
  signal = new AbortController().signal,
): Promise<ModelFailure | undefined> {
  const claim = { id: 1, text: 'Norway hosted talks.', quotes: ['Norway hosted talks on Monday.'] as const };
  const call = { signal, payer: {} };
  try {
    for await (const _ of model.compose({ kind: 'judgement', claims: [claim] }, call));
    return undefined;
  } catch (error) {
    return error instanceof ModelFailure
      ? error
      : new ModelFailure('reply', 'the model cannot be used', { cause: error });
  }
}
