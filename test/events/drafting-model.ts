import { setImmediate as turn } from 'node:timers/promises';
import type {
  ActDraft,
  Draft,
  LanguageModel,
  ModelCall,
  NumberedPassage,
  Task,
  TaskKind,
} from '../../src/domain/model.ts';

/** A model at the port that drafts acts as it is told to, and remembers what it was shown. */
export class DraftingModel implements LanguageModel {
  readonly name = 'drafting';
  readonly shown: NumberedPassage[][] = [];
  readonly #drafts: (sentences: readonly NumberedPassage[], call: ModelCall) => Iterable<ActDraft | Error>;

  constructor(drafts: (sentences: readonly NumberedPassage[], call: ModelCall) => Iterable<ActDraft | Error>) {
    this.#drafts = drafts;
  }

  async *compose<Kind extends TaskKind>(task: Task<Kind>, call: ModelCall): AsyncGenerator<Draft<Kind>> {
    if (task.kind !== 'events') throw new Error('only acts are drafted here');
    this.shown.push([...task.sentences]);
    for (const draft of this.#drafts(task.sentences, call)) {
      await turn();
      if (draft instanceof Error) throw draft;
      yield draft as Draft<Kind>;
    }
  }
}

/** Drafts this act of each sentence that holds its verb. */
export function drafting(act: Omit<ActDraft, 'id' | 'quote'>): DraftingModel {
  return new DraftingModel((sentences) =>
    sentences.flatMap(({ id, text }) => (text.includes(act.verb) ? [{ ...act, id, quote: text }] : [])),
  );
}
