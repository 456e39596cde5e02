import { describe, expect, test } from 'vitest';
import { withOneNamePerPerson } from '../../src/events/persons.ts';
import { mention } from './stories.ts';

const actorsOf = (...lists: readonly string[][]) =>
  withOneNamePerPerson(lists.map((actors, at) => mention({ at, actors, targets: [] }))).map((one) => one.actors);

describe('names of persons', () => {
  test('a surname alone is the one person of that surname', () => {
    expect(actorsOf(['Maka Botchorishvili (Georgia)'], ['Botchorishvili'])).toEqual([
      ['Maka Botchorishvili (Georgia)'],
      ['Maka Botchorishvili (Georgia)'],
    ]);
  });
  test('a surname that two persons bear stays as it is', () => {
    expect(actorsOf(['Maryam Rajapur (Iran)'], ['Darius Rajapur (Iran)'], ['Rajapur'])[2]).toEqual(['Rajapur']);
  });
  test('one surname in two states is two persons', () => {
    expect(actorsOf(['Anna Kovac (Serbia)'], ['Anna Kovac (Croatia)'])).toEqual([
      ['Anna Kovac (Serbia)'],
      ['Anna Kovac (Croatia)'],
    ]);
  });
  test('spellings of one name are one', () => {
    expect(actorsOf(['Hossein Amir-Abdollahian (Iran)'], ['Hossein Amirabdollahian (Iran)']).flat()).toHaveLength(2);
    expect(new Set(actorsOf(['Hossein Amir-Abdollahian (Iran)'], ['Hossein Amirabdollahian (Iran)']).flat()).size).toBe(
      1,
    );
  });
  test('states are left alone', () => {
    expect(actorsOf(['Niger'], ['Nigeria'])).toEqual([['Niger'], ['Nigeria']]);
  });
  test('the order of mentions does not matter', () => {
    const lists = [['Botchorishvili'], ['Maka Botchorishvili (Georgia)'], ['Maka Botchorishvili']];
    expect(new Set(actorsOf(...lists.toReversed()).flat())).toEqual(new Set(actorsOf(...lists).flat()));
  });
});
