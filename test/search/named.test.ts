import { expect, test } from 'vitest';
import { namedDay, namedOutlet } from '../../src/search/named.ts';

test.for([
  ['What happened on 19 January?', '2024-01-19', true],
  ['What happened on 19 January?', '2031-01-19', true],
  ['What happened on January 19, 2024?', '2024-01-19', true],
  ['What happened on January 19, 2024?', '2031-01-19', false],
  ['on the 3rd of Sept. 2031', '2031-09-03', true],
  ['Feb 2nd', '2031-02-02', true],
  ['news of 2031-05-04', '2031-05-04', true],
  ['news of 2031-05-04', '2031-05-05', false],
  ['19 people in January', '2024-01-19', false],
  ['In May 2031', '2031-05-20', false],
  ['What happened?', '2024-01-19', false],
] as const)('%s names %s: %s', ([query, day, named]) => {
  expect(namedDay(query)(day)).toBe(named);
});

test('an undated article has no day that could be named', () => {
  expect(namedDay('on 19 January')(undefined)).toBe(false);
});

test.for([
  ['What did Al Jazeera report?', 'Al Jazeera', true],
  ['What did Al Jazeera report?', 'aljazeera.com', true],
  ['What did aljazeera report?', 'https://www.aljazeera.com', true],
  ['according to the Harbour Gazette', 'The Harbour Gazette', true],
  ['according to the gazette', 'The Harbour Gazette', false],
  ['what does dawn say', 'Dawn', true],
  ['What does Dawn say?', 'Dawn', true],
  ['What time did Norway act?', 'Time', false],
  ['What did Norway do?', 'The Once', false],
  ['What did Norway do?', '', false],
] as const)('%s names the outlet %s: %s', ([query, outlet, named]) => {
  expect(namedOutlet(query)(outlet)).toBe(named);
});

test('an article without outlet has none that could be named', () => {
  expect(namedOutlet('Al Jazeera')(undefined)).toBe(false);
});
