import type { ArticleId, IsoDate } from './article.ts';
import type { EventId, EventOutline } from './event.ts';
import type { DatedMention, Mention } from './mention.ts';

/** An article whose mentions wait to be placed: it is new, its day has changed, or what it leans on has. */
export interface UnplacedArticle {
  readonly id: ArticleId;
  readonly publishedAt?: IsoDate;
  /** Its day is its own, not inferred. */
  readonly stated: boolean;
  /** In the order of the article, headlines among them. */
  readonly mentions: readonly Mention[];
  /** Grows with every change, so that the placing of an older state is passed over. */
  readonly marks: number;
}

/** A mention of the article's body in its place: mentions of one block may merge, in the order of their keys. */
interface Placement {
  /** Index in the article's mentions. */
  readonly ordinal: number;
  readonly dated: DatedMention;
  readonly block: string;
  readonly order: string;
}

/** A person in an article: `Name (State)`, or a bare name. */
export interface PersonSeen {
  readonly actor: string;
  /** The article's day; sorts behind all days where it is not known. */
  readonly day: string;
}

/** An act on a known day, by which articles without a date can be dated. */
export interface Anchor {
  readonly key: string;
  /** Absent in an article that states no date itself: it looks for such days, and gives none. */
  readonly day?: IsoDate;
}

export interface PlacedArticle {
  readonly id: ArticleId;
  readonly marks: number;
  readonly placements: readonly Placement[];
  readonly persons: readonly (PersonSeen & { readonly key: string })[];
  readonly anchors: readonly Anchor[];
}

/** A block whose reports from a key on must be merged anew. */
export interface UnmergedBlock {
  readonly block: string;
  readonly from: string;
  /** Grows with every change, so that a merge of an older state is refused. */
  readonly marks: number;
}

/** The reports of one event. */
export interface Reports {
  readonly id: EventId;
  readonly members: readonly DatedMention[];
}

/** An event as it is stored: how it merges with what comes, and what a reader selects by. */
export interface LedgerEvent {
  readonly outline: EventOutline;
  readonly block: string;
  /** The order key of its first report. */
  readonly born: string;
  /** The days on which all its reports can be right; `from > to` where there is none. */
  readonly days: { readonly from: string; readonly to: string };
  /** Days of the first and the last article that report it. */
  readonly firstReport: string;
  readonly lastReport: string;
  /** States, bodies and groups that act, are acted on or are named beside them. */
  readonly parties: readonly string[];
  /** Article and order key of each mention that reports it. */
  readonly members: readonly { readonly articleId: ArticleId; readonly order: string }[];
}

export type LedgerEntry = Pick<LedgerEvent, 'outline' | 'firstReport' | 'lastReport'>;

export interface HomeQuery {
  readonly block: string;
  readonly parties: readonly string[];
  /** Events of which `days.to` lies in this half-open range and `days.from` is not after `latest`. */
  readonly to: { readonly from: string; readonly until: string };
  readonly latest: string;
  /** That many at most, and all others of the last one's `days.to`. */
  readonly limit?: number;
}

export interface EntryQuery {
  readonly parties?: readonly string[];
  /** Events of which `days.to` is this day or later. */
  readonly since?: IsoDate;
}

/**
 * The events, merged once and kept: an article costs work in proportion to itself and to the reports that it may merge
 * with. Storing an article makes it unplaced; placing it marks blocks unmerged; merging a block makes events.
 */
export interface LedgerStore {
  /** Those that state a date first, then by day and id. */
  unplaced(limit: number): Promise<readonly UnplacedArticle[]>;
  /** Persons of other articles under these keys. */
  persons(keys: readonly string[], without: ArticleId): Promise<readonly PersonSeen[]>;
  /** Days of acts with these keys in articles that state their date. */
  anchors(keys: readonly string[]): Promise<readonly Required<Anchor>[]>;
  /** All or none. Articles that lean on persons or anchors that changed become unplaced again. */
  place(articles: readonly PlacedArticle[]): Promise<void>;
  unmerged(limit: number): Promise<readonly UnmergedBlock[]>;
  /** The reports of a block from a key on, in order. */
  reports(block: string, from: string): Promise<readonly DatedMention[]>;
  /** What reports before a key tell of the events that later ones have joined. */
  parted(block: string, from: string): Promise<readonly Reports[]>;
  /** Events that a report can belong to, the latest first. */
  homes(query: HomeQuery): Promise<readonly Reports[]>;
  /** Replaces the events `gone` by `made`; nothing where the block has changed meanwhile and stays unmerged. */
  merge(unmerged: UnmergedBlock, gone: readonly EventId[], made: readonly LedgerEvent[]): Promise<void>;
  /** Stored events without their reports, in no order. */
  entries(query?: EntryQuery): Promise<readonly LedgerEntry[]>;
  /** The reports of these events, each event's in order; of all where none are named. */
  members(ids?: readonly EventId[]): Promise<readonly Reports[]>;
}
