import type { Draft, LanguageModel, ModelCall, Task, TaskKind } from '../../src/domain/model.ts';
import { DetenteError } from '../../src/errors.ts';
import { languageNamed } from '../../src/text/languages.ts';
import type { Translating } from '../../src/verify/translation/calls.ts';

/** A model that knows these sentences, and reads of no other. */
export class DictionaryModel implements LanguageModel {
  readonly name = 'dictionary';
  /** Sentences of each call. */
  readonly asked: (readonly string[])[] = [];
  readonly #words: Readonly<Record<string, string>>;
  readonly #failure: Error | undefined;

  constructor(words: Readonly<Record<string, string>>, failure?: Error) {
    this.#words = words;
    this.#failure = failure;
  }

  async *compose<Kind extends TaskKind>(task: Task<Kind>, call: ModelCall): AsyncGenerator<Draft<Kind>> {
    const { sentences } = task as Task<'translation'>;
    this.asked.push(sentences.map(({ text }) => text));
    for (const { id, text } of sentences) {
      if (call.signal.aborted) throw new DetenteError('model-unusable', 'the call was given up');
      const known = this.#words[text];
      if (known !== undefined) yield { id, text: known } as unknown as Draft<Kind>;
    }
    if (this.#failure !== undefined) throw this.#failure;
  }
}

export function into(code: string, model: LanguageModel, signal = new AbortController().signal): Translating {
  const language = languageNamed(code);
  if (language === undefined) throw new Error(`no language ${code}`);
  return { language, model, call: { signal, payer: {} } };
}
