import { describe, expect, it } from 'vitest';
import { definition } from '../briefs/de-escalation.ts';
import { composeBrief } from '../src/brief/compose.ts';
import { removeArticle } from '../src/intake.ts';
import { addTo, archiveOf } from './archive-of.ts';

const raid = {
  id: 'raid',
  publishedAt: '2030-02-05',
  text: 'Thailand shelled a village in Cambodia on Monday. Officials met.',
};

describe('taking articles in', () => {
  it('adds an article once, whatever the number of times it comes', async () => {
    const archive = await archiveOf([]);
    expect(await addTo(archive, [raid, raid])).toMatchObject({ added: 1, known: 1 });
    expect(await addTo(archive, [raid])).toMatchObject({ added: 0, known: 1 });
    await archive.close();
  });

  it('keeps a changed text under the same address as a new version of one article', async () => {
    const archive = await archiveOf([{ ...raid, url: 'https://outlet.example/raid' }]);
    const changed = { id: 'other', url: 'https://outlet.example/raid', text: 'Thailand denied shelling Cambodia.' };
    expect(await addTo(archive, [changed])).toMatchObject({ added: 0, updated: 1 });
    expect(await archive.articles.outline()).toMatchObject([{ id: 'raid', version: 2 }]);
    await archive.close();
  });

  it('names an article without an id by its words, the same in every archive', async () => {
    const [one, two] = [await archiveOf([{ ...raid, id: '' }]), await archiveOf([{ ...raid, id: '' }])];
    expect((await one.articles.outline())[0]?.id).toBe((await two.articles.outline())[0]?.id);
    await Promise.all([one.close(), two.close()]);
  });

  it('gives near-copies one origin in any order, and other reports their own', async () => {
    const text = `${raid.text} The governor said that eleven houses burned and that the road to the market stayed closed until the evening, when soldiers cleared it of stones and branches.`;
    const copy = { id: 'copy', text: `${text} (From a wire report.)` };
    const wire = { id: 'wire', text };
    const own = {
      id: 'own',
      text: 'Cambodia summoned the ambassador of Thailand on Tuesday over the shelling of a village near the border.',
    };
    for (const order of [
      [copy, wire, own],
      [own, wire, copy],
    ]) {
      const archive = await archiveOf(order);
      expect((await archive.articles.outline()).map(({ id, origin }) => `${id} ${origin}`)).toEqual([
        'copy copy',
        'own own',
        'wire copy',
      ]);
      await archive.close();
    }
  });

  it('stores an article in another language and says that no events are read from it', async () => {
    const archive = await archiveOf([]);
    const text = 'Die thailändische Armee hat am Donnerstag Stellungen in Kambodscha beschossen, sagte ein Sprecher.';
    const report = await addTo(archive, [{ ...raid, id: 'de', text, language: 'de' }]);
    expect(report).toMatchObject({
      added: 1,
      rejected: [],
      unread: [{ path: 'de.txt', reason: 'is in German: searchable, no events are read from it' }],
    });
    expect(await archive.passages.find({ terms: ['stellungen'], limit: 1 })).toHaveLength(1);
    expect(await archive.ledger.entries()).toEqual([]);
    await archive.close();
  });

  it('counts the same article under another name as a copy, and tells nothing more', async () => {
    const text = `${raid.text} The governor said that eleven houses burned and that the road to the market stayed closed until the evening, when soldiers cleared it of stones and branches.`;
    const archive = await archiveOf([{ ...raid, text }]);
    const told = async () => {
      const brief = await composeBrief(archive, definition, { date: '2030-02-05', zone: 'UTC' });
      const events = await archive.ledger.entries();
      return { ...brief, covers: { ...brief.covers, articles: 0 }, events: events.map(({ outline }) => outline.id) };
    };
    const before = await told();
    await addTo(archive, [{ ...raid, id: 'zopy', outlet: 'Another', text: `${text} (From a wire report.)` }]);
    const after = await told();
    expect(after.events).toEqual(before.events);
    expect(after.tension).toEqual(before.tension);
    expect(after.bottomLine.map(({ text, origins }) => [text, origins])).toEqual(
      before.bottomLine.map(({ text, origins }) => [text, origins]),
    );
    expect(after.covers.origins).toBe(before.covers.origins);
    const outline = await archive.articles.outline();
    expect(outline.map(({ origin }) => origin)).toEqual(['raid', 'raid']);
    await archive.close();
  });

  it('stores a text with half a character in it, and the articles beside it', async () => {
    const broken = { id: 'broken', text: 'Rain \ud800 fell.' };
    const archive = await archiveOf([broken, raid]);
    expect((await archive.articles.get('broken'))?.text).toBe('Rain \ufffd fell.');
    expect(await archive.articles.get('raid')).toBeDefined();
    await archive.close();
  });

  it('does not take back what was removed, and says why', async () => {
    const archive = await archiveOf([raid]);
    expect(await removeArticle(archive, 'raid', 'takedown', '2030-03-01T00:00:00Z')).toBe(true);
    expect(await addTo(archive, [raid])).toEqual({
      added: 0,
      known: 0,
      updated: 0,
      rejected: [{ path: 'raid.txt', reason: 'removed before: takedown' }],
      unread: [],
    });
    expect(await archive.mentions.find()).toEqual([]);
    await archive.close();
  });

  it('forgets an inferred date when the article that it rested on is removed', async () => {
    const dated = {
      id: 'dated',
      publishedAt: '2030-02-05',
      text: 'Thailand shelled a village in Cambodia on February 4, 2030.',
    };
    const undated = {
      id: 'undated',
      text: 'Cambodia protested on Tuesday. On Monday Thailand shelled a village in Cambodia. On Tuesday Cambodia recalled its ambassador from Bangkok.',
    };
    const archive = await archiveOf([undated, dated]);
    expect(await archive.articles.get('undated')).toMatchObject({ publishedAt: '2030-02-05', dateBasis: 'inferred' });
    await removeArticle(archive, 'dated', 'wrong file', '2030-03-01T00:00:00Z');
    const left = await archive.articles.get('undated');
    expect(left).toMatchObject({ dateBasis: 'unknown' });
    expect(left?.publishedAt).toBeUndefined();
    await archive.close();
  });
});
