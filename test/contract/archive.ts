import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Archive, PassageHit } from '../../src/domain/archive.ts';
import type { Conversation } from '../../src/domain/chat.ts';
import type { Passage } from '../../src/domain/citation.ts';
import { hashOf, mention, readArticle } from '../archive/articles.ts';
import { feedsContract } from './feeds.ts';
import { modelUseContract } from './model-use.ts';
import { outboxContract } from './outbox.ts';
import { retentionContract } from './retention.ts';

export interface ArchiveUnderTest {
  readonly archive: Archive;
  /** Closes the archive and opens what it left. Absent where an archive is gone when closed. */
  reopen?(): Promise<Archive>;
  /** Another connection to what it keeps, as another process has one. Absent where there is only one. */
  second?(): Promise<Archive>;
  /** Frees what `open` made; the archive may have been closed before. */
  dispose(): Promise<void>;
}

type Open = () => Promise<ArchiveUnderTest>;

const AT = '2031-05-09T07:00:00Z';

/** What every archive must do, whatever its engine. `open` gives an empty one. */
export function archiveContract(name: string, open: Open): void {
  const begin: Open = async () => {
    const under = await open();
    onTestFinished(() => under.dispose());
    return under;
  };
  describe(`${name} as an archive`, () => {
    storing(begin);
    standing(begin);
    removing(begin);
    deriving(begin);
    finding(begin);
    hostileQueries(begin);
    rebuilding(begin);
    vectors(begin);
    mentions(begin);
    desk(begin);
    outboxContract(begin);
    modelUseContract(begin);
    feedsContract(begin);
    retentionContract(begin);
    lifetime(begin);
  });
}

const ferry = readArticle({
  id: 'ferry',
  title: 'Ferry talks resume',
  text: 'Norway offered to mediate 🕊️ between the islands. The “blockade” of Łódź was lifted — 𝔠𝔞𝔩𝔪 returned.',
  outlet: 'Harbour Gazette',
  author: 'Ines Kallio',
  url: 'https://harbour.example/ferry',
  path: 'north/ferry.txt',
  publishedAt: '2031-05-04',
});
const ferryUpdate = readArticle({
  ...ferry.article,
  version: 2,
  text: 'Sweden offered to mediate between the islands. Norway withdrew.',
});
const bridge = readArticle({ id: 'bridge', title: 'A bridge', text: 'Engineers reopened the bridge. Trade resumed.' });

function storing(begin: Open): void {
  test('an article comes back as it was stored, astral characters and offsets included', async () => {
    const { archive } = await begin();
    await archive.articles.put([ferry, bridge]);
    expect(await archive.articles.get('ferry')).toEqual(ferry.article);
    expect(await archive.articles.list()).toEqual([bridge.article, ferry.article]);
    const { text: _, ...outline } = ferry.article;
    expect((await archive.articles.outline())[1]).toEqual(outline);
    expect(await archive.articles.get('nothing')).toBeUndefined();
  });

  test('one article that cannot be stored leaves nothing of its batch', async () => {
    const { archive } = await begin();
    const passages = [{ articleId: 'bridge', start: 0, end: 10_000 }];
    await expect(archive.articles.put([ferry, { ...bridge, passages }])).rejects.toMatchObject({ code: 'bad-span' });
    const half = readArticle({ id: 'half', text: 'a \ud83d b' });
    await expect(archive.articles.put([ferry, half])).rejects.toMatchObject({ code: 'bad-input' });
    expect(await archive.articles.list()).toEqual([]);
    expect(await find(archive, 'mediate')).toEqual([]);
  });

  test('a new version is the current one, and an old citation still resolves', async () => {
    const { archive } = await begin();
    await archive.articles.put([ferry]);
    const [old] = await find(archive, 'norway');
    if (old === undefined) throw new Error('no hit');
    await archive.articles.put([ferryUpdate]);
    expect(await archive.articles.list()).toEqual([ferryUpdate.article]);
    expect((await archive.articles.resolve(old))?.version).toBe(1);
    expect((await find(archive, 'blockade')).length).toBe(0);
    const [fresh] = await find(archive, 'sweden');
    if (fresh === undefined) throw new Error('no hit');
    expect((await archive.articles.resolve(fresh))?.version).toBe(2);
    expect(await archive.articles.resolve({ ...fresh, start: fresh.start + 1 })).toBeUndefined();
    expect(await archive.articles.resolve({ ...fresh, articleId: 'nothing' })).toBeUndefined();
  });

  test('a version put again replaces what was read out of it, never its text', async () => {
    const { archive } = await begin();
    await archive.articles.put([ferry]);
    await archive.articles.put([{ ...ferry, passages: ferry.passages.slice(0, 1) }]);
    expect((await find(archive, 'blockade')).length).toBe(0);
    expect((await find(archive, 'mediate')).length).toBe(1);
    const other = readArticle({ ...ferry.article, text: 'Another text.' });
    await expect(archive.articles.put([other])).rejects.toMatchObject({ code: 'bad-input' });
  });

  test('an older version that comes late does not become the current one', async () => {
    const { archive } = await begin();
    await archive.articles.put([ferryUpdate]);
    await archive.articles.put([ferry]);
    expect((await archive.articles.get('ferry'))?.version).toBe(2);
    expect(await find(archive, 'blockade')).toEqual([]);
  });

  test('articles that share hashes are similar, most first, and only by their current versions', async () => {
    const { archive } = await begin();
    const hashes = [1, 2, 3, 0xffffffff];
    await archive.articles.put([
      { ...ferry, fingerprint: [1, 2, 9] },
      { ...bridge, fingerprint: [2, 3, 0xffffffff] },
    ]);
    expect(await archive.articles.similar(hashes, 2)).toEqual(['bridge', 'ferry']);
    expect(await archive.articles.similar(hashes, 3)).toEqual(['bridge']);
    expect(await archive.articles.similar([2], 1)).toEqual(['bridge', 'ferry']);
    await archive.articles.put([ferryUpdate]);
    expect(await archive.articles.similar([2, 9], 1)).toEqual(['bridge']);
    expect(await archive.articles.similar([], 1)).toEqual([]);
  });
}

function standing(begin: Open): void {
  test('a text is known by its hash, changed by its id or address, else new', async () => {
    const { archive } = await begin();
    const { url } = ferry.article;
    if (url === undefined) throw new Error('no address');
    const other = hashOf('other');
    expect(await archive.articles.standing({ url, contentHash: other })).toEqual({ kind: 'new' });
    await archive.articles.put([ferry]);
    expect(await archive.articles.standing({ contentHash: ferry.contentHash })).toEqual({ kind: 'known', id: 'ferry' });
    const changed = { kind: 'changed', id: 'ferry', version: 1 };
    expect(await archive.articles.standing({ url, contentHash: other })).toEqual(changed);
    expect(await archive.articles.standing({ id: 'ferry', contentHash: other })).toEqual(changed);
    expect(await archive.articles.standing({ id: 'else', url, contentHash: other })).toEqual(changed);
    expect(await archive.articles.standing({ id: 'else', contentHash: other })).toEqual({ kind: 'new' });
  });

  test('what another has stored, changed or removed since its standing was asked for is not put, and named', async () => {
    const { archive } = await begin();
    const isNew = { kind: 'new' } as const;
    const first = { ...ferry, standing: isNew };
    const copy = { ...readArticle({ ...ferry.article, id: 'copy', url: 'https://copy.example/' }), standing: isNew };
    const elsewhere = { ...readArticle({ ...bridge.article, url: ferry.article.url ?? '' }), standing: isNew };
    const other = { ...bridge, standing: isNew };
    expect(await archive.articles.put([first, copy, elsewhere, other])).toEqual([copy, elsewhere]);
    expect((await archive.articles.list()).map(({ id }) => id)).toEqual(['bridge', 'ferry']);
    const changed = { kind: 'changed', id: 'ferry', version: 1 } as const;
    const update = { ...ferryUpdate, standing: changed };
    expect(await archive.articles.put([update])).toEqual([]);
    const late = { ...readArticle({ ...ferry.article, version: 2, text: 'Others mediate.' }), standing: changed };
    expect(await archive.articles.put([late])).toEqual([late]);
    await archive.articles.remove('ferry', 'taken down', AT);
    expect(await archive.articles.put([first])).toEqual([first]);
    expect(await archive.articles.get('ferry')).toBeUndefined();
  });

  test('the old text of an updated article stays known', async () => {
    const { archive } = await begin();
    await archive.articles.put([ferry, ferryUpdate]);
    for (const { article, contentHash } of [ferry, ferryUpdate])
      expect(await archive.articles.standing({ url: article.url ?? '', contentHash })).toEqual({
        kind: 'known',
        id: 'ferry',
      });
    expect(await archive.articles.standing({ id: 'ferry', contentHash: hashOf('third') })).toEqual({
      kind: 'changed',
      id: 'ferry',
      version: 2,
    });
  });

  test('a text that two articles hold is known as the one asked for', async () => {
    const { archive } = await begin();
    const copy = readArticle({ ...ferry.article, id: 'a-copy', url: 'https://other.example/copy' });
    await archive.articles.put([ferry, copy]);
    const { contentHash } = ferry;
    expect(await archive.articles.standing({ contentHash })).toMatchObject({ id: 'a-copy' });
    expect(await archive.articles.standing({ id: 'ferry', contentHash })).toMatchObject({ id: 'ferry' });
    expect(await archive.articles.standing({ url: ferry.article.url ?? '', contentHash })).toMatchObject({
      id: 'ferry',
    });
  });
}

function removing(begin: Open): void {
  test('a removed article is gone with all its versions and does not come back', async () => {
    const { archive } = await begin();
    const talks = mention(ferryUpdate.article, 3, { actors: ['Norway'] });
    await archive.articles.put([ferry, { ...ferryUpdate, mentions: [talks], fingerprint: [7] }, bridge]);
    const [cited] = await find(archive, 'sweden');
    expect(await archive.articles.remove('ferry', 'taken down by its outlet', AT)).toBe(true);
    expect(await archive.articles.remove('ferry', 'again', AT)).toBe(false);
    expect(await archive.articles.list()).toEqual([bridge.article]);
    expect(await find(archive, 'sweden norway mediate blockade')).toEqual([]);
    expect(await archive.mentions.find({ actors: ['Norway'] })).toEqual([]);
    expect(await archive.mentions.find()).toEqual([]);
    expect(await archive.articles.similar([7], 1)).toEqual([]);
    expect(cited && (await archive.articles.resolve(cited))).toBeUndefined();
  });

  test('id, address and every text of a removed article are refused with the reason', async () => {
    const { archive } = await begin();
    await archive.articles.put([ferry, ferryUpdate]);
    await archive.articles.remove('ferry', 'taken down', AT);
    const removed = { kind: 'removed', reason: 'taken down' };
    const other = hashOf('other');
    expect(await archive.articles.standing({ id: 'ferry', contentHash: other })).toEqual(removed);
    expect(await archive.articles.standing({ url: ferry.article.url ?? '', contentHash: other })).toEqual(removed);
    expect(await archive.articles.standing({ contentHash: ferry.contentHash })).toEqual(removed);
    expect(await archive.articles.standing({ contentHash: ferryUpdate.contentHash })).toEqual(removed);
    await archive.articles.put([ferry, bridge]);
    expect(await archive.articles.list()).toEqual([bridge.article]);
    expect(await archive.reindex()).toBe(bridge.passages.length);
  });
}

function deriving(begin: Open): void {
  test('what is derived is set anew, the rest stays', async () => {
    const { archive } = await begin();
    await archive.articles.put([ferry, bridge]);
    await archive.articles.derive('bridge', { publishedAt: '2031-05-06', dateBasis: 'inferred', origin: 'wire' });
    const dated = { ...bridge.article, publishedAt: '2031-05-06', dateBasis: 'inferred', origin: 'wire' };
    expect(await archive.articles.get('bridge')).toEqual(dated);
    await archive.articles.derive('bridge', { origin: 'other' });
    expect(await archive.articles.get('bridge')).toEqual({ ...dated, origin: 'other' });
    await archive.articles.derive('bridge', { publishedAt: null, dateBasis: 'unknown', origin: 'bridge' });
    expect(await archive.articles.get('bridge')).toEqual(bridge.article);
    await archive.articles.derive('nothing', { origin: 'other' });
    expect(await archive.articles.get('ferry')).toEqual(ferry.article);
  });

  test('a derived date can be searched for, a cleared one no more', async () => {
    const { archive } = await begin();
    await archive.articles.put([bridge]);
    expect(await find(archive, 'september')).toEqual([]);
    await archive.articles.derive('bridge', { publishedAt: '2031-09-06' });
    expect((await find(archive, 'september')).length).toBe(2);
    await archive.articles.derive('bridge', { publishedAt: null });
    expect(await find(archive, 'september')).toEqual([]);
  });
}

function finding(begin: Open): void {
  test('passages are found by stem, without marks, by title, outlet and date', async () => {
    const { archive } = await begin();
    await archive.articles.put([ferry, bridge]);
    expect((await find(archive, 'mediating')).map((hit) => hit.quote)).toEqual([
      'Norway offered to mediate 🕊️ between the islands.',
    ]);
    expect((await find(archive, 'lodz'))[0]?.quote).toContain('𝔠𝔞𝔩𝔪 returned.');
    for (const word of ['ferry', 'harbour', 'may', '2031', '2031-05-04'])
      expect((await find(archive, word)).map((hit) => hit.articleId)).toEqual(['ferry', 'ferry']);
  });

  test('better hits come first, and the limit holds', async () => {
    const { archive } = await begin();
    const one = readArticle({ id: 'one', text: 'A ceasefire.' });
    const two = readArticle({ id: 'two', text: 'A ceasefire and a prisoner exchange.' });
    await archive.articles.put([one, two, bridge]);
    const hits = await find(archive, 'prisoner exchange ceasefire');
    expect(hits.map((hit) => hit.articleId)).toEqual(['two', 'one']);
    expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? Infinity);
    expect((await find(archive, 'prisoner exchange ceasefire', { limit: 1 })).length).toBe(1);
    for (const limit of [0, -1, Number.NaN])
      expect(await archive.passages.find({ terms: ['ceasefire'], limit })).toEqual([]);
    expect((await archive.passages.find({ terms: ['ceasefire'], limit: Infinity })).length).toBe(2);
  });

  test('equal passages are ordered by article and position, in whatever order they were stored', async () => {
    const { archive } = await begin();
    const ids = Array.from({ length: 120 }, (_, i) => `copy-${String(i).padStart(3, '0')}`);
    const copies = ids.map((id) => readArticle({ id, text: 'Both sides agreed. Both sides agreed.' }));
    await archive.articles.put([...copies].reverse());
    const hits = await find(archive, 'agreed', { limit: 5 });
    expect(hits.map((hit) => [hit.articleId, hit.start])).toEqual([
      ['copy-000', 0],
      ['copy-000', 19],
      ['copy-001', 0],
      ['copy-001', 19],
      ['copy-002', 0],
    ]);
  });

  test('articles after the day and articles left out are not seen, undated ones are', async () => {
    const { archive } = await begin();
    const days = ['2031-05-01', '2031-05-02', '2031-05-03'];
    const dated = days.map((publishedAt, i) => readArticle({ id: `day-${i}`, text: 'They met.', publishedAt }));
    const read = [...dated, readArticle({ id: 'undated', text: 'They met.' })].map((each) => ({
      ...each,
      mentions: [mention(each.article, 0, { actors: ['They'] })],
    }));
    await archive.articles.put(read);
    const scope = { asOf: '2031-05-02', without: ['day-0'] };
    const seen = ['day-1', 'undated'];
    expect((await archive.articles.list(scope)).map((each) => each.id)).toEqual(seen);
    expect((await archive.articles.outline(scope)).map((each) => each.id)).toEqual(seen);
    expect(
      (await archive.passages.find({ terms: ['met'], limit: 9, scope })).map((hit) => hit.articleId).sort(),
    ).toEqual(seen);
    for (const query of [{ scope }, { scope, actors: ['They'] }])
      expect((await archive.mentions.find(query)).map((each) => each.articleId)).toEqual(seen);
    expect((await archive.articles.list({ without: ['day-1', 'nothing'] })).length).toBe(3);
  });

  test('a scope that hides the best hits uncovers the next ones', async () => {
    const { archive } = await begin();
    const many = Array.from({ length: 300 }, (_, i) =>
      readArticle({ id: `late-${i}`, text: 'Truce.', publishedAt: '2031-06-01' }),
    );
    const early = readArticle({ id: 'early', text: 'A truce of many long words held.', publishedAt: '2031-05-01' });
    await archive.articles.put([...many, early]);
    const hits = await archive.passages.find({ terms: ['truce'], limit: 3, scope: { asOf: '2031-05-31' } });
    expect(hits.map((hit) => hit.articleId)).toEqual(['early']);
  });

  test('every hit of any query on any articles quotes its article byte for byte', async () => {
    const { archive } = await begin();
    const words = fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.constant('peace')), {
      minLength: 1,
      maxLength: 12,
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 4 }), words, async (texts, query) => {
        round += 1;
        const read = texts.map((text, i) =>
          readArticle({ id: `${round}-${i}`, text: `${text.join(' ').toWellFormed()}.` }),
        );
        await archive.articles.put(read);
        for (const hit of await archive.passages.find({ terms: query, limit: 50 })) {
          const article = await archive.articles.get(hit.articleId);
          expect(article?.text.slice(hit.start, hit.end)).toBe(hit.quote);
          expect(hit.score).toBeGreaterThan(0);
        }
        for (const { article } of read) expect(await archive.articles.get(article.id)).toEqual(article);
      }),
      { seed: 11, numRuns: 60 },
    );
  });
}

function hostileQueries(begin: Open): void {
  test.for([
    'NEAR(bridge trade)',
    '"bridge',
    'bridge*',
    '-bridge',
    'title:bridge',
    '^bridge',
    '(bridge',
    '{text}:bridge',
    'bridge\u0000"',
    "'bridge",
    'bridge + +',
  ])('nothing in the term %j is an operator', async (term) => {
    const { archive } = await begin();
    await archive.articles.put([bridge]);
    const quotes = (await archive.passages.find({ terms: [term, 'engineers'], limit: 9 })).map((hit) => hit.quote);
    expect(quotes).toContain('Engineers reopened the bridge.');
  });

  test('AND, OR and NOT are words', async () => {
    const { archive } = await begin();
    await archive.articles.put([bridge]);
    expect((await archive.passages.find({ terms: ['bridge', 'AND', 'nowhere'], limit: 9 })).length).toBe(2);
    expect((await archive.passages.find({ terms: ['NOT', 'bridge', 'OR'], limit: 9 })).length).toBe(2);
  });

  test('a term that is given twice counts twice', async () => {
    const { archive } = await begin();
    await archive.articles.put([bridge]);
    const best = async (terms: readonly string[]) => (await archive.passages.find({ terms, limit: 1 }))[0]?.score;
    expect(await best(['engineers', 'engineers'])).toBeCloseTo(2 * ((await best(['engineers'])) ?? Number.NaN), 9);
  });

  test('terms without a letter or digit find nothing', async () => {
    const { archive } = await begin();
    await archive.articles.put([bridge, ferry]);
    for (const terms of [[], [''], ['"', '*', '🕊️', '\u0000', '—'], [' ']])
      expect(await archive.passages.find({ terms, limit: 9 })).toEqual([]);
  });

  test('thousands of terms and very long ones are only slow to no one', async () => {
    const { archive } = await begin();
    await archive.articles.put([bridge]);
    const terms = ['x'.repeat(100_000), ...Array.from({ length: 5_000 }, (_, i) => `word${i}`), 'bridge'];
    expect((await archive.passages.find({ terms, limit: 9 })).length).toBe(2);
  });
}

function rebuilding(begin: Open): void {
  test('a rebuilt index gives the same hits with the same scores, also after updates, dates and removals', async () => {
    const { archive } = await begin();
    const extra = Array.from({ length: 20 }, (_, i) =>
      readArticle({ id: `extra-${i}`, text: `Norway spoke ${i} times. The bridge of day ${i} stands.` }),
    );
    await archive.articles.put([ferry, bridge, ...extra]);
    await archive.articles.put([ferryUpdate]);
    await archive.articles.derive('bridge', { publishedAt: '2031-05-06' });
    await archive.articles.remove('extra-3', 'gone', AT);
    const before = await find(archive, 'norway bridge mediate may 2031');
    expect(await archive.reindex()).toBe(2 + 2 + 19 * 2);
    expect(await find(archive, 'norway bridge mediate may 2031')).toEqual(before);
  });
}

function vectors(begin: Open): void {
  const [first, second] = ferry.passages as [Passage, Passage];
  const packed = Uint8Array.of(1, 2, 250);

  test('vectors come back for their passage and model alone, in the order asked for', async () => {
    const { archive } = await begin();
    await archive.articles.put([ferry]);
    await archive.vectors.put('small', [{ ...second, packed }]);
    const got = await archive.vectors.get('small', [first, second]);
    expect(got[0]).toBeUndefined();
    expect([...(got[1] ?? [])]).toEqual([1, 2, 250]);
    expect(await archive.vectors.get('large', [second])).toEqual([undefined]);
  });

  test('the first vectors of a passage stay, and passages without any are told', async () => {
    const { archive } = await begin();
    await archive.articles.put([ferry, bridge]);
    expect(await archive.vectors.missing('small', 'ferry')).toEqual(ferry.passages);
    await archive.vectors.put('small', [{ ...first, packed }]);
    await archive.vectors.put('small', [{ ...first, packed: Uint8Array.of(9) }]);
    expect([...((await archive.vectors.get('small', [first]))[0] ?? [])]).toEqual([1, 2, 250]);
    expect(await archive.vectors.missing('small', 'ferry')).toEqual([second]);
    expect(await archive.vectors.tally('small')).toEqual({ stored: 1, passages: 4 });
  });

  test('vectors go with their passage: by a new version, by removal, and never come without one', async () => {
    const { archive } = await begin();
    await archive.articles.put([ferry, bridge]);
    await archive.vectors.put(
      'small',
      [...ferry.passages, ...bridge.passages].map((one) => ({ ...one, packed })),
    );
    await archive.articles.put([ferryUpdate]);
    await archive.articles.remove('bridge', 'gone', AT);
    expect(await archive.vectors.tally('small')).toEqual({ stored: 0, passages: 2 });
    await archive.vectors.put('small', [{ articleId: 'nowhere', start: 0, end: 4, packed }]);
    expect((await archive.vectors.tally('small')).stored).toBe(0);
  });

  test('words are counted by the passages that hold them or a form of them', async () => {
    const { archive } = await begin();
    await archive.articles.put([ferry, bridge]);
    const counted = await archive.passages.frequency(['mediating', 'the', 'nothing', '"OR"', '']);
    expect(counted).toEqual({ passages: 4, holding: [1, 3, 0, 0, 0] });
  });
}

function mentions(begin: Open): void {
  test('mentions come back as they were, by article and position, of current versions', async () => {
    const { archive } = await begin();
    const late = mention(ferry.article, 30, { actors: ['Norway'], targets: ['Islands', 'Norway'], toll: 3 });
    const early = mention(ferry.article, 4, { actors: ['Sweden (Foreign Ministry)'], place: 'Łódź' });
    const other = mention(bridge.article, 9, { type: null, targets: ['Islands'] });
    await archive.articles.put([
      { ...ferry, mentions: [late, early] },
      { ...bridge, mentions: [other] },
    ]);
    expect(await archive.mentions.find()).toEqual([other, early, late]);
    expect(await archive.mentions.find({ actors: ['Norway'] })).toEqual([late]);
    expect(await archive.mentions.find({ actors: ['Islands', 'Norway'] })).toEqual([other, late]);
    expect(await archive.mentions.find({ actors: ['norway'] })).toEqual([]);
    expect(await archive.mentions.find({ actors: [] })).toEqual([]);
    await archive.reindex();
    expect(await archive.mentions.find({ actors: ['Norway'] })).toEqual([late]);
    await archive.articles.put([ferryUpdate]);
    expect(await archive.mentions.find()).toEqual([other]);
    expect(await archive.mentions.find({ actors: ['Norway'] })).toEqual([]);
  });
}

const channel: Conversation = { adapter: 'slack', workspace: 'T1', channel: 'C1' };

function desk(begin: Open): void {
  test('a request id is new once for each adapter', async () => {
    const { archive } = await begin();
    expect(await archive.desk.firstSeen('slack', 'r1', AT)).toBe(true);
    expect(await archive.desk.firstSeen('slack', 'r1', AT)).toBe(false);
    expect(await archive.desk.firstSeen('discord', 'r1', AT)).toBe(true);
  });

  test('ids of a week ago are forgotten', async () => {
    const { archive } = await begin();
    await archive.desk.firstSeen('slack', 'old', '2031-05-01T07:00:00Z');
    await archive.desk.firstSeen('slack', 'new', '2031-05-08T06:00:00Z');
    expect(await archive.desk.firstSeen('slack', 'old', '2031-05-08T06:30:00Z')).toBe(false);
    await archive.desk.firstSeen('slack', 'newer', '2031-05-08T07:00:01Z');
    expect(await archive.desk.firstSeen('slack', 'old', '2031-05-08T07:00:02Z')).toBe(true);
  });

  test('settings are those saved last for exactly that conversation', async () => {
    const { archive } = await begin();
    const thread = { ...channel, thread: '1' };
    expect(await archive.desk.settings(channel)).toEqual({});
    await archive.desk.saveSettings(channel, { zone: 'Asia/Tehran', at: '07:00' });
    await archive.desk.saveSettings(thread, { zone: 'UTC' });
    await archive.desk.saveSettings(channel, { zone: 'Asia/Karachi' });
    expect(await archive.desk.settings(channel)).toEqual({ zone: 'Asia/Karachi' });
    expect(await archive.desk.settings(thread)).toEqual({ zone: 'UTC' });
    expect(await archive.desk.settings({ ...channel, workspace: 'T2' })).toEqual({});
  });

  test('feedback is the last verdict of each user about each thing', async () => {
    const { archive } = await begin();
    const given = { conversation: { ...channel, thread: '17.1' }, user: 'U1', about: 'It rained. [a 0-9]', at: AT };
    await archive.desk.saveFeedback({ ...given, verdict: 'right' });
    await archive.desk.saveFeedback({ ...given, verdict: 'wrong', text: 'it snowed' });
    await archive.desk.saveFeedback({ ...given, conversation: channel, user: 'U2', verdict: 'right' });
    await archive.desk.saveFeedback({ ...given, conversation: { ...channel, workspace: 'T2' }, verdict: 'right' });
    expect(await archive.desk.feedback('slack', 'T1')).toEqual([
      { ...given, verdict: 'wrong', text: 'it snowed' },
      { ...given, conversation: channel, user: 'U2', verdict: 'right' },
    ]);
  });

  test('the last question of a conversation is kept for a day, and counted', async () => {
    const { archive } = await begin();
    const { desk } = archive;
    const ask = (text: string, user: string, at: string, thread?: string) =>
      desk.saveQuestion({ conversation: { ...channel, ...(thread && { thread }) }, user, text, at });
    await ask('who met?', 'U1', '2031-05-09T06:00:00Z');
    await ask('and when?', 'U2', '2031-05-09T07:00:00Z');
    await ask('where?', 'U1', '2031-05-09T08:00:00Z', '17.1');
    const since = '2031-05-09T00:00:00Z';
    expect(await desk.lastQuestion(channel, since)).toBe('and when?');
    expect(await desk.lastQuestion(channel, since, 'U1')).toBe('who met?');
    expect(await desk.lastQuestion(channel, '2031-05-09T06:30:00Z', 'U1')).toBeUndefined();
    expect(await desk.lastQuestion({ ...channel, thread: '17.1' }, since)).toBe('where?');
    expect(await desk.countQuestions('slack', 'T1', since)).toBe(3);
    expect(await desk.countQuestions('slack', 'T2', since)).toBe(0);
    await ask('a day later?', 'U1', '2031-05-10T06:30:00Z');
    expect(await desk.countQuestions('slack', 'T1', since)).toBe(3);
    await desk.expire('2031-05-10T07:30:00Z');
    expect(await desk.countQuestions('slack', 'T1', since)).toBe(2);
    await desk.firstSeen('discord', 'r1', '2031-05-12T07:30:00Z');
    expect(await desk.countQuestions('slack', 'T1', since)).toBe(0);
  });

  test('a user is forgotten: questions and feedback go, those of others and settings stay', async () => {
    const { archive } = await begin();
    const { desk } = archive;
    for (const user of ['U1', 'U2']) {
      await desk.saveQuestion({ conversation: channel, user, text: `${user} asks`, at: AT });
      await desk.saveFeedback({ conversation: channel, user, about: 'e1', verdict: 'right', at: AT });
    }
    await desk.saveSettings(channel, { zone: 'UTC' });
    expect(await desk.forget('discord', 'T1', 'U2')).toBe(0);
    expect(await desk.forget('slack', 'T1', 'U2')).toBe(2);
    expect(await desk.lastQuestion(channel, '2031-05-09T00:00:00Z')).toBe('U1 asks');
    expect((await desk.feedback('slack', 'T1')).map(({ user }) => user)).toEqual(['U1']);
    expect(await desk.settings(channel)).toEqual({ zone: 'UTC' });
  });

  test('purging a workspace takes its settings, questions and feedback, nothing else', async () => {
    const { archive } = await begin();
    await archive.articles.put([bridge]);
    const other = { ...channel, workspace: 'T2' };
    await archive.desk.saveSettings(channel, { zone: 'UTC', at: '07:00' });
    await archive.desk.saveSettings(other, { zone: 'UTC' });
    const feedback = { conversation: channel, user: 'U1', about: 'e1', verdict: 'wrong', at: AT } as const;
    await archive.desk.saveFeedback({ ...feedback, text: 'not Norway' });
    await archive.desk.saveFeedback({ ...feedback, verdict: 'right' });
    await archive.desk.saveFeedback({ ...feedback, user: 'U2' });
    expect(await archive.desk.workspaces('slack')).toContain('T1');
    expect(await archive.desk.workspaces('discord')).toEqual([]);
    expect(await archive.desk.purge('discord', 'T1')).toBe(0);
    await archive.desk.saveQuestion({ conversation: channel, user: 'U1', text: 'who?', at: AT });
    expect(await archive.desk.purge('slack', 'T1')).toBe(5);
    expect(await archive.desk.purge('slack', 'T1')).toBe(0);
    expect(await archive.desk.settings(channel)).toEqual({});
    expect(await archive.desk.settings(other)).toEqual({ zone: 'UTC' });
    expect((await archive.articles.list()).length).toBe(1);
  });
}

function lifetime(begin: Open): void {
  test('closing twice is as good as once, and a closed archive says so', async () => {
    const { archive } = await begin();
    await archive.close();
    await archive.close();
    await expect(archive.articles.list()).rejects.toMatchObject({ code: 'archive-unusable' });
    await expect(archive.articles.put([bridge])).rejects.toMatchObject({ code: 'archive-unusable' });
  });

  test('everything is there after a restart', async (context) => {
    const under = await begin();
    if (under.reopen === undefined) return context.skip('gone when closed');
    await under.archive.articles.put([{ ...ferry, mentions: [mention(ferry.article, 1)] }, bridge]);
    await under.archive.articles.remove('bridge', 'gone', AT);
    await under.archive.desk.firstSeen('slack', 'r1', AT);
    await under.archive.desk.saveSettings(channel, { zone: 'UTC' });
    const hits = await find(under.archive, 'norway blockade');
    const archive = await under.reopen();
    expect(await archive.articles.list()).toEqual([ferry.article]);
    expect(await find(archive, 'norway blockade')).toEqual(hits);
    expect((await archive.mentions.find()).length).toBe(1);
    expect(await archive.articles.standing({ contentHash: bridge.contentHash })).toMatchObject({ kind: 'removed' });
    expect(await archive.desk.firstSeen('slack', 'r1', AT)).toBe(false);
    expect(await archive.desk.settings(channel)).toEqual({ zone: 'UTC' });
  });
}

function find(archive: Archive, words: string, { limit = 50 } = {}): Promise<readonly PassageHit[]> {
  return archive.passages.find({ terms: words.split(' '), limit });
}
