import type { AnswerReport } from '../domain/answer.ts';
import type { Archive } from '../domain/archive.ts';
import type { IsoDate, IsoInstant } from '../domain/article.ts';
import type { Brief } from '../domain/brief.ts';
import type { Conversation } from '../domain/chat.ts';
import type { Clock } from '../domain/clock.ts';
import type { FeedDesk } from '../domain/feed-desk.ts';
import type { Logger } from '../domain/logger.ts';

export interface BriefOptions {
  /** The edition's day; absent: the latest. */
  readonly date?: IsoDate;
  /** The edition to compare with; absent: the day before's. */
  readonly since?: IsoDate;
  /** A name such as "Iran–Pakistan"; absent: the configured one, else what the archive is most about. */
  readonly situation?: string;
  /** Whose day the latest edition is of; absent: UTC. */
  readonly zone?: string;
}

/** Who asks, and where: follow-ups are understood within their conversation. */
interface Asker {
  readonly conversation: Conversation;
  readonly user: string;
}

/** What the bot is made of. */
export interface BotParts {
  readonly archive: Pick<Archive, 'desk' | 'articles' | 'ledger' | 'schedules' | 'outbox'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** @param reader for whom a language model may word it; absent: nobody reads it as it is */
  brief(options: BriefOptions, reader?: Asker): Promise<Brief>;
  /** @param update puts a better answer in the place of the first, if one comes later; absent where that cannot be done */
  ask(question: string, asker: Asker, update?: (report: AnswerReport) => Promise<void>): Promise<AnswerReport>;
  /** Drops what memory holds of a user's questions, or without one of a whole workspace's. */
  forget?(adapter: string, workspace: string, user?: string): void;
  /** The brief of the sample archive. */
  sample?(): Promise<Brief>;
  /** Names of the situations to choose from. */
  readonly situations?: readonly string[];
  /** The feeds of the archive, shared by all conversations; absent where none can be read. */
  readonly feeds?: FeedDesk;
  /** Conversations of those who run the bot: a user's own is named by the user's id. */
  readonly admins?: readonly Conversation[];
  /** Languages that a model can put replies into, by BCP 47; absent where there is no model. */
  readonly languages?: readonly string[];
  /** Names of the definitions to choose from; absent: any. */
  readonly definitions?: readonly string[];
  /** Why nothing can be posted in a conversation, undefined where it can. @throws where it cannot be found out now */
  refusal?(conversation: Conversation): Promise<string | undefined>;
  /** Tells those who run the bot what only they can mend. */
  tellAdmin?(text: string): Promise<void>;
}

export function instant(clock: Clock): IsoInstant {
  return new Date(clock.now()).toISOString();
}

/** What is kept of the bot itself beside what users set. */
export type KeptName = 'last' | 'gone' | 'welcomed' | 'off';
