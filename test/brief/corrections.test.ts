import { expect, onTestFinished, test } from 'vitest';
import { definition } from '../../briefs/de-escalation.ts';
import { composeBrief } from '../../src/brief/compose.ts';
import { correctionOf } from '../../src/brief/corrections.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { Edition } from '../../src/domain/delivery.ts';
import { removeArticle } from '../../src/intake.ts';
import { addTo, archiveOf, type Report } from '../archive-of.ts';

const shelling: Report = {
  id: 'r0',
  outlet: 'River Post',
  publishedAt: '2031-05-08',
  text: 'Chad shelled a village in Niger on Tuesday, killing four people. Niger recalled its ambassador from Chad on Wednesday.',
};
const offer: Report = {
  id: 'r1',
  outlet: 'Hill Lantern',
  publishedAt: '2031-05-08',
  text: 'Algeria offered on Wednesday to mediate between Chad and Niger.',
};
const seven: Report = {
  id: 'r2',
  outlet: 'Sand Herald',
  publishedAt: '2031-05-08',
  text: 'Chad shelled a village in Niger on Tuesday, killing seven people.',
};
const TODAY = '2031-05-10';

/** An edition as it was sent on 9 May. */
async function sentEdition(...reports: readonly Report[]) {
  const archive = await archiveOf(reports);
  onTestFinished(() => archive.close());
  const brief = await composeBrief(archive, definition, { date: '2031-05-09', zone: 'UTC' });
  const edition: Edition = { brief, mark: await archive.articles.mark() };
  const correct = (confirmed: ReadonlySet<string> = new Set(), of = edition) =>
    correctionOf(archive, definition, of, { today: TODAY, confirmed });
  return { archive, edition, correct };
}

function textsOf({ bottomLine, sections }: Brief): string[] {
  return [...bottomLine, ...sections.flatMap(({ items }) => [...items])].map(({ text }) => text);
}

function readingsIn({ sections }: Brief): string[] {
  return sections.flatMap((section) =>
    section.id === 'disagree' ? section.items.flatMap(({ readings }) => readings.map(({ text }) => text)) : [],
  );
}

/** Every article that is cited, and those that are listed as sources. */
function articlesIn(brief: Brief) {
  const cited = JSON.stringify([brief.bottomLine, brief.sections]).matchAll(/"articleId":"([^"]+)"/g);
  return {
    cited: [...new Set([...cited].map(([, id]) => id))],
    listed: brief.sources.map(({ articleId }) => articleId),
  };
}

test('an edition whose words all stand needs no correction', async () => {
  const { correct } = await sentEdition(shelling, offer);
  expect(await correct()).toBeUndefined();
});

test('a later article that only tells more needs no correction', async () => {
  const { archive, correct } = await sentEdition(shelling, offer);
  await addTo(archive, [
    { ...offer, id: 'r2', outlet: 'Sand Herald', publishedAt: TODAY, text: 'Kenya urged calm on Friday.' },
  ]);
  expect(await correct()).toBeUndefined();
});

test('a sentence goes when its article was taken out, and the reason is said', async () => {
  const { archive, edition, correct } = await sentEdition(shelling, offer);
  expect(textsOf(edition.brief).join()).toContain('Algeria');
  await removeArticle(archive, 'r1', 'withdrawn by its outlet', '2031-05-10T08:00:00Z');
  const corrected = await correct();
  expect(textsOf(corrected?.brief as Brief).join()).not.toMatch(/Algeria.* offered/);
  expect(corrected?.brief.notices[0]).toMatchObject({ code: 'corrected', text: expect.stringMatching(/10 May 2031/) });
  expect(corrected?.correction?.changes.map(({ statement }) => statement).join()).toContain('Algeria');
  expect(corrected?.correction?.changes[0]?.reason).toMatch(/Withdrawn: an article .* taken out of the archive/);
  const { cited, listed } = articlesIn(corrected?.brief as Brief);
  expect(cited).toEqual(['r0']);
  expect(listed).toEqual(['r0']);
});

test('a sentence goes when the outlet has taken its words out of the article', async () => {
  const { archive, correct } = await sentEdition(shelling, offer);
  await addTo(archive, [{ ...offer, text: 'Algeria said on Wednesday that it watches the border with concern.' }]);
  const corrected = await correct();
  expect(corrected?.correction?.changes[0]).toMatchObject({
    statement: expect.stringContaining('Algeria'),
    reason: expect.stringContaining('the outlet has changed the article'),
  });
});

test('a sentence that another article tells too keeps the words of that one', async () => {
  const copy = { ...offer, id: 'r2', outlet: 'Sand Herald', text: `${offer.text} The offer was made in Algiers.` };
  const { archive, correct } = await sentEdition(shelling, offer, copy);
  await removeArticle(archive, 'r1', 'by hand', '2031-05-10T08:00:00Z');
  const corrected = await correct();
  expect(textsOf(corrected?.brief as Brief).join()).toContain('Algeria');
  expect(corrected?.correction?.changes[0]?.reason).toMatch(/rests on less/);
  expect(articlesIn(corrected?.brief as Brief).cited.sort()).toEqual(['r0', 'r2']);
});

test('what a later article contradicts stays, with both readings in the edition and in the correction', async () => {
  const { archive, correct } = await sentEdition(shelling, offer);
  const text = 'Chad shelled a village in Niger on Tuesday, killing seven people.';
  await addTo(archive, [{ id: 'r3', outlet: 'Sand Herald', publishedAt: TODAY, text }]);
  const corrected = await correct();
  const disagree = corrected?.brief.sections.find(({ id }) => id === 'disagree');
  expect(JSON.stringify(disagree)).toMatch(/4 deaths.*7 deaths/);
  const [change] = corrected?.correction?.changes ?? [];
  expect(change?.statement).toContain('Chad');
  expect(change?.readings.map((reading) => reading.text)).toEqual(['4 deaths', '7 deaths']);
  expect(corrected?.correction?.sources.map(({ articleId }) => articleId).sort()).toEqual(['r0', 'r3']);
  expect(articlesIn(corrected?.brief as Brief).listed).toContain('r3');
});

test('what was confirmed as wrong goes', async () => {
  const { edition, correct } = await sentEdition(shelling, offer);
  const wrong = textsOf(edition.brief).find((text) => text.includes('Algeria')) ?? '';
  const corrected = await correct(new Set([wrong]));
  expect(textsOf(corrected?.brief as Brief)).not.toContain(wrong);
  expect(corrected?.correction?.changes[0]).toMatchObject({
    statement: wrong,
    reason: expect.stringContaining('a reader marked it as wrong'),
  });
});

test('a sentence whose words are partly gone is told anew from what is left, and the disagreement goes', async () => {
  const { archive, edition, correct } = await sentEdition(shelling, offer, seven);
  expect(readingsIn(edition.brief)).toEqual(['4 deaths', '7 deaths']);
  await removeArticle(archive, 'r2', 'by hand', '2031-05-10T08:00:00Z');
  const corrected = await correct();
  const said = 'On 6 May 2031 Chad shelled Niger; reports differ on the deaths: 4 or 7.';
  const says = 'On 6 May 2031 Chad shelled Niger; one report gives 4 deaths.';
  expect(textsOf(edition.brief)).toContain(said);
  expect(textsOf(corrected?.brief as Brief)).not.toContain(said);
  expect(textsOf(corrected?.brief as Brief)).toContain(says);
  expect(readingsIn(corrected?.brief as Brief)).toEqual([]);
  const change = corrected?.correction?.changes.find(({ statement }) => statement === said);
  expect(change?.reason).toMatch(/^Told anew: an article that it rested on was taken out of the archive/);
  expect(change?.readings.map(({ text, citations }) => [text, citations.map(({ articleId }) => articleId)])).toEqual([
    [says, ['r0']],
  ]);
  expect(corrected?.correction?.sources.map(({ articleId }) => articleId)).toEqual(['r0']);
  expect(await correct(new Set(), corrected as Edition)).toBeUndefined();
});

test('a sentence whose words are partly gone and whose event the archive tells no more is withdrawn', async () => {
  const { archive, correct } = await sentEdition(shelling, offer, seven);
  await removeArticle(archive, 'r0', 'by hand', '2031-05-10T08:00:00Z');
  const corrected = await correct();
  expect(textsOf(corrected?.brief as Brief).join()).not.toMatch(/4 or 7/);
  expect(articlesIn(corrected?.brief as Brief).cited).not.toContain('r0');
});

test('a disagreement that was known and left out for length is no news, whatever agrees with the sentence', async () => {
  const { archive, edition, correct } = await sentEdition(shelling, offer, seven);
  const sections = edition.brief.sections.filter(({ id }) => id !== 'disagree');
  const short = { ...edition, brief: { ...edition.brief, sections } };
  const text = 'Chad shelled a village in Niger on Tuesday, killing four people, officials said.';
  await addTo(archive, [{ id: 'r3', outlet: 'Dune Times', publishedAt: '2031-05-09', text }]);
  expect(await correct(new Set(), short)).toBeUndefined();
});

test('a disagreement stands while two of its readings do, each with what is left of its words', async () => {
  const alike = { ...shelling, id: 'r3', outlet: 'Dune Times', text: `${shelling.text} Both fell silent on Thursday.` };
  const { archive, edition, correct } = await sentEdition(shelling, offer, seven, alike);
  expect(readingsIn(edition.brief)).toEqual(['4 deaths', '7 deaths']);
  await removeArticle(archive, 'r3', 'by hand', '2031-05-10T08:00:00Z');
  const corrected = await correct();
  expect(readingsIn(corrected?.brief as Brief)).toEqual(['4 deaths', '7 deaths']);
  expect(articlesIn(corrected?.brief as Brief).cited).not.toContain('r3');
  expect(corrected?.correction?.changes.every(({ reason }) => /rests on less/.test(reason))).toBe(true);
  expect(await correct(new Set(), corrected as Edition)).toBeUndefined();
});

test('a third reading takes its place in what the edition shows of the question', async () => {
  const { archive, correct } = await sentEdition(shelling, offer, seven);
  const text = 'Chad shelled a village in Niger on Tuesday, killing nine people.';
  await addTo(archive, [{ id: 'r3', outlet: 'Dune Times', publishedAt: '2031-05-09', text }]);
  const corrected = await correct();
  expect(readingsIn(corrected?.brief as Brief)).toEqual(['4 deaths', '7 deaths', '9 deaths']);
  expect(corrected?.correction?.changes.map(({ statement }) => statement)).toEqual([
    'On 6 May 2031 Chad shelled Niger; reports differ on the deaths: 4 or 7.',
  ]);
  expect(await correct(new Set(), corrected as Edition)).toBeUndefined();
});

test('a corrected edition needs no second correction', async () => {
  const { archive, edition, correct } = await sentEdition(shelling, offer);
  const text = 'Chad shelled a village in Niger on Tuesday, killing seven people.';
  await addTo(archive, [{ id: 'r3', outlet: 'Sand Herald', publishedAt: TODAY, text }]);
  await removeArticle(archive, 'r1', 'by hand', '2031-05-10T08:00:00Z');
  const wrong = textsOf(edition.brief).find((one) => one.includes('ambassador')) ?? '';
  const confirmed = new Set([wrong]);
  const once = await correct(confirmed);
  expect(once?.correction?.changes.length).toBeGreaterThanOrEqual(3);
  expect(await correct(confirmed, once as Edition)).toBeUndefined();
});
