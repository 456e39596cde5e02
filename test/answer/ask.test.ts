import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import type { Archive } from '../../src/domain/archive.ts';
import { archiveOf } from '../archive-of.ts';
import { crisis } from '../brief/reports.ts';

let archive: Archive;
beforeAll(async () => {
  archive = await archiveOf(crisis);
});
afterAll(() => archive.close());

async function answerTo(question: string, scope?: { asOf?: string; without?: string[] }) {
  const { answer } = await ask(archive, question, { today: '2031-05-11', ...(scope && { scope }) });
  return answer;
}

describe('a question that the archive answers', () => {
  it.each([
    ['Who offered mediation?', 'Kenya'],
    ['Who wants to broker talks?', 'Kenya'],
    ['which government volunteered to be an intermediary?', 'Kenya'],
    ['Did Nairobi offer to mediate?', 'Yes'],
    ['When did Eritrea recall its ambassador?', '7 May 2031'],
    ['How many people were killed?', '12'],
    ['What was the death toll?', '12'],
    ['Whom did Ethiopia attack?', 'Eritrea'],
    ['Who appealed for restraint?', 'African Union'],
  ])('%s: %s', async (question, short) => {
    expect(await answerTo(question)).toMatchObject({ kind: 'answered', short });
  });

  it('is answered with quotes that stand in the article', async () => {
    const answer = await answerTo('Who offered mediation?');
    const citations = answer.kind === 'answered' ? answer.statements.flatMap((one) => one.citations) : [];
    expect(citations.length).toBeGreaterThan(0);
    for (const { articleId, start, end, quote } of citations)
      expect((await archive.articles.get(articleId))?.text.slice(start, end)).toBe(quote);
  });
});

describe('a question that the archive does not answer', () => {
  it.each([
    ['Did Russia offer to mediate?', 'not-mentioned'],
    ['Did the African Union offer to mediate?', 'no-evidence'],
    ['Did Ethiopia accept the offer of Kenya to mediate?', 'no-evidence'],
    ['Has a truce been signed?', 'not-mentioned'],
    ['...?!', 'unclear'],
  ])('%s: %s', async (question, reason) => {
    expect(await answerTo(question)).toMatchObject({ kind: 'unanswered', reason });
  });

  it('comes with the closest words, which stand in the article', async () => {
    const answer = await answerTo('Did Ethiopia accept the offer of Kenya to mediate?');
    const nearest = answer.kind === 'unanswered' ? answer.nearest : [];
    expect(nearest.some((citation) => citation.quote.includes('Kenya offered'))).toBe(true);
  });

  it('comes with the nearest act of the same kind where an actor is unknown', async () => {
    const answer = await answerTo('Did Russia offer to mediate?');
    expect(answer).toMatchObject({ nearest: [{ articleId: 'harbour-2', quote: expect.stringContaining('Kenya') }] });
  });

  it('is refused for an empty archive with what to do', async () => {
    const empty = await archiveOf([]);
    const { answer } = await ask(empty, 'Who offered mediation?', { today: '2031-05-11' });
    await empty.close();
    expect(answer).toMatchObject({
      kind: 'unanswered',
      reason: 'empty-archive',
      message: expect.stringContaining('detente ingest'),
    });
  });
});

describe('what is not seen', () => {
  it('articles after the day that is asked for', async () => {
    expect(await answerTo('Who offered mediation?', { asOf: '2031-05-07' })).toMatchObject({ kind: 'unanswered' });
  });

  it('articles that are left out', async () => {
    expect(await answerTo('Who offered mediation?', { without: ['harbour-2'] })).toMatchObject({ kind: 'unanswered' });
  });
});
