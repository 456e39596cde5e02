import { describe, expect, test } from 'vitest';
import type { LanguageModel } from '../../src/domain/model.ts';
import { DetenteError } from '../../src/errors.ts';
import { readArticle } from '../../src/events/extract.ts';
import { readByModel } from '../../src/events/model-reading.ts';
import { DraftingModel, drafting } from './drafting-model.ts';

const torched = { type: 'ASSAULT', actors: ['Sudan'], targets: ['Chad'], verb: 'torched' } as const;
const story = 'Sudan torched a post in Chad on Friday.';

async function read(text: string, model: LanguageModel, options: { language?: string; signal?: AbortSignal } = {}) {
  const { language = 'en', signal = new AbortController().signal } = options;
  const article = { id: 'a', text, bodyStart: 0, language };
  return readByModel(article, readArticle(article), model, { signal, payer: {} });
}

describe('reading an article by a model', () => {
  test('what it drafts of the numbered sentences is added', async () => {
    const result = await read(`Rain fell. ${story}`, drafting(torched));
    expect(result).toMatchObject({ kind: 'read', mentions: [{ type: 'ASSAULT', span: { quote: story } }] });
  });

  test('it is shown only sentences that can report an act of somebody, numbered from 1 in every portion', async () => {
    const model = drafting(torched);
    await read(`Rain fell.\nDid Sudan torch it?\n${Array(70).fill(story).join('\n')}`, model);
    expect(model.shown.map((portion) => portion.length)).toEqual([30, 30, 10]);
    expect(model.shown.map((portion) => [portion[0], portion.at(-1)?.id])).toEqual([
      [{ id: 1, text: story }, 30],
      [{ id: 1, text: story }, 30],
      [{ id: 1, text: story }, 10],
    ]);
  });

  test('a very long article costs eight calls, and no call is long', async () => {
    const long = `${story.slice(0, -1)} ${'and went on '.repeat(60)}home.`;
    const model = drafting(torched);
    await read(Array(400).fill(`${story} ${long}`).join('\n'), model);
    expect(model.shown).toHaveLength(8);
    for (const portion of model.shown) expect(portion.map(({ text }) => text).join('').length).toBeLessThan(13_000);
  });

  test('a number that it was not shown is none of its sentences', async () => {
    const model = new DraftingModel(() => [0, -1, 2, 900, 1.5].map((id) => ({ ...torched, id, quote: story })));
    expect(await read(story, model)).toEqual({ kind: 'read', mentions: [] });
  });

  test('an article without names, or in another language, is not asked about', async () => {
    const model = drafting(torched);
    expect(await read('Rain fell all night.', model)).toEqual({ kind: 'not asked' });
    expect(await read(story, model, { language: 'de' })).toEqual({ kind: 'not asked' });
    expect(model.shown).toEqual([]);
  });

  test('a failure after some drafts leaves none of them, and says why', async () => {
    const model = new DraftingModel(([one]) => [
      { ...torched, id: one?.id ?? 1, quote: story },
      new DetenteError('model-unusable', 'the reply broke off within its JSON'),
    ]);
    expect(await read(story, model)).toEqual({ kind: 'failed', reason: 'the reply broke off within its JSON' });
  });

  test('a fault of ours is no failure of the model', async () => {
    const model = new DraftingModel(() => [new TypeError('a bug')]);
    await expect(read(story, model)).rejects.toThrow('a bug');
  });

  test('a model that hangs, and does not hear the signal either, is waited for no longer than the signal', async () => {
    const hangs: LanguageModel = {
      name: 'hanging',
      async *compose() {
        await new Promise(() => undefined);
      },
    };
    const began = performance.now();
    const result = await read(story, hangs, { signal: AbortSignal.timeout(50) });
    expect(result).toEqual({ kind: 'failed', reason: 'it took too long' });
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
