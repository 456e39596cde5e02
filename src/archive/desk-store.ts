import type { DeskStore } from '../domain/archive.ts';
import type { IsoInstant } from '../domain/article.ts';
import type { Conversation } from '../domain/chat.ts';
import { DetenteError } from '../errors.ts';
import type { Connection } from './connection.ts';
import { ARTICLES, deskStatements as sql } from './statements.ts';

/** Platforms deliver again for hours, never for a week. Keeping more would let the table grow for ever. */
const SEEN_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** What chat platforms leave behind. A request's id comes without its workspace, and says nothing about anyone. */
export class SqliteDeskStore implements DeskStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async firstSeen(adapter: string, requestId: string, at: IsoInstant): Promise<boolean> {
    const seenAt = Date.parse(at);
    if (Number.isNaN(seenAt)) throw new DetenteError('bad-input', `no instant: ${at}`);
    return this.#connection.write(() => {
      this.#connection.run(sql.forgetSeen, ARTICLES, seenAt - SEEN_FOR_MS);
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
  async saveFeedback(feedback: Parameters<DeskStore['saveFeedback']>[0]): Promise<void> {
    const { conversation, user, about, verdict, text, at } = feedback;
    this.#connection.write(() =>
      this.#connection.run(sql.saveFeedback, ...placeOf(conversation), user, about, verdict, text ?? null, at),
    );
  }

  async purge(adapter: string, workspace: string): Promise<number> {
    return this.#connection.erase(() => {
      const counts = sql.purge.map((statement) => this.#connection.run(statement, workspace, adapter).changes);
      return counts.reduce((sum, count) => sum + count, 0);
    });
  }
}

function placeOf({ workspace, adapter, channel, thread }: Conversation): [string, string, string, string] {
  return [workspace, adapter, channel, thread ?? ''];
}
