import type { WordingOptions } from '../answer/worded-answer.ts';
import type { Brief } from '../domain/brief.ts';
import type { Logger } from '../domain/logger.ts';
import { type LanguageModel, type ModelCall, type ModelFound, NOT_SET_UP, type Payer } from '../domain/model.ts';
import { DetenteError, reasonOf } from '../errors.ts';
import { ModelCounts } from '../model/counts.ts';
import type { ModelSettings } from '../model/keys.ts';
import type { Translating } from '../verify/translation/calls.ts';
import type { Call } from './call.ts';
import { type LanguageModelParts, languageModel } from './language-model.ts';
import { say } from './output.ts';

/** What words answers and briefs where a language model is wanted. */
export interface Wording {
  /** The model itself: whoever asks it waits until it was found, or is told that there is none. */
  readonly model: LanguageModel;
  /** @param language the code of the one that the answer is to be in; absent: English */
  answers(payer: Payer, language?: string): WordingOptions;
  /** Never rejects. */
  brief(brief: Brief, payer: Payer, options?: BriefWordingOptions): Promise<Brief>;
  /** Ends every call of the model: what waits for one is given by rule at once. */
  stop(): void;
}

interface BriefWordingOptions {
  readonly language?: string | undefined;
  /** Milliseconds after which it is given as far as it has come. */
  readonly waitMs?: number | undefined;
}

/** Nobody waits for a scheduled brief to the second: a slow server may word it too. */
const BRIEF_WAIT_MS = 30_000;

export interface WordingParts {
  readonly settings: ModelSettings;
  /** On its way while the first question is read. */
  readonly found: Promise<ModelFound>;
  readonly logger: Logger;
  /** Milliseconds that a scheduled brief waits for it. */
  readonly briefWaitMs?: number;
  /** Told of each sentence that a model wrote: what the gate found wrong with it, or undefined. */
  readonly onClaim?: (fault: string | undefined) => void;
  /** Of `stop`. */
  readonly ending?: AbortController;
}

/** Undefined where no language model is wanted. What is wrong with its settings is said once, to the log. */
export function startWording(call: Call, parts: Omit<LanguageModelParts, 'clock' | 'signal'>): Wording | undefined {
  const { model: settings, clock } = call;
  if (settings === undefined) return undefined;
  const { logger, counts = new ModelCounts() } = parts;
  const ending = new AbortController();
  const found = languageModel(call, { ...parts, clock, counts, signal: ending.signal });
  void found.then((one) => {
    if (one.kind === 'absent' && !ending.signal.aborted)
      logger.warn({ reason: one.reason }, 'there is no language model: all is worded by rule');
  });
  return wordingOf({ settings, found, logger, onClaim: counts.claim, ending });
}

/**
 * The code of a language by its name; undefined for English, which needs no model.
 * @throws DetenteError `bad-usage` where it is not offered, or there is no language model
 */
export async function languageCode({ model }: Call, name?: string): Promise<string | undefined> {
  if (name === undefined) return undefined;
  const { isEnglish, languageNamed, languages } = await import('../text/languages.ts');
  if (isEnglish(name)) return undefined;
  if (model === undefined)
    throw new DetenteError('bad-usage', 'a language needs a language model: set OPENAI_API_KEY or OPENAI_BASE_URL.');
  const language = languageNamed(name);
  if (language !== undefined) return language.code;
  const offered = languages.map(({ code }) => code).join(', ');
  throw new DetenteError(
    'bad-usage',
    `--language ${JSON.stringify(name)} is none of en, ${offered}, or a name of one.`,
  );
}

/** For a command that ends with its answer: a line on standard error for each thing that went wrong. */
export function lineLogger(): Logger {
  const said = new Set<string>();
  const line = ({ error, reason }: Readonly<Record<string, unknown>>, message: string) => {
    const text = `detente: ${error === undefined ? (reason ?? message) : reasonOf(error)}`;
    if (!said.has(text)) say(text);
    said.add(text);
  };
  return { info: () => {}, warn: line, error: line };
}

export function wordingOf(parts: WordingParts): Wording {
  const { settings, found, logger, briefWaitMs = BRIEF_WAIT_MS, onClaim, ending = new AbortController() } = parts;
  const model = eventual(settings.model, found, ending.signal);
  const told = { onFailure: onFailure(logger), ...(onClaim && { onClaim }) };
  const translating = async (code: string, call: ModelCall): Promise<Translating | undefined> => {
    if (code === '') return undefined;
    const { languageNamed } = await import('../text/languages.ts');
    const language = languageNamed(code);
    return language && { language, model, call, onFailure: told.onFailure, ...(onClaim && { onDraft: onClaim }) };
  };
  return {
    model,
    answers: (payer, code = '') => ({
      ...{ model, payer, judge: settings.judge, waitMs: settings.waitMs, ...told },
      ...(code !== '' && {
        finish: async (report, signal) => {
          const into = await translating(code, { signal, payer });
          return into === undefined ? report : (await import('../answer/translated.ts')).translated(report, into);
        },
      }),
    }),
    brief: async (brief, payer, { language = '', waitMs = briefWaitMs } = {}) => {
      const call = { signal: AbortSignal.timeout(waitMs), payer };
      const into = await translating(language, call);
      // a translation words it too: what is checked once is better known, and a reader waits once
      if (into !== undefined) return (await import('../brief/translated.ts')).translatedBrief(brief, into);
      return (await import('../brief/worded.ts')).wordedBrief(brief, { model, call, ...told });
    },
    stop: () => ending.abort(),
  };
}

/** That it is not set up right was said at the start. */
function onFailure(logger: Logger): (error: unknown) => void {
  return (error) => {
    if (![NOT_SET_UP, STOPPED].includes(reasonOf(error)))
      logger.warn({ error }, 'the language model failed; it is worded by rule');
  };
}

/** A model that is still being looked for: who asks for it waits, as long as they wait for an answer. */
function eventual(name: string, found: Promise<ModelFound>, ending: AbortSignal): LanguageModel {
  return {
    name,
    async *compose(task, call) {
      const signal = AbortSignal.any([call.signal, ending]);
      try {
        const one = await unlessAborted(found, signal);
        if (one.kind === 'absent') throw new DetenteError('model-unusable', NOT_SET_UP);
        yield* one.model.compose(task, { ...call, signal });
      } catch (error) {
        throw ending.aborted ? new DetenteError('model-unusable', STOPPED, { cause: error }) : error;
      }
    },
  };
}

const STOPPED = 'the bot is being restarted';

async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(new DetenteError('model-unusable', 'the language model did not answer in time'));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([work, aborted.promise]).finally(() => signal.removeEventListener('abort', abort));
}
