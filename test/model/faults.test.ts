import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FaultKind, faultKinds, HUGE, slowKinds, withFaults } from './faults.ts';
import { type Anything, parsed } from './model-request.ts';
import { KEY, MODEL, type ModelServer, startModelServer } from './model-server.ts';

const REPLY = JSON.stringify({
  drafts: [{ id: 1, text: 'Niger reopened the road to Agadez, which floods had cut in August.' }],
});
const messages = [
  { role: 'system' as const, content: 'Task: reading' },
  { role: 'user' as const, content: '{"task":"reading","question":"Which road was reopened?"}' },
];

/** What a client gets to see until it is out of patience. */
interface Outcome {
  readonly words?: string;
  readonly refusal?: string;
  readonly finish?: string;
  readonly error?: Anything;
  readonly ms: number;
}

let server: ModelServer;
let client: OpenAI;
beforeAll(async () => {
  server = await startModelServer(() => REPLY);
  client = new OpenAI({ apiKey: KEY, baseURL: server.url, maxRetries: 0 });
});
afterAll(() => server.stop());

async function met(kind: FaultKind, stream: boolean, ms = 40, patienceMs = 15_000): Promise<Outcome> {
  withFaults(server, { inTurn: [{ kind, ms, retryAfter: 7 }] });
  const from = performance.now();
  const seen = { words: '', refusal: '', finish: '' };
  const signal = AbortSignal.timeout(patienceMs);
  try {
    if (stream) await readStream(seen, signal);
    else await readWhole(seen, signal);
    return { ...seen, ms: performance.now() - from };
  } catch (error) {
    return { ...seen, error, ms: performance.now() - from };
  }
}

async function readStream(seen: { words: string; refusal: string; finish: string }, signal: AbortSignal) {
  const chunks = await client.chat.completions.create({ model: MODEL, messages, stream: true }, { signal });
  for await (const { choices } of chunks) {
    seen.words += choices[0]?.delta.content ?? '';
    seen.refusal += choices[0]?.delta.refusal ?? '';
    seen.finish = choices[0]?.finish_reason ?? seen.finish;
  }
}

async function readWhole(seen: { words: string; refusal: string; finish: string }, signal: AbortSignal) {
  const { choices } = await client.chat.completions.create({ model: MODEL, messages }, { signal });
  const [choice] = choices;
  Object.assign(seen, {
    ...choice?.message,
    words: choice?.message.content ?? '',
    finish: choice?.finish_reason ?? '',
  });
}

describe('a fault of the server of a stand-in', () => {
  it.each([
    ['rate-limit', 429, null],
    ['rate-limit-retry-after', 429, '7'],
    ['server-error', 500, null],
    ['unavailable', 503, null],
    ['wrong-key', 401, null],
    ['unknown-model', 404, null],
    ['html-bad-gateway', 502, null],
  ] as const)('%s is status %d', async (kind, status, retryAfter) => {
    const { error } = await met(kind, true);
    expect(error.status).toBe(status);
    expect(error.headers.get('retry-after')).toBe(retryAfter);
  });

  it.each([true, false])('in what is said comes through as such (streamed: %s)', async (stream) => {
    expect((await met('empty', stream)).words).toBe('');
    expect((await met('refusal-in-words', stream)).words).toMatch(/^I'm sorry/);
    expect(await met('content-filter', stream)).toMatchObject({ finish: 'content_filter', words: half(REPLY) });
    expect(await met('cut-at-length', stream)).toMatchObject({ finish: 'length', words: half(REPLY) });
    expect(await met('refusal', stream)).toMatchObject({ refusal: 'I cannot help with that.', words: '' });
    expect((await met('huge', stream)).words?.length).toBeGreaterThan(HUGE);
  });

  it('breaks JSON in ten ways, none of which leaves drafts', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const { words = '' } = await met('broken-json', true);
      expect(Array.isArray(parsed(words)?.drafts)).toBe(false);
    }
  });

  it('cuts the line: before, within, and with an end that looks like one', async () => {
    expect((await met('reset-before', true)).error.message).toBe('Connection error.');
    expect(await met('reset-within', true)).toMatchObject({
      words: expect.stringMatching(/^.{20,100}$/),
      error: expect.anything(),
    });
    const cut = await met('cut-stream', true);
    expect([cut.finish, cut.error]).toEqual(['', undefined]);
    expect(REPLY.startsWith(cut.words ?? '')).toBe(true);
    expect((await met('cut-stream', false)).error).toBeDefined();
    expect((await met('error-in-stream', true)).error).toBeInstanceOf(OpenAI.APIError);
  });

  it('takes its time, and then gives the answer', async () => {
    for (const kind of ['hang-before', 'hang-within'] as const) {
      const { words, ms } = await met(kind, true, 150);
      expect(words).toBe(REPLY);
      expect(ms).toBeGreaterThan(140);
    }
    const drip = await met('slow-drip', true, 2);
    expect(drip.words).toBe(REPLY);
    expect(drip.ms).toBeGreaterThan(100);
  });

  it('has no end, until the client has had enough', async () => {
    const drafts = await met('endless-drafts', true, 0, 400);
    expect(drafts.words?.startsWith(`${REPLY.slice(0, -2)},`)).toBe(true);
    const text = await met('endless-text', true, 0, 400);
    expect(text.words?.length).toBeGreaterThan(1_000);
    await expect.poll(() => server.requests().at(-1)?.endedAt).toBeGreaterThan(0);
  });

  it('answers with a page, or with nothing to choose from', async () => {
    expect((await met('html', false)).error).toBeDefined();
    expect(await met('no-choices', false)).toMatchObject({ words: '', finish: '' });
  });

  it('is met by its share of the tasks, the same for a seed, and never by a probe', async () => {
    const task = { kind: 'reading' as const, question: '' };
    const run = (seed: number) => {
      withFaults(server, { share: 0.3, seed });
      return Array.from({ length: 1_000 }, (_, turn) => server.faults({ turn, path: '', body: {}, task })?.kind);
    };
    const [one, same, other] = [run(1), run(1), run(2)];
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    expect(one.filter(Boolean).length).toBeGreaterThan(250);
    expect(one.filter(Boolean).length).toBeLessThan(350);
    expect(new Set(one.filter(Boolean)).size).toBe(faultKinds.length);
    expect(server.faults({ turn: 1, path: '', body: {}, task: undefined })).toBeUndefined();
  });

  it('ends when it is told to', async () => {
    const end = withFaults(server, { share: 1, kinds: ['server-error'], seed: 3 });
    end();
    const { choices } = await client.chat.completions.create({ model: MODEL, messages });
    expect(choices[0]?.message.content).toBe(REPLY);
  });

  it('meets the interface Responses too', async () => {
    const quick = faultKinds.filter((kind) => ![...slowKinds, 'huge'].includes(kind));
    withFaults(server, { inTurn: quick });
    const seen: string[] = [];
    for (const kind of quick) seen.push(`${kind}: ${await responded()}`);
    expect(seen.filter((line) => line.endsWith(REPLY))).toEqual([]);
    expect(seen).toContain('refusal: refusal I cannot help with that.');
  });
});

async function responded(): Promise<string> {
  try {
    const events = await client.responses.create({ model: MODEL, input: messages, stream: true });
    let words = '';
    for await (const event of events) {
      if (event.type === 'response.refusal.delta') return `refusal ${event.delta}`;
      if (event.type === 'response.output_text.delta') words += event.delta;
    }
    return words.slice(0, 200);
  } catch (error) {
    return String(error);
  }
}

function half(reply: string): string {
  return reply.slice(0, Math.ceil(reply.length / 2));
}
