import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import type { WordingOptions } from '../../src/answer/worded-answer.ts';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { AnswerReport } from '../../src/domain/answer.ts';
import type { Draft, LanguageModel, ModelCall, Task, TaskKind } from '../../src/domain/model.ts';
import { DetenteError } from '../../src/errors.ts';
import { readSources } from '../../src/ingest/sources.ts';
import { takeIn } from '../../src/intake.ts';

const today = '2024-01-29';

type Replies = { readonly [Kind in TaskKind]?: (task: Task<Kind>, call: ModelCall) => AsyncIterable<Draft<Kind>> };

/** A model at the port: what it replies to each kind of task; to others nothing. */
function modelOf(replies: Replies): LanguageModel & { readonly asked: Task[] } {
  const asked: Task[] = [];
  return {
    name: 'at the port',
    asked,
    compose<Kind extends TaskKind>(task: Task<Kind>, call: ModelCall): AsyncIterable<Draft<Kind>> {
      asked.push(task);
      const reply = replies[task.kind as Kind] as
        | ((task: Task<Kind>, call: ModelCall) => AsyncIterable<Draft<Kind>>)
        | undefined;
      return reply === undefined ? nothing() : reply(task, call);
    },
  };
}

async function* nothing(): AsyncGenerator<never> {}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** The number of the sentence that holds these words. */
function numberOf({ sentences }: Task<'answer'>, words: string): number {
  const found = sentences.find(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`the model was shown no sentence with ${JSON.stringify(words)}`);
  return found.id;
}

async function sample() {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  await takeIn(archive, readSources(['samples']));
  const asked = (question: string, model?: LanguageModel, options: Partial<WordingOptions> = {}) =>
    ask(archive, question, {
      today,
      ...(model && { wording: { model, payer: {}, judge: false, waitMs: 2_000, ...options } }),
    });
  return { archive, asked };
}

function textsOf({ answer }: AnswerReport): readonly string[] {
  return answer.kind === 'answered' ? answer.statements.map(({ text }) => text) : [];
}

function shortOf({ answer }: AnswerReport): string | undefined {
  return answer.kind === 'answered' ? answer.short : undefined;
}

function citedBy({ answer }: AnswerReport): readonly string[] {
  const cited = answer.kind === 'answered' ? answer.statements.flatMap(({ citations }) => citations) : answer.nearest;
  return cited.map(({ articleId, start, end }) => `${articleId} ${start}-${end}`);
}

/** Answered by a statement of the ledger. */
const QUESTION = 'Who offered to mediate?';
const READY = 'China is ready to mediate';
const WORDING = 'China offered on 18 January 2024 to mediate between Pakistan and Iran.';

const worded = (task: Task<'wording'>) => each([{ id: task.statements[0].id, text: WORDING }]);

/** Answered by a sentence of an article. */
const QUOTED = 'What did Turkey say?';
const CALLS = 'Turkish Foreign Minister Hakan Fidan has held telephone calls with both of his colleagues';
const CLAIM =
  'Ankara said that Turkish Foreign Minister Hakan Fidan has held telephone calls with both of his colleagues.';

const claimed = (task: Task<'answer'>) =>
  each([{ text: CLAIM, quotes: [{ id: numberOf(task, CALLS), quote: CALLS }] }]);

describe('an answer with a language model', () => {
  test('is the answer by rule where the model says nothing', async () => {
    const { asked } = await sample();
    const [without, with_] = [await asked(QUESTION), await asked(QUESTION, modelOf({}))];
    expect(with_.answer).toEqual(without.answer);
    expect(with_.engine).toBe('extractive');
  });

  test('shows the model the cited sentences first, 12 to 20 in all, without a link or an id', async () => {
    const { asked } = await sample();
    const model = modelOf({});
    await asked(QUESTION, model);
    const task = model.asked.find((one) => one.kind === 'answer');
    expect(task?.sentences.length).toBeGreaterThanOrEqual(12);
    expect(task?.sentences.length).toBeLessThanOrEqual(20);
    expect(task?.sentences.map(({ id }) => id)).toEqual(task?.sentences.map((_, at) => at + 1));
    expect(task?.sentences[0]?.text).toContain('mediat');
    expect(JSON.stringify(task)).not.toMatch(/https?:|articleId/);
  });

  test.each([
    ['a statement takes its wording', QUESTION, WORDING, modelOf({ wording: worded })],
    ['a sentence takes the words of a claim on it', QUOTED, CLAIM, modelOf({ answer: claimed })],
  ])('%s, and keeps every citation and the short answer', async (_, question, text, model) => {
    const { asked } = await sample();
    const [without, report] = [await asked(question), await asked(question, model)];
    expect(textsOf(report)).toEqual([text, ...textsOf(without).slice(1)]);
    expect(citedBy(report)).toEqual(citedBy(without));
    expect(shortOf(report)).toBe(shortOf(without));
    expect(report.engine).toBe('language-model');
  });

  test('counts a claim that the gate drops, and does not show it', async () => {
    const { asked } = await sample();
    const faults: (string | undefined)[] = [];
    const model = modelOf({
      answer: (task) =>
        each([
          { text: 'Russia offered to mediate on Thursday.', quotes: [{ id: numberOf(task, READY), quote: READY }] },
        ]),
    });
    const report = await asked(QUESTION, model, { onClaim: (fault) => faults.push(fault) });
    expect(textsOf(report).join(' ')).not.toContain('Russia');
    expect(report.elapsed).toMatchObject({ claims: 1 });
    expect(Object.values(report.elapsed?.dropped ?? {})).toEqual([1]);
    expect(faults).toEqual([expect.any(String)]);
  });

  test('reads a question anew that the ladder has no answer to, and says so', async () => {
    const { asked } = await sample();
    const question = 'Which nation stepped in as a go-between?';
    expect((await asked(question)).answer.kind).toBe('unanswered');
    const model = modelOf({ reading: () => each([{ question: 'Who offered mediation?', terms: ['mediate'] }]) });
    const report = await asked(question, model);
    expect(report.answer).toMatchObject({ kind: 'answered', short: 'China', confidence: 'moderate' });
    expect(report.notice).toBe('Read as: “Who offered mediation?”');
    expect(report.question).toBe(question);
  });

  test.each([
    ['another name', 'Did China accept the offer of Turkey?', 'Did China accept the offer of Russia?'],
    ['another act', 'Who rejected the mediation of China?', 'Who accepted the mediation of China?'],
    ['a negation', 'Did Iran not apologise to Pakistan?', 'Did Iran apologise to Pakistan?'],
    ['a number', 'Were 40 soldiers killed by Iran?', 'Were 9 soldiers killed by Iran?'],
    ['a day', 'What did Qatar sign on 17 January?', 'What did Qatar sign on 18 January?'],
  ])('does not answer another question in place of one: %s', async (_, question, other) => {
    const { asked } = await sample();
    const without = await asked(question);
    const report = await asked(question, modelOf({ reading: () => each([{ question: other, terms: [] }]) }));
    expect(without.answer.kind).toBe('unanswered');
    expect(report.answer).toEqual(without.answer);
    expect(report.notice).toBeUndefined();
  });

  test('is by rule with a notice where the model fails', async () => {
    const { asked } = await sample();
    const model = modelOf({
      answer: () => {
        throw new DetenteError('model-unusable', 'the server takes no more calls for now');
      },
    });
    const [without, report] = [await asked(QUESTION), await asked(QUESTION, model)];
    expect(report.answer).toEqual(without.answer);
    expect(report.notice).toBe('Worded by rule: the server takes no more calls for now.');
  });

  test('tells the log of the very failure, also of that of a statement', async () => {
    const { asked } = await sample();
    const failure = new DetenteError('model-unusable', 'the server is down', { cause: new Error('ECONNRESET') });
    const model = modelOf({
      wording: () => {
        throw failure;
      },
    });
    const told: unknown[] = [];
    const report = await asked(QUESTION, model, { onFailure: (error) => told.push(error) });
    expect(told).toEqual([failure]);
    expect(told[0]).toBe(failure);
    expect(report.notice).toBe('Worded by rule: the server is down.');
  });

  test('keeps the claims that came before the model failed', async () => {
    const { asked } = await sample();
    const model = modelOf({
      answer: async function* (task) {
        yield* claimed(task);
        throw new DetenteError('model-unusable', 'the answer broke off');
      },
    });
    expect(textsOf(await asked(QUOTED, model))).toContain(CLAIM);
  });

  test('does not wait longer than is set, and is replaced when the model comes later', async () => {
    const { asked } = await sample();
    const model = modelOf({
      answer: async function* (task) {
        await delay(300);
        yield* claimed(task);
      },
    });
    const later = Promise.withResolvers<AnswerReport>();
    const first = await asked(QUOTED, model, { waitMs: 100, update: async (report) => later.resolve(report) });
    expect(first.engine).toBe('extractive');
    expect(first.notice).toMatch(/did not answer in time/);
    const second = await later.promise;
    expect(textsOf(second)).toContain(CLAIM);
    expect(second.notice).toBeUndefined();
    expect(citedBy(second)).toEqual(citedBy(first));
  });

  test('stays where a better one cannot be shown, and what went wrong is told', async () => {
    const { asked } = await sample();
    const model = modelOf({
      answer: async function* (task) {
        await delay(300);
        yield* claimed(task);
      },
    });
    const told = Promise.withResolvers<unknown>();
    const update = () => Promise.reject(new Error('the platform is gone'));
    await asked(QUOTED, model, { waitMs: 100, update, onFailure: told.resolve });
    expect(await told.promise).toMatchObject({ message: 'the platform is gone' });
  });

  test.each([
    'Who offered mediation @everyone?',
    'Who offered mediation, see evil.example?',
    'Who cowardly offered mediation?',
    'Who offered mediation after the army fled?',
  ])('shows no word of a reading that is neither the question nor in the quotes: %s', async (read) => {
    const { asked } = await sample();
    const model = modelOf({ reading: () => each([{ question: read, terms: [] }]) });
    const report = await asked('Which nation stepped in as a go-between?', model);
    expect(report).toMatchObject({ answer: { kind: 'unanswered' } });
    expect(report.notice).toBeUndefined();
  });

  test('keeps the claims of the model where the encoder breaks down', async () => {
    const { archive } = await sample();
    const encoder = {
      model: 'broken',
      encode: () => Promise.reject(new DetenteError('encoder-unusable', 'gone')),
      close: async () => {},
    };
    const [model, failures] = [modelOf({}), [] as unknown[]];
    const onFailure = (error: unknown) => void failures.push(error);
    const wording = { model, payer: {}, judge: false, waitMs: 2_000, onFailure };
    const report = await ask(archive, QUESTION, { today, encoder, wording });
    expect(model.asked.some(({ kind }) => kind === 'answer')).toBe(true);
    expect([failures, report.notice]).toEqual([[], undefined]);
  });

  test('says how it read a question and that it is in English still, where the translation is late', async () => {
    const { asked } = await sample();
    const model = modelOf({
      reading: () => each([{ question: 'Who offered mediation?', terms: [] }]),
      answer: async function* (_, { signal }) {
        yield* [];
        await delay(60_000, undefined, { signal });
      },
    });
    const report = await asked('Which nation stepped in as a go-between?', model, {
      waitMs: 500,
      finish: async (one) => one,
    });
    expect(report.notice).toBe(
      'Read as: “Who offered mediation?” In English still: the language model did not answer in time.',
    );
  });

  test('shows when the time is over what has come by then', async () => {
    const { asked } = await sample();
    const model = modelOf({
      answer: async function* (task, { signal }) {
        yield* claimed(task);
        await delay(60_000, undefined, { signal });
      },
    });
    const report = await asked(QUOTED, model, { waitMs: 500 });
    expect(textsOf(report)).toContain(CLAIM);
    expect(report.notice).toBeUndefined();
  });

  test('ends the call of a model that is not waited for any more', async () => {
    const { asked } = await sample();
    let signal: AbortSignal | undefined;
    const model = modelOf({
      answer: async function* (_, call) {
        signal = call.signal;
        await delay(60_000, undefined, { signal: call.signal });
        yield* [];
      },
    });
    const report = await asked(QUESTION, model, { waitMs: 100 });
    expect(signal?.aborted).toBe(true);
    expect(report.answer.kind).toBe('answered');
  });

  test('shows of what is judged only what is judged to stand', async () => {
    const { asked } = await sample();
    const verdict = (supported: boolean) => modelOf({ answer: claimed, judgement: () => each([{ id: 1, supported }]) });
    expect(textsOf(await asked(QUOTED, verdict(true), { judge: true }))).toContain(CLAIM);
    const told: (string | undefined)[] = [];
    const refused = await asked(QUOTED, verdict(false), { judge: true, onClaim: (fault) => told.push(fault) });
    expect(told).toEqual(['judged']);
    expect(textsOf(refused)).not.toContain(CLAIM);
    expect(refused.elapsed?.dropped).toEqual({ judged: 1 });
    const silent = await asked(QUOTED, modelOf({ answer: claimed }), { judge: true });
    expect(textsOf(silent)).not.toContain(CLAIM);
  });
});
