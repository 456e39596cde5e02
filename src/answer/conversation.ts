import type { AnswerReport } from '../domain/answer.ts';
import type { Archive } from '../domain/archive.ts';
import type { Conversation } from '../domain/chat.ts';
import type { Clock } from '../domain/clock.ts';
import { type AskOptions, converse, worded } from './ask.ts';
import type { Turn } from './follow-up.ts';
import { refused } from './refusal.ts';

/** After this long a question stands by itself again; the archive keeps questions no longer either. */
const REMEMBERED_MS = 24 * 60 * 60_000;
/** Conversations that are held in memory; beyond that the oldest are read back from their last question. */
const MOST = 1_000;

const NEW_TOPIC = /^\s*new topic\b\W*/i;

/** Who asks, and where: in a thread everybody follows up the same talk, elsewhere each their own. */
export interface Asker {
  readonly conversation: Conversation;
  readonly user: string;
}

/** Answers questions with what was asked before in the same conversation, also before a restart. */
export class Conversations {
  readonly #archive: Archive;
  readonly #clock: Clock;
  /** No turn: a new topic was asked for. */
  readonly #turns = new Map<string, { readonly turn?: Turn; readonly asker: Asker; readonly at: number }>();

  constructor(archive: Archive, clock: Clock) {
    this.#archive = archive;
    this.#clock = clock;
  }

  /** "New topic" forgets what was asked. */
  async ask(asker: Asker, text: string, options: AskOptions): Promise<AnswerReport> {
    if (NEW_TOPIC.test(text)) this.#remember(asker);
    const asked = text.replace(NEW_TOPIC, '');
    if (asked === '' && text !== '') return forgotten(text);
    const conversed = await converse(this.#archive, asked, options, await this.#before(asker, options));
    if (conversed.turn !== undefined) this.#remember(asker, conversed.turn);
    return worded(conversed, options.wording);
  }

  /** Drops what a user asked last, or without one what anybody in the workspace did. */
  forget(adapter: string, workspace: string, user?: string): void {
    for (const [key, { asker }] of this.#turns) {
      const { conversation } = asker;
      const isTheirs = conversation.adapter === adapter && conversation.workspace === workspace;
      if (isTheirs && (user === undefined || asker.user === user)) this.#turns.delete(key);
    }
  }

  async #before(asker: Asker, options: AskOptions): Promise<Turn | undefined> {
    const since = this.#clock.now() - REMEMBERED_MS;
    const known = this.#turns.get(keyOf(asker));
    if (known !== undefined) return known.at >= since ? known.turn : undefined;
    const { conversation, user } = asker;
    const by = conversation.thread === undefined ? user : undefined;
    const last = await this.#archive.desk.lastQuestion(conversation, new Date(since).toISOString(), by);
    return last === undefined ? undefined : (await converse(this.#archive, last.replace(NEW_TOPIC, ''), options)).turn;
  }

  #remember(asker: Asker, turn?: Turn): void {
    const key = keyOf(asker);
    this.#turns.delete(key);
    const kept = { ...(turn && { turn }), asker, at: this.#clock.now() };
    this.#turns.set(key, kept);
    // nobody may come to find it too old
    setTimeout(() => this.#turns.get(key) === kept && this.#turns.delete(key), REMEMBERED_MS).unref();
    const [oldest] = this.#turns.keys();
    if (this.#turns.size > MOST && oldest !== undefined) this.#turns.delete(oldest);
  }
}

function keyOf({ conversation, user }: Asker): string {
  return JSON.stringify(conversation.thread === undefined ? [conversation, user] : [conversation]);
}

function forgotten(question: string): AnswerReport {
  const answer = refused('unclear', 'A new topic: what was asked before is forgotten. Ask away.', []);
  return { question, answer, sources: [], engine: 'extractive', tier: 'lexical', elapsedMs: 0 };
}
