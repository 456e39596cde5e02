import { DetenteError } from '../errors.ts';

/** A call that was not made, by Détente's own decision: in plain words for whoever reads what stands in its place. */
export class Withheld extends DetenteError {
  readonly by: 'budget' | 'pause' | 'queue';

  constructor(by: Withheld['by'], message: string, options?: { readonly cause?: unknown }) {
    super('model-unusable', message, options);
    this.by = by;
  }
}
