import type { Draft, LanguageModel, ModelUse, Task, TaskKind } from '../../src/domain/model.ts';
import type { ModelFailure } from '../../src/model/failure.ts';
import type { ModelSettings } from '../../src/model/keys.ts';
import { createLanguageModel, type LanguageModelOptions } from '../../src/model/language-model.ts';

/** What came of a task: the drafts that stand, and the failure after them where there was one. */
export interface Outcome<Kind extends TaskKind> {
  readonly drafts: readonly Draft<Kind>[];
  readonly failure?: ModelFailure;
  readonly uses: readonly ModelUse[];
}

export async function composed<Kind extends TaskKind>(
  model: LanguageModel,
  task: Task<Kind>,
  signal: AbortSignal = AbortSignal.timeout(15_000),
): Promise<Outcome<Kind>> {
  const drafts: Draft<Kind>[] = [];
  const uses: ModelUse[] = [];
  try {
    const call = { signal, payer: {}, onUse: (use: ModelUse) => uses.push(use) };
    for await (const draft of model.compose(task, call)) drafts.push(draft);
    return { drafts, uses };
  } catch (failure) {
    return { drafts, uses, failure: failure as ModelFailure };
  }
}

/** The model that the settings name; fails where there is none. */
export async function modelOf(settings: ModelSettings, options: LanguageModelOptions = {}): Promise<LanguageModel> {
  const found = await createLanguageModel(settings, options);
  if (found.kind === 'absent') throw new Error(found.reason);
  return found.model;
}

export const wordingTask: Task<'wording'> = {
  kind: 'wording',
  statements: [
    { id: 1, text: 'Chad reopened its border.', quotes: ['Chad has reopened its border with Sudan.'] },
    { id: 2, text: 'Egypt hosted talks.', quotes: ['Talks were hosted by Egypt in Cairo.'] },
    { id: 3, text: 'Kenya offered to mediate.', quotes: ['Kenya has offered to mediate.'] },
  ],
};
