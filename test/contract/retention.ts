import { expect, test } from 'vitest';
import type { Archive, ReadArticle } from '../../src/domain/archive.ts';
import type { Article } from '../../src/domain/article.ts';
import { type Citation, cite } from '../../src/domain/citation.ts';
import type { Edition } from '../../src/domain/delivery.ts';
import type { Retold } from '../../src/domain/retention.ts';
import { mention, readArticle } from '../archive/articles.ts';
import type { ArchiveUnderTest } from './archive.ts';
import { brief, statement } from './replies.ts';

type Begin = () => Promise<ArchiveUnderTest>;

/** Of articles that report no event together with others. */
const nothingLeft: Retold = () => {
  throw new Error('an event is told anew');
};

const old = readArticle({
  id: 'old',
  text: 'Envoys met. Calm returned.',
  publishedAt: '2031-03-01',
  url: 'https://a.example/',
});
const older = readArticle({ id: 'older', text: 'Envoys travelled.', publishedAt: '2031-02-01' });
const recent = readArticle({ id: 'recent', text: 'Envoys left.', publishedAt: '2031-05-01' });
const BEFORE = '2031-04-01';
/** Before all days that are aged to. */
const EARLY = '2031-01-01';

const age = (archive: Archive, limit = 9, before = BEFORE) => archive.retention.age(before, limit, nothingLeft);
const put = (archive: Archive, batch: readonly ReadArticle[]) => archive.articles.put(batch, EARLY);
const ids = async (archive: Archive) => (await archive.articles.list()).map(({ id }) => id);

/** The text of a version of one article. */
function versionOf(version: number, more: Partial<Article> = {}): ReadArticle {
  return readArticle({
    id: 'live',
    version,
    text: `Round ${version} began. Envoys met.`,
    publishedAt: '2031-05-01',
    ...more,
  });
}

/** Writes down that an edition with this citation was posted to a channel of a workspace of its own. */
async function post(archive: Archive, citation: Citation, workspace = 'T1'): Promise<void> {
  const bottomLine = [statement('Envoys met.', citation)];
  const content: Edition = { brief: { ...brief, bottomLine, sections: [], sources: [] }, mark: 1 };
  const conversation = { adapter: 'slack', workspace, channel: 'C1' };
  const name = { conversation, definition: 'de-escalation', situation: '', date: brief.date, revision: '' };
  const times = { dueAt: 1, nextAt: 1, openedAt: 1 };
  await archive.outbox.open([{ ...name, key: `${workspace} ${citation.start}`, state: 'waiting', ...times, content }]);
}

/** What every archive must do to stay as large as what comes in during its retention. */
export function retentionContract(begin: Begin): void {
  ageing(begin);
  forgetting(begin);
  keeping(begin);
  thinning(begin);
}

function ageing(begin: Begin): void {
  test('articles of days before are forgotten, the oldest first, so many at once', async () => {
    const { archive } = await begin();
    await put(archive, [old, recent, older]);
    expect(await age(archive, 1)).toBe(1);
    expect(await ids(archive)).toEqual(['old', 'recent']);
    expect(await age(archive)).toBe(1);
    expect(await age(archive)).toBe(0);
    expect(await ids(archive)).toEqual(['recent']);
    expect(await age(archive, 9, '2031-05-01')).toBe(0);
  });

  test('what has just been stored stays, however old it is; it is the day of storing that it ages from', async () => {
    const { archive } = await begin();
    await archive.articles.put([older], '2031-04-01');
    await archive.articles.put([old], '2031-03-31');
    expect(await age(archive)).toBe(1);
    expect(await ids(archive)).toEqual(['older']);
    expect(await age(archive, 9, '2031-04-02')).toBe(1);
  });

  test('an article without a day ages from the day it was stored, one with an inferred day from the later of both', async () => {
    const { archive } = await begin();
    const undated = ['early', 'late', 'inferred', 'revised'].map((id) => readArticle({ id, text: `${id} news.` }));
    const [early, late, inferred, revised] = undated as [ReadArticle, ReadArticle, ReadArticle, ReadArticle];
    await archive.articles.put([early, inferred, revised], '2031-03-31');
    await archive.articles.put([late], '2031-04-01');
    await archive.articles.derive('inferred', { publishedAt: '2031-03-01', dateBasis: 'inferred' });
    await archive.articles.derive('revised', { publishedAt: '2031-05-01', dateBasis: 'inferred' });
    expect(await age(archive)).toBe(2);
    expect(await ids(archive)).toEqual(['late', 'revised']);
    await archive.articles.put([early]);
    const inTwoDays = new Date(Date.now() + 2 * 24 * 60 * 60_000).toISOString().slice(0, 10);
    expect(await age(archive, 9, inTwoDays)).toBe(1);
    expect(await ids(archive)).toEqual(['late', 'revised']);
  });

  test('an article is as old as its last version', async () => {
    const { archive } = await begin();
    const update = readArticle({ ...old.article, version: 2, text: 'Envoys met again.', publishedAt: '2031-05-02' });
    await put(archive, [old, update]);
    expect(await age(archive)).toBe(0);
    expect(await age(archive, 9, '2031-06-01')).toBe(1);
    expect(await archive.articles.resolve(cite(old.article, 0, 11))).toBeUndefined();
  });

  test('a new text of an old article has just been stored; the same text once more has not', async () => {
    const { archive } = await begin();
    const update = readArticle({ ...old.article, version: 2, text: 'Envoys met again.' });
    await put(archive, [old, older]);
    await archive.articles.put([update, older], '2031-04-01');
    expect(await age(archive)).toBe(1);
    expect(await ids(archive)).toEqual(['old']);
    expect(await age(archive, 9, '2031-04-02')).toBe(1);
    expect(await archive.articles.resolve(cite(old.article, 0, 11))).toBeUndefined();
  });

  test('two connections that age at once forget each article once', async (context) => {
    const under = await begin();
    if (under.second === undefined) return context.skip('it has one connection');
    const { archive } = under;
    const other = await under.second();
    const many = Array.from({ length: 40 }, (_, at) =>
      readArticle({ ...old.article, id: `a${at}`, url: `https://a.example/${at}` }),
    );
    await put(archive, many);
    const steps = Array.from({ length: 20 }, (_, at) => age(at % 2 === 0 ? archive : other, 3));
    const gone = (await Promise.all(steps)).reduce((sum, one) => sum + one, 0);
    expect(gone).toBe(40);
    expect(await ids(other)).toEqual([]);
  });
}

function forgetting(begin: Begin): void {
  test('an article goes with all that was read out of it, and nothing is buried', async () => {
    const { archive } = await begin();
    const mentions = [mention(old.article, 0, { actors: ['Norway'] })];
    await put(archive, [{ ...old, mentions, fingerprint: [1, 2, 3] }, recent]);
    await archive.vectors.put(
      'm',
      old.passages.map((passage) => ({ ...passage, packed: new Uint8Array([1]) })),
    );
    expect(await archive.ledger.unplaced(9)).toHaveLength(2);
    expect(await age(archive)).toBe(1);
    expect(await archive.articles.get('old')).toBeUndefined();
    expect(await archive.passages.find({ terms: ['calm'], limit: 9 })).toEqual([]);
    expect(await archive.passages.frequency(['envoys'])).toEqual({ passages: 1, holding: [1] });
    expect(await archive.mentions.find({ actors: ['Norway'] })).toEqual([]);
    expect(await archive.articles.similar([1, 2, 3], 1)).toEqual([]);
    expect(await archive.vectors.tally('m')).toEqual({ stored: 0, passages: 1 });
    expect((await archive.ledger.unplaced(9)).map(({ id }) => id)).toEqual(['recent']);
    const { url, contentHash } = { url: old.article.url ?? '', contentHash: old.contentHash };
    expect(await archive.articles.standing({ id: 'old', url, contentHash })).toEqual({ kind: 'new' });
  });

  test('what was stored stays stored: no number is given twice, and the state is another one', async () => {
    const { archive } = await begin();
    await put(archive, [recent, old]);
    const [mark, state] = [await archive.articles.mark(), await archive.articles.state()];
    await age(archive);
    expect(await archive.articles.mark()).toBe(mark);
    expect(await archive.articles.state()).not.toBe(state);
    await put(archive, [older]);
    expect(await archive.articles.storedAfter(mark)).toEqual(['older']);
  });

  test('what a language model said before that day goes too', async () => {
    const { archive } = await begin();
    await archive.model.saveReply('before', '[]', '2031-03-31T23:59:59Z');
    await archive.model.saveReply('after', '[]', '2031-04-01T00:00:00Z');
    await age(archive);
    expect(await archive.model.reply('before')).toBeUndefined();
    expect(await archive.model.reply('after')).toBe('[]');
  });
}

function keeping(begin: Begin): void {
  test('what an edition cites stays, with its versions, as long as the edition', async () => {
    const { archive } = await begin();
    await put(archive, [old, older]);
    const citation = cite(old.article, 12, 26);
    await post(archive, citation);
    await post(archive, citation, 'T2');
    await put(archive, [readArticle({ ...old.article, version: 2, text: 'Envoys met again.' })]);
    expect(await age(archive)).toBe(1);
    expect(await ids(archive)).toEqual(['old']);
    expect((await archive.articles.resolve(citation))?.version).toBe(1);
    expect(await archive.passages.find({ terms: ['met'], limit: 9 })).toHaveLength(1);
    await archive.desk.purge('slack', 'T1');
    expect(await age(archive)).toBe(0);
    await archive.desk.purge('slack', 'T2');
    expect(await age(archive)).toBe(1);
  });

  test('an article that is cited does not keep the next ones from going', async () => {
    const { archive } = await begin();
    await put(archive, [older, old]);
    await post(archive, cite(older.article, 0, 6));
    expect(await age(archive, 1)).toBe(1);
    expect(await ids(archive)).toEqual(['older']);
  });
}

function thinning(begin: Begin): void {
  const versions = Array.from({ length: 50 }, (_, at) => versionOf(at + 1));
  const held = async (archive: Archive) => {
    const found = await Promise.all(versions.map(({ article }) => archive.articles.resolve(cite(article, 0, 14))));
    return found.flatMap((article) => article?.version ?? []);
  };

  test('of an article that changed often the first, the last three and the cited texts stay', async () => {
    const { archive } = await begin();
    await put(archive, versions);
    await put(archive, [old, readArticle({ ...old.article, version: 2, text: 'Envoys met again.' })]);
    await post(archive, cite(versions[19]?.article as Article, 0, 14));
    // these words stand in the last text too
    await post(archive, cite(versions[29]?.article as Article, 16, 27), 'T2');
    expect(await archive.retention.thin(10)).toBe(10);
    expect(await held(archive)).toHaveLength(40);
    expect(await archive.retention.thin(100)).toBe(35);
    expect(await archive.retention.thin(100)).toBe(0);
    expect(await held(archive)).toEqual([1, 20, 48, 49, 50]);
    expect((await archive.articles.get('live'))?.version).toBe(50);
    expect((await archive.articles.get('old'))?.version).toBe(2);
    await archive.desk.purge('slack', 'T1');
    expect(await archive.retention.thin(100)).toBe(1);
  });

  test('an article whose old texts went is no new one, and its next text is the next version', async () => {
    const { archive } = await begin();
    await put(archive, versions.slice(0, 1));
    const mark = await archive.articles.mark();
    await put(archive, versions.slice(1));
    await archive.retention.thin(100);
    expect(await archive.articles.storedAfter(mark)).toEqual([]);
    const changed = { kind: 'changed', id: 'live', version: 50 };
    expect(await archive.articles.standing({ id: 'live', contentHash: 'another' })).toEqual(changed);
  });
}
