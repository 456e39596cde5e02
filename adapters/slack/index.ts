import { setTimeout as delay } from 'node:timers/promises';
import { App, HTTPReceiver, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';
import {
  type AdapterOptions,
  type ChatAdapter,
  type ChatRequest,
  type Conversation,
  DetenteError,
  type EndingAdapter,
  type RequestHandler,
} from '../../src/index.ts';
import { type Failure, failureOf } from './connection/failure.ts';
import { type Emitter, guard } from './connection/guarded.ts';
import { SlackHttpServer } from './connection/http-server.ts';
import { boltLogger } from './connection/log.ts';
import { SignatureCheck } from './connection/signature.ts';
import { SocketSupervisor } from './connection/socket-supervisor.ts';
import { untilReached } from './connection/until-reached.ts';
import { apiUrl, appToken, botToken, commandPrefix, port, signingSecret } from './definition.ts';
import { listen } from './listeners.ts';
import { PostQueue } from './posting/post-queue.ts';
import { Poster } from './posting/poster.ts';
import { PrivateReplies } from './posting/private-replies.ts';
import { createRender, type Render } from './render.ts';
import { Responder } from './responder.ts';

/** Times in milliseconds, for tests and unusual networks. */
export interface SlackTuning {
  readonly intervalMs: number;
  readonly reconnectMs: number;
  readonly mostReconnectMs: number;
  readonly helloMs: number;
  readonly timeoutMs: number;
  readonly patienceMs: number;
  /** What is being answered when it is told to stop has this long. */
  readonly drainMs: number;
}

const usual: SlackTuning = {
  intervalMs: 1_000,
  reconnectMs: 1_000,
  mostReconnectMs: 30_000,
  helloMs: 10_000,
  timeoutMs: 15_000,
  patienceMs: 60_000,
  drainMs: 5_000,
};

export interface SlackAdapterOptions extends AdapterOptions {
  readonly tuning?: Partial<SlackTuning>;
}

/**
 * Slack by Socket Mode, or by HTTP where only a signing secret is set. `ended` resolves when it ends by itself: Slack
 * refuses the token, or the app was removed.
 */
export function createSlackAdapter(options: SlackAdapterOptions): ChatAdapter & EndingAdapter {
  return new SlackAdapter(options);
}

/** Where requests come in. */
interface Door {
  readonly receiver: Receiver;
  open(): Promise<void>;
  close(): Promise<void>;
}

class SlackAdapter implements ChatAdapter, EndingAdapter {
  readonly name = 'slack';
  readonly #options: SlackAdapterOptions;
  readonly #tuning: SlackTuning;
  readonly #client: webApi.WebClient;
  readonly #queue: PostQueue;
  readonly #render: Render;
  readonly #poster: Poster;
  readonly #ending = new AbortController();
  readonly #ended = Promise.withResolvers<void>();
  #started: Promise<void> | undefined;
  #stopped: Promise<void> | undefined;
  /** Resolves once nothing is being answered. */
  #answered: () => Promise<unknown> = async () => {};
  #door: Door | undefined;
  #responder: Responder | undefined;

  constructor(options: SlackAdapterOptions) {
    this.#options = options;
    this.#tuning = { ...usual, ...options.tuning };
    this.#client = new webApi.WebClient(options.configuration.need(botToken), this.#clientOptions());
    this.#render = createRender(options.configuration.get(commandPrefix));
    this.#queue = new PostQueue({ intervalMs: this.#tuning.intervalMs, retries: 3 });
    this.#poster = new Poster({
      client: this.#client,
      queue: this.#queue,
      render: this.#render,
      now: () => options.clock.now(),
      onFailure: (failure, conversation) => this.#failed(failure, conversation),
    });
  }

  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  start(handle: RequestHandler): Promise<void> {
    this.#started ??= this.#start(handle);
    return this.#started;
  }

  async send(...[conversation, reply, key]: Parameters<ChatAdapter['send']>) {
    if (this.#ending.signal.aborted) throw new DetenteError('internal', 'Slack is stopped: nothing is posted any more');
    return this.#poster.post(conversation, reply, key);
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  /** Nothing new comes in; what is being answered may be answered; then nothing goes out either. */
  async #stop(): Promise<void> {
    if (this.#door === undefined) this.#ending.abort();
    await this.#door?.close();
    await Promise.race([this.#answered(), delay(this.#tuning.drainMs, undefined, { ref: false })]);
    this.#ending.abort();
    this.#queue.end();
    await this.#started?.catch(() => {});
    await this.#door?.close();
    this.#ended.resolve();
  }

  async #start(handle: RequestHandler): Promise<void> {
    const { configuration, logger } = this.#options;
    const wait = { logger, signal: this.#ending.signal, ...this.#tuning };
    const auth = await untilReached(() => this.#client.auth.test(), wait).catch(refusal(botToken.key));
    if (auth === undefined) return;
    const { patienceMs } = this.#tuning;
    const render = this.#render;
    const privately = new PrivateReplies(logger, render);
    const responder = new Responder({
      handle,
      client: this.#client,
      poster: this.#poster,
      privately,
      render,
      logger,
      patienceMs,
    });
    this.#responder = responder;
    const door = configuration.get(appToken) === undefined ? this.#byHttp() : this.#bySocket();
    this.#door = door;
    const app = new App({
      receiver: door.receiver,
      token: configuration.need(botToken),
      botId: auth.bot_id ?? '',
      botUserId: auth.user_id ?? '',
      tokenVerificationEnabled: false,
      convoStore: false,
      clientOptions: this.#clientOptions(),
      logger: boltLogger(logger),
    });
    this.#answered = listen(app, {
      responder,
      client: this.#client,
      logger,
      prefix: configuration.get(commandPrefix) ?? '',
      botUser: auth.user_id ?? '',
      workspace: auth.team_id ?? '',
      now: () => new Date(this.#options.clock.now()).toISOString(),
      isOver: () => this.#ending.signal.aborted,
      onRemoved: (request) => this.#removed(request),
    });
    await door.open();
  }

  /** Nothing is tried again by itself: Slack's client would post twice after a lost reply. */
  #clientOptions(): webApi.WebClientOptions {
    return {
      slackApiUrl: this.#options.configuration.need(apiUrl),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: this.#tuning.timeoutMs,
      logger: boltLogger(this.#options.logger),
    };
  }

  #bySocket(): Door {
    const { configuration, logger } = this.#options;
    const { reconnectMs: delayMs, mostReconnectMs: mostDelayMs, helloMs } = this.#tuning;
    const receiver = new SocketModeReceiver({
      appToken: configuration.need(appToken),
      autoReconnectEnabled: false,
      logger: boltLogger(logger),
      installerOptions: { clientOptions: this.#clientOptions() },
    });
    guard(receiver.client as unknown as Emitter, ['ws_message', 'slack_event'], logger);
    const supervisor = new SocketSupervisor({ client: receiver.client, logger, delayMs, mostDelayMs, helloMs });
    return {
      receiver,
      open: async () => {
        await supervisor.start().catch(refusal(appToken.key));
        supervisor.ended.catch((error: unknown) => this.#end(failureOf(error)));
      },
      close: () => supervisor.stop(),
    };
  }

  #byHttp(): Door {
    const { configuration, logger } = this.#options;
    const secret = configuration.need(signingSecret);
    // the signature is judged at the door, by stricter rules than Bolt's
    const receiver = new HTTPReceiver({
      signingSecret: secret,
      signatureVerification: false,
      logger: boltLogger(logger),
    });
    // Slack's own clock is the machine's, also while a replay runs by another
    const check = new SignatureCheck(secret, Date.now);
    const server = new SlackHttpServer(configuration.need(port), check, logger, (request, response) =>
      receiver.requestListener(request, response),
    );
    return { receiver, open: () => server.start(), close: () => server.stop() };
  }

  #failed(failure: Failure, conversation: Conversation): void {
    this.#options.logger.warn({ adapter: 'slack', channel: conversation.channel, failure }, 'a post failed');
    if (failure.kind === 'refused') this.#end(failure);
    if (failure.kind === 'no-channel' && failure.isGone) void this.#responder?.note(this.#gone(failure, conversation));
  }

  #gone({ reason }: Extract<Failure, { kind: 'no-channel' }>, conversation: Conversation): ChatRequest {
    const at = new Date(this.#options.clock.now()).toISOString();
    const id = `gone ${conversation.channel} ${at}`;
    return { kind: 'gone', id, conversation, user: '', at, reason };
  }

  /** The workspace's rows go, and no call is made any more. */
  async #removed(request: ChatRequest): Promise<void> {
    await this.#responder?.note(request);
    this.#end({ kind: 'refused', reason: 'the app was removed from the workspace' });
  }

  #end(failure: Failure): void {
    if (this.#ending.signal.aborted) return;
    const reason = 'reason' in failure ? failure.reason : failure.kind;
    this.#options.logger.error(
      { adapter: 'slack', reason },
      'Slack has ended: nothing is read or posted there any more',
    );
    this.#ending.abort();
    this.#queue.end();
    void this.#door?.close().finally(() => this.#ended.resolve());
  }
}

/** A token that Slack refuses is a mistake of the configuration; the rest stays what it is. */
function refusal(key: string): (error: unknown) => never {
  return (error) => {
    const failure = failureOf(error);
    if (failure.kind !== 'refused') throw error;
    const message = `${key} is refused by Slack (${failure.reason}): make a new one as docs/slack.md says`;
    throw new DetenteError('bad-configuration', message, { cause: error });
  };
}
