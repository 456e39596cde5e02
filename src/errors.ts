export type ErrorCode =
  | 'bad-span'
  | 'bad-input'
  | 'bad-usage'
  | 'bad-configuration'
  | 'not-found'
  | 'archive-unusable'
  /** Another process writes: it passes. */
  | 'archive-busy'
  | 'encoder-unusable'
  /** The keyless result stands in its place: never an error to a reader. */
  | 'model-unusable'
  | 'internal';

/** The one error class: a code for programs, a sentence for people that says what to do, the cause for the log. */
export class DetenteError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'DetenteError';
    this.code = code;
  }
}

/** What went wrong, as one line for a person; never a stack trace. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? message;
}

/** Whether something could not be ranked by meaning: by words it can be still. */
export function isEncoderFailure(error: unknown): error is DetenteError {
  return error instanceof DetenteError && error.code === 'encoder-unusable';
}

/** Whether something could not be done because the archive could not be read or written. */
export function isArchiveFailure(error: unknown): error is DetenteError {
  return error instanceof DetenteError && (error.code === 'archive-unusable' || error.code === 'archive-busy');
}
