import type { ArticleId, IsoDate } from './article.ts';
import type { Citation } from './citation.ts';
import type { EventDate, EventStatus, EventType, Stance } from './event.ts';

/** A time as the text words it. It becomes a date only against the article's own date, which may change. */
export type TimeExpression =
  | { readonly kind: 'day'; readonly date: string }
  /** A day without a year, `--01-16`. */
  | { readonly kind: 'month-day'; readonly month: number; readonly day: number }
  | { readonly kind: 'month'; readonly year?: number; readonly month: number }
  | { readonly kind: 'year'; readonly year: number }
  /** 0 is Sunday; `future` where the clause looks ahead. */
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly direction: 'past' | 'future';
      readonly weeks?: number;
    }
  /** "today" is 0, "yesterday" -1, "tomorrow" 1. */
  | { readonly kind: 'offset'; readonly days: number }
  /** "a day after Pakistan struck": counted from another act of the same article, by its position in the text. */
  | { readonly kind: 'after-act'; readonly days: number; readonly actAt: number }
  /** "since October 7": from a day on. */
  | { readonly kind: 'since'; readonly from: TimeExpression }
  /** Up to a day: what an act since then answers. */
  | { readonly kind: 'until'; readonly to: TimeExpression }
  /** The first of two "within three days": one of the days before the second. */
  | { readonly kind: 'within'; readonly days: number }
  /** No time in the words: some day up to the article's date. */
  | { readonly kind: 'unstated' };

/** One report of an act in one article, before it is merged with the reports of others. */
export interface Mention {
  readonly articleId: ArticleId;
  /** The words that report the act. */
  readonly span: Citation;
  /** Where the predicate stands: orders the mentions of an article and names them. */
  readonly at: number;
  readonly type: EventType | null;
  readonly modes: readonly string[];
  readonly cameo?: string;
  readonly stance: Stance;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly time: TimeExpression;
  /** When what is planned is to happen; its own time is then that of the report. */
  readonly due?: TimeExpression;
  /** A noun without a time, "China's offer": it speaks of an act that may have been told before. */
  readonly reference?: true;
  readonly place?: string;
  readonly status: EventStatus;
  readonly speaker?: string;
  /** Headlines are read, but never decide. */
  readonly headline: boolean;
  /** The lexicon's name of the act, `phone` or `recall`: reports of acts with different names can still be of one act. */
  readonly sense?: string;
  /** The act in a few words of ours: "offered to mediate between Iran and Pakistan". */
  readonly act: string;
  /** What an accusation or a demand is about, as the article words it. */
  readonly about?: string;
  readonly toll?: number;
  /** States, bodies and groups that the sentence names, whatever they do in it. */
  readonly named: readonly string[];
}

/** A mention with the days it can have happened on. */
export interface DatedMention {
  readonly mention: Mention;
  readonly date: EventDate;
  /** When what is planned is to happen. */
  readonly due?: EventDate;
  /** The day of the article that reports it; absent where it is not known. */
  readonly reportedOn?: IsoDate;
}
