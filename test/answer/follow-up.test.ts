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

const asker = (user: string, thread?: string) => ({
  conversation: { adapter: 'slack', workspace: 'T1', channel: 'C1', ...(thread && { thread }) },
  user,
});

/** Asks one after the other, as one user in one conversation; a number lets that many minutes pass. */
async function conversation(...turns: readonly (string | number)[]) {
  let now = Date.parse('2031-05-11T07:00:00Z');
  const conversations = new Conversations(archive, { now: () => now });
  const answers = [];
  for (const turn of turns) {
    if (typeof turn === 'number') now += turn * 60_000;
    else answers.push((await conversations.ask(asker('U1'), turn, { today: '2031-05-11' })).answer);
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

  it('is remembered for a day', async () => {
    expect(await conversation(question, 24 * 60, 'and when?')).toMatchObject({ short: '8 May 2031' });
    expect(await conversation(question, 24 * 60 + 1, 'and when?')).toMatchObject({ kind: 'unanswered' });
  });

  it('is forgotten by "new topic"', async () => {
    expect(await conversation(question, 'new topic', 'and when?')).toMatchObject({ kind: 'unanswered' });
  });

  it('is nobody else’s in a channel, and everybody’s in a thread', async () => {
    const conversations = new Conversations(archive, { now: () => 0 });
    const ask = async (user: string, text: string, thread?: string) =>
      (await conversations.ask(asker(user, thread), text, { today: '2031-05-11' })).answer;
    await ask('U1', question);
    expect(await ask('U2', 'and when?')).toMatchObject({ kind: 'unanswered' });
    await ask('U1', question, '17.1');
    expect(await ask('U2', 'and when?', '17.1')).toMatchObject({ short: '8 May 2031' });
  });

  it('is known after a restart by the question that the archive keeps', async () => {
    const at = '2031-05-11T07:00:00Z';
    await archive.desk.saveQuestion({ ...asker('U7'), text: question, at });
    const ask = async (user: string, later: number) => {
      const conversations = new Conversations(archive, { now: () => Date.parse(at) + later });
      return (await conversations.ask(asker(user), 'and when?', { today: '2031-05-11' })).answer;
    };
    expect(await ask('U7', 60_000)).toMatchObject({ short: '8 May 2031' });
    expect(await ask('U8', 60_000)).toMatchObject({ kind: 'unanswered' });
    expect(await ask('U7', 25 * 3_600_000)).toMatchObject({ kind: 'unanswered' });
  });

  it('is gone once its user wants to be forgotten', async () => {
    const conversations = new Conversations(archive, { now: () => 0 });
    const ask = async (text: string) => (await conversations.ask(asker('U9'), text, { today: '2031-05-11' })).answer;
    await ask(question);
    conversations.forget('slack', 'T1', 'U8');
    expect(await ask('and when?')).toMatchObject({ short: '8 May 2031' });
    conversations.forget('slack', 'T1', 'U9');
    expect(await ask('and when?')).toMatchObject({ kind: 'unanswered' });
  });
});
