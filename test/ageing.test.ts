import { expect, onTestFinished, test } from 'vitest';
import { definition } from '../briefs/de-escalation.ts';
import { ageArticles } from '../src/ageing.ts';
import { ask } from '../src/answer/ask.ts';
import { composeBrief } from '../src/brief/compose.ts';
import type { Archive } from '../src/domain/archive.ts';
import { eventsOf } from '../src/events/ledger.ts';
import { settleLedger } from '../src/events/upkeep.ts';
import { addTo, archiveOf, type Report } from './archive-of.ts';
import { crisis } from './brief/reports.ts';

/** What was before the crisis, half a year ago: what it adds to the tension has halved a dozen times. */
const before: readonly Report[] = [
  {
    id: 'before-1',
    outlet: 'Harbour Sheet',
    publishedAt: '2030-11-04',
    text: 'Kenya hosted talks between Ethiopia and Eritrea in Nairobi on Sunday. Eritrean Foreign Minister Dawit Haile condemned Ethiopia on Monday.',
  },
  {
    id: 'before-2',
    outlet: 'Hill Lantern',
    publishedAt: '2030-11-05',
    text: 'Ethiopia closed its border with Eritrea on Monday. Sudan condemned the closure on Tuesday.',
  },
];
const BEFORE = '2030-12-01';
/** Before all of it: what is stored then ages by its own day. */
const EARLY = '2030-01-01';
const TODAY = { date: '2031-05-12', zone: 'UTC' } as const;

async function deskOf(reports: readonly Report[]): Promise<Archive> {
  const archive = await archiveOf([]);
  await addTo(archive, reports, { today: EARLY });
  onTestFinished(() => archive.close());
  return archive;
}

async function wordsOf(archive: Archive) {
  const brief = await composeBrief(archive, definition, TODAY);
  const questions = [
    'Who recalled an ambassador?',
    'What did Kenya offer?',
    'How many people were killed in Ethiopia?',
  ];
  const answers = await Promise.all(questions.map((question) => ask(archive, question, { today: TODAY.date })));
  return { brief, answers: answers.map(({ elapsedMs: _, ...answer }) => answer) };
}

test('what stands in kept articles is told as before, once older ones are forgotten', async () => {
  const archive = await deskOf([...before, ...crisis]);
  const told = await wordsOf(archive);
  expect(await ageArticles(archive, BEFORE)).toEqual({ articles: 2, versions: 0 });
  expect((await archive.articles.list()).map(({ id }) => id).sort()).toEqual(crisis.map(({ id }) => id).sort());
  expect(await wordsOf(archive)).toEqual(told);
  expect(await archive.ledger.unplaced(9)).toEqual([]);
  expect(await archive.ledger.unmerged(9)).toEqual([]);
});

test('the events are those of an archive that never had the forgotten articles', async () => {
  const archive = await deskOf([...before, ...crisis]);
  await ageArticles(archive, BEFORE);
  const events = await eventsOf(archive);
  expect(events).toEqual(await eventsOf(await deskOf(crisis)));
  expect(events.length).toBeGreaterThan(5);
});

const closure: Report = {
  id: 'later',
  outlet: 'Coast Post',
  publishedAt: '2030-12-02',
  text: 'Ethiopia closed its border with Eritrea on 4 November 2030, officials said.',
};

test('an event that kept articles report too is told by these', async () => {
  const archive = await deskOf([...before, closure]);
  const closed = async () => (await eventsOf(archive)).filter(({ summary }) => summary.includes('border'));
  expect((await closed()).map(({ articles }) => articles)).toEqual([['before-2', 'later']]);
  await ageArticles(archive, BEFORE);
  expect((await closed()).map(({ articles }) => articles)).toEqual([['later']]);
  expect(await eventsOf(archive)).toEqual(await eventsOf(await deskOf([closure])));
});

test('an act that is forgotten is not told as a new one by an article that looks back on it', async () => {
  const text = 'On Friday Qatar offered to mediate between Chad and Sudan.';
  const offer = { id: 'offer', publishedAt: '2030-03-01', text };
  const back = "Neither Chad nor Sudan has answered Qatar's offer to mediate.";
  const archive = await deskOf([offer, { id: 'later', publishedAt: '2030-03-28', text: back }]);
  const summaries = async () => (await eventsOf(archive)).map(({ summary }) => summary);
  expect(await summaries()).toEqual(['On 1 March 2030 Qatar offered to mediate between Chad and Sudan.']);
  await ageArticles(archive, '2030-03-02');
  expect(await summaries()).toEqual([]);
});

test('an act that is forgotten is not told as a new one by an old article that was taken in after it', async () => {
  const text = 'On Friday Qatar offered to mediate between Chad and Sudan.';
  const archive = await deskOf([{ id: 'offer', publishedAt: '2030-03-01', text }]);
  const back = "Neither Chad nor Sudan has answered Qatar's offer to mediate.";
  await addTo(archive, [{ id: 'back', publishedAt: '2030-03-28', text: back }], { today: '2031-02-01' });
  expect(await ageArticles(archive, '2030-04-01')).toMatchObject({ articles: 1 });
  expect((await archive.articles.list()).map(({ id }) => id)).toEqual(['back']);
  expect(await eventsOf(archive)).toEqual([]);
});

test('an act that an old article reports too stays with it, where that was taken in after the others', async () => {
  const archive = await deskOf(before);
  const text = 'Ethiopia closed its border with Eritrea on Monday, traders said.';
  const late: Report = { id: 'late', outlet: 'Coast Post', publishedAt: '2030-11-05', text };
  await addTo(archive, [late], { today: '2031-05-01' });
  const closed = async () => (await eventsOf(archive)).filter(({ summary }) => summary.includes('border'));
  expect((await closed()).map(({ articles }) => articles)).toEqual([['before-2', 'late']]);
  expect(await ageArticles(archive, BEFORE)).toMatchObject({ articles: 2 });
  expect(await eventsOf(archive)).toEqual(await eventsOf(await deskOf([late])));
  expect((await closed()).map(({ date }) => date.from)).toEqual(['2030-11-04']);
});

test('an archive of old articles that was brought today stays whole, and a day after its time nothing of it is left', async () => {
  const archive = await archiveOf([]);
  onTestFinished(() => archive.close());
  await addTo(archive, [...before, ...crisis], { today: '2036-01-01' });
  const events = await eventsOf(archive);
  expect(await ageArticles(archive, '2036-01-01')).toEqual({ articles: 0, versions: 0 });
  expect(await eventsOf(archive)).toEqual(events);
  expect(await ageArticles(archive, '2036-01-02')).toMatchObject({ articles: before.length + crisis.length });
  expect(await eventsOf(archive)).toEqual([]);
});

test('whose state only a forgotten article gave keeps it, where it was read before', async () => {
  const text = 'Dawit Haile accused Ethiopia of an attack on Monday.';
  const archive = await deskOf([...before, { id: 'bare', publishedAt: '2031-05-06', text }]);
  const accusers = async () =>
    (await eventsOf(archive)).flatMap(({ articles, actors }) => (articles.includes('bare') ? actors : []));
  expect(await accusers()).toEqual(['Dawit Haile (Eritrea)']);
  await ageArticles(archive, BEFORE);
  await addTo(archive, [closure], { today: EARLY });
  expect(await accusers()).toEqual(['Dawit Haile (Eritrea)']);
});

test('a merge that read an article which is forgotten meanwhile is made again', async () => {
  const archive = await deskOf([]);
  const ledger = archive.ledger;
  await addTo(archive, [...before, closure], { today: EARLY });
  await archive.articles.derive('later', { publishedAt: '2030-12-03' });
  // the block is read, then the article goes, then the merge is written
  let isAged = false;
  const slow = {
    ...archive,
    ledger: new Proxy(ledger, {
      get: (target, name) => {
        const method = Reflect.get(target, name).bind(target);
        if (name !== 'merge') return method;
        return async (...values: unknown[]) => {
          if (!isAged) await ageArticles(archive, BEFORE);
          isAged = true;
          return method(...values);
        };
      },
    }),
  };
  await settleLedger(slow);
  expect(isAged).toBe(true);
  const entries = await ledger.entries();
  expect(entries.map(({ firstReport }) => firstReport)).toEqual(['2030-12-03']);
});

test('a stop leaves the rest for the next time', async () => {
  const many = Array.from({ length: 20 }, (_, at) => ({ ...closure, id: `c${at}`, text: `Round ${at}. Envoys met.` }));
  const archive = await deskOf(many);
  const stop = new AbortController();
  const { retention } = archive;
  const stopping = {
    age: async (...values: Parameters<typeof retention.age>) => {
      const gone = await retention.age(...values);
      stop.abort();
      return gone;
    },
    thin: (limit: number) => retention.thin(limit),
  };
  const { articles } = await ageArticles({ retention: stopping }, '2031-05-01', stop.signal);
  expect(articles).toBeLessThan(20);
  expect((await archive.articles.tally()).total).toBe(20 - articles);
  await ageArticles(archive, '2031-05-01');
  expect((await archive.articles.tally()).total).toBe(0);
});
