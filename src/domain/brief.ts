import type { ArticleId, DateBasis, IsoDate, OriginId } from './article.ts';
import type { Citation, NonEmpty } from './citation.ts';
import type { EventId, Stance } from './event.ts';
import type { Situation } from './situation.ts';

/** What can be said in other words or in another language than the archive's rules say it. */
interface Said {
  readonly text: string;
  /** The sentence as the rules made it, where `text` is not that: what it is known by. */
  readonly original?: string;
}

/** The words by which a sentence is known, whatever words it is shown in. */
export function ownWords({ text, original }: Said): string {
  return original ?? text;
}

/** A sentence the bot says. Without a citation it does not compile. */
export interface Statement extends Said {
  readonly citations: NonEmpty<Citation>;
  /** Independent origins behind the citations, at least 1. */
  readonly origins: number;
  readonly event?: EventId;
  readonly stance?: Stance;
  /** ISO 8601: a day, `YYYY-MM`, `A/B`, `A/..`. */
  readonly date?: string;
  /** Who owns the claim; absent where the articles say it in their own voice. */
  readonly attribution?: string;
  /** A language model worded it, and the gate found all of it in the quotes. */
  readonly worded?: true;
}

/** What nobody reports: the one sentence that may stand without a citation. */
export interface Unknown extends Said {
  readonly nearest: readonly Citation[];
}

export interface Reading extends Said {
  readonly citations: NonEmpty<Citation>;
}

/** Sources that differ: both readings, and which one the brief takes. */
export interface Disagreement extends Said {
  readonly readings: readonly [Reading, Reading, ...Reading[]];
  readonly handling: string;
  /** The English of `handling`, where that is in another language. */
  readonly originalHandling?: string;
}

export type SectionId = 'new' | 'calm' | 'away' | 'channels' | 'disagree' | 'next' | 'unknown';

export type Section =
  | {
      readonly id: 'new' | 'calm' | 'away' | 'channels' | 'next';
      readonly heading: string;
      readonly items: readonly Statement[];
    }
  | { readonly id: 'disagree'; readonly heading: string; readonly items: readonly Disagreement[] }
  | { readonly id: 'unknown'; readonly heading: string; readonly items: readonly Unknown[] };

export interface SectionDefinition {
  readonly id: SectionId;
  readonly heading: string;
  /** Items at most. */
  readonly limit: number;
}

/** A brief, declared: what stands in it, in which order, how much. A file of `briefs/` exports one. */
export interface BriefDefinition {
  /** The file's name: `--definition NAME`. */
  readonly name: string;
  readonly title: string;
  readonly sections: NonEmpty<SectionDefinition>;
  /** Days that Calm and Away look back, the edition's own day included. */
  readonly windowDays: number;
  /** Words at most in bottom line, New, Calm and Away together. */
  readonly maxWords: number;
  /** Words at most in the other sections together. */
  readonly maxStandingWords: number;
}

export type Direction = 'easing' | 'escalating' | 'mixed' | 'unchanged' | 'quiet';

/** Signed share of one event in a day's change of the index. */
export interface Mover {
  readonly event: EventId;
  readonly change: number;
}

export interface Tension {
  /** 0 to 100. */
  readonly index: number;
  /** The day before; absent on the first day. */
  readonly previous?: number;
  /** Seven days, the edition's last. */
  readonly series: readonly { readonly date: IsoDate; readonly index: number }[];
  /** index - previous, unrounded. */
  readonly change?: number;
  /** Every event with a share, largest first. With `decay` they add up to `change`. */
  readonly movers: readonly Mover[];
  readonly decay?: number;
}

export type NoticeCode =
  | 'nothing-new'
  | 'first-edition'
  | 'late'
  | 'missed'
  | 'stale'
  | 'empty-archive'
  | 'source-silent'
  | 'left-out'
  | 'unconfirmed'
  /** A language model was to word it, and could not. */
  | 'unworded'
  /** A language model put it into another language, and how much of it. */
  | 'translated'
  | 'corrected';

/** Speaks of the archive or the delivery, never of the world; needs no citation. */
export interface Notice extends Said {
  readonly code: NoticeCode;
}

/** What a renderer needs to list a source. */
export interface Source {
  /** From 1, in the order of first citation. */
  readonly number: number;
  readonly articleId: ArticleId;
  readonly outlet?: string;
  readonly title: string;
  readonly publishedAt?: IsoDate;
  readonly dateBasis: DateBasis;
  readonly origin: OriginId;
  readonly url?: string;
}

export interface Brief {
  readonly definition: string;
  readonly title: string;
  /** `null` where the archive is empty. */
  readonly situation: Situation | null;
  readonly date: IsoDate;
  readonly zone: string;
  readonly covers: {
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly articles: number;
    readonly origins: number;
  };
  readonly direction: Direction;
  readonly tension: Tension | null;
  readonly bottomLine: readonly Statement[];
  readonly sections: readonly Section[];
  readonly notices: readonly Notice[];
  readonly sources: readonly Source[];
  readonly engine: 'extractive' | 'language-model';
  /** BCP 47, where a model put it into another language than English; quotes and titles stay in their own. */
  readonly language?: string;
}
