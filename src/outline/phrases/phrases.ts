/** The words that stand around statements in a brief or an answer. `{...}` is filled in. */
export interface Phrases {
  /** BCP 47. */
  readonly language: string;
  readonly new: string;
  readonly calm: string;
  readonly away: string;
  readonly channels: string;
  readonly disagree: string;
  readonly next: string;
  readonly unknown: string;
  readonly easing: string;
  readonly escalating: string;
  readonly mixed: string;
  readonly unchanged: string;
  readonly quiet: string;
  readonly edition: string;
  readonly covers: string;
  readonly extractive: string;
  readonly worded: string;
  readonly tensionFirst: string;
  readonly tensionSame: string;
  readonly tensionDown: string;
  readonly tensionUp: string;
  readonly tensionDays: string;
  readonly movedBy: string;
  readonly time: string;
  readonly up: string;
  readonly down: string;
  readonly noNew: string;
  readonly nothingOpen: string;
  readonly nearest: string;
  readonly sources: string;
  readonly quoted: string;
  readonly oneReport: string;
  readonly noOutlet: string;
  readonly noDate: string;
  readonly inferred: string;
  readonly notInArchive: string;
  readonly closest: string;
  readonly also: string;
  readonly confidence: string;
  readonly high: string;
  readonly moderate: string;
  readonly low: string;
}
