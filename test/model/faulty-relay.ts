import type { ServerResponse } from 'node:http';
import type { Fault, FaultKind } from './faults.ts';
import { type Anything, parsed } from './model-request.ts';

/** An answer on its way to the client. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Buffer> | Iterable<Buffer>;
}

/** Passes an answer on with what its way does to it. Once the client has gone it ends without more. */
export async function relay(
  fault: Fault | undefined,
  answer: () => Promise<Answer>,
  response: ServerResponse,
): Promise<void> {
  const way = fault && ways[fault.kind];
  return way === undefined ? pass(await answer(), response) : way(answer, response, fault as Fault);
}

async function pass({ status, headers, body }: Answer, response: ServerResponse): Promise<void> {
  response.writeHead(status, headers);
  for await (const piece of body) await send(response, piece);
  response.end();
}

/** Waits for the client to take it, as an endless answer must. */
async function send(response: ServerResponse, piece: Buffer | string): Promise<void> {
  if (response.destroyed || response.write(piece)) return;
  await happened(response, ['drain', 'close']);
}

/** Waits for the first of these, or as long as it is given; leaves no listener behind, of which an endless answer needs many. */
function happened(response: ServerResponse, events: readonly string[], ms?: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      for (const event of events) response.off(event, done);
      resolve();
    };
    const timer = ms === undefined ? undefined : setTimeout(done, ms);
    for (const event of events) response.on(event, done);
  });
}

function pause(ms: number, response: ServerResponse): Promise<void> {
  return response.destroyed ? Promise.resolve() : happened(response, ['close'], ms);
}

type Way = (answer: () => Promise<Answer>, response: ServerResponse, fault: Fault) => Promise<void>;

const ways: Partial<Record<FaultKind, Way>> = {
  'rate-limit': async (answer, response) => {
    const { headers, ...rest } = await answer();
    const { 'retry-after': _, ...kept } = headers;
    await pass({ ...rest, headers: kept }, response);
  },
  html: async (_, response) => page(response, 200, 'Sign in to this network'),
  'html-bad-gateway': async (_, response) => page(response, 502, '502 Bad Gateway'),
  'no-choices': async (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"object":"chat.completion","choices":[]}');
  },
  'reset-before': async (_, response) => void response.socket?.resetAndDestroy(),
  'reset-within': async (answer, response) => {
    await firstHalf(await answer(), response);
    response.socket?.resetAndDestroy();
  },
  'cut-stream': async (answer, response) => {
    await firstHalf(await answer(), response);
    response.end();
  },
  'error-in-stream': async (answer, response) => {
    await firstHalf(await answer(), response);
    response.end('data: {"error":{"message":"The server had an error.","type":"server_error","code":502}}\n\n');
  },
  refusal: async (answer, response) => {
    const { headers, ...rest } = await answer();
    const { 'content-length': _, ...kept } = headers;
    const events = (await read(rest.body)).split('\n').map((line) => line.replace(/^(?:data: )?\{.*$/, refused));
    await pass({ ...rest, headers: kept, body: [Buffer.from(events.join('\n'))] }, response);
  },
  'hang-before': async (answer, response, { ms = 60_000 }) => {
    await pause(ms, response);
    if (!response.destroyed) await pass(await answer(), response);
  },
  'hang-within': async (answer, response, { ms = 60_000 }) => {
    const rest = await firstHalf(await answer(), response);
    await pause(ms, response);
    response.end(rest);
  },
  'slow-drip': async (answer, response, { ms = 200 }) => {
    const { status, headers, body } = await answer();
    response.writeHead(status, headers);
    for (const drop of dropsOf(await read(body))) {
      await send(response, drop);
      await pause(ms, response);
    }
    response.end();
  },
  'endless-drafts': (answer, response) =>
    endless(answer, response, (reply) => [`{"drafts":[${draftOf(reply)}`, `,${draftOf(reply)}`]),
  'endless-text': (answer, response) => endless(answer, response, () => ['{"drafts":[{"id":1,"text":"', 'and so on ']),
};

function page(response: ServerResponse, status: number, title: string): void {
  const html = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  response.writeHead(status, { 'content-type': 'text/html' }).end(html);
}

async function read(body: Answer['body']): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** Sends what comes before the middle, of a stream up to the end of an event, and gives back what is left. */
async function firstHalf({ status, headers, body }: Answer, response: ServerResponse): Promise<string> {
  const text = await read(body);
  const { 'content-length': _, ...kept } = headers;
  const end = text.indexOf('\n\n', text.length / 3);
  const middle = end === -1 ? Math.ceil(text.length / 2) : end + 2;
  response.writeHead(status, kept);
  await new Promise((resolve) => response.write(text.slice(0, middle), resolve));
  // the client's kernel must have it before a reset takes back what it has not
  await pause(5, response);
  return text.slice(middle);
}

/** Bytes at odd places, so that events, words and letters come apart. */
function dropsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const size = Math.max(7, Math.ceil(bytes.length / 100));
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}

/** A line of an answer whose words become those of a refusal; aimock always says that there is none. */
function refused(line: string): string {
  const data = line.startsWith('data: ') ? 'data: ' : '';
  return data + JSON.stringify(parsed(line.slice(data.length)), (_, value) => refusalOf(value));
}

function refusalOf(value: Anything): Anything {
  if (value?.type === 'output_text') return { type: 'refusal', refusal: value.text };
  if (value?.type === 'response.output_text.done')
    return { ...value, type: 'response.refusal.done', refusal: value.text };
  if (value?.type === 'response.output_text.delta') return { ...value, type: 'response.refusal.delta' };
  return typeof value?.content === 'string' ? { ...value, content: null, refusal: value.content } : value;
}

/** The first draft of a reply. */
function draftOf(reply: string): string {
  return JSON.stringify(parsed(reply)?.drafts?.[0] ?? { id: 1, text: 'On and on.', quotes: [] });
}

async function endless(
  answer: () => Promise<Answer>,
  response: ServerResponse,
  words: (reply: string) => readonly [string, string],
): Promise<void> {
  const { headers, body } = await answer();
  const text = await read(body);
  const { 'content-length': _, ...kept } = headers;
  const [first, again] = words(repliedIn(text));
  response.writeHead(200, kept);
  const event = eventOf(text);
  for (let piece = first; !response.destroyed; piece = again) {
    await send(response, event(piece));
    // others on this thread have a turn
    await new Promise(setImmediate);
  }
}

/** The words that the events of an answer hold together, or an answer without a stream. */
function repliedIn(text: string): string {
  const events = text.split('\n').map((line) => parsed(line.replace(/^data: /, '')));
  return events.map(wordsIn).join('');
}

function wordsIn(event: Anything): string {
  const choice = event?.choices?.[0];
  return (
    choice?.delta?.content ??
    choice?.message?.content ??
    event?.output_text ??
    (typeof event?.delta === 'string' ? event.delta : '')
  );
}

/** How a piece of a reply is sent on the interface that the answer is of. */
function eventOf(text: string): (piece: string) => string {
  if (!/^(data|event):/m.test(text)) return (piece) => piece;
  if (!text.includes('response.output_text.delta'))
    return (content) =>
      `data: ${JSON.stringify({ ...chunk, choices: [{ index: 0, delta: { content }, finish_reason: null }] })}\n\n`;
  return (delta) =>
    `data: ${JSON.stringify({ type: 'response.output_text.delta', item_id: 'msg-1', output_index: 0, content_index: 0, delta })}\n\n`;
}

const chunk = { id: 'chatcmpl-endless', object: 'chat.completion.chunk', created: 0, model: 'stand-in' };
