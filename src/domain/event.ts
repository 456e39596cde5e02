import type { ArticleId, IsoDate } from './article.ts';
import type { Citation, NonEmpty } from './citation.ts';

/** The event types of PLOVER (Political Language Ontology for Verifiable Event Records). */
export type EventType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT';

/** Whether an event moves the parties toward calm, away from it, or neither. */
export type Stance = 'de-escalation' | 'escalation' | 'neutral';

export type EventStatus = 'reported' | 'planned' | 'denied' | 'hypothetical' | 'historical';

type DatePrecision = 'day' | 'interval' | 'month' | 'unknown';

/** A day, a month or an interval; both ends inclusive; `null` where the text leaves an end open. */
export interface EventDate {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly precision: DatePrecision;
}

export type EventId = string;

/** An event as one speaker owns it; `speaker` is absent where the article says it in its own voice. */
export interface Claim {
  readonly speaker?: string;
  readonly articleId: ArticleId;
  readonly citation: Citation;
}

/** An event without its claims: what it is chosen and counted by. Actors are canonical names. */
export interface EventOutline {
  readonly id: EventId;
  /** `null` for a statement that PLOVER codes no type for. */
  readonly type: EventType | null;
  readonly modes: readonly string[];
  readonly cameo?: string;
  /** The lexicon's name of the act: `phone`, `recall`. */
  readonly sense?: string;
  readonly stance: Stance;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly date: EventDate;
  /** When what is planned is to happen, where a report says so. */
  readonly due?: EventDate;
  readonly place?: string;
  readonly status: EventStatus;
  /** The states, bodies and groups that each sentence about it names; each list once. */
  readonly named: readonly (readonly string[])[];
}

/** Who did what to whom, when, as merged over every article that reports it. */
export interface Event extends EventOutline {
  readonly claims: NonEmpty<Claim>;
  /** Who owns what the claims say; absent where two independent origins say it in their own voice, or nobody is named. */
  readonly attribution?: string;
  /** Independent origins among the claims, at least 1. */
  readonly origins: number;
  readonly articles: NonEmpty<ArticleId>;
  /** One sentence with an absolute date: what the brief says of it. */
  readonly summary: string;
  /** Numbers of deaths reported with the event, ascending; more than one where reports differ. */
  readonly tolls: readonly number[];
}
