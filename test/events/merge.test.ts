import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/domain/event.ts';
import type { Mention } from '../../src/domain/mention.ts';
import { eventOf } from '../../src/events/event.ts';
import { clustersOf } from '../../src/events/merge.ts';
import { datedMentions } from '../../src/events/timeline.ts';
import { eventsIn, mention } from './stories.ts';

/** The days of the articles that mentions stand in. */
const DAYS: Readonly<Record<string, string>> = { a: '2025-07-25', b: '2025-07-25', c: '2025-07-26', d: '2025-07-28' };

function eventsOf(mentions: readonly Mention[]): Event[] {
  const byArticle = Map.groupBy(mentions, (one) => one.articleId);
  const dated = [...byArticle].flatMap(([id, own]) => datedMentions(own, DAYS[id]));
  return clustersOf(dated)
    .map((cluster) => eventOf(cluster, (id) => id))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

const FRIDAY = { publishedAt: '2025-07-25' };

describe('one event for one act', () => {
  test('the same act told by two outlets is one event with two origins', async () => {
    const events = await eventsIn([
      { id: 'a', text: 'Thailand bombed Cambodian posts on Thursday.', ...FRIDAY },
      { id: 'b', text: 'Warplanes flew low over the hills. On Thursday Thai jets attacked Cambodia.', ...FRIDAY },
    ]);
    expect(events.map((event) => [event.type, event.articles, event.origins])).toEqual([['ASSAULT', ['a', 'b'], 2]]);
  });

  test('a call and a visit are two events', async () => {
    const events = await eventsIn([
      {
        id: 'a',
        text: 'Thailand and Cambodia held talks by telephone on Friday. The Thai foreign minister visited Cambodia on Friday.',
        ...FRIDAY,
      },
    ]);
    expect(events.map((event) => event.modes)).toEqual(expect.arrayContaining([['phone'], ['visit']]));
    expect(events).toHaveLength(2);
  });

  test('a visit told by the visitor and by the host is one event', async () => {
    const events = await eventsIn([
      { id: 'a', text: 'The Thai foreign minister visited Cambodia on Friday.', ...FRIDAY },
      { id: 'b', text: 'Cambodia received the Thai foreign minister on Friday.', ...FRIDAY },
    ]);
    expect(events).toHaveLength(1);
  });

  test('a vague report joins the exact one', async () => {
    const events = await eventsIn([
      { id: 'a', text: 'Thailand struck Cambodia.', publishedAt: '2025-07-26' },
      { id: 'b', text: 'Thai jets bombed Cambodian posts on Thursday.', ...FRIDAY },
    ]);
    expect(events.map((event) => [event.date.from, event.articles.length])).toEqual([['2025-07-24', 2]]);
  });

  test('a strike on a group and one on its country the same day are one', async () => {
    const events = await eventsIn([
      { id: 'a', text: 'Israel bombed Lebanon on Thursday.', ...FRIDAY },
      { id: 'b', text: 'On Thursday Israeli jets struck Hezbollah positions.', ...FRIDAY },
    ]);
    expect(events).toHaveLength(1);
  });

  test('strikes on two days are two events', async () => {
    const events = await eventsIn([
      { id: 'a', text: 'Thailand struck Cambodia on Thursday. Thailand struck Cambodia on Friday.', ...FRIDAY },
    ]);
    expect(events.map((event) => event.date.from)).toEqual(['2025-07-24', '2025-07-25']);
  });

  test('a strike and the answer to it are two events', async () => {
    const events = await eventsIn([
      { id: 'a', text: 'Thailand struck Cambodia on Thursday. Cambodia struck Thailand on Thursday.', ...FRIDAY },
    ]);
    expect(events).toHaveLength(2);
  });

  test('an act and its denial are two events', async () => {
    const events = await eventsIn([
      { id: 'a', text: 'Thailand struck Cambodia on Thursday.', ...FRIDAY },
      { id: 'b', text: 'Thailand did not strike Cambodia on Thursday.', ...FRIDAY },
    ]);
    expect(events.map((event) => event.status).sort()).toEqual(['denied', 'reported']);
  });

  test('tolls that differ stand side by side', async () => {
    const [event] = await eventsIn([
      { id: 'a', text: 'Thai strikes on Cambodia on Thursday killed 12 people.', ...FRIDAY },
      { id: 'b', text: 'Thailand struck Cambodia on Thursday and 14 people were killed.', ...FRIDAY },
    ]);
    expect(event?.tolls).toEqual([12, 14]);
    expect(event?.summary).toContain('reports differ on the deaths: 12 or 14');
  });
});

/** Mentions as a few articles on a border war could hold them. */
const someMention = fc
  .record({
    articleId: fc.constantFrom('a', 'b', 'c', 'd'),
    act: fc.constantFrom(
      ['ASSAULT', 'strike', [], '190'] as const,
      ['ASSAULT', 'airstrike', ['aerial'], '195'] as const,
      ['CONSULT', 'phone', ['phone'], '041'] as const,
      ['CONSULT', 'visit', ['visit'], '042'] as const,
      ['CONSULT', 'talk', [], '040'] as const,
      ['AGREE', 'offerMediation', [], '039'] as const,
    ),
    actors: fc.constantFrom(['Thailand'], ['Cambodia'], ['Malaysia']),
    targets: fc.constantFrom([], ['Cambodia'], ['Thailand'], ['Hezbollah']),
    time: fc.constantFrom<Mention['time']>(
      { kind: 'unstated' },
      { kind: 'weekday', weekday: 4, direction: 'past' },
      { kind: 'weekday', weekday: 2, direction: 'past' },
      { kind: 'offset', days: -1 },
    ),
    status: fc.constantFrom('reported' as const, 'denied' as const, 'planned' as const),
  })
  .map(({ act: [type, sense, modes, cameo], ...rest }) => mention({ ...rest, type, sense, modes, cameo }));

const someMentions = fc
  .array(someMention, { minLength: 1, maxLength: 14 })
  .map((mentions) =>
    mentions.map((one, at) => ({ ...one, at: at * 10, span: { ...one.span, start: at * 10, end: at * 10 + 5 } })),
  );

describe('laws of merging', () => {
  test('the order of mentions never matters, not even to the ids', () => {
    fc.assert(
      fc.property(
        someMentions.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          // mentions of one article always come in the order of the article
          const inOrder = (one: readonly Mention[]) =>
            [...Map.groupBy(one, (each) => each.articleId).values()].flatMap((own) =>
              own.toSorted((a, b) => a.at - b.at),
            );
          expect(eventsOf(inOrder(shuffled))).toEqual(eventsOf(inOrder(list)));
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });

  test('every mention stands in exactly one event', () => {
    fc.assert(
      fc.property(someMentions, (mentions) => {
        const dated = mentions.flatMap((one) => datedMentions([one], DAYS[one.articleId]));
        const clusters = clustersOf(dated);
        expect(clusters.flatMap((cluster) => cluster.members)).toHaveLength(mentions.length);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  test('the same article again changes no event but its articles and origins', () => {
    fc.assert(
      fc.property(someMentions, (mentions) => {
        const own = mentions.map((one) => ({ ...one, articleId: 'a' }));
        const again = own.map((one) => ({ ...one, articleId: 'b' }));
        const facts = (events: readonly Event[]) =>
          events.map(({ id, type, date, status }) => ({ id, type, date, status }));
        expect(facts(eventsOf([...own, ...again]))).toEqual(facts(eventsOf(own)));
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  test('a later article never changes the id of an event that is there', () => {
    fc.assert(
      fc.property(someMentions, someMentions, (earlier, later) => {
        const old = earlier.map((one) => ({ ...one, articleId: 'a' }));
        const ids = eventsOf([...old, ...later.map((one) => ({ ...one, articleId: 'd' }))]).map((event) => event.id);
        for (const { id } of eventsOf(old)) expect(ids).toContain(id);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
