import type { IsoDate, IsoInstant } from '../domain/article.ts';
import type { Payer } from '../domain/model.ts';
import {
  bears,
  type Ceiling,
  type ClaimCount,
  isOver,
  type ModelStore,
  type Pause,
  type Spending,
  type Spent,
  type UseOfDay,
} from '../domain/model-store.ts';
import type { Connection } from './connection.ts';
import { modelStatements as sql, modelUseStatements as use } from './model-statements.ts';
import { ARTICLES } from './statements.ts';

const KEPT_MS = 400 * 24 * 60 * 60_000;
/** A reply about the acts of an article takes about a kilobyte. */
const MOST_REPLIES = 20_000;

const NOTHING: Spent = { tokens: 0, microDollars: 0 };

/** A row for each user in each channel and day; a call for nobody stands in a row without names. */
export class SqliteModelStore implements ModelStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async reserve(spending: Spending, ceilings: readonly Ceiling[]): Promise<Ceiling | undefined> {
    return this.#connection.writeAside(() => {
      const over = ceilings.find((ceiling) => this.#wouldPass(spending, ceiling));
      if (over === undefined) this.#add(nameOf(spending.day, spending.payer), spending);
      return over;
    });
  }

  async settle(difference: Spending): Promise<void> {
    const { day, payer } = difference;
    const forgotten: Payer = payer.conversation === undefined ? {} : { conversation: payer.conversation };
    const names = [nameOf(day, payer), nameOf(day, forgotten)];
    this.#connection.writeAside(() => {
      const name = names.find((one) => this.#connection.get(use.has, ...one) !== undefined);
      this.#add(name ?? nameOf(day, {}), difference);
    });
  }

  async spent(day: IsoDate, payer: Payer, of: Ceiling['of']): Promise<Spent> {
    return bears(payer, of) ? this.#spent(day, payer, of) : NOTHING;
  }

  async countClaims(day: IsoDate, { passed, dropped }: ClaimCount): Promise<void> {
    this.#connection.writeAside(() => this.#connection.run(use.add, ...nameOf(day, {}), 0, 0, 0, 0, passed, dropped));
  }

  async useOf(day: IsoDate): Promise<UseOfDay> {
    return this.#connection.read(() => {
      type Row = Omit<UseOfDay, 'claims' | 'most'> & ClaimCount;
      const { passed = 0, dropped = 0, ...rest } = this.#connection.get<Row>(use.useOf, day) ?? {};
      const most = (of: 'user' | 'channel') => this.#connection.get<Spent>(use.mostOf[of], day) ?? NOTHING;
      return {
        ...{ calls: 0, inputTokens: 0, outputTokens: 0, microDollars: 0, ...rest },
        claims: { passed, dropped },
        most: { user: { ...most('user') }, channel: { ...most('channel') } },
      };
    });
  }

  async savePause(pause: Pause | undefined): Promise<void> {
    this.#connection.writeAside(() => {
      if (pause === undefined) this.#connection.run(sql.endPause, ARTICLES);
      else this.#connection.run(sql.savePause, ARTICLES, pause.until, pause.reason);
    });
  }

  async pause(): Promise<Pause | undefined> {
    const row = this.#connection.get<Pause>(sql.pause, ARTICLES);
    return row && { ...row };
  }

  async reply(key: string): Promise<string | undefined> {
    return this.#connection.get<{ body: string }>(sql.reply, ARTICLES, key)?.body;
  }

  async saveReply(key: string, reply: string, at: IsoInstant): Promise<void> {
    const keptAt = Date.parse(at);
    this.#connection.writeAside(() => {
      this.#connection.run(sql.saveReply, ARTICLES, key, reply, keptAt);
      this.#connection.run(sql.expireReplies, ARTICLES, keptAt - KEPT_MS);
      this.#connection.run(sql.boundReplies, ARTICLES, MOST_REPLIES);
    });
  }

  #wouldPass({ day, payer, inputTokens, outputTokens, microDollars }: Spending, ceiling: Ceiling): boolean {
    if (!bears(payer, ceiling.of)) return false;
    const spent = this.#spent(day, payer, ceiling.of);
    return isOver(
      { tokens: spent.tokens + inputTokens + outputTokens, microDollars: spent.microDollars + microDollars },
      ceiling,
    );
  }

  #spent(day: IsoDate, payer: Payer, of: Ceiling['of']): Spent {
    const [workspace, , adapter, channel, user] = nameOf(day, payer);
    const names = { user: [workspace, day, adapter, user], channel: [workspace, day, adapter, channel], day: [day] };
    return this.#connection.get<Spent>(use.spentOf[of], ...names[of]) ?? NOTHING;
  }

  #add(name: readonly string[], { calls, inputTokens, outputTokens, microDollars }: Spending): void {
    this.#connection.run(use.add, ...name, calls, inputTokens, outputTokens, Math.round(microDollars), 0, 0);
  }
}

/** In the order of the table's columns. Threads count as their channel. */
function nameOf(day: IsoDate, { conversation, user = '' }: Payer): [string, string, string, string, string] {
  if (conversation === undefined) return [ARTICLES, day, '', '', ''];
  const { workspace, adapter, channel } = conversation;
  return [workspace, day, adapter, channel, user];
}
