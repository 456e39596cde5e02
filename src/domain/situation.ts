/** The parties that a brief is about. */
export interface Situation {
  /** "Iran–Pakistan" */
  readonly name: string;
  /** Canonical names of at least two actors. */
  readonly parties: readonly string[];
}
