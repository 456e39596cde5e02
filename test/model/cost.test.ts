import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { definition } from '../../briefs/de-escalation.ts';
import { ask } from '../../src/answer/ask.ts';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { composeBrief } from '../../src/brief/compose.ts';
import { translatedBrief } from '../../src/brief/translated.ts';
import { wordedBrief } from '../../src/brief/worded.ts';
import type { Archive } from '../../src/domain/archive.ts';
import type { LanguageModel, ModelCall, TaskKind } from '../../src/domain/model.ts';
import { readSources } from '../../src/ingest/sources.ts';
import { takeIn } from '../../src/intake.ts';
import { createLanguageModel } from '../../src/model/language-model.ts';
import { languageNamed } from '../../src/text/languages.ts';
import { shared } from '../cli/command-line.ts';
import { type ModelServer, startModelServer } from './model-server.ts';
import { honest } from './stand-ins/honest.ts';

/*
 * What docs/models.md says of costs: `npx vitest run test/model/cost.test.ts` prints its table. The server of the tests
 * counts a token for each four characters of the messages; the JSON schema beside them is not counted.
 */

/** Articles that carry no licence, and are not part of the project. */
const FIVE = join(shared, 'articles');
const DAY = '2024-01-19';
/** Tokens in and out: the day's budget of a user is for thirty briefs at least. */
const MOST_FOR_A_BRIEF = 6_000;

interface Cost {
  readonly calls: Partial<Record<TaskKind, number>>;
  readonly input: number;
  readonly output: number;
}

test('a brief costs fewer than 6,000 tokens; what else costs how many', async () => {
  await using server = await startModelServer(honest);
  const found = await createLanguageModel(server.settings());
  if (found.kind === 'absent') throw new Error(found.reason);
  const costs = await costsOf(server, found.model);
  console.log(tableOf(costs));
  const briefs = Object.entries(costs).filter(([name]) => name.startsWith('a brief'));
  for (const [, { input, output }] of briefs) expect(input + output).toBeLessThan(MOST_FOR_A_BRIEF);
  for (const { input, output } of Object.values(costs)) expect(Math.min(input, output)).toBeGreaterThan(0);
});

async function costsOf(server: ModelServer, model: LanguageModel): Promise<Record<string, Cost>> {
  const call: ModelCall = { signal: new AbortController().signal, payer: {} };
  const sample = await archiveOf('samples');
  const brief = await composeBrief(sample, definition, { date: DAY, zone: 'UTC' });
  const french = languageNamed('fr');
  if (french === undefined) throw new Error('French is a language');
  const asking = (question: string) => () =>
    ask(sample, question, { today: DAY, wording: { model, payer: {}, judge: false, waitMs: 9_000 } });
  const articles = (await sample.articles.outline()).length;
  const works: Record<string, () => Promise<unknown>> = {
    [`a brief: the sample, ${DAY}`]: () => wordedBrief(brief, { model, call }),
    'its translation into French': () => translatedBrief(brief, { language: french, model, call }),
    'an answer': asking('Who offered to mediate?'),
    'an answer to a question that is read anew': asking('Which nation stepped in as a go-between?'),
    'a question that stays unanswered': asking('What did Iranian officials say about the strikes?'),
    [`the ${articles} articles of the sample, read for events`]: async () =>
      takeIn(await archiveOf(), readSources(['samples']), { model }),
    ...(existsSync(FIVE) && { [`a brief: five news articles, ${DAY}`]: await wordingOfFive(model, call) }),
  };
  const costs: Record<string, Cost> = {};
  for (const [name, work] of Object.entries(works)) costs[name] = await costOf(server, work);
  return costs;
}

async function wordingOfFive(model: LanguageModel, call: ModelCall): Promise<() => Promise<unknown>> {
  const brief = await composeBrief(await archiveOf(FIVE), definition, { date: DAY, zone: 'UTC' });
  return () => wordedBrief(brief, { model, call });
}

async function archiveOf(...paths: readonly string[]): Promise<Archive> {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  if (paths.length > 0) await takeIn(archive, readSources(paths));
  return archive;
}

async function costOf(server: ModelServer, work: () => Promise<unknown>): Promise<Cost> {
  const [before, asked] = [server.usage(), server.tasks().length];
  await work();
  const after = server.usage();
  const calls: Partial<Record<TaskKind, number>> = {};
  for (const { kind } of server.tasks().slice(asked)) calls[kind] = (calls[kind] ?? 0) + 1;
  const input = after.inputTokens - before.inputTokens;
  return { calls, input, output: after.outputTokens - before.outputTokens };
}

function tableOf(costs: Readonly<Record<string, Cost>>): string {
  const rows = Object.entries(costs).map(([name, { calls, input, output }]) => {
    const asked = Object.entries(calls).map(([kind, count]) => `${count} ${kind}`);
    return `| ${name} | ${asked.join(', ')} | ${input} | ${output} |`;
  });
  return ['| | calls | tokens in | tokens out |', '|---|---|---|---|', ...rows].join('\n');
}
