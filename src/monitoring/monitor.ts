import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from '../domain/logger.ts';
import { reasonOf } from '../errors.ts';
import { Metrics, type Sample } from './metrics.ts';

export interface Health {
  readonly ok: boolean;
  /** One line for a person each, with what to do. */
  readonly problems: readonly string[];
}

export interface MonitorOptions {
  readonly host: string;
  readonly port: number;
  readonly logger: Logger;
  /** Asked at every `GET /healthz`. */
  readonly health: () => Promise<Health>;
  /** Read at every `GET /metrics`. */
  readonly sample: () => Promise<Sample>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Milliseconds. The headers of a scrape come in one packet; whoever takes longer holds a socket for nothing. */
const TIMES = { headersTimeout: 5000, requestTimeout: 5000, connectionsCheckingInterval: 1000 };

/**
 * Answers `GET /healthz` (200, or 503 with the problems) and `GET /metrics` (Prometheus' text format). It is there for
 * whoever runs the bot and never in its way: what fails in it is a line in the log.
 */
export class Monitor {
  readonly #options: MonitorOptions;
  readonly #metrics = new Metrics();
  readonly #server: Server;

  constructor(options: MonitorOptions) {
    this.#options = options;
    const answer = (request: IncomingMessage, response: ServerResponse) => void this.#answer(request, response);
    // who asks before it sends a body is not told to go on
    this.#server = createServer(TIMES, answer).on('checkContinue', answer);
    this.#server.on('error', (error) => this.#warn(error));
  }

  /** Listens; where it cannot, because the port is taken or not its own, it warns: a brief matters more. */
  async start(): Promise<void> {
    const { host, port, logger } = this.#options;
    try {
      await once(this.#server.listen(port, host), 'listening');
      logger.info({ host, port }, 'health and metrics are answered');
    } catch {
      // told by the listener for errors
    }
  }

  /** Leaves no connection open. Twice is as good as once. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  #warn(error: Error): void {
    const { host, port, logger } = this.#options;
    const message = 'no health and no metrics here: free the port, or set DETENTE_HTTP to another one or to off';
    logger.warn({ host, port, error }, message);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, type, body } = await this.#answerTo(request);
    response.writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      // with the answer the connection ends, and a body that came with the request is not waited for
      connection: 'close',
      ...(status === 405 && { allow: 'GET, HEAD' }),
    });
    response.end(body);
  }

  async #answerTo({ method = '', url = '' }: IncomingMessage): Promise<Answer> {
    const path = url.replace(/\?.*$/s, '');
    const read = { '/healthz': () => this.#health(), '/metrics': () => this.#scrape() }[path];
    if (read === undefined) return plain(404, 'there are /healthz and /metrics');
    if (!['GET', 'HEAD'].includes(method)) return plain(405, 'only GET and HEAD');
    try {
      return await read();
    } catch (error) {
      this.#options.logger.error({ path, error }, 'a scrape failed');
      return plain(500, `failed: ${reasonOf(error)}`);
    }
  }

  async #health(): Promise<Answer> {
    const { ok, problems } = await this.#options.health();
    const body = JSON.stringify({ status: ok ? 'ok' : 'failing', problems });
    return { status: ok ? 200 : 503, type: 'application/json', body: `${body}\n` };
  }

  async #scrape(): Promise<Answer> {
    const body = await this.#metrics.textOf(await this.#options.sample());
    return { status: 200, type: this.#metrics.contentType, body };
  }
}

function plain(status: number, line: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${line}\n` };
}
