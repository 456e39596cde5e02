import { expect, test } from 'vitest';
import { faultOfWording } from '../../src/verify/wording.ts';

const QUOTE = 'Chad struck a camp in Sudan on Thursday, killing nine people, officials in El Geneina said.';

function faultOf(wording: string, text: string) {
  return faultOfWording(wording, { text }, [{ text: QUOTE, publishedAt: '2031-04-11' }]);
}

test('a wording that says the same in another order passes', () => {
  expect(
    faultOf('Chad struck a camp in Sudan on 10 April 2031.', 'On 10 April 2031 Chad struck a camp in Sudan.'),
  ).toBe(undefined);
});

test.each([
  ['adds a number that only the quote has', 'On 10 April 2031 Chad struck a camp in Sudan, killing nine people.'],
  ['loses the day', 'Chad struck a camp in Sudan.'],
  ['loses the place', 'On 10 April 2031 Chad struck a camp.'],
  ['exchanges the sides', 'On 10 April 2031 Sudan struck a camp in Chad.'],
  ['denies it', 'On 10 April 2031 Chad did not strike a camp in Sudan.'],
])('a wording that %s is dropped', (_, wording) => {
  expect(faultOf(wording, 'On 10 April 2031 Chad struck a camp in Sudan.')).toBeDefined();
});

test.each([
  ['the day goes over to another part', 'Chad struck Sudan; 9 deaths by this report on 10 April 2031.'],
  ['a part is lost', 'On 10 April 2031 Chad struck Sudan.'],
])('parts between semicolons are each their own: %s', (_, wording) => {
  expect(faultOf(wording, 'On 10 April 2031 Chad struck Sudan; 9 deaths by this report.')).toBeDefined();
});

test('that reports differ must not be lost', () => {
  expect(
    faultOf('On 10 April 2031 Chad struck Sudan.', 'Reports differ: On 10 April 2031 Chad struck Sudan.'),
  ).toBeDefined();
});
