import { expect, test } from 'vitest';
import type { Delivery } from '../../src/domain/delivery.ts';
import { silentLogger } from '../../src/logger.ts';
import { GivenUp } from '../../src/schedule/given-up.ts';
import { placeIn } from './under-test.ts';

const brief: Delivery = {
  ...{ conversation: placeIn('c'), definition: 'de-escalation', situation: '', date: '2031-05-09', revision: '' },
  ...{ key: 'k', state: 'waiting', dueAt: 0, nextAt: 0, openedAt: 0, attempts: 3, late: false },
};

test('a brief and a correction of one are told apart, also in a thread, and each is told once', async () => {
  const told: string[] = [];
  const givenUp = new GivenUp({ tellAdmin: async (text) => void told.push(text), logger: silentLogger });
  givenUp.add(brief, 'the channel is archived');
  givenUp.add({ ...brief, revision: 'r1', conversation: { ...placeIn('c'), thread: '17' } }, 'the thread is locked');
  await givenUp.tell();
  await givenUp.tell();
  expect(told).toEqual([
    'Not delivered, and not tried any more: the brief of 9 May 2031 for fake:w:c: the channel is archived; ' +
      'the correction of the brief of 9 May 2031 for fake:w:c:17: the thread is locked.',
  ]);
});
