import { expect, onTestFinished, test, vi } from 'vitest';
import { embedInBackground } from '../../src/cli/desk-bot.ts';
import type { EncoderFound } from '../../src/domain/encoder.ts';
import { silentLogger } from '../../src/logger.ts';
import { addTo, archiveOf } from '../archive-of.ts';
import { ConceptEncoder } from '../search/concept-encoder.ts';

const report = (id: string) => ({ id, text: `Norway offered to mediate at harbour ${id}. Envoys spoke of ${id}.` });

async function embedding(found: EncoderFound) {
  const archive = await archiveOf([report('one')]);
  const made = embedInBackground({ archive, found: Promise.resolve(found), logger: silentLogger });
  onTestFinished(async () => {
    await made.stop();
    await archive.close();
  });
  const stored = async () => (await archive.vectors.tally('concepts/q4')).stored;
  return { archive, made, stored };
}

test('articles that come in later get their vectors as soon as it is told of them, however often', async () => {
  const encoder = new ConceptEncoder();
  const { archive, made, stored } = await embedding({ kind: 'ready', encoder });
  await vi.waitUntil(async () => (await stored()) === 2);
  for (const id of ['two', 'three', 'four']) {
    await addTo(archive, [report(id)]);
    made.again();
  }
  await vi.waitUntil(async () => (await stored()) === 8);
  await made.stop();
  await addTo(archive, [report('five')]);
  made.again();
  await made.stop();
  expect(await stored()).toBe(8);
});

test('without an encoder there is nothing to do, and it ends', async () => {
  const { made, stored } = await embedding({ kind: 'absent', reason: 'none here' });
  made.again();
  await made.stop();
  expect(await stored()).toBe(0);
});
