/** The parties that a brief is about. */
export interface Situation {
  /** "Iran–Pakistan" */
  readonly name: string;
  /** Canonical names of at least two actors. */
  readonly parties: readonly string[];
  /** Only events that an article with one of these words reports; absent: all events of the parties. */
  readonly words?: readonly string[];
}
