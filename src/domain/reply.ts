import type { AnswerReport } from './answer.ts';
import type { Brief } from './brief.ts';
import type { Correction } from './delivery.ts';
import type { Feed } from './feed.ts';
import type { FeedAdding } from './feed-desk.ts';
import type { Form } from './form.ts';
import type { DeskStatus, FeedsStatus } from './status.ts';

/** One line of a help text. */
export interface HelpEntry {
  readonly usage: string;
  readonly summary: string;
}

/** A platform-neutral message; an adapter renders it. Nothing in it is markup of any platform. */
export type Reply =
  | { readonly kind: 'brief'; readonly brief: Brief; readonly sample?: boolean }
  | { readonly kind: 'answer'; readonly report: AnswerReport }
  /** Said below an edition that was changed. */
  | { readonly kind: 'correction'; readonly correction: Correction }
  | { readonly kind: 'sources'; readonly heading: string; readonly brief: Brief; readonly feeds?: FeedsStatus }
  /** Feeds and how they are at `now`, milliseconds since 1970; `mayTend` where whoever asks may change them. */
  | { readonly kind: 'feeds'; readonly feeds: readonly Feed[]; readonly now: number; readonly mayTend: boolean }
  /** What an address turned out to be that was to be taken up as a feed. */
  | { readonly kind: 'adding'; readonly adding: FeedAdding }
  | { readonly kind: 'help'; readonly heading: string; readonly entries: readonly HelpEntry[] }
  | { readonly kind: 'status'; readonly status: DeskStatus }
  /** The page that a platform keeps for the bot; `questions` are offered to be asked, and each has an answer. */
  | { readonly kind: 'home'; readonly status: DeskStatus; readonly questions: readonly string[] }
  /** First contact with a channel or a person. */
  | { readonly kind: 'welcome'; readonly status: DeskStatus }
  | { readonly kind: 'form'; readonly form: Form }
  /** A text to take along, word for word. */
  | { readonly kind: 'document'; readonly heading: string; readonly text: string }
  /** What was typed can become one of these; at most 25. */
  | { readonly kind: 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'notice'; readonly text: string }
  /** `reference` finds the cause in the log. */
  | { readonly kind: 'failure'; readonly text: string; readonly reference?: string };

/** What one user asked for alone may be of use to the channel; what only concerns the user is not. */
export function isShareable({ kind }: Reply): boolean {
  return kind === 'answer' || kind === 'brief' || kind === 'sources' || kind === 'feeds' || kind === 'status';
}
