import { afterEach, describe, expect, test } from 'vitest';
import { createLanguageModel } from '../../src/model/language-model.ts';
import { withFaults } from './faults.ts';
import { type ModelServer, type ModelServerOptions, type StandIn, startModelServer } from './model-server.ts';
import { composed, modelOf, wordingTask } from './replies.ts';
import { honest } from './stand-ins/honest.ts';

const running: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
});

async function serverOf(options: ModelServerOptions = {}, standIn: StandIn = honest): Promise<ModelServer> {
  const server = await startModelServer(standIn, options);
  running.push(server);
  return server;
}

const lastBody = (server: ModelServer) => server.requests().at(-1)?.body;

describe('structured output', () => {
  test.for([
    ['schema', 'chat', 'json schema', 1],
    ['object', 'chat', 'json object', 2],
    ['none', 'chat', 'text', 3],
    ['schema', 'responses', 'json schema', 1],
    ['object', 'responses', 'json object', 2],
    ['none', 'responses', 'text', 3],
  ] as const)('of a server with %s by %s is found out by a probe: %s', async ([formats, api, output, calls]) => {
    const server = await serverOf({ formats });
    const found: string[] = [];
    const model = await modelOf(server.settings({ api }), { probe: true, onFound: (one) => found.push(one) });
    expect(found).toEqual([output]);
    expect(server.requests()).toHaveLength(calls);
    // and is remembered
    const { drafts, failure } = await composed(model, wordingTask);
    expect(failure).toBeUndefined();
    expect(drafts).toHaveLength(3);
    expect(server.requests()).toHaveLength(calls + 1);
  });

  test('is found out by the first call where there was no probe', async () => {
    const server = await serverOf({ formats: 'none' });
    const { drafts, failure } = await composed(await modelOf(server.settings()), wordingTask);
    expect(failure).toBeUndefined();
    expect(drafts).toHaveLength(3);
    expect(server.requests()).toHaveLength(3);
  });

  test('is lowered again where a server takes less than at the start', async () => {
    const server = await serverOf();
    const model = await modelOf(server.settings(), { probe: true });
    Object.assign(server.manners, { formats: 'none' });
    expect((await composed(model, wordingTask)).drafts).toHaveLength(3);
    expect(lastBody(server)).not.toHaveProperty('response_format');
  });

  test('that a server takes and does not keep to is none', async () => {
    const fenced: StandIn = async (...asked) => `Sure!\n\`\`\`json\n${await honest(...asked)}\n\`\`\``;
    const server = await serverOf({}, fenced);
    const found: string[] = [];
    const model = await modelOf(server.settings(), { probe: true, onFound: (one) => found.push(one) });
    expect(found).toEqual(['text']);
    expect((await composed(model, wordingTask)).drafts).toHaveLength(3);
    expect(server.requests().at(-1)?.system).toContain('"additionalProperties":false');
  });

  test('is not lowered where a refusal is of the model', async () => {
    const server = await serverOf();
    await composed(await modelOf(server.settings({ model: 'nosuch' })), wordingTask);
    expect(server.requests()).toHaveLength(1);
  });

  test('in text is told its schema, and read from fences and behind thoughts', async () => {
    const server = await serverOf({ formats: 'none' }, async (...asked) => {
      return `<think>Which {"drafts":[]}?</think>\nHere:\n\`\`\`json\n${await honest(...asked)}\n\`\`\``;
    });
    const { drafts } = await composed(await modelOf(server.settings()), wordingTask);
    expect(drafts).toHaveLength(3);
    expect(server.requests().at(-1)?.system).toContain('"additionalProperties":false');
  });
});

describe('parameters that a server refuses are left out and stay out', () => {
  test.for([
    ['stream_options', { stream_options: undefined, max_completion_tokens: 8_000 }],
    ['max_completion_tokens', { max_completion_tokens: undefined, max_tokens: 8_000 }],
    ['temperature', { temperature: undefined, max_completion_tokens: 8_000 }],
  ] as const)('%s', async ([refused, sent]) => {
    const server = await serverOf({ refuses: [refused] });
    const model = await modelOf(server.settings());
    expect((await composed(model, wordingTask)).failure).toBeUndefined();
    expect((await composed(model, wordingTask)).failure).toBeUndefined();
    expect(server.requests()).toHaveLength(3);
    expect(lastBody(server)).toMatchObject({ response_format: { type: 'json_schema' } });
    for (const [name, value] of Object.entries(sent)) expect(lastBody(server)[name]).toEqual(value);
  });

  test('all of them together', async () => {
    const refuses = ['stream_options', 'max_completion_tokens', 'max_tokens', 'temperature', 'response_format'];
    const server = await serverOf({ refuses });
    const { drafts } = await composed(await modelOf(server.settings()), wordingTask);
    expect(drafts).toHaveLength(3);
    expect(Object.keys(lastBody(server)).toSorted()).toEqual(['messages', 'model', 'stream']);
  });
});

test('models that reason are asked for little of it and for no temperature, others for the likeliest words', async () => {
  const server = await serverOf({ models: ['gpt-5-mini', 'openai/o4-mini', 'llama3.2:3b', 'gpt-5-chat-latest'] });
  const sent = async (model: string, api: 'chat' | 'responses' = 'chat') => {
    await composed(await modelOf(server.settings({ model, api })), wordingTask);
    return lastBody(server);
  };
  for (const model of ['gpt-5-mini', 'openai/o4-mini']) {
    expect(await sent(model)).toMatchObject({ reasoning_effort: 'low' });
    expect(await sent(model)).not.toHaveProperty('temperature');
  }
  expect(await sent('gpt-5-mini', 'responses')).toMatchObject({ reasoning: { effort: 'low' }, store: false });
  for (const model of ['llama3.2:3b', 'gpt-5-chat-latest']) {
    expect(await sent(model)).toMatchObject({ temperature: 0 });
    expect(await sent(model)).not.toHaveProperty('reasoning_effort');
  }
});

test('no call has tools, in either interface', async () => {
  const server = await serverOf();
  for (const api of ['chat', 'responses'] as const)
    await composed(await modelOf(server.settings({ api })), wordingTask);
  expect(server.requests()).toHaveLength(2);
  for (const { body } of server.requests())
    expect(Object.keys(body).filter((key) => /tool|function|web|file|plugin|store$/.test(key) && body[key])).toEqual(
      [],
    );
});

describe('what a call took', () => {
  test.for(['chat', 'responses'] as const)('is what the server counts, by %s', async (api) => {
    const server = await serverOf();
    const { uses } = await composed(await modelOf(server.settings({ api })), wordingTask);
    expect(uses).toEqual([server.usage()]);
  });

  test('is reckoned where it does not', async () => {
    const server = await serverOf({ refuses: ['stream_options'] });
    const { uses } = await composed(await modelOf(server.settings()), wordingTask);
    const { inputTokens, outputTokens } = server.usage();
    expect(uses).toEqual([{ inputTokens: expect.any(Number), outputTokens: expect.any(Number), estimated: true }]);
    expect(Math.abs((uses[0]?.inputTokens ?? 0) - inputTokens)).toBeLessThan(10);
    expect(uses[0]?.outputTokens).toBe(outputTokens);
  });

  test('is told once, also when the call failed', async () => {
    const server = await serverOf();
    const model = await modelOf(server.settings());
    const over = withFaults(server, { inTurn: ['rate-limit', 'cut-stream', 'server-error'] });
    const [turnedAway, cut, broken] = [
      await composed(model, wordingTask),
      await composed(model, wordingTask),
      await composed(model, wordingTask),
    ];
    over();
    expect(turnedAway.uses).toEqual([{ inputTokens: 0, outputTokens: 0 }]);
    for (const { uses } of [cut, broken]) {
      expect(uses).toEqual([expect.objectContaining({ estimated: true })]);
      expect(uses[0]?.inputTokens).toBeGreaterThan(100);
    }
  });
});

describe('the end of interest in a reply', () => {
  test('by the signal: nothing more comes, and the server sees the connection end', async () => {
    const server = await serverOf({ latencyMs: 20, pieceLength: 8 });
    const model = await modelOf(server.settings());
    const end = new AbortController();
    const uses: unknown[] = [];
    let drafts = 0;
    const reading = async () => {
      for await (const _ of model.compose(wordingTask, {
        signal: end.signal,
        payer: {},
        onUse: (use) => uses.push(use),
      })) {
        drafts += 1;
        end.abort();
      }
    };
    await expect(reading()).rejects.toMatchObject({ kind: 'aborted', code: 'model-unusable' });
    expect(drafts).toBe(1);
    expect(uses).toHaveLength(1);
    await expect.poll(() => server.requests()[0]?.endedAt).toBeDefined();
  });

  test('by the signal, though one piece held several drafts', async () => {
    const server = await serverOf({ pieceLength: 10_000 });
    const end = new AbortController();
    const got: number[] = [];
    const reading = async () => {
      const model = await modelOf(server.settings());
      for await (const { id } of model.compose(wordingTask, { signal: end.signal, payer: {} })) {
        got.push(id);
        end.abort();
      }
    };
    await expect(reading()).rejects.toMatchObject({ kind: 'aborted' });
    expect(got).toEqual([1]);
  });

  test('by the signal before an answer, and before the call', async () => {
    const server = await serverOf();
    const over = withFaults(server, { inTurn: ['hang-before'], ms: 10_000 });
    const model = await modelOf(server.settings());
    const began = performance.now();
    const hung = await composed(model, wordingTask, AbortSignal.timeout(100));
    expect(hung.failure).toMatchObject({ kind: 'aborted' });
    expect(hung.uses).toEqual([expect.objectContaining({ estimated: true })]);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await composed(model, wordingTask, AbortSignal.abort())).toMatchObject({
      failure: { kind: 'aborted' },
      uses: [],
    });
    over();
    expect(server.requests()).toHaveLength(1);
  });

  test('by leaving the loop', async () => {
    const server = await serverOf({ latencyMs: 20, pieceLength: 8 });
    const model = await modelOf(server.settings());
    for await (const _ of model.compose(wordingTask, { signal: AbortSignal.timeout(10_000), payer: {} })) break;
    await expect.poll(() => server.requests()[0]?.endedAt, { timeout: 2_000 }).toBeDefined();
  });
});

test('a model that is wrong by the probe is absent with the setting; a server that is down is no wrong setting', async () => {
  const server = await serverOf();
  const absent = (reason: RegExp) => ({ kind: 'absent', wrong: true, reason: expect.stringMatching(reason) });
  const probe = (overrides = {}) => createLanguageModel(server.settings(overrides), { probe: true });
  expect(await probe({ apiKey: 'sk-other' })).toEqual(absent(/^OPENAI_API_KEY is refused by \S+ \(401\)$/));
  expect(await probe({ model: 'nosuch' })).toEqual(absent(/^OPENAI_MODEL "nosuch" is not known to /));
  expect(await probe({ baseUrl: server.url.replace('/v1', '') })).toEqual(absent(/^OPENAI_BASE_URL .*is \/v1 missing/));
  const doubts: string[] = [];
  for (const fault of ['server-error', 'rate-limit', 'broken-json', 'empty'] as const) {
    const over = withFaults(server, { inTurn: [fault] });
    const found = await createLanguageModel(server.settings(), { probe: true, onDoubt: (one) => doubts.push(one) });
    over();
    expect(found.kind).toBe('ready');
  }
  expect(doubts).toHaveLength(4);
});

test('a draft without the form of one is passed over and counted, and the others stand', async () => {
  const drafts = [{ id: 1, text: 'A.' }, { id: 'two', text: 'B.' }, { id: 3 }, 'no', { id: 4, text: 'D.', link: 'x' }];
  const spoilt = JSON.stringify({ drafts: drafts.filter((one) => one !== 'no') });
  const server = await serverOf({}, () => spoilt);
  const counted: unknown[] = [];
  const model = await modelOf(server.settings(), { onMalformed: (...told) => counted.push(told) });
  const { drafts: good, failure } = await composed(model, wordingTask);
  expect(failure).toBeUndefined();
  expect(good).toEqual([
    { id: 1, text: 'A.' },
    { id: 4, text: 'D.' },
  ]);
  expect(counted).toEqual([['wording', 2]]);
});

test('a reply in which no draft has the form of one is a failure, an empty list is none', async () => {
  const server = await serverOf({}, () => '{"drafts":[{"x":1},{"y":2}]}');
  const model = await modelOf(server.settings());
  expect((await composed(model, wordingTask)).failure?.message).toMatch(/^none of the 2 drafts/);
  server.standIn = () => '{"drafts":[]}';
  expect(await composed(model, wordingTask)).toMatchObject({ drafts: [], uses: [expect.anything()] });
  expect((await composed(model, wordingTask)).failure).toBeUndefined();
});
