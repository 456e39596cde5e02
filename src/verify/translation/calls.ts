import { isNonEmpty } from '../../domain/citation.ts';
import { type LanguageModel, type ModelCall, modelFailureWords, type TextDraft } from '../../domain/model.ts';
import type { Language } from '../../text/languages.ts';
import { faultOfTranslation } from './translation.ts';

/** Who translates, into what. */
export interface Translating {
  readonly language: Language;
  readonly model: LanguageModel;
  readonly call: ModelCall;
  /** Told of each draft: what was wrong with it, or undefined. */
  readonly onDraft?: (fault: string | undefined) => void;
  /** Told what went wrong, for the log. */
  readonly onFailure?: (error: unknown) => void;
}

/** English sentences in another language, as far as they passed. */
export interface Translated {
  readonly texts: ReadonlyMap<string, string>;
  /** Different sentences that were to be translated. */
  readonly all: number;
  /** Why the model could not be used for all of them, in plain words. */
  readonly failure?: string;
}

/** Sentences in one call: a reply that is cut loses few. */
const BATCH = 12;

/** Asks a model for sentences in a language. What does not pass the check has no translation, and no failure throws. */
export async function translatedTexts(sentences: readonly string[], translating: Translating): Promise<Translated> {
  const wanted = [...new Set(sentences)].filter((text) => /\p{L}/u.test(text));
  const texts = new Map<string, string>();
  const batches = Array.from({ length: Math.ceil(wanted.length / BATCH) }, (_, at) =>
    wanted.slice(at * BATCH, (at + 1) * BATCH),
  );
  const ends = await Promise.all(batches.map((batch) => translateBatch(batch, translating, texts)));
  const failure = ends.find((end) => end !== undefined);
  return { texts, all: wanted.length, ...(failure !== undefined && { failure }) };
}

/** Puts into `texts` what passes. Gives in plain words what went wrong. */
async function translateBatch(
  batch: readonly string[],
  { language, model, call, onDraft, onFailure }: Translating,
  texts: Map<string, string>,
): Promise<string | undefined> {
  const sentences = batch.map((text, at): TextDraft => ({ id: at + 1, text }));
  if (!isNonEmpty(sentences)) return undefined;
  try {
    const task = { kind: 'translation', language: language.english, sentences } as const;
    for await (const draft of model.compose(task, call)) {
      const english = batch[draft.id - 1];
      if (english === undefined || texts.has(english)) continue;
      const fault = faultOfTranslation(english, draft.text, language);
      onDraft?.(fault);
      if (fault === undefined) texts.set(english, draft.text.trim());
    }
    return undefined;
  } catch (error) {
    onFailure?.(error);
    return modelFailureWords(error);
  }
}

/** That a model translated something, in the reader's language, and how much of it stays in English. */
export function translationNote({ texts, all }: Translated, { whole, partly }: Language): string {
  const kept = all - texts.size;
  return kept === 0 ? whole : partly.replace('{kept}', String(kept)).replace('{all}', String(all));
}

/** Why all of it is English still. */
export function untranslatedNote({ failure }: Translated, { english }: Language): string {
  return `Not translated into ${english}: ${failure ?? 'no sentence of it passed the check'}.`;
}
