import { describe, expect, it } from 'vitest';
import type { ClaimDraft, NumberedPassage, Task } from '../../../src/domain/model.ts';
import { seeded } from '../../seeded.ts';
import { parsed } from '../model-request.ts';
import type { StandIn } from '../model-server.ts';
import { honestDrafts } from './honest.ts';
import { liar, lies } from './liar.ts';
import { sloppy } from './sloppy.ts';
import { hedgeLost, namesExchanged, notAdded, notDropped, otherDay, otherNumber, ownerLost } from './spoiled-text.ts';

const texts = [
  'Rwanda accused Burundi on Monday of shelling 12 villages, and the army did not answer.',
  'Burundi may close the crossing at Gasenyi on Friday, its interior ministry said.',
  'Tanzania offered on Tuesday to host talks between Rwanda and Burundi.',
  'Four soldiers were killed at Gasenyi on Sunday, according to a Rwandan officer.',
] as const;
const sentences = texts.map((text, at): NumberedPassage => ({ id: at + 1, text })) as unknown as readonly [
  NumberedPassage,
];
const answer: Task = { kind: 'answer', question: 'What of Burundi?', sentences };
const wording: Task = {
  kind: 'wording',
  statements: texts.map((text, at) => ({ id: at + 1, text, quotes: [text] as const })) as never,
};

async function draftsOf(standIn: StandIn, task: Task, turn = 1) {
  return parsed(await standIn(task, { system: '', turn })).drafts;
}

async function repliesOf(standIn: StandIn, task: Task, count: number) {
  const replies: unknown[] = [];
  for (let turn = 1; turn <= count; turn++) replies.push(await draftsOf(standIn, task, turn));
  return replies;
}

describe('a spoiled text', () => {
  const random = seeded(5);
  it.each([
    [otherNumber, texts[0], /shelling \d\d villages/],
    [notDropped, texts[0], /the army did answer/],
    [otherDay, texts[0], /on (?!Monday)\w+day/],
    [namesExchanged, texts[0], /^Burundi accused Rwanda/],
    [hedgeLost, texts[1], /Burundi will close/],
    [ownerLost, texts[1], /^Burundi may close the crossing at Gasenyi on Friday\.$/],
    [ownerLost, texts[3], /^Four soldiers were killed at Gasenyi on Sunday\.$/],
    [notAdded, texts[3], /were not killed/],
  ])('of %o says something else', (spoiling, text, other) => {
    const spoiled = spoiling(text, random);
    expect(spoiled).toMatch(other);
    expect(spoiled).not.toBe(text);
  });

  it('is none where it does not hold the thing', () => {
    expect([otherNumber(texts[2], random), notDropped(texts[2], random), hedgeLost(texts[2], random)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('never exchanges sides that do the same', () => {
    expect(namesExchanged('Rwanda and Burundi signed on Monday.', random)).toBeUndefined();
    expect(namesExchanged('Rwanda met Burundi on Monday.', random)).toBeUndefined();
  });
});

describe('the sloppy stand-in', () => {
  it('damages about its share of the claims, and leaves the rest as the honest one has them', async () => {
    let told = 0;
    const replies = (
      await repliesOf(
        sloppy(1, 0.5, () => told++),
        answer,
        200,
      )
    ).flat() as ClaimDraft[];
    const honest = new Set(honestDrafts(answer).map((draft) => JSON.stringify(draft)));
    const damaged = replies.filter((draft) => !honest.has(JSON.stringify(draft)));
    expect(damaged).toHaveLength(told);
    expect(damaged.length / replies.length).toBeGreaterThan(0.3);
    expect(damaged.length / replies.length).toBeLessThan(0.55);
  });

  it('is careless in every way', async () => {
    const ways = new Set<string>();
    const standIn = sloppy(2, 1, (damage) => ways.add(damage));
    await repliesOf(standIn, answer, 100);
    await repliesOf(standIn, wording, 100);
    await draftsOf(standIn, { kind: 'judgement', claims: [{ id: 1, text: texts[0], quotes: [texts[0]] }] });
    await draftsOf(standIn, { kind: 'events', sentences });
    await draftsOf(standIn, { kind: 'reading', question: 'Who fired?' });
    expect([...ways].sort()).toEqual([
      'claims merged',
      'hedge lost',
      'judged wrongly',
      'not dropped',
      'other count',
      'other day',
      'other digits',
      'owner lost',
      'quote in other words',
      'sides exchanged',
      'words lost',
      'wrong number',
    ]);
  });

  it('says the same for the same seed', async () => {
    expect(await repliesOf(sloppy(3), answer, 20)).toEqual(await repliesOf(sloppy(3), answer, 20));
    expect(await repliesOf(sloppy(3), answer, 20)).not.toEqual(await repliesOf(sloppy(4), answer, 20));
  });
});

describe('the liar', () => {
  it('never says what a sentence says', async () => {
    const claims = (await repliesOf(liar(1), answer, 200)).flat() as ClaimDraft[];
    expect(claims).toHaveLength(1_000);
    expect(claims.filter(({ text }) => texts.some((one) => one === text))).toEqual([]);
    const worded = (await repliesOf(liar(1), wording, 50)).flat() as { text: string }[];
    expect(worded.filter(({ text }) => texts.some((one) => one === text))).toEqual([]);
  });

  it('hangs its lies on real quotes, forged ones and none', async () => {
    const claims = (await repliesOf(liar(2), answer, 100)).flat() as ClaimDraft[];
    const real = claims.filter(({ quotes }) => quotes.some(({ id, quote }) => texts[id - 1] === quote));
    const forged = claims.filter(({ text, quotes }) => quotes.some(({ quote }) => quote === text));
    const bare = claims.filter(({ quotes }) => quotes.length === 0);
    for (const kind of [real, forged, bare]) expect(kind.length).toBeGreaterThan(50);
  });

  it('knows a lie of every kind', async () => {
    const random = seeded(6);
    const told = Object.values(lies).map((lie) => texts.some((text) => (lie(text, random) ?? text) !== text));
    expect(told).not.toContain(false);
  });

  it('judges everything as supported, reads wars into questions and swaps who attacked whom', async () => {
    const claims = [{ id: 1, text: 'Mars invaded Venus.', quotes: [texts[0]] as const }] as const;
    expect(await draftsOf(liar(3), { kind: 'judgement', claims })).toEqual([{ id: 1, supported: true }]);
    expect((await draftsOf(liar(3), { kind: 'reading', question: 'Who spoke?' }))[0].question).toMatch(/war/);
    const [act] = await draftsOf(liar(3), { kind: 'events', sentences });
    expect(act).toMatchObject({ id: 1, type: 'ASSAULT', actors: ['Burundi'], targets: ['Rwanda'] });
  });
});
