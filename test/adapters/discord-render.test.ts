import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionOf } from '../../adapters/discord/components/buttons.ts';
import { escaped, escapedStart } from '../../adapters/discord/components/escape.ts';
import { filledIn, modalOf } from '../../adapters/discord/components/modal.ts';
import { type RenderOptions, render } from '../../adapters/discord/render.ts';
import type { Brief, Form, Reply, Statement } from '../../src/index.ts';
import { hostileText, repliesWith } from '../contract/hostile.ts';
import { answer, brief, hostile, longBrief, refusal } from '../contract/replies.ts';
import { violations } from '../discord/limits.ts';
import { bodyViolations } from '../discord/openapi.ts';
import { hazardsIn, linksIn, shownText } from '../discord/reading.ts';

const path = '/channels/1122000000000000003/messages';
const posted = ({ components }: { readonly components: readonly object[] }) => ({
  components,
  flags: 1 << 15,
  allowed_mentions: { parse: [] },
});
const brokenBy = (body: object) => [...bodyViolations('POST', path, body), ...violations('POST', path, body)];

/** Screens as Discord gets them; `node test/discord/picture.ts` makes the pictures of docs/discord.md from them. */
const screens: readonly (readonly [string, Reply, RenderOptions])[] = [
  ['brief', { kind: 'brief', brief }, {}],
  ['answer', answer, { request: '1122000000000000042', isPrivate: true }],
  ['refusal', refusal, { request: '1122000000000000042' }],
  [
    'welcome',
    {
      kind: 'welcome',
      status: { schedules: [], deliveries: [], archive: { articles: 0 }, outlets: [], questionsToday: 0 },
    },
    {},
  ],
];

test.for(screens)('the %s is what the fixture shows', async ([name, reply, options]) => {
  const messages = render(reply, options);
  expect(messages.flatMap((message) => brokenBy(posted(message)))).toEqual([]);
  await expect(`${JSON.stringify(messages, undefined, 2)}\n`).toMatchFileSnapshot(`../fixtures/discord/${name}.json`);
});

test('a parent holds the bottom line, news first, and buttons; what follows holds the rest, each statement once', () => {
  const [parent, ...rest] = render({ kind: 'brief', brief: longBrief() });
  expect(shownText(parent.components).match(/New: /g)).toHaveLength(4);
  const shown = [parent, ...rest].map(({ components }) => shownText(components)).join(' ');
  for (const { items } of longBrief().sections)
    for (const item of items) expect(shown.split(item.text.replace(/\.$/, ''))).toHaveLength(2);
});

test('marks are links to the articles, and nothing else is', () => {
  const [cited] = render(answer);
  const links = linksIn(cited.components);
  expect(links.length).toBeGreaterThan(0);
  expect(links.every((url) => url.startsWith('https://news.example/arland/envoys-%28meet%29?id=7&lang=en'))).toBe(true);
  expect(linksIn(render(hostile())[0].components)).toEqual([]);
});

test('a parent whose links would part it opens the articles, and what follows opens the words', () => {
  const long = longBrief();
  const path = `https://news.example/world/2031/04/12/${'envoys-meet-again-'.repeat(12)}`;
  const sources = long.sources.map((source) => ({ ...source, url: `${path}${source.number}` }));
  const [item] = long.sections[0]?.items ?? [];
  const cited = { ...(item as Statement), citations: long.bottomLine.flatMap(({ citations }) => citations) as never };
  const news = Array.from({ length: 5 }, (_, at) => ({
    ...cited,
    text: `${at} ${'said again and again '.repeat(12)}.`,
  }));
  const sections = [{ id: 'new', heading: 'New', items: news }, ...long.sections.slice(1)] as Brief['sections'];
  const [parent, ...rest] = render({ kind: 'brief', brief: { ...long, sources, sections } });
  expect(shownText(parent.components).match(/New: /g)?.length).toBeGreaterThanOrEqual(4);
  expect(linksIn(parent.components).every((url) => url.startsWith(path) && !url.includes('#'))).toBe(true);
  expect(rest.flatMap(({ components }) => linksIn(components)).some((url) => url.includes('#:~:text='))).toBe(true);
  expect(violations('POST', '/channels/1/messages', posted(parent))).toEqual([]);
});

test('an address too long for a message gives way to the article’s own, and that to a plain mark', () => {
  const withUrl = (url: string): Reply => {
    const [source, ...others] = brief.sources;
    return { kind: 'brief', brief: { ...brief, sources: [{ ...source, url } as never, ...others] } };
  };
  const long = `https://news.example/${'a'.repeat(480)}`;
  const targets = (url: string) => render(withUrl(url)).flatMap(({ components }) => linksIn(components));
  expect(targets(long)).toContain(long);
  expect(targets(long).filter((url) => url.length > 600)).toEqual([]);
  expect(targets(`https://news.example/${'a'.repeat(700)}`)).toEqual([]);
});

test.for([
  ['@everyone', '\\@everyone'],
  ['<@1> <#2> </ask:3> <t:4>', '\\<\\@1\\> \\<\\#2\\> \\<\\/ask\\:3\\> \\<t\\:4\\>'],
  ['https://evil.example', 'https\\:\\/\\/evil.example'],
  ['discord.gg/evil', 'discord.gg\\/evil'],
  ['a_b*c', 'a\\_b\\*c'],
] as const)('%j is written as %j', ([text, written]) => {
  expect(escaped(text)).toBe(written);
});

test.for([
  ['- a list', '\\- a list'],
  ['12. a list', '12\\. a list'],
  ['1) a list', '1\\) a list'],
  ['12 April', '12 April'],
] as const)('at the beginning of a line %j is written as %j', ([text, written]) => {
  expect(escapedStart(text)).toBe(written);
});

const runs = process.env['DETENTE_LONG'] ? 100_000 : 10_000;

test(`${runs} nasty strings in every place: nothing is alive, no link is foreign, no limit is exceeded`, {
  timeout: 3_600_000,
}, () => {
  fc.assert(
    fc.property(hostileText, fc.nat(11), fc.boolean(), (text, which, isPrivate) => {
      const reply = repliesWith(text)[which] as Reply;
      for (const message of render(reply, { request: '1122000000000000042', isPrivate })) {
        const body = posted(message);
        expect(violations('POST', path, body)).toEqual([]);
        expect(hazardsIn(body, (url) => url.startsWith('https://news.example/'))).toEqual([]);
      }
    }),
    { numRuns: runs, seed: 20_310_412 },
  );
});

/** Marks as they stand in Discord's Markdown, linked or not, and whole. */
const MARK = /\[\\\[(\d+)\\\]\]\(https?:[^()\s]+\)|\\\[(\d+)\\\]/g;

test('however long a sentence is, no citation is cut, and none is lost', () => {
  const words = fc.array(fc.lorem({ maxCount: 60 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (sentences) => {
      const [{ citations }] = brief.bottomLine as [(typeof brief.bottomLine)[number]];
      const items = sentences.map((parts) => ({ text: `${parts.join(' ')}.`, citations, origins: 2 }));
      const edition: Brief = {
        ...brief,
        bottomLine: [],
        sections: [{ id: 'new', heading: 'New', items }],
        notices: [],
      };
      const texts = render({ kind: 'brief', brief: edition }).flatMap(({ components }) =>
        [...JSON.stringify(components).matchAll(/"content":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) =>
          JSON.parse(text),
        ),
      );
      const lines = texts.join('\n').split('\n');
      const statements = lines.filter((line) => !/^>|^\[?\\?\[|moved by|covers/.test(line)).join('\n');
      const numbers = [...statements.matchAll(MARK)].map(([, linked, plain]) => linked ?? plain);
      const cited = new Set(citations.map(({ articleId }) => articleId)).size;
      expect(numbers).toHaveLength(items.length * cited);
      expect(statements.replace(MARK, '')).not.toMatch(/\\\[|\]\(|https?:/);
    }),
    { numRuns: 300, seed: 20_310_412 },
  );
});

test('every button is read back as what it stands for', () => {
  const texts = [...render({ kind: 'brief', brief }), ...render(answer, { request: '42', isPrivate: true })];
  const ids = [...JSON.stringify(texts).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id = '']) => id);
  expect(ids.map(actionOf)).toEqual([
    { kind: 'brief', text: 'sources 2031-04-12 for Arland–Belmar' },
    { kind: 'brief', text: 'since 2031-04-12 for Arland–Belmar' },
    { kind: 'brief', text: 'wrong 2031-04-12 for Arland–Belmar' },
    { kind: 'brief', text: 'export 2031-04-12 for Arland–Belmar' },
    { kind: 'share', of: '42' },
    { kind: 'right', of: '42' },
    { kind: 'wrong', of: '42' },
  ]);
  expect(actionOf('dance 1')).toBeUndefined();
});

const place = { direct: false, isRole: (id: string) => id.startsWith('9') };
const callback = '/interactions/1122000000000000003/token/callback';
const modalBroken = (data: object) => {
  const body = { type: 9, data };
  return [...bodyViolations('POST', callback, body), ...violations('POST', callback, body)];
};

test('a form fits a modal, whatever its words', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 1, max: 250 }), fc.boolean(), (text, count, direct) => {
      const options = Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: text, group: text }));
      const form = {
        kind: 'feedback',
        title: text,
        note: text,
        submit: text,
        fields: [
          { kind: 'choice', name: 'a', label: text, options, value: 'v3' },
          { kind: 'choices', name: 'c', label: text, options, values: ['v1'] },
          { kind: 'time', name: 'd', label: text },
          { kind: 'people', name: 'e', label: text, values: ['91', '12'] },
          { kind: 'text', name: 'f', label: text },
        ],
      } as unknown as Form;
      expect(modalBroken(modalOf(form, { ...place, direct }))).toEqual([]);
      const short = { ...form, fields: [form.fields[0], form.fields[4]] } as unknown as Form;
      expect(modalBroken(modalOf(short, place))).toEqual([]);
    }),
    { numRuns: 200, seed: 20_310_412 },
  );
});

test('what was chosen in any part of a long choice is the choice', () => {
  const chosen: [string, unknown][] = [
    ['about', []],
    ['about.2', ['v30']],
    ['text', 'the day'],
    ['quiet', ['sat', 'sun']],
  ];
  expect(filledIn(chosen)).toEqual({ about: 'v30', text: 'the day', quiet: 'sat,sun' });
});
