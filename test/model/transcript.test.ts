import { expect, onTestFinished, test } from 'vitest';
import { renderReply } from '../../adapters/terminal/render.ts';
import { ask } from '../../src/answer/ask.ts';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { AnswerReport } from '../../src/domain/answer.ts';
import type { LanguageModel } from '../../src/domain/model.ts';
import { readSources } from '../../src/ingest/sources.ts';
import { takeIn } from '../../src/intake.ts';
import { createLanguageModel } from '../../src/model/language-model.ts';
import { startModelServer } from './model-server.ts';
import { honest } from './stand-ins/honest.ts';

/** Asked of the bundled sample. */
const questions = [
  'Who offered to mediate?',
  'Which nation stepped in as a go-between?',
  'When did Pakistan recall its ambassador?',
  'What did Iranian officials say about the strikes?',
  'How many people were killed in Saravan?',
  'Did Pakistan accept the offer of mediation?',
  'What did the two ministers agree on 19 January 2024?',
  'Who visited Islamabad?',
  'What is Russia offering?',
  'When do the ambassadors return?',
];

test('the same ten questions without and with a model: the same answers and quotes', async () => {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  await takeIn(archive, readSources(['samples']));
  await using server = await startModelServer(honest);
  const found = await createLanguageModel(server.settings());
  if (found.kind === 'absent') throw new Error(found.reason);
  const pairs: { readonly without: AnswerReport; readonly with: AnswerReport }[] = [];
  for (const question of questions)
    pairs.push({
      without: await asked(question),
      with: await asked(question, found.model),
    });
  for (const pair of pairs.filter(({ without }) => without.answer.kind === 'answered')) {
    expect(pair.with.answer).toMatchObject({ kind: 'answered', ...shortOf(pair.without) });
    expect(quotesOf(pair.with)).toEqual(expect.arrayContaining(quotesOf(pair.without)));
  }
  expect(pairs.filter((pair) => pair.with.engine === 'language-model').length).toBeGreaterThanOrEqual(3);
  await expect(pageOf(pairs)).toMatchFileSnapshot('../../docs/transcript.md');

  function asked(question: string, model?: LanguageModel): Promise<AnswerReport> {
    const wording = model && { model, payer: {}, judge: false, waitMs: 9_000 };
    return ask(archive, question, { today: '2024-01-29', wording });
  }
});

function shortOf({ answer }: AnswerReport) {
  return answer.kind === 'answered' && answer.short !== undefined ? { short: answer.short } : {};
}

function quotesOf({ answer }: AnswerReport): string[] {
  const cited = answer.kind === 'answered' ? answer.statements.flatMap(({ citations }) => citations) : answer.nearest;
  return cited.map(({ quote }) => quote);
}

function pageOf(pairs: readonly { readonly without: AnswerReport; readonly with: AnswerReport }[]): string {
  const answers = pairs.map((pair) =>
    [
      `## ${pair.without.question}`,
      `### Without a model\n\n${shown(pair.without)}`,
      `### With one\n\n${shown(pair.with)}`,
    ].join('\n\n'),
  );
  return `${[HEAD, ...answers].join('\n\n')}\n`;
}

const HEAD = `# Ten questions without and with a model

Asked of the sample archive, whose articles were written for Détente. The model is the honest stand-in of the tests
(\`test/model/stand-ins/honest.ts\`) behind a local server and the real client; the page is made, and checked, by
\`test/model/transcript.test.ts\`. What the archive says, and which words of it are shown, is the same on both sides.`;

function shown(report: AnswerReport): string {
  return renderReply(
    { kind: 'answer', report },
    { format: 'markdown', colour: false, links: false, width: 100 },
  ).trim();
}
