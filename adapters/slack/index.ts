import { setTimeout as delay } from 'node:timers/promises';
import { App, webApi } from '@slack/bolt';
import {
  type AdapterOptions,
  type AmendingAdapter,
  type Breaker,
  type ChatAdapter,
  type ChatRequest,
  type Conversation,
  DetenteError,
  type EndingAdapter,
  type ReachingAdapter,
  type RecallingAdapter,
  type RequestHandler,
} from '../../src/index.ts';
import { breakerOf } from './connection/breaker.ts';
import { type Door, httpDoor, socketDoor } from './connection/doors.ts';
import { type Failure, failureOf } from './connection/failure.ts';
import { boltLogger } from './connection/log.ts';
import { startRefusal, untilReached } from './connection/until-reached.ts';
import { apiUrl, appToken, botToken, commandPrefix } from './definition.ts';
import { listen } from './listeners.ts';
import { Posting } from './posting/posting.ts';
import { PrivateReplies } from './posting/private-replies.ts';
import { createRender, type Render } from './render.ts';
import { Responder } from './responder.ts';
import { type SlackTuning, tuningFor } from './tuning.ts';

export interface SlackAdapterOptions extends AdapterOptions {
  readonly tuning?: Partial<SlackTuning>;
}

/**
 * Slack by Socket Mode, or by HTTP where only a signing secret is set. `ended` resolves when it ends by itself: Slack
 * refuses the token, or the app was removed.
 */
export function createSlackAdapter(options: SlackAdapterOptions): SlackChat {
  return new SlackAdapter(options);
}

type SlackChat = ChatAdapter & EndingAdapter & RecallingAdapter & AmendingAdapter & ReachingAdapter;

class SlackAdapter implements SlackChat {
  readonly name = 'slack';
  readonly #options: SlackAdapterOptions;
  readonly #tuning: SlackTuning;
  readonly #breaker: Breaker;
  readonly #client: webApi.WebClient;
  readonly #render: Render;
  readonly #posting: Posting;
  /** Nothing new is asked of Slack. */
  readonly #closing = new AbortController();
  /** Nothing is posted any more. */
  readonly #ending = new AbortController();
  /** It has ended by itself. */
  #why = '';
  readonly #ended = Promise.withResolvers<void>();
  #started: Promise<void> | undefined;
  #stopped: Promise<void> | undefined;
  /** Resolves once nothing is being answered. */
  #answered: () => Promise<unknown> = async () => {};
  #door: Door | undefined;
  #responder: Responder | undefined;

  constructor(options: SlackAdapterOptions) {
    this.#options = options;
    this.#tuning = tuningFor(options.configuration, options.tuning);
    this.#breaker = breakerOf(options, this.#tuning, () => this.#refused());
    this.#client = new webApi.WebClient(options.configuration.need(botToken), this.#clientOptions());
    this.#render = createRender(options.configuration.get(commandPrefix));
    this.#posting = new Posting({
      client: this.#client,
      render: this.#render,
      ...this.#tuning,
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

  async send(...given: Parameters<ChatAdapter['send']>) {
    return this.#open().poster.post(...given);
  }

  async recall(...[conversation, key, since]: Parameters<RecallingAdapter['recall']>) {
    return this.#open().poster.recall(conversation, key, since);
  }

  async amend(...[conversation, sent, reply]: Parameters<AmendingAdapter['amend']>) {
    return this.#open().amender.amend(conversation, sent, reply);
  }

  async refusal(conversation: Conversation) {
    return this.#open().reach.refusal(conversation);
  }

  #open(): Posting {
    if (this.#ending.signal.aborted)
      throw new DetenteError('internal', `Slack is stopped${this.#why}: nothing is posted any more`);
    return this.#posting;
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  /** Nothing new comes in; what is being answered may be answered; then nothing goes out either. */
  async #stop(): Promise<void> {
    if (this.#door === undefined) this.#ending.abort();
    this.#closing.abort();
    await this.#door?.close();
    await this.#drained();
    this.#ending.abort();
    this.#posting.end();
    await this.#started?.catch(() => {});
    await this.#door?.close();
    this.#ended.resolve();
  }

  #drained(): Promise<unknown> {
    const shown = Promise.all([this.#answered(), this.#responder?.replaced()]);
    return Promise.race([shown, delay(this.#tuning.drainMs, undefined, { ref: false })]);
  }

  async #start(handle: RequestHandler): Promise<void> {
    const { configuration, logger } = this.#options;
    const wait = { logger, signal: this.#ending.signal, ...this.#tuning };
    const auth = await untilReached(() => this.#client.auth.test(), wait).catch(startRefusal(botToken.key));
    if (auth === undefined || this.#ending.signal.aborted) return;
    const { patienceMs } = this.#tuning;
    const render = this.#render;
    const isOver = () => this.#ending.signal.aborted;
    const privately = new PrivateReplies(logger, render, isOver);
    const responder = new Responder({
      handle,
      client: this.#client,
      poster: this.#posting.poster,
      replacer: this.#posting.replacer,
      privately,
      render,
      logger,
      patienceMs,
      isOver,
    });
    this.#responder = responder;
    const door = this.#makeDoor();
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
      now: () => this.#now(),
      isOver,
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
      fetch: (url, init) => this.#breaker.run(true, () => fetch(url, init as RequestInit)),
    };
  }

  /** Before it has started it is the start that fails. */
  #refused(): void {
    if (this.#responder !== undefined) this.#end({ kind: 'refused', reason: 'Slack answers 401' });
  }

  #makeDoor(): Door {
    const { configuration, logger } = this.#options;
    if (configuration.get(appToken) === undefined) return httpDoor(configuration, logger);
    return socketDoor(configuration, logger, {
      ...this.#tuning,
      // an address that came after the stop would be connected to all the same
      clientOptions: { ...this.#clientOptions(), fetch: abortable(this.#closing.signal) },
      onEnded: (error) => this.#end(failureOf(error, 'starting')),
    });
  }

  #failed(failure: Failure, conversation: Conversation): void {
    this.#options.logger.warn({ adapter: 'slack', channel: conversation.channel, failure }, 'a post failed');
    if (failure.kind === 'refused') this.#end(failure, isRemoval(failure) ? this.#removal(conversation) : undefined);
    if (failure.kind === 'no-channel' && failure.isGone) void this.#responder?.note(this.#gone(failure, conversation));
  }

  #gone({ reason }: Extract<Failure, { kind: 'no-channel' }>, conversation: Conversation): ChatRequest {
    const at = this.#now();
    return { kind: 'gone', id: `gone ${at} ${Math.random()}`, conversation, user: '', at, reason };
  }

  #removal(conversation: Conversation): ChatRequest {
    const at = this.#now();
    return { kind: 'removed', id: `removed ${at} ${Math.random()}`, conversation, user: '', at };
  }

  #now(): string {
    return new Date(this.#options.clock.now()).toISOString();
  }

  /** No call is made any more, and the workspace's rows go: at once, and once more after what was being answered. */
  async #removed(request: ChatRequest): Promise<void> {
    this.#end({ kind: 'refused', reason: 'the app was removed from the workspace' }, request);
    await this.#purge(request);
  }

  async #purge(request: ChatRequest): Promise<void> {
    for (let attempt = 1; attempt <= PURGES; attempt += 1) {
      const reply = await this.#responder?.note({ ...request, id: `${request.id} ${attempt}` });
      if (reply?.kind !== 'failure') return;
      await delay(this.#tuning.reconnectMs);
    }
  }

  /** @param removal deletes what the workspace left */
  #end(failure: Failure, removal?: ChatRequest): void {
    if (this.#ending.signal.aborted) return;
    const reason = 'reason' in failure ? failure.reason : failure.kind;
    this.#options.logger.error(
      { adapter: 'slack', reason },
      'Slack has ended: nothing is read or posted there any more',
    );
    this.#why = ` (${reason})`;
    this.#closing.abort();
    this.#ending.abort();
    this.#posting.end();
    void this.#finish(removal).finally(() => this.#ended.resolve());
  }

  async #finish(removal: ChatRequest | undefined): Promise<void> {
    await this.#door?.close();
    await this.#drained();
    if (removal !== undefined) await this.#purge({ ...removal, id: `${removal.id} at the end` });
  }
}

/** Attempts to delete what a workspace left: another process may be writing. */
const PURGES = 5;

function isRemoval({ reason }: Extract<Failure, { kind: 'refused' }>): boolean {
  return reason === 'token_revoked' || reason === 'account_inactive';
}

function abortable(signal: AbortSignal): webApi.FetchFunction {
  return (url, init) =>
    fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal } as RequestInit);
}
