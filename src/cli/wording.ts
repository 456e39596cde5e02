import type { WordingOptions } from '../answer/wording.ts';
import type { Brief } from '../domain/brief.ts';
import type { Logger } from '../domain/logger.ts';
import type { LanguageModel, ModelFound, Payer } from '../domain/model.ts';
import { DetenteError } from '../errors.ts';
import type { ModelSettings } from '../model/keys.ts';

/** What words answers and briefs where a language model is wanted. */
export interface Wording {
  answers(payer: Payer): WordingOptions;
  /**
   * Never rejects.
   * @param waitMs milliseconds after which it is given as far as it has come
   */
  brief(brief: Brief, payer: Payer, waitMs?: number): Promise<Brief>;
}

/** Nobody waits for a scheduled brief to the second: a slow server may word it too. */
const BRIEF_WAIT_MS = 30_000;

export interface WordingParts {
  readonly settings: ModelSettings;
  /** On its way while the first question is read. */
  readonly found: Promise<ModelFound>;
  readonly logger: Logger;
  /** Told of each sentence that a model wrote: what the gate found wrong with it, or undefined. */
  readonly onClaim?: (fault: string | undefined) => void;
}

export function wordingOf({ settings, found, logger, onClaim }: WordingParts): Wording {
  const model = eventual(settings.model, found);
  const told = { onFailure: onFailure(logger), ...(onClaim && { onClaim }) };
  return {
    answers: (payer) => ({ model, payer, judge: settings.judge, waitMs: settings.waitMs, ...told }),
    brief: async (brief, payer, waitMs = BRIEF_WAIT_MS) => {
      const { wordedBrief } = await import('../brief/worded.ts');
      return wordedBrief(brief, { model, call: { signal: AbortSignal.timeout(waitMs), payer }, ...told });
    },
  };
}

function onFailure(logger: Logger): (error: unknown) => void {
  return (error) => logger.warn({ error }, 'the language model could not word it; it is worded by rule');
}

/** A model that is still being looked for: who asks for it waits, as long as they wait for an answer. */
function eventual(name: string, found: Promise<ModelFound>): LanguageModel {
  return {
    name,
    async *compose(task, call) {
      const one = await unlessAborted(found, call.signal);
      if (one.kind === 'absent') throw new DetenteError('model-unusable', NOT_SET_UP);
      yield* one.model.compose(task, call);
    },
  };
}

/** The reason was said at the start to whoever runs the bot. */
const NOT_SET_UP = 'the language model is not set up right';

async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(new DetenteError('model-unusable', 'the language model did not answer in time'));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([work, aborted.promise]).finally(() => signal.removeEventListener('abort', abort));
}
