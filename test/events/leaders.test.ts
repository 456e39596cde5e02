import { expect, test } from 'vitest';
import { eventsOf } from '../../src/events/ledger.ts';
import { archiveOf } from '../archive-of.ts';

/** The actors of one report, published on a day. */
async function actorsOn(publishedAt: string | undefined, text: string): Promise<readonly string[] | undefined> {
  const archive = await archiveOf([{ id: 'one', ...(publishedAt !== undefined && { publishedAt }), text }]);
  const [event] = await eventsOf(archive);
  await archive.close();
  return event?.actors;
}

const VISIT = 'Joe Biden met the Norwegian prime minister on Monday behind closed doors near the harbour of Oslo.';

test('a leader acts for the state whose office was held that day', async () => {
  expect(await actorsOn('2023-05-09', VISIT)).toContain('Joe Biden (United States)');
});

test('out of office, a leader acts for no state', async () => {
  expect(await actorsOn('2019-05-09', VISIT)).toContain('Joe Biden');
});

test('what stands around the name makes no leader of another country', async () => {
  const text = 'SEOUL - President Joe Biden met his South Korean counterpart Yoon Suk Yeol on Monday.';
  expect(await actorsOn('2023-05-09', text)).toEqual(['Joe Biden (United States)', 'Yoon Suk Yeol (South Korea)']);
});

test('whom somebody once was an ambassador to, is not whom that one acts for', async () => {
  const text = 'Former UN ambassador Lena Harrow condemned China on Monday. Harrow met Taiwanese officials.';
  expect(await actorsOn('2023-05-09', text)).toEqual(['Lena Harrow']);
});
