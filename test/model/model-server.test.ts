import OpenAI from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { type Anything, parsed } from './model-request.ts';
import { EMBEDDINGS_MODEL, KEY, MODEL, type ModelServer, type StandIn, startModelServer } from './model-server.ts';

const GIVEN = {
  question: 'Who lifted the blockade?',
  sentences: [{ id: 1, text: 'Kenya lifted the blockade on Monday.' }],
};
const REPLY = JSON.stringify({
  drafts: [{ text: 'Kenya lifted the blockade.', quotes: [{ id: 1, quote: 'Kenya lifted the blockade' }] }],
});
const messages = [
  { role: 'system' as const, content: 'Task: answer' },
  { role: 'user' as const, content: JSON.stringify({ task: 'answer', ...GIVEN }) },
];

let server: ModelServer;
afterEach(() => server.stop());

async function started(standIn: StandIn = () => REPLY, options = {}): Promise<OpenAI> {
  server = await startModelServer(standIn, options);
  return clientOf();
}

function clientOf(apiKey = KEY): OpenAI {
  return new OpenAI({ apiKey, baseURL: server.url, maxRetries: 0 });
}

async function streamed(client: OpenAI): Promise<{ words: string; pieces: number; usage: Anything }> {
  const stream = await client.chat.completions.create({
    ...{ model: MODEL, messages, stream: true, stream_options: { include_usage: true } },
  });
  const all = await allOf(stream);
  const words = all.map((chunk) => chunk.choices[0]?.delta.content ?? '');
  return { words: words.join(''), pieces: words.filter(Boolean).length, usage: all.at(-1)?.usage };
}

describe('the server of a stand-in', () => {
  it('gives the stand-in the task as a value', async () => {
    const seen: unknown[] = [];
    const client = await started((task, { system, turn }) => {
      seen.push({ task, system, turn });
      return REPLY;
    });
    await client.chat.completions.create({ model: MODEL, messages });
    expect(seen).toEqual([{ task: { kind: 'answer', ...GIVEN }, system: 'Task: answer', turn: 1 }]);
  });

  it('answers in one piece on both interfaces', async () => {
    const client = await started();
    const chat = await client.chat.completions.create({ model: MODEL, messages });
    const response = await client.responses.create({ model: MODEL, input: messages });
    expect([chat.choices[0]?.message.content, response.output_text]).toEqual([REPLY, REPLY]);
  });

  it('streams in small pieces with the tokens at the end', async () => {
    const { words, pieces, usage } = await streamed(await started());
    expect([words, pieces]).toEqual([REPLY, Math.ceil(REPLY.length / 40)]);
    const { inputTokens, outputTokens } = server.usage();
    expect(usage).toMatchObject({ prompt_tokens: inputTokens, completion_tokens: outputTokens });
    expect(outputTokens).toBe(Math.ceil(REPLY.length / 4));
  });

  it('streams on the interface Responses', async () => {
    const client = await started();
    const all: Anything[] = await allOf(
      await client.responses.create({
        model: MODEL,
        instructions: 'Task: answer',
        input: messages[1]?.content ?? '',
        stream: true,
      }),
    );
    expect(all.map(({ type, delta }) => (type === 'response.output_text.delta' ? delta : '')).join('')).toBe(REPLY);
    expect(all.at(-1)?.response.usage.output_tokens).toBe(server.usage().outputTokens);
    expect(all.length).toBeGreaterThan(6);
    expect(server.requests()[0]).toMatchObject({ system: 'Task: answer', task: { kind: 'answer' } });
  });

  it('answers a probe, which is no task, without asking the stand-in', async () => {
    const client = await started(() => 'never said');
    const answer = await client.chat.completions.create({
      model: MODEL,
      messages: [{ role: 'user', content: 'Say {}.' }],
    });
    expect(parsed(answer.choices[0]?.message.content ?? '')).toEqual({ drafts: [] });
  });

  it('keeps bodies and headers as they came', async () => {
    const client = await started();
    const format = { type: 'json_schema' as const, name: 'drafts', strict: true, schema: STRICT };
    await client.responses.create({ model: MODEL, input: messages, text: { format } });
    const [request] = server.requests();
    expect(request).toMatchObject({ path: '/v1/responses', body: { text: { format } }, reply: REPLY });
    expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  it('turns away a wrong key, an unknown model, a format and a field that it does not have', async () => {
    const client = await started(undefined, { formats: 'object', refuses: ['max_tokens'] });
    const body = { model: MODEL, messages };
    const json_schema = { name: 'drafts', strict: true, schema: STRICT };
    const tries = [
      clientOf('sk-other').chat.completions.create(body),
      client.chat.completions.create({ ...body, model: 'gpt-0' }),
      client.models.retrieve('gpt-0'),
      client.chat.completions.create({ ...body, response_format: { type: 'json_schema', json_schema } }),
      client.chat.completions.create({ ...body, max_tokens: 5 }),
    ];
    const codes = (await Promise.allSettled(tries)).map(
      (one) => one.status === 'rejected' && [one.reason.status, one.reason.code],
    );
    expect(codes).toEqual([
      [401, 'invalid_api_key'],
      [404, 'model_not_found'],
      [404, 'model_not_found'],
      [400, 'invalid_value'],
      [400, 'unsupported_parameter'],
    ]);
    expect(server.usage()).toEqual({ inputTokens: 0, outputTokens: 0 });
  });

  it('takes strict schemas only as OpenAI does', async () => {
    const client = await started();
    const ask = (schema: Record<string, unknown>) =>
      client.chat.completions.create({
        ...{ model: MODEL, messages },
        response_format: { type: 'json_schema', json_schema: { name: 'drafts', strict: true, schema } },
      });
    await expect(ask(STRICT)).resolves.toBeDefined();
    await expect(ask({ ...STRICT, required: [] })).rejects.toThrow("'required' is required");
    await expect(ask({ ...STRICT, additionalProperties: true })).rejects.toThrow('additionalProperties');
  });

  it('lists its models, and puts alike texts near each other', async () => {
    const client = await started();
    expect((await client.models.list()).data.map(({ id }) => id)).toEqual([MODEL, EMBEDDINGS_MODEL]);
    const input = ['Kenya lifted the blockade', 'the blockade was lifted', 'wheat harvest'];
    const { data } = await client.embeddings.create({ model: EMBEDDINGS_MODEL, input, encoding_format: 'float' });
    const [one, two, other] = data.map(({ embedding }) => embedding);
    expect(nearness(one, two)).toBeGreaterThan(nearness(one, other) + 0.3);
  });

  it('starts in under 50 ms', async () => {
    const took: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const from = performance.now();
      await using _ = await startModelServer(() => REPLY);
      took.push(performance.now() - from);
    }
    // others may hold this machine's cores for a while
    expect(Math.min(...took)).toBeLessThan(50);
    await started();
  });

  it('stops while somebody waits', async () => {
    const client = await started(() => new Promise(() => {}));
    const waiting = client.chat.completions.create({ model: MODEL, messages });
    const ended = expect(waiting).rejects.toThrow('Connection error');
    while (server.requests().length === 0) await new Promise(setImmediate);
    await server.stop();
    await ended;
    await started();
  });

  it('says that the model failed where the stand-in throws, and keeps what it threw', async () => {
    const error = new Error('out of paper');
    const client = await started(() => Promise.reject(error));
    await expect(client.chat.completions.create({ model: MODEL, messages })).rejects.toThrow('500');
    expect(server.requests()[0]?.error).toBe(error);
  });
});

const STRICT = {
  ...{ type: 'object', additionalProperties: false, required: ['drafts'] },
  properties: { drafts: { type: 'array', items: { type: 'string' } } },
};

async function allOf<Item>(stream: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

function nearness(one: readonly number[] = [], other: readonly number[] = []): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}
