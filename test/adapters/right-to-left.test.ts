import { expect, test } from 'vitest';
import { render as discord } from '../../adapters/discord/render.ts';
import { createRender } from '../../adapters/slack/render.ts';
import { renderReply } from '../../adapters/terminal/render.ts';
import type { Brief, Reply } from '../../src/index.ts';
import { brief, quoted, report, statement } from '../contract/replies.ts';

const SAID = 'در 8 آوریل 2031 فرستادگان Arland و Belmar در Coralia با Hossein Amir-Abdollahian دیدار کردند.';
const said = {
  ...statement(SAID, quoted(1, 'its envoys had met'), quoted(2, 'a resident said')),
  origins: 1,
  original: 'x',
};
const english = statement('Coralia offered to host talks.', quoted(3, 'offered to host further talks'));

const persian: Brief = {
  ...brief,
  language: 'fa',
  bottomLine: [said],
  sections: [{ id: 'new', heading: 'New', items: [said, english] }],
};
const replies: readonly (readonly [string, Reply])[] = [
  ['a brief', { kind: 'brief', brief: persian }],
  [
    'an answer',
    {
      kind: 'answer',
      report: {
        ...report({ kind: 'answered', short: 'چین', statements: [said, english], confidence: 'low' }),
        language: 'fa',
      },
    },
  ],
];

/** All texts of a message, one by one. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n');
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Runs of one line are parts of one text on a screen. */
function linesOfSlack(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? [value] : [];
  if ('elements' in value && Array.isArray(value.elements) && value.elements.some((one) => 'text' in one))
    return value.elements
      .map(({ text = '' }) => text)
      .join('')
      .split('\n');
  return Object.values(value).flatMap(linesOfSlack);
}

const platforms: readonly (readonly [string, (reply: Reply) => string[]])[] = [
  [
    'the terminal',
    (reply) => renderReply(reply, { format: 'text', colour: false, links: false, width: 120 }).split('\n'),
  ],
  [
    'Markdown',
    (reply) => renderReply(reply, { format: 'markdown', colour: false, links: false, width: 0 }).split('\n'),
  ],
  ['Slack', (reply) => linesOfSlack(createRender()(reply))],
  ['Discord', (reply) => textsIn(discord(reply))],
];
const narrow = (reply: Reply) =>
  renderReply(reply, { format: 'text', colour: false, links: false, width: 40 }).split('\n');
const cases = platforms.flatMap(([platform, render]) =>
  replies.map(([what, reply]) => [platform, what, render, reply] as const),
);

test.for(cases)(
  'on %s the isolates of %s are closed on every line, and no other sign turns the text',
  ([, , render, reply]) => {
    const lines = render(reply);
    expect(lines.join('\n')).toMatch(/\u2068/);
    for (const line of lines) expect(line).toMatch(/^(?:[^\u2068\u2069]|\u2068[^\u2068\u2069]*\u2069)*$/u);
    expect(lines.join('\n')).not.toMatch(/[\u200e\u200f\u061c\u202a-\u202e\u2066\u2067]/u);
  },
);

test.for(replies)('on a narrow terminal a name of %s is set apart on each line that it stands on', ([, reply]) => {
  for (const line of narrow(reply)) expect(line).toMatch(/^(?:[^\u2068\u2069]|\u2068[^\u2068\u2069]*\u2069)*$/u);
});

test.for(cases)('on %s a line of %s without Persian words has none', ([, , render, reply]) => {
  const left = render(reply).filter((line) => /\p{L}/u.test(line) && !/[\u0600-\u06ff]/u.test(line));
  expect(left.length).toBeGreaterThan(0);
  for (const line of left) expect(line).not.toMatch(/[\u2068\u2069]/u);
});

test('a sentence that stays in English has "(one report)" in English', () => {
  const lines = platforms.flatMap(([, render]) => replies.flatMap(([, reply]) => render(reply)));
  expect(lines.filter((line) => /offered to host talks .*گزارش/.test(line) && !line.includes('چین'))).toEqual([]);
});

test('isolates take no room on a terminal', () => {
  const [, answer] = replies[1] ?? [];
  if (answer === undefined) throw new Error('no answer');
  const lines = narrow(answer);
  const widths = lines.map((line) => line.replace(/[\u2068\u2069\p{M}\u200c]/gu, '').length);
  expect(Math.max(...widths)).toBeLessThanOrEqual(40);
  expect(Math.max(...widths)).toBeGreaterThan(32);
});

test('the same replies in English hold no isolate anywhere', () => {
  const texts = platforms.flatMap(([, render]) => render({ kind: 'brief', brief }));
  expect(texts.join('\n')).not.toMatch(/[\u2066-\u2069]/u);
});
