import type { webApi } from '@slack/bolt';
import { type Conversation, DetenteError, type IsoInstant } from '../../../src/index.ts';
import type { RepeatableCalls } from '../connection/repeatable-calls.ts';
import { readDelivery } from './body.ts';
import type { DirectMessages } from './direct-messages.ts';

/** A message of the bot that stands in Slack. */
export interface StandingMessage {
  readonly ts: string;
  /** What it was posted under, where it was. */
  readonly key?: string;
  readonly part: number;
}

export interface StandingOptions {
  readonly client: webApi.WebClient;
  readonly calls: RepeatableCalls;
  readonly directs: DirectMessages;
  /** The bot's own user id. */
  self(): Promise<string>;
}

interface Page {
  readonly messages?: readonly {
    readonly ts?: string;
    readonly user?: string;
    readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
  }[];
  readonly has_more?: boolean;
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** "no more than 200": https://docs.slack.dev/apis/web-api/pagination */
const PAGE = 200;
const MOST_PAGES = 50;
/** The machine's clock may be ahead of Slack's by so many seconds. */
const MARGIN_S = 60;

/** Looks up what stands in Slack, by the metadata of the messages. */
export class Standing {
  readonly #options: StandingOptions;

  constructor(options: StandingOptions) {
    this.#options = options;
  }

  /**
   * What stands under a key: time stamps by part, with a hole where a part does not stand; none where nothing stands.
   * @throws what Slack's client threw; DetenteError `internal` where more was posted since than is read
   */
  async delivery(conversation: Conversation, key: string, since: IsoInstant): Promise<(string | undefined)[]> {
    const channel = await this.#options.directs.channelOf(conversation.channel);
    const oldest = (Date.parse(since) / 1_000 - MARGIN_S).toFixed(6);
    const thread = conversation.thread ?? (await this.#parent(channel, key, oldest));
    if (thread === undefined) return [];
    const posted: (string | undefined)[] = [];
    for (const { ts, key: own, part } of await this.thread(channel, thread, oldest))
      if (own === key) posted[part] ??= ts;
    return posted;
  }

  /** The bot's messages in a thread, its parent among them, from a time stamp on. */
  async thread(channel: string, ts: string, oldest: string): Promise<readonly StandingMessage[]> {
    const { client, calls } = this.#options;
    const place = { channel, ts, oldest, inclusive: true, include_all_metadata: true, limit: PAGE };
    const pages = pagesOf((cursor) =>
      calls.run('conversations.replies', () => client.conversations.replies({ ...place, ...cursor })),
    );
    const found: StandingMessage[] = [];
    for await (const message of this.#own(pages)) found.push(message);
    return found;
  }

  async #parent(channel: string, key: string, oldest: string): Promise<string | undefined> {
    const { client, calls } = this.#options;
    const place = { channel, oldest, inclusive: true, include_all_metadata: true, limit: PAGE };
    const pages = pagesOf((cursor) =>
      calls.run('conversations.history', () => client.conversations.history({ ...place, ...cursor })),
    );
    for await (const message of this.#own(pages)) if (message.key === key && message.part === 0) return message.ts;
    return undefined;
  }

  /** Anybody's app can write such metadata: only the bot's own count. */
  async *#own(pages: AsyncIterable<Page>): AsyncGenerator<StandingMessage> {
    const self = await this.#options.self();
    for await (const { messages = [] } of pages)
      for (const { ts = '', user, metadata = {} } of messages)
        if (user === self) yield { ts, part: 0, ...readDelivery(metadata) };
  }
}

async function* pagesOf(ask: (cursor: { readonly cursor?: string }) => Promise<Page>): AsyncGenerator<Page> {
  let cursor: string | undefined;
  for (let count = 1; count <= MOST_PAGES; count += 1) {
    const page = await ask(cursor === undefined ? {} : { cursor });
    yield page;
    cursor = page.response_metadata?.next_cursor || undefined;
    if (cursor === undefined && !page.has_more) return;
  }
  throw new DetenteError(
    'internal',
    `Slack: over ${MOST_PAGES * PAGE} messages were posted there since: look for the post yourself before it is sent again`,
  );
}
