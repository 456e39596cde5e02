import { expect, test } from 'vitest';
import { belongsTo } from '../../src/brief/relevance.ts';
import { settleLedger } from '../../src/events/upkeep.ts';
import { eventsAsOf, outlinesOf } from '../../src/events/view.ts';
import { archiveOf } from '../archive-of.ts';

const SITUATION = { name: 'Chad–Niger', parties: ['Chad', 'Niger'] };

/** Whether the one event that a text tells of belongs to the situation of Chad and Niger. */
async function belongs(text: string): Promise<boolean> {
  const archive = await archiveOf([{ id: 'one', publishedAt: '2030-03-02', text }]);
  await settleLedger(archive);
  const [event] = outlinesOf(await eventsAsOf(archive, await archive.ledger.entries(), '2030-03-02'));
  await archive.close();
  if (event === undefined) throw new Error('no event was read');
  return belongsTo(event, SITUATION);
}

test('what stands between the parties belongs to their situation', async () => {
  expect(await belongs('Chad closed its border with Niger on Friday.')).toBe(true);
});

test('what a party does alone belongs to it in an article about both', async () => {
  expect(await belongs('Chad put its army on high alert on Friday. Officers in Niger said they would wait.')).toBe(
    true,
  );
});

test('what a party does alone in an article about others does not', async () => {
  expect(await belongs('Chad put its army on high alert on Friday. Officers in Sudan said they would wait.')).toBe(
    false,
  );
});

test('what a party does with a third state does not, where no report names the other party', async () => {
  expect(await belongs('Chad closed its border with Sudan on Friday. Niger has markets of its own.')).toBe(false);
});
