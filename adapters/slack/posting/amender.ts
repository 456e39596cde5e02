import type { webApi } from '@slack/bolt';
import { type Conversation, DetenteError, InOrder, type Reply, type Sent } from '../../../src/index.ts';
import { explained } from '../connection/explained.ts';
import type { Failure } from '../connection/failure.ts';
import type { RepeatableCalls } from '../connection/repeatable-calls.ts';
import type { Message, Render } from '../render.ts';
import { bodyOf, deliveryOf } from './body.ts';
import type { DirectMessages } from './direct-messages.ts';
import type { PostQueue } from './post-queue.ts';
import type { Standing, StandingMessage } from './standing.ts';

export interface AmenderOptions {
  readonly client: webApi.WebClient;
  readonly calls: RepeatableCalls;
  readonly queue: PostQueue;
  readonly render: Render;
  readonly standing: Standing;
  readonly directs: DirectMessages;
  onFailure(failure: Failure, conversation: Conversation): void;
}

/** What a message says that the new reply has no words for: deleting it would leave a hole in a talk. */
const WITHDRAWN: Reply = { kind: 'notice', text: 'Withdrawn: see the correction.' };

/** The messages to change, and under what key they stand. */
interface Target {
  readonly channel: string;
  readonly thread: string;
  readonly key: string;
  /** Time stamps by part, with holes. */
  readonly standing: readonly (string | undefined)[];
}

/** Changes what was posted. What stands is looked up first, so that what is added is added once. */
export class Amender {
  readonly #options: AmenderOptions;
  readonly #order = new InOrder();

  constructor(options: AmenderOptions) {
    this.#options = options;
  }

  /** @throws DetenteError `not-found` where it is gone; `internal` otherwise */
  async amend(conversation: Conversation, sent: Sent, reply: Reply): Promise<void> {
    const failed = (failure: Failure) => this.#options.onFailure(failure, conversation);
    const messages = this.#options.render(reply);
    await this.#order.run(sent.id, () =>
      explained(async () => this.#put(await this.#find(conversation, sent), messages), failed),
    );
  }

  async #find(conversation: Conversation, sent: Sent): Promise<Target> {
    const channel = await this.#options.directs.channelOf(conversation.channel);
    const thread = sent.thread ?? conversation.thread ?? sent.id;
    const own = await this.#options.standing.thread(channel, thread, sent.id);
    const parent = own.find(({ ts }) => ts === sent.id);
    if (parent === undefined) throw new DetenteError('not-found', 'Slack: the message to correct is gone');
    // what was sent without a key gets its own id as one, for what is added
    const key = parent.key ?? sent.id;
    return { channel, thread, key, standing: partsOf(sent, key, own) };
  }

  async #put(target: Target, messages: readonly Message[]): Promise<void> {
    const [withdrawn] = this.#options.render(WITHDRAWN);
    const count = Math.max(messages.length, target.standing.length);
    for (let part = 0; part < count; part += 1) {
      const ts = target.standing[part];
      const message = messages[part];
      if (ts !== undefined) await this.#update(target, part, ts, message ?? withdrawn);
      else if (message !== undefined) await this.#add(target, part, message);
    }
  }

  async #update({ channel, key }: Target, part: number, ts: string, message: Message): Promise<void> {
    const { client, calls } = this.#options;
    const body = { channel, ts, ...bodyOf(message), metadata: deliveryOf(key, part) };
    await calls.run('chat.update', () => client.chat.update(body));
  }

  async #add({ channel, thread, key }: Target, part: number, message: Message): Promise<void> {
    const { client, queue } = this.#options;
    const body = { channel, thread_ts: thread, ...bodyOf(message), metadata: deliveryOf(key, part) };
    await queue.run(channel, 'scheduled', () => client.chat.postMessage(body));
  }
}

/** By what was sent, and by what Slack shows under the key. */
function partsOf(sent: Sent, key: string, own: readonly StandingMessage[]): (string | undefined)[] {
  const shown = new Set(own.map(({ ts }) => ts));
  const parts = [sent.id, ...(sent.parts ?? [])].map((ts) => (shown.has(ts) ? ts : undefined));
  for (const message of own) if (message.key === key) parts[message.part] ??= message.ts;
  return parts;
}
