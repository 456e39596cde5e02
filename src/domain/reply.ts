import type { AnswerReport } from './answer.ts';
import type { Brief } from './brief.ts';

/** One line of a help text. */
export interface HelpEntry {
  readonly usage: string;
  readonly summary: string;
}

/** A platform-neutral message; an adapter renders it. Nothing in it is markup of any platform. */
export type Reply =
  | { readonly kind: 'brief'; readonly brief: Brief; readonly sample?: boolean }
  | { readonly kind: 'answer'; readonly report: AnswerReport }
  | { readonly kind: 'sources'; readonly heading: string; readonly sources: Brief['sources'] }
  | { readonly kind: 'help'; readonly heading: string; readonly entries: readonly HelpEntry[] }
  | { readonly kind: 'notice'; readonly text: string }
  /** `reference` finds the cause in the log. */
  | { readonly kind: 'failure'; readonly text: string; readonly reference?: string };
