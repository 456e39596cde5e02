import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A report as its newsroom publishes it. */
export interface Report {
  /** The last part of its address. */
  readonly name: string;
  readonly title: string;
  readonly at: string;
  readonly paragraphs: readonly string[];
}

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
}

/** A newsroom of this machine: a home page that names its feed, the feed, a page for each report. */
export class NewsServer {
  readonly reports: Report[];
  /** Paths that were asked for, in order. */
  readonly asked: string[] = [];
  /** Who asked, each once. */
  readonly agents = new Set<string>();
  /** Beside the newsroom's own, by path: what is sent, and as what. */
  readonly others = new Map<string, Answer>();
  /** Paths that are never answered. */
  readonly hanging = new Set<string>();
  /** Told of a path before it is answered. */
  onAsked: (path: string) => void = () => {};
  readonly #server: Server;

  /** Gone after the test. */
  static async start(reports: readonly Report[] = []): Promise<NewsServer> {
    const news = new NewsServer(reports);
    await once(news.#server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => news.close());
    return news;
  }

  private constructor(reports: readonly Report[]) {
    this.reports = [...reports];
    this.#server = createServer(({ url = '', headers }, response) => {
      this.asked.push(url);
      this.agents.add(headers['user-agent'] ?? '');
      this.onAsked(url);
      if (this.hanging.has(url)) return;
      const { status = 200, type = 'text/html; charset=utf-8', body } = this.#answerTo(url);
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  }

  /** As the guard is told of it. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get feed(): string {
    return this.address('/feed.xml');
  }

  address(path: string): string {
    return `http://${this.host}${path}`;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  #answerTo(path: string): Answer {
    const other = this.others.get(path);
    if (other !== undefined) return other;
    if (path === '/feed.xml') return { type: 'application/rss+xml', body: this.#rss() };
    if (path === '/') return { body: home };
    const report = this.reports.find(({ name }) => path === `/${name}`);
    return report === undefined ? { status: 404, body: 'nothing here' } : { body: pageOf(report) };
  }

  #rss(): string {
    const items = this.reports.map(
      ({ name, title, at }) =>
        `<item><title>${title}</title><link>${this.address(`/${name}`)}</link><guid>${name}</guid><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
    );
    return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Lisbon Lamplighter</title><link>${this.address('/')}</link><description>News</description>${items.join('')}</channel></rss>`;
  }
}

const home = `<!doctype html><html lang="en"><head><title>The Lisbon Lamplighter</title>
<link rel="alternate" type="application/rss+xml" title="News" href="/feed.xml"></head><body><p>Welcome.</p></body></html>`;

function pageOf({ title, at, paragraphs }: Report): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>
<meta property="og:site_name" content="The Lisbon Lamplighter"><meta property="og:type" content="article">
<meta property="article:published_time" content="${at}"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>${title}</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('\n')}</article>
<footer>All rights reserved.</footer></body></html>`;
}

/** Invented news of an invented quarrel between two real states, long enough to be reports. */
export const strikes: Report = {
  name: 'strikes',
  title: 'Greek jets strike Turkish radar post',
  at: '2031-05-08T09:00:00Z',
  paragraphs: [
    'Greece launched missile strikes on a radar post in Turkey on May 7, 2031, the Greek defence ministry said.',
    'Six soldiers were killed in the strikes, Turkish officials said on Thursday, and the road along the coast was closed to all traffic until the evening.',
    'Turkey condemned the strikes and recalled its ambassador from Athens on May 8, 2031. Fishermen in the harbour town below the post said that they had heard the aircraft shortly after midnight, and that windows had broken in several houses near the quay.',
    'The post stands on a hill above the strait and watches over the ferries that cross it in summer. Officials of both countries have quarrelled over it for years, and each of them says that the other one built first.',
  ],
};

export const mediation: Report = {
  name: 'mediation',
  title: 'Norway offers to mediate between Greece and Turkey',
  at: '2031-05-09T15:00:00Z',
  paragraphs: [
    'Norway offered on May 9, 2031 to mediate between Greece and Turkey, the Norwegian foreign ministry said.',
    'Turkey welcomed the offer on May 9, 2031. The two governments have not spoken with each other since the strikes on the radar post, and the ferries across the strait have stayed in their harbours since then.',
    'Diplomats in Oslo said that rooms for a first meeting had been set aside in a hotel outside the city, and that the meeting could take place within the next two weeks if both governments were willing to send their deputy ministers there.',
    'Shopkeepers in the harbour town said that they hoped for an early end of the quarrel, since most of their guests come over the water in the summer months.',
  ],
};
