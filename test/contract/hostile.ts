import fc from 'fast-check';
import type { Brief, Reply, Statement } from '../../src/index.ts';
import { brief, report } from './replies.ts';

/** What hostile texts are made of. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    '<!channel>',
    '<!here|here>',
    '<@U123>',
    '<#C123|x>',
    '<!subteam^S1>',
    '<!date^1^{date}|x>',
    '@everyone',
    '@here',
    '<https://evil.example|safe>',
    'https://evil.example/x?y=1&z=2',
    'www.evil.example',
    'mail@evil.example',
    'mailto:mail@evil.example',
    ':skull:',
    '<:skull:123>',
    '<a:dance:1>',
    '<@&42>',
    '<t:1700000000:R>',
    '</ask:1>',
    '<id:customize>',
    'discord.gg/evil',
    'https\\://evil.example',
    '[x](https://evil.example)',
    '![x](https://evil.example)',
    '# h ## h -# small',
    '||spoiler|| __u__',
    '```js\nx```',
    '\\',
    '\\\\@everyone',
    '*b* _i_ ~s~ `c` ```d```',
    '> quote',
    '&lt;!channel&gt;',
    '&amp;lt;',
    '\u202edesrever\u202c',
    '\u200b\ufeff\u{e0041}',
    '\n\n- x\n1. y',
    '',
    ' ',
    'x'.repeat(3_500),
    'wörter '.repeat(900),
    '🕊️'.repeat(400),
  ),
);
/** For a renderer to make inert. */
export const hostileText = fc.array(nasty, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));

/** One text in every place of a reply that an article's or a user's words can reach. */
export function repliesWith(text: string): Reply[] {
  const citation = { articleId: 'a', start: 0, end: text.length, quote: text };
  const said: Statement = { text, citations: [citation], origins: 1, attribution: text };
  const source = {
    number: 1,
    articleId: 'a',
    outlet: text,
    title: text,
    dateBasis: 'unknown',
    origin: 'o',
    url: `https://news.example/${text}`,
  } as const;
  const edition: Brief = {
    ...brief,
    situation: { name: text, parties: [text, text] },
    bottomLine: [said],
    sections: [{ id: 'new', heading: text, items: [said, said] }],
    notices: [{ code: 'stale', text }],
    sources: [source],
  };
  const answered = { kind: 'answered', short: text, statements: [said], confidence: 'low', message: text } as const;
  const schedule = { definition: text, situation: text, time: '07:00', zone: 'UTC', quietDays: [] };
  const delivery = { date: '2031-04-12', definition: text, correction: false, state: 'failed', late: false } as const;
  const status = {
    schedules: [schedule],
    deliveries: [{ ...delivery, due: '2031-04-12T07:00:00Z', attempts: 3, reason: text }],
    archive: { articles: 1 },
    outlets: [{ outlet: text, articles: 1 }],
    questionsToday: 1,
    feeds: {
      ...{ total: 1, paused: 0, silent: 0, failing: 1 },
      faults: [{ name: text, since: '2031-04-12T07:00:00Z', reason: text }],
    },
  };
  const feed = {
    ...{ url: `https://news.example/${text}`, title: text, addedAt: 0, nextAt: 0, paused: false, interval: 0 },
    ...{ failures: 1, reason: text, seen: 3, taken: 1 },
  };
  const tried = { title: text, link: `https://evil.example/${text}`, verdict: 'refused', reason: text } as const;
  const found = { kind: 'feed', url: feed.url, title: text, items: [tried], total: 9 } as const;
  return [
    { kind: 'brief', brief: edition },
    { kind: 'answer', report: report(answered, text, [source]) },
    {
      kind: 'answer',
      report: report({ kind: 'unanswered', reason: 'no-evidence', message: text, nearest: [citation] }, text, [source]),
    },
    { kind: 'sources', heading: text, brief: edition },
    { kind: 'home', status, questions: [text] },
    { kind: 'welcome', status },
    { kind: 'document', heading: text, text },
    { kind: 'feeds', feeds: [feed, { ...feed, url: `javascript:${text}` }], now: 1, mayTend: true },
    { kind: 'adding', adding: { kind: 'added', feed, found } },
    { kind: 'adding', adding: { kind: 'choice', feeds: [{ url: text, title: text }, found] } },
    { kind: 'notice', text },
    { kind: 'failure', text, reference: text },
  ];
}
