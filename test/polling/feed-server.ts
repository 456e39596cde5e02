import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** An article that stands on the server, and the item of it in a feed. */
export interface Story {
  /** Names its page: `/story/NAME`. */
  readonly name: string;
  readonly title?: string;
  /** Of the page. */
  readonly text?: string;
  readonly teaser?: string;
  /** As RSS writes it. */
  readonly date?: string;
  /** In place of the address of its page. */
  readonly link?: string;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A publisher on this machine: feeds, and the pages behind their items. Counts what it is asked for. */
export class FeedServer {
  /** Requests by path. */
  readonly asked = new Map<string, number>();
  readonly headers = new Map<string, IncomingMessage['headers']>();
  readonly #answers = new Map<string, Answer>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Gone after the test, where it is called within one. */
  static async start(): Promise<FeedServer> {
    const server = createServer((request, response) => made.#answer(request, response));
    const made = new FeedServer(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return made;
  }

  static async forTest(): Promise<FeedServer> {
    const server = await FeedServer.start();
    onTestFinished(() => server.close());
    return server;
  }

  /** `127.0.0.1:PORT`. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  url(path: string): string {
    return `http://${this.host}${path}`;
  }

  times(path: string): number {
    return this.asked.get(path) ?? 0;
  }

  on(path: string, answer: Answer | undefined): void {
    if (answer === undefined) this.#answers.delete(path);
    else this.#answers.set(path, answer);
  }

  /** A feed of these stories at a path, and their pages. @returns its address */
  publish(path: string, stories: readonly Story[], title = `Feed of ${path}`): string {
    this.on(path, sends(this.rss(stories, title), 'application/rss+xml'));
    for (const story of stories) this.page(story);
    return this.url(path);
  }

  page(story: Story): void {
    this.on(`/story/${story.name}`, sends(pageOf(story), 'text/html; charset=utf-8'));
  }

  rss(stories: readonly Story[], title = 'Feed'): string {
    const items = stories.map((story) => {
      const { name, date, link = this.url(`/story/${name}`), teaser = 'A teaser.' } = story;
      const day = date === undefined ? '' : `<pubDate>${date}</pubDate>`;
      return `<item><guid isPermaLink="false">${name}</guid><title>${titleOf(story)}</title><link>${link}</link><description>${teaser}</description>${day}</item>`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${title}</title><link>${this.url('/')}</link><description>d</description>${items.join('')}</channel></rss>`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    this.asked.set(path, this.times(path) + 1);
    this.headers.set(path, request.headers);
    const answer = this.#answers.get(path) ?? this.#answers.get(path.split('?', 1)[0] ?? '');
    if (answer !== undefined) answer(request, response);
    else sends('nothing here', 'text/plain', 404)(request, response);
  }
}

export function sends(
  body: string | Uint8Array,
  type: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return (_, response) => {
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(body);
  };
}

/** Sends a document with an ETag, and 304 to those who have it. */
export function sendsTagged(body: string, type: string, tag: string): Answer {
  return (request, response) => {
    if (request.headers['if-none-match'] === tag) response.writeHead(304, { etag: tag }).end();
    else sends(body, type, 200, { etag: tag })(request, response);
  };
}

function titleOf({ name, title = `Norway offers Sweden talks, report ${name}` }: Story): string {
  return title;
}

/** Enough words for an article, none of them those of another one. */
export function textOf(name: string): string {
  return [
    `Norway offered Sweden talks about the port of Narvik on Thursday, said the ministry in report ${name}.`,
    `The foreign minister of Sweden, Anna Holm, answered within a day that her government would send three envoys to Oslo and bring the maps of ${name} with them.`,
    `Nobody was hurt in the quarrel, which began when a trawler called ${name} was stopped near the border by a patrol boat in the early hours of Monday.`,
  ].join('\n\n');
}

function pageOf(story: Story): string {
  const { name, text = textOf(name) } = story;
  const paragraphs = text.split('\n\n').map((paragraph) => `<p>${paragraph}</p>`);
  const title = titleOf(story);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs.join('')}</article></body></html>`;
}
