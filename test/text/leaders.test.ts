import { describe, expect, test } from 'vitest';
import { tenuresOf } from '../../src/text/leaders.ts';
import { canonicalName } from '../../src/text/names.ts';

const statesOf = (name: string) => tenuresOf(name).map(({ state }) => state);

describe('leaders whom papers name without their country', () => {
  test.each([
    ['Joe Biden', 'United States'],
    ['Biden', 'United States'],
    ['Volodymyr Zelenskyy', 'Ukraine'],
    ['Zelenskiy', 'Ukraine'],
    ['Bashar al-Assad', 'Syria'],
    ['Assad', 'Syria'],
  ])('%s acts for %s', (name, state) => {
    expect(statesOf(name)).toEqual([state]);
  });

  test.each(['Hunter Biden', 'Kim', 'Khan', 'Sanchez Perez', 'Michel Aoun', 'Jalil Abbas'])(
    '%s is nobody of them',
    (name) => {
      expect(tenuresOf(name)).toEqual([]);
    },
  );

  test('who held two offices acts for each in its time', () => {
    expect(statesOf('Mark Rutte')).toEqual(['Netherlands', 'NATO']);
  });

  test('every office is of a state or body that is known, and ends after it begins', () => {
    for (const name of [
      'Donald Trump',
      'David Cameron',
      'Kaja Kallas',
      'Donald Tusk',
      'Antonio Guterres',
      'Felix Tshisekedi',
    ])
      for (const { state, from, to } of tenuresOf(name)) {
        expect(canonicalName(state)).toBe(state);
        expect(from < to).toBe(true);
      }
  });
});
