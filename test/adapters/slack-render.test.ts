import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modalView } from '../../adapters/slack/blocks/views.ts';
import { createRender } from '../../adapters/slack/render.ts';
import type { Brief, Reply } from '../../src/index.ts';
import { hostileText, repliesWith } from '../contract/hostile.ts';
import { answer, brief, hostile, longBrief, refusal } from '../contract/replies.ts';
import { violations } from '../slack/limits.ts';
import { hazardsIn, linksIn, shownText } from '../slack/reading.ts';

const render = createRender();
const posted = (message: object) => ({
  ...message,
  unfurl_links: false,
  unfurl_media: false,
  link_names: false,
  parse: 'none',
});

/** Screens as Slack gets them; `node test/slack/picture.ts` makes the pictures of docs/slack.md from them. */
const screens: readonly (readonly [string, Reply, string?])[] = [
  ['brief', { kind: 'brief', brief }],
  ['answer', answer, 'request-1'],
  ['refusal', refusal],
  [
    'welcome',
    {
      kind: 'welcome',
      status: { schedules: [], deliveries: [], archive: { articles: 0 }, outlets: [], questionsToday: 0 },
    },
  ],
];

test.for(screens)('the %s is what the fixture shows', async ([name, reply, shareable]) => {
  const messages = render(reply, shareable === undefined ? {} : { shareable });
  expect(messages.flatMap((message) => violations('chat.postMessage', posted(message)))).toEqual([]);
  await expect(`${JSON.stringify(messages, undefined, 2)}\n`).toMatchFileSnapshot(`../fixtures/slack/${name}.json`);
});

test('a parent holds the bottom line, at most five acts with news first, and buttons; the thread holds the rest', () => {
  const [parent, ...thread] = render({ kind: 'brief', brief: longBrief() });
  const items = shownText(parent.blocks).match(/New: /g);
  expect(items).toHaveLength(4);
  expect(parent.blocks.at(-1)).toMatchObject({ type: 'actions' });
  const shown = [parent, ...thread].map(({ blocks }) => shownText(blocks)).join(' ');
  for (const { items: listed } of longBrief().sections)
    for (const item of listed) expect(shown.split(item.text.replace(/\.$/, ''))).toHaveLength(2);
});

test('a brief without news says so, and shows what stands', () => {
  const quiet: Brief = {
    ...brief,
    sections: brief.sections.map((section) =>
      section.id === 'new' ? { ...section, items: [] } : section,
    ) as Brief['sections'],
    notices: [{ code: 'nothing-new', text: 'Nothing new since the edition of 11 April 2031.' }],
  };
  const text = shownText(render({ kind: 'brief', brief: quiet })[0].blocks);
  expect(text).toMatch(/Nothing new since the edition of 11 April 2031\. Steps toward calm: On 8 April/);
});

const runs = process.env['DETENTE_LONG'] ? 100_000 : 10_000;

test(`${runs} nasty strings in every place: nothing is alive, no link is foreign, no limit is exceeded`, {
  timeout: 3_600_000,
}, () => {
  fc.assert(
    fc.property(hostileText, fc.nat(11), fc.boolean(), (text, which, isPrivate) => {
      const reply = repliesWith(text)[which] as Reply;
      const messages = render(reply, isPrivate ? { shareable: 'request-1' } : {});
      for (const message of messages) {
        expect(violations('chat.postMessage', posted(message))).toEqual([]);
        expect(hazardsIn(message, (url) => url.startsWith('https://news.example/'))).toEqual([]);
      }
    }),
    { numRuns: runs, seed: 20_310_412 },
  );
});

test('an address of an article is linked in its normal form, and only where it is http(s)', () => {
  const [message] = render(hostile());
  expect(linksIn(message.blocks)).toEqual([]);
  const [cited] = render(answer);
  expect(
    linksIn(cited.blocks).every((url) => url.startsWith('https://news.example/arland/envoys-%28meet%29?id=7&lang=en')),
  ).toBe(true);
});

test('a form fits a modal, whatever its words', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const option = { value: 'v', label: text };
      const many = Array.from({ length: 250 }, (_, at) => ({
        value: `v${at}`,
        label: text,
        group: at % 2 ? text : 'b',
      }));
      const view = modalView(
        {
          kind: 'feedback',
          title: text,
          note: text,
          submit: text,
          fields: [
            { kind: 'choice', name: 'a', label: text, options: [option] },
            { kind: 'choice', name: 'b', label: text, options: [option, ...many], value: 'v3' },
            { kind: 'choices', name: 'c', label: text, options: [option], values: [] },
            { kind: 'time', name: 'd', label: text },
            { kind: 'people', name: 'e', label: text, values: [] },
            { kind: 'text', name: 'f', label: text },
          ],
        },
        'context',
      );
      expect(violations('views.open', { view })).toEqual([]);
    }),
    { numRuns: 200, seed: 20_310_412 },
  );
});
