import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Conversations } from '../../src/answer/conversation.ts';
import type { Archive } from '../../src/domain/archive.ts';
import { archiveOf } from '../archive-of.ts';
import { crisis } from '../brief/reports.ts';

let archive: Archive;
beforeAll(async () => {
  archive = await archiveOf([
    ...crisis,
    {
      id: 'lantern-3',
      outlet: 'Hill Lantern',
      publishedAt: '2031-05-09',
      text: 'Eritrea welcomed the offer of Kenya to mediate on Friday. Uganda offered on Friday to mediate as well.',
    },
  ]);
});
afterAll(() => archive.close());

/** Asks one after the other, as one user in one conversation; a number lets that many minutes pass. */
async function conversation(...turns: readonly (string | number)[]) {
  let now = Date.parse('2031-05-11T07:00:00Z');
  const conversations = new Conversations(archive, { now: () => now });
  const answers = [];
  for (const turn of turns) {
    if (typeof turn === 'number') now += turn * 60_000;
    else answers.push((await conversations.ask('desk', turn, { today: '2031-05-11' })).answer);
  }
  return answers.at(-1);
}

describe('a follow-up', () => {
  it.each([
    [['When did Eritrea recall its ambassador?', 'and Ethiopia?'], { kind: 'unanswered' }],
    [['Who recalled its ambassador?', 'and when?'], { short: '7 May 2031' }],
    [['Did Kenya offer to mediate?', 'and when?'], { short: '8 May 2031' }],
    [['Did Kenya offer to mediate?', 'what about Uganda?'], { short: 'Yes' }],
    [['Did Kenya offer to mediate?', 'what about Chad?'], { kind: 'unanswered' }],
    [['Whom did Ethiopia attack?', 'when was that?'], { kind: 'answered' }],
  ])('%j', async (turns, expected) => {
    expect(await conversation(...turns)).toMatchObject(expected);
  });

  it('"who else" leaves out those who were named', async () => {
    const answer = await conversation('Did Kenya offer to mediate?', 'who else?');
    expect(answer).toMatchObject({ kind: 'answered', short: expect.stringContaining('Uganda') });
  });

  it('about a reply to an offer finds the reply', async () => {
    const answer = await conversation('Who offered to mediate?', 'what did they reply?');
    expect(JSON.stringify(answer)).toContain('Eritrea welcomed');
  });

  it('that stands by itself is answered by itself', async () => {
    const alone = await conversation('How many people were killed?');
    const after = await conversation('Who offered to mediate?', 'How many people were killed?');
    expect(after).toEqual(alone);
  });
});

describe('what was asked before', () => {
  const question = 'Did Kenya offer to mediate?';

  it('is remembered for half an hour', async () => {
    expect(await conversation(question, 30, 'and when?')).toMatchObject({ short: '8 May 2031' });
    expect(await conversation(question, 31, 'and when?')).toMatchObject({ kind: 'unanswered' });
  });

  it('is forgotten by "new topic"', async () => {
    expect(await conversation(question, 'new topic', 'and when?')).toMatchObject({ kind: 'unanswered' });
  });

  it('is nobody else’s', async () => {
    const conversations = new Conversations(archive, { now: () => 0 });
    await conversations.ask('one', question, { today: '2031-05-11' });
    const { answer } = await conversations.ask('other', 'and when?', { today: '2031-05-11' });
    expect(answer.kind).toBe('unanswered');
  });
});
