import { setTimeout as delay } from 'node:timers/promises';
import {
  Client,
  DefaultRestOptions,
  GatewayIntentBits,
  Options,
  Partials,
  REST,
  type RESTOptions,
  SimpleShardingStrategy,
} from 'discord.js';
import { GatewayDispatchEvents, type GatewayReadyDispatchData } from 'discord-api-types/v10';
import {
  type AdapterOptions,
  type AdministeredAdapter,
  type AmendingAdapter,
  Breaker,
  type ChatAdapter,
  type ChatRequest,
  type Conversation,
  DetenteError,
  type EndingAdapter,
  type ReachingAdapter,
  type RecallingAdapter,
  type RequestHandler,
  timeoutKey,
} from '../../src/index.ts';
import { DiscordApi } from './connection/api.ts';
import type { Failure } from './connection/failure.ts';
import { Gateway } from './connection/gateway.ts';
import { guarded } from './connection/guarded.ts';
import { IdentifyBudget } from './connection/identify-budget.ts';
import { RecentIds } from './connection/recent-ids.ts';
import { probeStatus, restOptions } from './connection/rest.ts';
import { apiUrl, quietHours, token } from './definition.ts';
import { listen } from './listeners.ts';
import { Owner } from './owner.ts';
import { Deliveries } from './posting/deliveries.ts';
import { InteractionReplies } from './posting/interaction-replies.ts';
import { refusalWhileRunning } from './reach.ts';
import { register } from './register.ts';
import { goneRequest, presentRequest, warmingRequest } from './requests.ts';
import { Responder } from './responder.ts';
import { type DiscordTuning, usual } from './tuning.ts';

export interface DiscordAdapterOptions extends AdapterOptions {
  readonly tuning?: Partial<DiscordTuning>;
}

export type DiscordAdapterLike = ChatAdapter &
  EndingAdapter &
  RecallingAdapter &
  AmendingAdapter &
  ReachingAdapter &
  AdministeredAdapter;

/** Discord by its gateway. `ended` resolves when it ends by itself: Discord refuses the token or what is asked for. */
export function createDiscordAdapter(options: DiscordAdapterOptions): DiscordAdapterLike {
  return new DiscordAdapter(options);
}

/** Servers and their channels, direct messages, and messages that mention the bot: none of these is privileged. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Of people only the bot itself must be known; the others come with what they say. */
const people = {
  maxSize: 200,
  keepOverLimit: ({ id, client }: { readonly id: string; readonly client: Client }) => id === client.user?.id,
};

/** Attempts to delete what a server left: another process may be writing. */
const PURGES = 5;

class DiscordAdapter implements DiscordAdapterLike {
  readonly name = 'discord';
  readonly #options: DiscordAdapterOptions;
  readonly #tuning: DiscordTuning;
  /** How its calls are made, as long as something lives. */
  readonly #restWithin: (life: AbortSignal) => Partial<RESTOptions>;
  readonly #api: DiscordApi;
  readonly #deliveries: Deliveries;
  readonly #owner: Owner;
  readonly #gateway: Gateway;
  readonly #budget: IdentifyBudget;
  readonly #recent = new RecentIds();
  readonly #running = new Set<Promise<unknown>>();
  /** Nothing is connected to, and nothing new is answered. */
  readonly #closing = new AbortController();
  /** Nothing is posted any more. */
  readonly #ending = new AbortController();
  /** What is still under way is given up. */
  readonly #over = new AbortController();
  /** It has ended by itself. */
  #why = '';
  readonly #ended = Promise.withResolvers<void>();
  #client: Client<true> | undefined;
  #responder: Responder | undefined;
  #sessions = 0;
  #started: Promise<void> | undefined;
  #stopped: Promise<void> | undefined;

  constructor(options: DiscordAdapterOptions) {
    this.#options = options;
    const { configuration, logger, clock } = options;
    this.#tuning = { ...usual, timeoutMs: configuration.need(timeoutKey), ...options.tuning };
    const { pauseMs, identifyMs, timeoutMs } = this.#tuning;
    const target = {
      request: DefaultRestOptions.makeRequest,
      apiUrl: configuration.need(apiUrl),
      token: configuration.need(token),
      timeoutMs,
    };
    const breaker = new Breaker({
      ...{ platform: 'Discord', atOnce: 4 },
      pauseMs,
      now: () => performance.now(),
      probe: () => probeStatus(target),
      // before the first client is ready it is the start that fails
      onRefused: () => this.#client && this.#end('Discord refuses the token (401)'),
      onPaused: (reason) => logger.error({ adapter: 'discord', reason }, 'Discord is not called for a while'),
    });
    this.#restWithin = (life) => restOptions({ ...target, breaker }, life);
    const rest = new REST(this.#restWithin(this.#over.signal)).setToken(target.token);
    this.#api = new DiscordApi(rest);
    this.#owner = new Owner(this.#api);
    this.#deliveries = new Deliveries({
      ...this.#tuning,
      api: this.#api,
      client: () => this.#client,
      now: () => clock.now(),
      quietHours: configuration.need(quietHours),
      over: this.#over.signal,
      onFailure: (failure, conversation) => this.#failed(failure, conversation),
    });
    this.#budget = new IdentifyBudget({ logger, intervalMs: identifyMs });
    this.#gateway = new Gateway({
      ...this.#tuning,
      logger,
      token: target.token,
      makeClient: (...given) => this.#makeClient(...given),
      onReady: (client) => this.#isReady(client),
    });
  }

  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  start(handle: RequestHandler): Promise<void> {
    this.#started ??= this.#start(handle);
    return this.#started;
  }

  async send(...sent: Parameters<ChatAdapter['send']>) {
    this.#mustRun();
    return this.#deliveries.send(...sent);
  }

  async recall(...asked: Parameters<RecallingAdapter['recall']>) {
    this.#mustRun();
    return this.#deliveries.recall(...asked);
  }

  async amend(...amended: Parameters<AmendingAdapter['amend']>) {
    this.#mustRun();
    return this.#deliveries.amend(...amended);
  }

  async refusal(conversation: Conversation): Promise<string | undefined> {
    this.#mustRun();
    if (this.#client === undefined) throw new DetenteError('internal', 'Discord is not connected yet: try again later');
    return refusalWhileRunning(this.#client, this.#api, conversation);
  }

  administrator(): Promise<Conversation | undefined> {
    return this.#owner.conversation();
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  /** Nothing new comes in; what is being answered may be answered; then nothing goes out either. */
  async #stop(): Promise<void> {
    this.#closing.abort();
    await this.#gateway.stop();
    await this.#drained();
    await this.#responder?.excuse();
    this.#ending.abort();
    await this.#started?.catch(() => {});
    this.#isOver();
  }

  #mustRun(): void {
    if (this.#ending.signal.aborted)
      throw new DetenteError('internal', `Discord is stopped${this.#why}: nothing is posted any more`);
  }

  #drained(): Promise<unknown> {
    const { drainMs } = this.#tuning;
    const shown = Promise.all([Promise.allSettled(this.#running), this.#responder?.replaced()]);
    return Promise.race([shown, delay(drainMs, undefined, { ref: false })]);
  }

  async #start(handle: RequestHandler): Promise<void> {
    const { logger } = this.#options;
    const isOver = () => this.#ending.signal.aborted;
    const { poster, replacer } = this.#deliveries;
    const isIn = (workspace: string) => this.#deliveries.isIn(workspace);
    const replies = new InteractionReplies(this.#api, poster, this.#tuning.againMs);
    const base = { handle, api: this.#api, poster, replacer, replies, logger, isIn, isOver };
    this.#responder = new Responder({ ...base, ...this.#tuning });
    await this.#gateway.start();
    this.#gateway.ended.catch((error: unknown) => this.#end(error instanceof Error ? error.message : String(error)));
  }

  #makeClient(onThrow: (error: unknown) => void, life: AbortSignal): Client {
    const responder = this.#responder;
    if (responder === undefined) throw new TypeError('not started');
    const client = new Client({
      intents: INTENTS,
      // direct messages come in channels that nothing was told of
      partials: [Partials.Channel],
      allowedMentions: { parse: [] },
      makeCache: Options.cacheWithLimits({
        ...Options.DefaultMakeCacheSettings,
        MessageManager: 0,
        UserManager: people,
        GuildMemberManager: people,
      }),
      rest: this.#restWithin(life),
      ws: {
        buildStrategy: (manager) =>
          guarded(new SimpleShardingStrategy(manager), {
            ...this.#tuning,
            onThrow,
            life,
            logger: this.#options.logger,
          }),
        buildIdentifyThrottler: () => ({
          waitForIdentify: (_, signal) => this.#budget.spend(AbortSignal.any([signal, life])),
        }),
      },
    });
    client.on('error', onThrow);
    client.ws.on(GatewayDispatchEvents.Ready, ({ guilds }: GatewayReadyDispatchData) => this.#isIn(client, guilds));
    listen(client, {
      responder,
      logger: this.#options.logger,
      recent: this.#recent,
      track: (work) => this.#track(work),
      now: () => this.#now(),
      isOver: () => this.#closing.signal.aborted,
      onRemoved: (request) => this.#removed(request),
    });
    return client;
  }

  /** Told at the beginning of every session, also of one that a client begins anew: what it was in before it may have left. */
  #isIn(client: Client, guilds: readonly { readonly id: string }[]): void {
    const ids = guilds.map(({ id }) => id);
    client.guilds.cache.sweep(({ id }) => !ids.includes(id));
    this.#sessions += 1;
    const session = this.#sessions;
    // what came meanwhile is there too, and an older list tells nothing any more
    const here = () => presentRequest([...ids, ...client.guilds.cache.keys()], this.#now());
    this.#track(this.#untilDone(() => (session === this.#sessions ? here() : undefined)));
  }

  #isReady(client: Client<true>): void {
    this.#client = client;
    void this.#responder?.note(warmingRequest(this.#now()));
    register(this.#api, client.application.id).then(
      (lines) => this.#options.logger.info({ adapter: 'discord', lines }, 'commands'),
      (error: unknown) => this.#options.logger.error({ adapter: 'discord', error }, 'commands could not be registered'),
    );
  }

  #failed(failure: Failure, conversation: Conversation): void {
    const { channel } = conversation;
    this.#options.logger.warn({ adapter: 'discord', channel, failure }, 'a call failed');
    if (failure.kind !== 'closed' || !failure.isGone) return;
    const place = { id: channel, guildId: conversation.workspace };
    void this.#responder?.note(goneRequest(place, failure.reason, this.#now()));
  }

  #now(): string {
    return new Date(this.#options.clock.now()).toISOString();
  }

  /** The server's rows go: at once, and once more after what was being answered, unless it has come back. */
  async #removed(request: ChatRequest): Promise<void> {
    const others = [...this.#running];
    const isBack = () => this.#client?.guilds.cache.has(request.conversation.workspace) === true;
    await this.#untilDone(() => request);
    await Promise.race([Promise.allSettled(others), delay(this.#tuning.patienceMs, undefined, { ref: false })]);
    await this.#untilDone(() => (isBack() ? undefined : { ...request, id: `${request.id} at the end` }));
  }

  #track(work: Promise<unknown>): void {
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }

  /** @param make undefined where it is not wanted any more */
  async #untilDone(make: () => ChatRequest | undefined): Promise<void> {
    for (let attempt = 1; attempt <= PURGES; attempt += 1) {
      const request = make();
      if (request === undefined) return;
      const reply = await this.#responder?.note({ ...request, id: `${request.id} ${attempt}` });
      if (reply?.kind !== 'failure') return;
      await delay(this.#tuning.restartMs);
    }
  }

  #end(reason: string): void {
    if (this.#ending.signal.aborted) return;
    this.#options.logger.error(
      { adapter: 'discord', reason },
      'Discord has ended: nothing is read or posted there any more',
    );
    this.#why = ` (${reason})`;
    this.#closing.abort();
    this.#ending.abort();
    void Promise.all([this.#gateway.stop(), this.#responder?.excuse()]).finally(() => this.#isOver());
  }

  #isOver(): void {
    this.#over.abort();
    this.#ended.resolve();
  }
}
