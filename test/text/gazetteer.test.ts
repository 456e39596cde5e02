import { expect, test } from 'vitest';
import { entryOf, looseEntryOf } from '../../src/text/gazetteer.ts';
import { BODIES, GROUPS } from '../../src/text/gazetteer-actors.ts';
import { PLACES } from '../../src/text/gazetteer-places.ts';
import { STATES } from '../../src/text/gazetteer-states.ts';
import { squash } from '../../src/text/spelling.ts';

const lines = (table: string): string[] => table.trim().split('\n');
const states = lines(STATES).map((line) => line.split('|')[0] ?? '');

test('every member of the United Nations and every state beside it is known', () => {
  expect(new Set(states).size).toBe(states.length);
  expect(states.length).toBeGreaterThan(200);
  for (const state of states)
    expect(entryOf(squash(state)), state).toMatchObject({ name: state, kind: 'state', via: 'name' });
});

test('every state line has five cells, every line of actors three', () => {
  for (const line of lines(STATES)) expect(line.split('|').length, line).toBeGreaterThanOrEqual(5);
  for (const line of lines(BODIES)) expect(line.split('|'), line).toHaveLength(3);
  for (const line of lines(GROUPS)) expect(line.split('|'), line).toHaveLength(3);
});

test('the state of a place or group is a state of the list', () => {
  const owners = [
    ...lines(GROUPS).map((line) => line.split('|')[2]),
    ...lines(PLACES).map((line) => line.split(':')[0]),
  ];
  for (const owner of owners) if (owner) expect(states).toContain(owner.trim());
});

test('a name stands for itself: no other entry has taken its spelling', () => {
  for (const line of [...lines(BODIES), ...lines(GROUPS)]) {
    const name = line.split('|')[0] ?? '';
    expect(entryOf(squash(name))?.name, name).toBe(name);
  }
});

test('no state, capital or demonym is a loose spelling of a place or group', () => {
  for (const line of lines(STATES))
    for (const name of line.split('|').flatMap((cell) => cell.split(';'))) {
      const near = looseEntryOf(squash(name));
      if (near !== undefined) expect(entryOf(squash(name)), name).toBeDefined();
    }
});
