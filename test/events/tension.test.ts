import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event, EventType } from '../../src/domain/event.ts';
import { tensionAt, weightOf } from '../../src/events/tension.ts';
import { addDays } from '../../src/text/calendar.ts';

const PARTIES = ['Ethiopia', 'Eritrea'];
const FIRST = '2025-03-01';

function event(more: Partial<Event> = {}): Event {
  return {
    id: 'e1',
    type: 'ASSAULT',
    modes: [],
    stance: 'escalation',
    actors: ['Ethiopia'],
    targets: ['Eritrea'],
    date: { from: FIRST, to: FIRST, precision: 'day' },
    status: 'reported',
    claims: [{ articleId: 'a', citation: { articleId: 'a', start: 0, end: 1, quote: 'x' } }],
    origins: 1,
    articles: ['a'],
    summary: '',
    tolls: [],
    named: [],
    ...more,
  };
}

const SIDES: readonly [string[], string[]][] = [
  [['Ethiopia'], ['Eritrea']],
  [['Eritrea'], ['Ethiopia']],
  [['Sudan'], ['Ethiopia']],
  [['Kenya'], ['Sudan']],
];
const ACTS: readonly [EventType, Event['stance']][] = [
  ['ASSAULT', 'escalation'],
  ['THREATEN', 'escalation'],
  ['SANCTION', 'escalation'],
  ['CONSULT', 'de-escalation'],
  ['RETREAT', 'de-escalation'],
  ['REQUEST', 'neutral'],
];

const someEvents = fc
  .array(
    fc.record({
      act: fc.constantFrom(...ACTS),
      sides: fc.constantFrom(...SIDES),
      day: fc.integer({ min: 0, max: 20 }),
      length: fc.constantFrom(0, 0, 0, 3),
      status: fc.constantFrom<Event['status']>('reported', 'reported', 'planned', 'denied', 'hypothetical'),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((list) =>
    list.map(({ act: [type, stance], sides: [actors, targets], day, length, status }, index) => {
      const from = addDays(FIRST, day);
      const to = addDays(from, length);
      return event({
        id: `e${index}`,
        type,
        stance,
        actors,
        targets,
        status,
        date: { from, to, precision: length === 0 ? 'day' : 'interval' },
      });
    }),
  );
const someDay = fc.integer({ min: 0, max: 40 }).map((day) => addDays(FIRST, day));
const indexAt = (events: readonly Event[], day: string) => tensionAt(events, PARTIES, day)?.index ?? 0;
const RUNS = { seed: 11, numRuns: 200 };

describe('the weight of an event', () => {
  test.each([
    ['a strike between the parties', {}, 9],
    ['by or toward a third party, half', { actors: ['Sudan'] }, 4.5],
    ['words, half', { type: 'THREATEN' as const }, 1.75],
    ['planned, half', { status: 'planned' as const }, 4.5],
    ['denied, none', { status: 'denied' as const }, 0],
    ['outside the situation, none', { actors: ['Kenya'], targets: ['Sudan'] }, 0],
  ])('%s', (_, more, weight) => {
    expect(weightOf(event(more), PARTIES)).toBeCloseTo(weight);
  });
});

describe('laws of the tension index', () => {
  test('it stands between 0 and 100', () => {
    fc.assert(
      fc.property(someEvents, someDay, (events, day) => {
        expect(indexAt(events, day)).toBeGreaterThanOrEqual(0);
        expect(indexAt(events, day)).toBeLessThanOrEqual(100);
      }),
      RUNS,
    );
  });

  test('the order of events does not matter', () => {
    fc.assert(
      fc.property(someEvents, someDay, (events, day) => {
        expect(tensionAt(events.toReversed(), PARTIES, day)).toEqual(tensionAt(events, PARTIES, day));
      }),
      RUNS,
    );
  });

  test('an attack taken away never raises it', () => {
    fc.assert(
      fc.property(someEvents, someDay, (events, day) => {
        const attack = events.findIndex((one) => one.type === 'ASSAULT');
        if (attack >= 0) expect(indexAt(events.toSpliced(attack, 1), day)).toBeLessThanOrEqual(indexAt(events, day));
      }),
      RUNS,
    );
  });

  test('a day without events never raises it', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const quiet = addDays(FIRST, 30);
        expect(indexAt(events, quiet)).toBeLessThanOrEqual(indexAt(events, addDays(quiet, -1)));
      }),
      RUNS,
    );
  });

  test('the shares and the decay add up to the change', () => {
    fc.assert(
      fc.property(someEvents, someDay, (events, day) => {
        const tension = tensionAt(events, PARTIES, day);
        if (tension === undefined) return;
        const sum = tension.movers.reduce((total, mover) => total + mover.change, tension.decay ?? 0);
        expect(Math.abs(sum - (tension.change ?? 0))).toBeLessThanOrEqual(0.1);
      }),
      RUNS,
    );
  });

  test('more articles and other words for the same events change nothing', () => {
    fc.assert(
      fc.property(someEvents, someDay, (events, day) => {
        const repeated = events.map((one) => ({
          ...one,
          origins: 5,
          articles: ['a', 'b'] as const,
          summary: 'brutal',
        }));
        expect(tensionAt(repeated, PARTIES, day)).toEqual(tensionAt(events, PARTIES, day));
      }),
      RUNS,
    );
  });

  test('the largest share stands first, and the series ends on the day', () => {
    fc.assert(
      fc.property(someEvents, someDay, (events, day) => {
        const tension = tensionAt(events, PARTIES, day);
        const sizes = tension?.movers.map((mover) => Math.abs(mover.change)) ?? [];
        expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
        if (tension) expect(tension.series.at(-1)).toEqual({ date: day, index: tension.index });
      }),
      RUNS,
    );
  });

  test('without an event of the situation there is no index', () => {
    expect(tensionAt([event({ actors: ['Kenya'], targets: ['Sudan'] })], PARTIES, FIRST)).toBeUndefined();
    expect(tensionAt([event()], PARTIES, addDays(FIRST, -1))).toBeUndefined();
  });

  test('an event over an interval is spread evenly over it', () => {
    const spread = event({ date: { from: FIRST, to: addDays(FIRST, 2), precision: 'interval' } });
    const series = tensionAt([spread], PARTIES, addDays(FIRST, 2))?.series.map((one) => one.index);
    expect(series).toEqual([18, 32, 44]);
  });
});
