import type { DeskStore, Feedback } from '../domain/archive.ts';
import type { IsoInstant } from '../domain/article.ts';
import type { Conversation } from '../domain/chat.ts';
import { DetenteError } from '../errors.ts';
import type { Connection } from './connection.ts';
import { deliveryStatements, deskStatements as sql } from './desk-statements.ts';
import { modelUseStatements } from './model-statements.ts';
import { citedStatements } from './retention-statements.ts';
import { ARTICLES } from './statements.ts';

/** Platforms deliver again for hours, never for a week. Keeping more would let the table grow for ever. */
const SEEN_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** Follow-ups come within the day; what was asked is nobody's business after it. */
const ASKED_FOR_MS = 24 * 60 * 60 * 1000;

/** Who used a language model is known for the day that its budget is of, and for the next. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** What chat platforms leave behind. A request's id comes without its workspace, and says nothing about anyone. */
export class SqliteDeskStore implements DeskStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async expire(at: IsoInstant): Promise<void> {
    this.#connection.writeAside(() => this.#expire(millisecondsOf(at)));
  }

  async firstSeen(adapter: string, requestId: string, at: IsoInstant): Promise<boolean> {
    const seenAt = millisecondsOf(at);
    return this.#connection.writeAside(() => {
      this.#expire(seenAt);
      return this.#connection.run(sql.see, ARTICLES, adapter, requestId, seenAt).changes === 1;
    });
  }

  /** Replaces what was saved for the conversation. */
  async saveSettings(conversation: Conversation, settings: Readonly<Record<string, string>>): Promise<void> {
    const place = placeOf(conversation);
    this.#connection.write(() => {
      this.#connection.run(sql.clearSettings, ...place);
      for (const [name, value] of Object.entries(settings))
        this.#connection.run(sql.saveSetting, ...place, name, value);
    });
  }

  async settings(conversation: Conversation): Promise<Readonly<Record<string, string>>> {
    const rows = this.#connection.all<{ name: string; value: string }>(sql.settings, ...placeOf(conversation));
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  }

  /** The last verdict of a user about one thing counts. */
  async saveFeedback(feedback: Feedback): Promise<boolean> {
    const { conversation, user, about, verdict, text, at, statement } = feedback;
    const said = [about, verdict, text ?? null, at, statement ?? null];
    const values = [...placeOf(conversation), user, ...said];
    return this.#connection.write(() => this.#connection.run(sql.saveFeedback, ...values).changes > 0);
  }

  async feedback(adapter?: string, workspace?: string): Promise<readonly Feedback[]> {
    return this.#connection.all<FeedbackRow>(sql.feedback, workspace ?? null, adapter ?? null).map(feedbackOf);
  }

  async confirmed(): Promise<readonly Feedback[]> {
    return this.#connection.all<FeedbackRow>(sql.confirmed).map(feedbackOf);
  }

  async decide({ conversation, user, about }: Feedback, decision: 'confirmed' | 'dismissed'): Promise<boolean> {
    const values = [decision, ...placeOf(conversation), user, about];
    return this.#connection.write(() => this.#connection.run(sql.decideFeedback, ...values).changes > 0);
  }

  async saveQuestion(question: Parameters<DeskStore['saveQuestion']>[0]): Promise<void> {
    const { conversation, user, text, at } = question;
    const askedAt = millisecondsOf(at);
    this.#connection.writeAside(() => {
      this.#expire(askedAt);
      this.#connection.run(sql.saveQuestion, ...placeOf(conversation), user, text, askedAt);
    });
  }

  async lastQuestion(conversation: Conversation, since: IsoInstant, user?: string): Promise<string | undefined> {
    const by = user ?? null;
    const place = [...placeOf(conversation), millisecondsOf(since), by, by];
    return this.#connection.get<{ asked: string }>(sql.lastQuestion, ...place)?.asked;
  }

  async countQuestions(adapter: string, workspace: string, since: IsoInstant, user?: string): Promise<number> {
    const by = user ?? null;
    const place = [workspace, adapter, millisecondsOf(since), by, by];
    return this.#connection.get<{ count: number }>(sql.countQuestions, ...place)?.count ?? 0;
  }

  async forget(adapter: string, workspace: string, user: string): Promise<number> {
    return this.#connection.erase(() => {
      this.#run(modelUseStatements.forget, workspace, adapter, user);
      return this.#run(sql.forget, workspace, adapter, user);
    });
  }

  async workspaces(adapter: string): Promise<readonly string[]> {
    const rows = this.#connection.all<{ workspace: string }>(sql.workspaces, adapter);
    return rows.map(({ workspace }) => workspace);
  }

  async purge(adapter: string, workspace: string): Promise<number> {
    return this.#connection.erase(() => {
      this.#run(modelUseStatements.purge, workspace, adapter);
      const rows = this.#run(sql.purge, workspace, adapter);
      for (const statement of [deliveryStatements.dropEditions, citedStatements.drop])
        this.#connection.run(statement, ARTICLES);
      return rows;
    });
  }

  #expire(now: number): void {
    this.#connection.run(sql.forgetSeen, ARTICLES, now - SEEN_FOR_MS);
    this.#connection.run(sql.forgetQuestions, now - ASKED_FOR_MS);
    this.#connection.run(modelUseStatements.expire, new Date(now - DAY_MS).toISOString().slice(0, 10));
  }

  /** Rows that the statements change together. */
  #run(statements: readonly string[], ...values: readonly string[]): number {
    return statements.reduce((sum, statement) => sum + this.#connection.run(statement, ...values).changes, 0);
  }
}

function millisecondsOf(at: IsoInstant): number {
  const milliseconds = Date.parse(at);
  if (Number.isNaN(milliseconds)) throw new DetenteError('bad-input', `no instant: ${at}`);
  return milliseconds;
}

function placeOf({ workspace, adapter, channel, thread }: Conversation): [string, string, string, string] {
  return [workspace, adapter, channel, thread ?? ''];
}

interface FeedbackRow {
  readonly workspace: string;
  readonly adapter: string;
  readonly channel: string;
  readonly thread: string;
  readonly user_id: string;
  readonly about: string;
  readonly verdict: Feedback['verdict'];
  readonly remark: string | null;
  readonly given_at: IsoInstant;
  readonly statement: string | null;
  readonly decision: 'confirmed' | 'dismissed' | null;
}

function feedbackOf(row: FeedbackRow): Feedback {
  const { workspace, adapter, channel, thread, user_id: user, about, verdict, remark, given_at: at } = row;
  const { statement, decision } = row;
  const conversation = { adapter, workspace, channel, ...(thread !== '' && { thread }) };
  const more = { ...(statement !== null && { statement }), ...(decision !== null && { decision }) };
  return { conversation, user, about, verdict, ...(remark !== null && { text: remark }), at, ...more };
}
