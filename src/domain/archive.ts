import type { Article, ArticleId, DateBasis, IsoDate, IsoInstant, OriginId } from './article.ts';
import type { Conversation } from './chat.ts';
import type { Citation, Passage } from './citation.ts';
import type { Outbox } from './delivery.ts';
import type { VectorStore } from './encoder.ts';
import type { FeedStore } from './feed.ts';
import type { LedgerStore } from './ledger.ts';
import type { Mention } from './mention.ts';
import type { ModelStore } from './model-store.ts';
import type { RetentionStore } from './retention.ts';
import type { ScheduleStore } from './schedule.ts';

/** An article with all that was read out of it, stored in one transaction. */
export interface ReadArticle {
  readonly article: Article;
  /** sha-256 of the stored text, hex. */
  readonly contentHash: string;
  /** Its sentences, in order, not overlapping. */
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  /** Sampled shingle hashes, unsigned 32-bit: articles that share many are near-copies. */
  readonly fingerprint: readonly number[];
  /** What `standing` said of it before it was read; where it is given, `put` does not store what has changed since. */
  readonly standing?: Standing;
}

/** Articles that a reader of the archive sees. */
export interface Scope {
  /** Articles published after this day are not seen; undated ones are. */
  readonly asOf?: IsoDate;
  readonly without?: readonly ArticleId[];
}

/** An article without its text: what lists and dates need. */
export type ArticleOutline = Omit<Article, 'text'>;

/** Known, removed for good, or new. */
export type Standing =
  | { readonly kind: 'new' }
  /** The same text is stored, under this id. */
  | { readonly kind: 'known'; readonly id: ArticleId }
  /** The same id or address with another text. */
  | { readonly kind: 'changed'; readonly id: ArticleId; readonly version: number }
  | { readonly kind: 'removed'; readonly reason: string };

export interface ArticleStore {
  /** What the archive knows of a text, before it is read. */
  standing(draft: { readonly id?: ArticleId; readonly url?: string; readonly contentHash: string }): Promise<Standing>;
  /**
   * Stores articles and what was read out of them, all or none. The last version of an id becomes the current one.
   * Gives those that were passed over: another process has stored, changed or removed them since their standing was
   * asked for, so that they are to be asked for again.
   * @param today the day that they are stored on, before which they do not begin to age; by the machine's clock where it
   *   is not given
   */
  put(batch: readonly ReadArticle[], today?: IsoDate): Promise<readonly ReadArticle[]>;
  /** Current versions without their texts, by id. */
  outline(scope?: Scope): Promise<readonly ArticleOutline[]>;
  /** The same of these articles; ids that are not stored are passed over. */
  outlines(ids: readonly ArticleId[]): Promise<readonly ArticleOutline[]>;
  /** How many there are, and which of them have no day. */
  tally(): Promise<{ readonly total: number; readonly undated: readonly ArticleId[] }>;
  /** Current versions, by id. */
  list(scope?: Scope): Promise<readonly Article[]>;
  get(id: ArticleId): Promise<Article | undefined>;
  /** The version whose text holds the citation at its offsets: old citations resolve after an update. */
  resolve(citation: Citation): Promise<Article | undefined>;
  /** Takes an article out for good, all its versions; a tombstone keeps it from coming back. False where there is none. */
  remove(id: ArticleId, reason: string, at: IsoInstant): Promise<boolean>;
  /** The last day that an article seen in the scope states or was inferred for; undefined where none has one. */
  newest(asOf?: IsoDate): Promise<IsoDate | undefined>;
  /** Another text once an article was stored, changed or taken out. */
  state(): Promise<string>;
  /** A number that grows with each article that is stored. */
  mark(): Promise<number>;
  /** Articles of which nothing was stored yet when `mark` gave this number. */
  storedAfter(mark: number): Promise<readonly ArticleId[]>;
  /** Articles that share at least `shared` of these hashes, current versions, most first. */
  similar(fingerprint: readonly number[], shared: number): Promise<readonly ArticleId[]>;
  /** What is derived from several articles, set anew: dates by inference, origins by likeness. */
  derive(
    id: ArticleId,
    derived: { readonly publishedAt?: IsoDate | null; readonly dateBasis?: DateBasis; readonly origin?: OriginId },
  ): Promise<void>;
}

export interface PassageHit extends Citation {
  /** Higher is better; comparable within one result only. */
  readonly score: number;
}

export interface PassageQuery {
  /** Folded words without stop words; a hit holds at least one, and one given twice counts twice. The engine stems. */
  readonly terms: readonly string[];
  readonly limit: number;
  readonly scope?: Scope | undefined;
}

export interface PassageIndex {
  /** Best passages first by BM25 over text, title, outlet and date. No operator of any engine's query language has effect. */
  find(query: PassageQuery): Promise<readonly PassageHit[]>;
  /** How many passages there are, and how many hold each of these words or a form of it. */
  frequency(terms: readonly string[]): Promise<{ readonly passages: number; readonly holding: readonly number[] }>;
}

export interface MentionQuery {
  readonly scope?: Scope;
  /** Only mentions that name one of these actors, as actor or target. */
  readonly actors?: readonly string[];
}

export interface MentionStore {
  /** Mentions of current versions, ordered by article id and position. */
  find(query?: MentionQuery): Promise<readonly Mention[]>;
  /** Those of one article, in its order. */
  of(article: ArticleId): Promise<readonly Mention[]>;
}

/** What a user said of something the bot said. */
export interface Feedback {
  readonly conversation: Conversation;
  readonly user: string;
  /** The statement in words, with its citations. */
  readonly about: string;
  readonly verdict: 'right' | 'wrong';
  readonly text?: string;
  readonly at: IsoInstant;
  /** The sentence of an edition that it is about, word for word. */
  readonly statement?: string;
  /** What whoever may decided about it. */
  readonly decision?: 'confirmed' | 'dismissed';
}

/** What chat platforms leave behind; purged when the app is removed. */
export interface DeskStore {
  /** Deletes what is kept for a time only, once that is over: questions after a day, ids of requests after a week. */
  expire(at: IsoInstant): Promise<void>;
  /** True the first time an id is seen, false for a redelivery, also after a restart. */
  firstSeen(adapter: string, requestId: string, at: IsoInstant): Promise<boolean>;
  saveSettings(conversation: Conversation, settings: Readonly<Record<string, string>>): Promise<void>;
  settings(conversation: Conversation): Promise<Readonly<Record<string, string>>>;
  /** False where the user said the same before. A decision stands for as long as the verdict does. */
  saveFeedback(feedback: Feedback): Promise<boolean>;
  /** What users said, of one workspace or of all, in the order they said it. */
  feedback(adapter?: string, workspace?: string): Promise<readonly Feedback[]>;
  /** What was confirmed of sentences that are marked as wrong, of all workspaces, in the order users said it. */
  confirmed(): Promise<readonly Feedback[]>;
  /** False where there is none such. */
  decide(feedback: Feedback, decision: 'confirmed' | 'dismissed'): Promise<boolean>;
  /** Kept for a day, so that a follow-up is understood after a restart too. */
  saveQuestion(question: {
    readonly conversation: Conversation;
    readonly user: string;
    readonly text: string;
    readonly at: IsoInstant;
  }): Promise<void>;
  /** The last one in exactly this conversation since an instant; of this user, where one is named. */
  lastQuestion(conversation: Conversation, since: IsoInstant, user?: string): Promise<string | undefined>;
  /** Of one user, where one is named. */
  countQuestions(adapter: string, workspace: string, since: IsoInstant, user?: string): Promise<number>;
  /** Deletes what one user asked and said of answers. Gives the number of rows. */
  forget(adapter: string, workspace: string, user: string): Promise<number>;
  /** Workspaces of a platform of which something is stored. */
  workspaces(adapter: string): Promise<readonly string[]>;
  /** Deletes every row of the platform's workspace. Gives the number of rows. */
  purge(adapter: string, workspace: string): Promise<number>;
}

/** Everything that is remembered. Asynchronous and free of any engine's dialect, since engines differ. */
export interface Archive {
  readonly articles: ArticleStore;
  readonly passages: PassageIndex;
  readonly vectors: VectorStore;
  readonly mentions: MentionStore;
  readonly ledger: LedgerStore;
  readonly desk: DeskStore;
  readonly schedules: ScheduleStore;
  readonly outbox: Outbox;
  readonly model: ModelStore;
  readonly feeds: FeedStore;
  readonly retention: RetentionStore;
  /** Rebuilds every index from the rows. Gives the number of passages. */
  reindex(): Promise<number>;
  close(): Promise<void>;
}
