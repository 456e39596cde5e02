/** `YYYY-MM-DD`, a calendar day. */
export type IsoDate = string;
/** An ISO 8601 instant with zone, `2024-01-19T07:00:00Z`. */
export type IsoInstant = string;
export type ArticleId = string;
/** Articles with one origin are copies of one text (a wire report, a press statement). */
export type OriginId = string;

/** How an article's date is known: its own date line or metadata; what its words say; not at all. */
export type DateBasis = 'stated' | 'inferred' | 'unknown';

/** A stored text. `text` never changes: an updated article is a new version with a text of its own. */
export interface Article {
  readonly id: ArticleId;
  /** 1 for the first text seen under this id, then counting up. */
  readonly version: number;
  readonly title: string;
  readonly text: string;
  /** Offset in `text` where headline, deck and byline end and the story begins; 0 where the text holds only the story. */
  readonly bodyStart: number;
  readonly outlet?: string;
  readonly author?: string;
  readonly url?: string;
  /** The file it came from, relative to the folder that was ingested. */
  readonly path?: string;
  readonly publishedAt?: IsoDate;
  readonly dateBasis: DateBasis;
  /** ISO 639-1, `und` where it could not be told. */
  readonly language: string;
  readonly origin: OriginId;
}

/** An article as a reader of files hands it over: not stored yet, so without version, date basis and origin. */
export interface ArticleDraft extends Omit<Article, 'id' | 'version' | 'publishedAt' | 'dateBasis' | 'origin'> {
  /** The identifier the article came with, if it came with one. */
  readonly id?: ArticleId;
  /** A stated date only: inference is the ledger's work, since it rests on other articles. */
  readonly publishedAt?: IsoDate;
}
