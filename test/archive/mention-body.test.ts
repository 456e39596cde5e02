import { expect, it } from 'vitest';
import { toMention } from '../../src/archive/mention-body.ts';

it('a mention stored before sentences kept the names in them names nobody', () => {
  expect(toMention('{"at":7}').named).toEqual([]);
  expect(toMention('{"at":7,"named":["Peru"]}').named).toEqual(['Peru']);
});
