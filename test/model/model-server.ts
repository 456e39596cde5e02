import { once } from 'node:events';
import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ChatCompletionRequest, type FixtureResponse, LLMock } from '@copilotkit/aimock';
import type { Task } from '../../src/domain/model.ts';
import type { ModelSettings } from '../../src/model/keys.ts';
import { type FaultPlan, faultyContent, faultyStatus } from './faults.ts';
import { type Answer, relay } from './faulty-relay.ts';
import { type ModelRequest, parsed, type Tokens, taskOf, textsOf, tokensOf } from './model-request.ts';
import { embeddingsAnswer, type Manners, modelsAnswer, turnedAway } from './server-manners.ts';

/*
 * An OpenAI-compatible server on this machine: aimock words the answers, streamed and not, and in front of it stands
 * what that does not have: keys, models and response formats that are refused, embeddings by meaning, and a bad line.
 */

/** A model in place of a real one: the text of its reply to a task, be it JSON or not. */
export type StandIn = (task: Task, seen: Seen) => string | Promise<string>;

export interface Seen {
  /** What the system message says. */
  readonly system: string;
  /** From 1; requests to the server so far, those without a task too. */
  readonly turn: number;
}

export interface ModelServerOptions extends Partial<Manners> {
  /** Letters in a piece of a streamed reply. */
  readonly pieceLength?: number;
  /** Milliseconds before each piece. */
  readonly latencyMs?: number;
}

export const KEY = 'sk-stand-in-0123456789';
export const MODEL = 'stand-in';
export const EMBEDDINGS_MODEL = 'stand-in-embeddings';

/** Serves a stand-in at a free port of this machine until it is stopped. */
export async function startModelServer(standIn: StandIn, options: ModelServerOptions = {}): Promise<ModelServer> {
  const server = new ModelServer(standIn, options);
  await server.start();
  return server;
}

export class ModelServer implements AsyncDisposable {
  /** The fault that each request meets; `withFaults` sets it. */
  faults: FaultPlan = () => undefined;
  /** May be changed while it runs. */
  standIn: StandIn;
  readonly manners: Manners;
  readonly #requests: ModelRequest[] = [];
  readonly #mock: LLMock;
  readonly #front: Server;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(standIn: StandIn, { pieceLength = 40, latencyMs = 0, ...manners }: ModelServerOptions) {
    this.standIn = standIn;
    this.manners = {
      ...{
        key: KEY,
        models: [MODEL, EMBEDDINGS_MODEL],
        formats: 'schema',
        refuses: [],
        responses: true,
        dimensions: 64,
      },
      ...manners,
    };
    this.#mock = new LLMock({
      port: 0,
      logLevel: 'silent',
      chunkSize: pieceLength,
      latency: latencyMs,
      journalMaxEntries: 1,
    });
    const reply = (body: ChatCompletionRequest) => this.#reply(body);
    // in small pieces an answer of 10 MB would take seconds
    this.#mock.on({ predicate: (body) => this.#of(body).fault?.kind === 'huge' }, reply, {
      chunkSize: 100_000,
      latency: 0,
    });
    this.#mock.on({}, reply);
    this.#front = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
  }

  async start(): Promise<void> {
    await Promise.all([this.#mock.start(), once(this.#front.listen(0, '127.0.0.1'), 'listening')]);
  }

  /** The base address, as `OPENAI_BASE_URL` takes it. */
  get url(): string {
    return `http://127.0.0.1:${(this.#front.address() as AddressInfo).port}/v1`;
  }

  /** Settings under which this server is used, without budget and prices. */
  settings(overrides: Partial<ModelSettings> = {}): ModelSettings {
    const { key, models } = this.manners;
    return {
      ...{ baseUrl: this.url, model: models[0] ?? MODEL, ...(key !== null && { apiKey: key }), api: 'chat' },
      ...{ events: false, judge: false, waitMs: 6000, calls: 4, budget: [], prices: [] },
      ...overrides,
    };
  }

  /** All that came, oldest first, with the bodies as they came over the wire. */
  requests(): readonly ModelRequest[] {
    return this.#requests;
  }

  /** Requests with a task. */
  tasks(): readonly Task[] {
    return this.#requests.flatMap(({ task }) => task ?? []);
  }

  /** Tokens of all replies that the stand-in gave, those that a fault then spoiled too: a provider asks money for these. */
  usage(): Tokens {
    const all = this.#requests.flatMap(({ tokens }) => tokens ?? []);
    const sum = (count: keyof Tokens) => all.reduce((total, tokens) => total + tokens[count], 0);
    return { inputTokens: sum('inputTokens'), outputTokens: sum('outputTokens') };
  }

  /** Whoever still waits for an answer is cut off. */
  async stop(): Promise<void> {
    this.#agent.destroy();
    this.#front.closeAllConnections();
    await Promise.all([new Promise((resolve) => this.#front.close(resolve)), this.#mock.stop()]);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const record = this.#record(request, await text(request), at);
    response.on('close', () => {
      record.endedAt = performance.now();
    });
    await relay(record.fault, async () => this.#answer(record, response), response);
  }

  #record({ method = '', url = '', headers }: IncomingMessage, raw: string, at: number): ModelRequest {
    const body = parsed(raw) ?? raw;
    const seen = { turn: this.#requests.length + 1, path: url.replace(/\?.*$/, ''), body, task: taskOf(body) };
    const system = textsOf(body, 'system').join('\n');
    const record = { ...seen, method, headers, at, system, fault: this.faults(seen) };
    this.#requests.push(record);
    return record;
  }

  async #answer(record: ModelRequest, response: ServerResponse): Promise<Answer> {
    const refusal = turnedAway(record, this.manners);
    if (refusal !== undefined) return json(refusal.status, { error: refusal.error });
    if (record.method === 'GET') return json(200, modelsAnswer(record.path, this.manners.models));
    return this.#mocked(record, response);
  }

  async #mocked(record: ModelRequest, response: ServerResponse): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'x-aimock-context': String(record.turn) };
    const asked = httpRequest(this.#mock.url + record.path, { method: 'POST', agent: this.#agent, headers });
    response.on('close', () => asked.destroy());
    asked.end(JSON.stringify(record.body));
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    const status = answer.statusCode ?? 500;
    if (record.path === '/v1/embeddings' && status === 200)
      return json(200, embeddingsAnswer(record.body, this.manners.dimensions));
    return { status, headers: told(answer), body: answer };
  }

  async #reply(body: ChatCompletionRequest): Promise<FixtureResponse> {
    const record = this.#of(body);
    const failed = faultyStatus(record.fault);
    if (failed !== undefined) return failed;
    if (record.path === '/v1/embeddings') return { embedding: [0] };
    const reply = await this.#said(record);
    const { inputTokens, outputTokens } = tokensOf(record.body, reply);
    Object.assign(record, { reply, tokens: { inputTokens, outputTokens } });
    const counted = { prompt_tokens: inputTokens, completion_tokens: outputTokens };
    const usage = { ...counted, input_tokens: inputTokens, output_tokens: outputTokens };
    return { content: reply, usage, ...faultyContent(record.fault, reply, record.turn) };
  }

  /** What is no task is a probe: it gets a reply without drafts. */
  async #said(record: ModelRequest): Promise<string> {
    const { task, system, turn } = record;
    try {
      return task === undefined ? '{"drafts":[]}' : await this.standIn(task, { system, turn });
    } catch (error) {
      record.error = error;
      throw error;
    }
  }

  #of(body: ChatCompletionRequest): ModelRequest {
    const record = this.#requests[Number(body._context) - 1];
    if (record === undefined) throw new Error('aimock was asked past the front');
    return record;
  }
}

function json(status: number, body: object): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: [Buffer.from(JSON.stringify(body))] };
}

/** Headers of aimock that mean something to the client; not those of its own connection. */
function told({ headers }: IncomingMessage): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => !['connection', 'keep-alive', 'transfer-encoding', 'date'].includes(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
