import { definition } from '../briefs/de-escalation.ts';
import { ask } from '../src/answer/ask.ts';
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { composeBrief } from '../src/brief/compose.ts';
import { wordedBrief } from '../src/brief/worded.ts';
import type { Archive } from '../src/domain/archive.ts';
import type { LanguageModel } from '../src/domain/model.ts';
import { readSources } from '../src/ingest/sources.ts';
import { takeIn } from '../src/intake.ts';
import { createLanguageModel } from '../src/model/language-model.ts';
import { gate } from '../src/verify/gate.ts';
import { type ModelServer, startModelServer } from '../test/model/model-server.ts';
import { honest } from '../test/model/stand-ins/honest.ts';
import { rewordings } from '../test/verify/rewordings.ts';
import { percentile, ratio, rounded, type Section } from './figures.ts';

/** Each question so often, and half as many briefs. */
const ROUNDS = 20;
const ANSWERED_ON = '2024-01-29';
/** The edition of the sample with the most statements. */
const EDITION = '2024-01-19';

/** The sample answers all of them. */
const questions = [
  'Who offered to mediate?',
  'When did Pakistan recall its ambassador?',
  'How many people were killed in Saravan?',
  'When did Pakistan strike Iran?',
  'Who called for restraint?',
  'When do the ambassadors return?',
  'Who attacked Balochistan?',
  'What did Turkey say?',
];

/**
 * Milliseconds and tokens of an answer and of a brief, without and with a model: what is ours of it, since the stand-in
 * on this machine says at once what a real one takes seconds for.
 */
export async function modelSection(): Promise<Section> {
  const archive = await openSqliteArchive(':memory:');
  await takeIn(archive, readSources(['samples']));
  await using server = await startModelServer(honest);
  const found = await createLanguageModel(server.settings());
  if (found.kind === 'absent') throw new Error(found.reason);
  const rows = [
    ...(await answerRows(archive, server, found.model)),
    ...(await briefRows(archive, server, found.model)),
  ];
  await archive.close();
  return {
    heading: 'Answers with a language model',
    about:
      'The bundled sample, warm; the model is the honest stand-in of the tests on this machine, through the real client. Its server counts a token for each four characters. What a model takes comes on top. The gate reads the rewordings of its tests.',
    headings: ['', 'p50 ms', 'p95 ms', 'p50 against none', 'tokens in', 'tokens out'],
    rows: [...rows, gateRow()],
  };
}

async function answerRows(archive: Archive, server: ModelServer, model: LanguageModel): Promise<string[][]> {
  const asked = Array.from({ length: ROUNDS }, () => questions).flat();
  const wording = { model, payer: {}, judge: false, waitMs: 9_000 };
  const answer = (question: string) => ask(archive, question, { today: ANSWERED_ON });
  const worded = (question: string) => ask(archive, question, { today: ANSWERED_ON, wording });
  return rowsOf('an answer', server, await timed(asked, answer), () => timed(asked, worded));
}

async function briefRows(archive: Archive, server: ModelServer, model: LanguageModel): Promise<string[][]> {
  const rounds = Array.from({ length: ROUNDS / 2 }, () => EDITION);
  const compose = (date: string) => composeBrief(archive, definition, { date, zone: 'UTC' });
  const call = { signal: new AbortController().signal, payer: {} };
  const worded = async (date: string) => wordedBrief(await compose(date), { model, call });
  return rowsOf('a brief', server, await timed(rounds, compose), () => timed(rounds, worded));
}

async function rowsOf(what: string, server: ModelServer, without: number[], measure: () => Promise<number[]>) {
  const before = server.usage();
  const withOne = await measure();
  const after = server.usage();
  // one more was made before the clock ran
  const each = (one: number, other: number) => rounded((other - one) / (withOne.length + 1));
  const tokens = [each(before.inputTokens, after.inputTokens), each(before.outputTokens, after.outputTokens)];
  return [
    [`${what}, no model`, ...figures(without), '1 x', '0', '0'],
    [`${what}, with one`, ...figures(withOne), ratio(percentile(withOne, 0.5), percentile(without, 0.5)), ...tokens],
  ];
}

/** One after the other; the first is done once before. */
async function timed(asked: readonly string[], work: (one: string) => Promise<unknown>): Promise<number[]> {
  await work(asked[0] ?? '');
  const took: number[] = [];
  for (const one of asked) {
    const began = performance.now();
    await work(one);
    took.push(performance.now() - began);
  }
  return took;
}

/** Each faithful rewording of the tests once: what copies its sentence is passed without being read. */
function gateRow(): string[] {
  const claims = rewordings().map(({ article, quotes: [quote = ''], claim }) => ({
    draft: { text: claim, quotes: [{ id: 1, quote }] },
    sentences: [{ id: 1, text: quote, ...article }],
  }));
  const took = claims.map(({ draft, sentences }) => {
    const began = performance.now();
    gate(draft, sentences);
    return performance.now() - began;
  });
  return [`the gate, one claim of ${claims.length}`, ...figures(took), '', '', ''];
}

function figures(took: readonly number[]): string[] {
  return [0.5, 0.95].map((share) => rounded(percentile(took, share)));
}
