import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { DetenteError, type Logger, reasonOf } from '../../../src/index.ts';
import type { SignatureCheck } from './signature.ts';

/** Slack's largest payloads are views of 250 KB. */
const MOST_BYTES = 1_000_000;

/** A request whose body was read: Bolt takes it from there. */
export type BufferedRequest = IncomingMessage & { rawBody?: Buffer };

/**
 * The door of Slack by HTTP. Nothing passes to `accept` but requests that Slack signed within five minutes and that did
 * not come before.
 */
export class SlackHttpServer {
  readonly #server: Server;
  readonly #port: number;

  constructor(
    port: number,
    check: SignatureCheck,
    logger: Logger,
    accept: (request: BufferedRequest, response: ServerResponse) => void,
  ) {
    this.#port = port;
    this.#server = createServer((request, response) => {
      admit(request, response, check, accept).catch((error: unknown) => {
        logger.error({ adapter: 'slack', error }, 'a request could not be read');
        response.writeHead(400).end();
      });
    });
  }

  /** @throws DetenteError `bad-configuration` where the port cannot be had. */
  async start(): Promise<void> {
    try {
      await once(this.#server.listen(this.#port), 'listening');
    } catch (error) {
      const message = `SLACK_PORT ${this.#port} cannot be had (${reasonOf(error)}): choose another`;
      throw new DetenteError('bad-configuration', message, { cause: error });
    }
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}

async function admit(
  request: BufferedRequest,
  response: ServerResponse,
  check: SignatureCheck,
  accept: (request: BufferedRequest, response: ServerResponse) => void,
): Promise<void> {
  if (request.method !== 'POST' || request.url?.split('?', 1)[0] !== '/slack/events')
    return void response.writeHead(404).end();
  const body = await bodyOf(request);
  if (body === undefined) return void response.writeHead(413, { connection: 'close' }).end();
  const { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } = request.headers;
  const verdict = check.judge({ timestamp: first(timestamp), signature: first(signature), body });
  if (verdict !== 'good') return void response.writeHead(401).end();
  request.rawBody = body;
  accept(request, response);
}

/** Undefined where it is longer than any of Slack's. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function first(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? undefined : header;
}
