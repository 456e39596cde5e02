import { DetenteError } from '../errors.ts';

interface WithheldOptions {
  readonly cause?: unknown;
  /** Where the message is for whoever runs the bot alone. */
  readonly forReaders?: string;
}

/** A call that was not made, by Détente's own decision: in plain words for whoever reads what stands in its place. */
export class Withheld extends DetenteError {
  readonly by: 'budget' | 'pause' | 'queue';
  readonly forReaders: string;

  constructor(by: Withheld['by'], message: string, { cause, forReaders = message }: WithheldOptions = {}) {
    super('model-unusable', message, cause === undefined ? undefined : { cause });
    this.by = by;
    this.forReaders = forReaders;
  }
}
