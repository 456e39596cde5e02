import type { Archive } from '../domain/archive.ts';
import type { Clock } from '../domain/clock.ts';
import type { Logger } from '../domain/logger.ts';
import type { ModelFound } from '../domain/model.ts';
import type { ModelCounts } from '../model/counts.ts';
import type { Call } from './call.ts';

export interface LanguageModelParts {
  /** Where what is spent is kept; without one a budget is that of the process. */
  readonly archive?: Pick<Archive, 'model'>;
  readonly logger: Logger;
  /** Whose days a budget is of. */
  readonly clock: Clock;
  /** Where calls are counted, for `GET /metrics`; `claim` of it is told of each claim. */
  readonly counts?: ModelCounts;
  /** One small call finds out whether the settings are right; it is on nobody's budget. */
  readonly probe?: boolean;
  /** Gives up that call. */
  readonly signal?: AbortSignal;
}

/** Whoever asks meanwhile waits for it: one that takes longer is used all the same. */
const PROBE_MS = 10_000;

/** The language model that is configured, with its budget and all that it is guarded by; or why there is none. Never throws. */
export async function languageModel(
  { model: settings }: Pick<Call, 'model'>,
  { archive, logger, clock, counts, probe = false, signal }: LanguageModelParts,
): Promise<ModelFound> {
  if (settings === undefined) return { kind: 'absent', reason: 'neither OPENAI_API_KEY nor OPENAI_BASE_URL is set' };
  const { budgetFault } = await import('../model/prices.ts');
  const fault = budgetFault(settings);
  if (fault !== undefined) return { kind: 'absent', reason: fault, wrong: true };
  const { createLanguageModel } = await import('../model/language-model.ts');
  const found = await createLanguageModel(settings, {
    probe,
    signal: AbortSignal.any([AbortSignal.timeout(PROBE_MS), ...(signal ? [signal] : [])]),
    onDoubt: (reason) => signal?.aborted || logger.warn({ reason }, 'the language model does not answer yet'),
    onMalformed: (kind, count) => logger.warn({ kind, count }, 'drafts of the language model had no form of one'),
  });
  if (found.kind === 'absent') return found;
  const { guarded } = await import('../model/guarded.ts');
  const kept = { ...(archive && { store: archive.model }), ...(counts && { counts }) };
  return { kind: 'ready', model: guarded(found.model, { settings, clock, logger, ...kept }) };
}
