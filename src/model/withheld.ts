import { DetenteError } from '../errors.ts';

interface WithheldOptions {
  readonly cause?: unknown;
  readonly wrong?: boolean;
}

/** A call that was not made, by Détente's own decision: in plain words for whoever reads what stands in its place. */
export class Withheld extends DetenteError {
  readonly by: 'budget' | 'pause' | 'queue';
  /** A setting has to be mended, as in a `ModelFailure`. */
  readonly wrong: boolean;

  constructor(by: Withheld['by'], message: string, { cause, wrong = false }: WithheldOptions = {}) {
    super('model-unusable', message, cause === undefined ? undefined : { cause });
    this.by = by;
    this.wrong = wrong;
  }
}
