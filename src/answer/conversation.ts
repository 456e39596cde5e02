import type { AnswerReport } from '../domain/answer.ts';
import type { Archive } from '../domain/archive.ts';
import type { Clock } from '../domain/clock.ts';
import { type AskOptions, converse } from './ask.ts';
import type { Turn } from './follow-up.ts';
import { refused } from './refusal.ts';

/** After this long a question stands by itself again. */
const REMEMBERED_MS = 30 * 60_000;
/** Conversations that are remembered; beyond that the oldest go first. */
const MOST = 1_000;

const NEW_TOPIC = /^\s*new topic\b\W*/i;

/** Answers questions with what was asked before in the same conversation. Nothing of it outlives the process. */
export class Conversations {
  readonly #archive: Archive;
  readonly #clock: Clock;
  readonly #turns = new Map<string, { readonly turn: Turn; readonly at: number }>();

  constructor(archive: Archive, clock: Clock) {
    this.#archive = archive;
    this.#clock = clock;
  }

  /** @param key names the conversation and, where several talk in it, the user. "New topic" forgets what was asked. */
  async ask(key: string, text: string, options: AskOptions): Promise<AnswerReport> {
    if (NEW_TOPIC.test(text)) this.#turns.delete(key);
    const asked = text.replace(NEW_TOPIC, '');
    if (asked === '' && text !== '') return forgotten(text);
    const { report, turn } = await converse(this.#archive, asked, options, this.#before(key));
    if (turn !== undefined) this.#remember(key, turn);
    return report;
  }

  #before(key: string): Turn | undefined {
    const known = this.#turns.get(key);
    return known !== undefined && this.#clock.now() - known.at <= REMEMBERED_MS ? known.turn : undefined;
  }

  #remember(key: string, turn: Turn): void {
    this.#turns.delete(key);
    this.#turns.set(key, { turn, at: this.#clock.now() });
    const [oldest] = this.#turns.keys();
    if (this.#turns.size > MOST && oldest !== undefined) this.#turns.delete(oldest);
  }
}

function forgotten(question: string): AnswerReport {
  const answer = refused('unclear', 'A new topic: what was asked before is forgotten. Ask away.', []);
  return { question, answer, sources: [], engine: 'extractive', tier: 'lexical', elapsedMs: 0 };
}
