import { describe, expect, test } from 'vitest';
import { tenuresOf } from '../../src/text/leaders.ts';
import { LEADERS } from '../../src/text/leaders-table.ts';
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
    const names = LEADERS.trim()
      .split('\n')
      .map((line) => line.split('|')[0] ?? '');
    expect(names.length).toBeGreaterThan(90);
    for (const name of names) {
      expect(tenuresOf(name), name).not.toEqual([]);
      for (const { state, from, to } of tenuresOf(name)) {
        expect(canonicalName(state)).toBe(state);
        expect(from < to).toBe(true);
      }
    }
  });
});
