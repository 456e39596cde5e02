import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RenderOptions, renderReply } from '../../adapters/terminal/render.ts';
import { columns, wrap } from '../../adapters/terminal/wrap.ts';
import { escapeMarkdown } from '../../src/outline/markdown.ts';
import { answer, brief, hostile, quoted, refusal, report, statement } from '../contract/replies.ts';

const plain: RenderOptions = { format: 'text', colour: false, links: false, width: 100 };

test('a brief reads as the design shows it', () => {
  expect(renderReply({ kind: 'brief', brief }, plain)).toMatchInlineSnapshot(`
    "DÉTENTE · Arland–Belmar · edition of Saturday 12 April 2031 (UTC)
    covers 10 to 12 April 2031: 3 articles, 3 independent origins · wording: extractive

    MIXED · tension 41, down from 48 on 11 April
    Coralia keeps a channel open while the two sides differ on whether they met [2][3].
    This edition is late by two hours.
    moved by: envoys of Arland and Belmar met in Coralia, Arland said (down 9.1) [1]; Belmar shelled
    Hollow Ford, a resident said (up 4.2) [2]; the passing of time (down 2.3)
    tension 10 to 12 April 2031: ▃▄▄ 30, 48, 41

    NEW SINCE THE LAST EDITION
    • Coralia offered to host talks between Arland and Belmar [1][3].

    STEPS TOWARD CALM
    • On 8 April 2031 envoys of Arland and Belmar met in Coralia, Arland said [1] (one report).

    STEPS AWAY FROM CALM
    • On 9 April 2031 Belmar shelled Hollow Ford, a resident said [2] (one report).

    SOURCES DISAGREE
    • Whether the envoys met.
      – Arland says that they did [1]
      – Belmar denies it [2]
      – Left open.

    NOT KNOWN
    • Deaths at Hollow Ford (nearest: [2])

    SOURCES
    [1] The Arland Post · Envoys meet · 10 April 2031 (inferred)
    [2] Belmar Wire · Belmar denies meeting · 11 April 2031
    [3] (outlet not stated) · Coralia makes an offer · 12 April 2031 (inferred)"
  `);
});

test('an answer stands first, then its quotes, then its sources', () => {
  expect(renderReply(answer, plain)).toMatchInlineSnapshot(`
    "Coralia. Coralia offered to host talks between Arland and Belmar [1][3].
      [3] "offered to host further talks"
      [1] "met those of Belmar in Coralia"
    confidence: moderate (how well it is sourced)

    [1] The Arland Post · Envoys meet · 10 April 2031 (inferred)
    [2] Belmar Wire · Belmar denies meeting · 11 April 2031
    [3] (outlet not stated) · Coralia makes an offer · 12 April 2031 (inferred)"
  `);
});

test('a refusal says what the archive does not hold, and the closest words', () => {
  expect(renderReply(refusal, plain)).toMatchInlineSnapshot(`
    "Not in the archive: no stored article says that Belmar accepted the offer.
    Closest: "Coralia offered to host further talks." [3]

    [1] The Arland Post · Envoys meet · 10 April 2031 (inferred)
    [2] Belmar Wire · Belmar denies meeting · 11 April 2031
    [3] (outlet not stated) · Coralia makes an offer · 12 April 2031 (inferred)"
  `);
});

test('several questions are answered one after the other, under one list of sources', () => {
  const first = report(
    { kind: 'answered', statements: [statement('It did.', quoted(1, 'Arland'))], confidence: 'low' },
    'did it?',
  );
  const second = report(
    { kind: 'unanswered', reason: 'not-mentioned', message: 'No article mentions Dorn.', nearest: [] },
    'did Dorn?',
  );
  const text = renderReply({ kind: 'answer', report: { ...first, parts: [first, second] } }, plain);
  expect(text.indexOf('DID IT?')).toBeLessThan(text.indexOf('It did [1] (one report).'));
  expect(text.indexOf('It did')).toBeLessThan(text.indexOf('DID DORN?'));
  expect(text).toContain('Not in the archive: no article mentions Dorn.');
  expect(text.split('The Arland Post')).toHaveLength(2);
});

test('a long quote is cut between words, with its ellipsis outside the quotation marks', () => {
  const words = Array.from({ length: 100 }, (_, at) => `word${at}`).join(' ');
  const said = statement('It was said.', { articleId: 'article-1', start: 0, end: words.length, quote: words });
  const text = renderReply(
    { kind: 'answer', report: report({ kind: 'answered', statements: [said], confidence: 'low' }) },
    { ...plain, width: 400 },
  );
  expect(text).toMatch(/\[1\] "word0 .{150,200} word\d+" …\n/);
});

test('an empty archive is said so, without a tension', () => {
  const notices = [{ code: 'empty-archive', text: 'The archive is empty.' }] as const;
  const covers = { from: '2031-04-06', to: '2031-04-12', articles: 0, origins: 0 };
  const empty = {
    ...brief,
    situation: null,
    tension: null,
    direction: 'quiet',
    bottomLine: [],
    sources: [],
    covers,
    notices,
  } as const;
  const sections = [{ id: 'new', heading: 'New', items: [] }] as const;
  const text = renderReply({ kind: 'brief', brief: { ...empty, sections } }, plain);
  expect(text).toBe(
    'DÉTENTE · edition of Saturday 12 April 2031 (UTC)\ncovers 6 to 12 April 2031: 0 articles, 0 independent origins · wording: extractive\n\nQUIET\nThe archive is empty.',
  );
});

test('an empty New says why in its place', () => {
  const sections = [{ id: 'new', heading: 'New', items: [] }] as const;
  const nothing = [{ code: 'nothing-new', text: 'No new events; 2 articles repeat known ones.' }] as const;
  const text = renderReply({ kind: 'brief', brief: { ...brief, sections, notices: nothing } }, plain);
  expect(text).toContain('NEW\nNo new events; 2 articles repeat known ones.');
  expect(text.split('No new events')).toHaveLength(2);
});

test('links open the quoted words of the article, and only http(s) addresses become links', () => {
  const text = renderReply(answer, { ...plain, links: true });
  expect(text).toContain(
    '\u001b]8;;https://news.example/arland/envoys-%28meet%29?id=7&lang=en#:~:text=met%20those%20of%20Belmar%20in%20Coralia\u001b\\[1]\u001b]8;;\u001b\\',
  );
  expect(renderReply(hostile(), { ...plain, links: true })).not.toContain('\u001b');
  expect(renderReply(hostile(), { ...plain, format: 'markdown' })).not.toMatch(/(?<!\\)\]\(/);
});

test('colour only repeats what the words say', () => {
  const coloured = renderReply({ kind: 'brief', brief }, { ...plain, colour: true });
  expect(coloured).toContain('\u001b[1;33mMIXED');
  expect(stripVTControlCharacters(coloured)).toBe(renderReply({ kind: 'brief', brief }, plain));
});

test('no line is wider than asked, but for a word that is', () => {
  for (const width of [30, 60, 100])
    for (const line of renderReply({ kind: 'brief', brief }, { ...plain, width }).split('\n'))
      expect(columns(line) <= width || line.trim().split(' ').length <= 2).toBe(true);
});

test('East Asian letters count two columns, marks on letters none', () => {
  expect(columns('日本語')).toBe(6);
  expect(columns('e\u0301')).toBe(1);
});

test('wrapping keeps every word in order, at any width', () => {
  const words = fc.array(fc.stringMatching(/^[a-z\d[\]]{1,12}$/), { maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 80 }), (list, width) => {
      const lines = wrap([{ text: list.join(' ') }], { first: '', hang: '', width });
      expect(lines.join(' ')).toBe(list.join(' '));
      for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true);
    }),
    { seed: 7 },
  );
});

test('escaped Markdown reads back as it was, and holds no live markup', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ1 `*_[]()<>!#@|~&;:/\\.-+=w'), maxLength: 40 });
  fc.assert(
    fc.property(text, (original) => {
      const escaped = escapeMarkdown(original);
      expect(escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(original);
      expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[`*_[\]<>|~@#]|:\/\//);
    }),
    { seed: 7, numRuns: 300 },
  );
});
