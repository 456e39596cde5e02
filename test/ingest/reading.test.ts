import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decoded, isBinary, visibleText } from '../../src/ingest/encoding.ts';
import { readPage } from '../../src/ingest/html.ts';
import { languageOf, languageTag } from '../../src/ingest/language.ts';
import { plainText } from '../../src/ingest/markdown.ts';
import { outletOfHandle } from '../../src/ingest/outlet.ts';
import { titleFromProse, withoutOutletTail } from '../../src/ingest/title.ts';

const now = Date.parse('2024-06-01T00:00:00Z');
const PAGE = readFileSync(new URL('../fixtures/ingest/almanac.html', import.meta.url), 'utf8');

describe('bytes become text', () => {
  const words = 'Détente — “ça va”';
  it('by byte order mark, as UTF-8, by the charset of the page, else as windows-1252', () => {
    const utf8 = Buffer.from(words);
    const utf16 = Buffer.from(words, 'utf16le');
    expect(decoded(utf8)).toBe(words);
    expect(decoded(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]))).toBe(words);
    expect(decoded(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))).toBe(words);
    expect(decoded(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]))).toBe(words);
    expect(decoded(Buffer.from([0x44, 0xe9, 0x74, 0x65, 0x93]))).toBe('Déte“');
    expect(decoded(Buffer.from('<meta charset="koi8-r">\xC1', 'latin1'), true)).toBe('<meta charset="koi8-r">а');
  });

  it('and NUL bytes are no text, UTF-16 apart', () => {
    expect([isBinary(Buffer.from([65, 0, 66])), isBinary(Buffer.from([0xff, 0xfe, 65, 0]))]).toEqual([true, false]);
  });

  it('without what nobody sees; joiners, quotation marks and decomposed letters stay', () => {
    expect(visibleText('a\u200Bb\u202Ec\u2066d\u{E0041}e\uFEFF\r\nf\rg')).toBe('abcde\nf\ng');
    expect(visibleText('می\u200Cخواهم “e\u0301”')).toBe('می\u200Cخواهم “e\u0301”');
  });
});

describe('a page of HTML', () => {
  it('gives title, outlet, author, address, language, and the day it was published', async () => {
    expect(await readPage(PAGE, now)).toMatchObject({
      title: 'Border posts exchange maps',
      outlet: 'River Almanac',
      author: 'Edda Quay',
      url: 'https://river-almanac.example/2024/03/05/border-posts',
      publishedAt: '2024-03-05',
      language: 'en',
    });
  });

  it('gives its paragraphs, parted by blank lines, without menus and sidebars', async () => {
    const page = await readPage(PAGE, now);
    const text = 'text' in page ? page.text : '';
    expect(text).toMatch(/laid & cleared.*“plain work, plainly done”\.\n\n/);
    expect(text).not.toMatch(/Lighthouse|World|2018/);
  });

  it('falls back on its paragraphs, and on the date in its address', async () => {
    const page = await readPage('<p>One short note.</p><p>Another.</p>', now, 'https://a.example/2024/03/05/x');
    expect(page).toMatchObject({ text: 'One short note.\n\nAnother.', publishedAt: '2024-03-05' });
  });

  it('takes the day of the address over an instant in UTC on the next day', async () => {
    const page = `<html><head><meta property="article:published_time" content="2024-03-06T01:00:00Z"></head><p>Text.</p>`;
    expect(await readPage(page, now, 'https://a.example/2024/03/05/x')).toMatchObject({ publishedAt: '2024-03-05' });
  });

  it('takes a date of change only where none of publication is stated', async () => {
    const page = (metas: string) => readPage(`<html><head>${metas}</head><p>Text.</p></html>`, now);
    const modified = '<meta property="article:modified_time" content="2024-03-09">';
    expect(await page(modified)).toMatchObject({ publishedAt: '2024-03-09' });
    expect(await page(`${modified}<meta name="date" content="2024-03-05">`)).toMatchObject({
      publishedAt: '2024-03-05',
    });
    expect(await page('<meta name="date" content="2031-03-05">')).toMatchObject({ publishedAt: undefined });
  });

  it.each([
    ['nested too deep', '<div>'.repeat(200_000)],
    ['nested by elements without ends', '<p><li>'.repeat(100_000)],
    ['of too many elements', '<p>a</p>'.repeat(100_000)],
    ['too large', 'a'.repeat(6 * 1024 * 1024)],
  ])('%s is refused in good time', async (_, markup) => {
    const start = performance.now();
    expect(await readPage(markup, now)).toHaveProperty('rejected');
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('with broken JSON-LD and scripts is read all the same', async () => {
    const page =
      '<html><head><script type="application/ld+json">{"a":</script></head><p>A text stands here.</p></html>';
    expect(await readPage(page, now)).toMatchObject({ text: 'A text stands here.' });
  });
});

it('Markdown becomes plain text', () => {
  const marked =
    '# Head *line*\n\nA **bold** [link](http://a.example/x_(y)) and `code`, a_b_c, 2 * 3 * 4.\n\n![alt](x.png)\n\n> Quoted <b>words</b>\n\n- one\n- two\n\n***\n\n```\nkept\n```\n\n[ref]: http://a.example\n<!-- gone -->1. \\*star\\*';
  expect(plainText(marked).split(/\n+/)).toEqual([
    'Head line',
    'A bold link and code, a_b_c, 2 * 3 * 4.',
    'Quoted words',
    'one',
    'two',
    'kept',
    '1. *star*',
  ]);
});

it('a title is cut from prose at a word, and from its outlet', () => {
  expect(titleFromProse('The talks ended. More follows.')).toBe('The talks ended.');
  expect(titleFromProse(`${'word '.repeat(40)}end.`)).toMatch(/^(?:word ){19}word…$/);
  expect(withoutOutletTail('Talks end | Harbour Courier', undefined)).toBe('Talks end');
  expect(withoutOutletTail('Talks end - Harbour Courier', 'Harbour Courier')).toBe('Talks end');
  expect(withoutOutletTail('Talks end - for now', 'Harbour Courier')).toBe('Talks end - for now');
});

it('a handle is split where common outlet words show the way', () => {
  expect(
    ['nationalherald', 'khaleejtimes', '@MarshObserver', 'the_daily_star', 'ndtv', 'thedailystar', 'dawn'].map(
      outletOfHandle,
    ),
  ).toEqual(['National Herald', 'Khaleej Times', 'Marsh Observer', 'The Daily Star', 'ndtv', 'The Daily Star', 'dawn']);
});

describe('the language of a text', () => {
  it.each([
    ['en', 'The two sides agreed to open the crossing on Tuesday, and the minister said that it would be for good.'],
    ['de', 'Die beiden Seiten haben sich darauf geeinigt, den Übergang am Dienstag zu öffnen, wie der Minister sagte.'],
    ['fr', 'Les deux pays ont décidé de rouvrir le passage mardi, a déclaré le ministre dans une note à la presse.'],
    ['es', 'Los dos países acordaron reabrir el paso el martes, según dijo el ministro en una nota a la prensa.'],
    [
      'pt',
      'Os dois países decidiram reabrir a passagem na terça, disse o ministro em uma nota à imprensa que não foi lida.',
    ],
    ['it', 'I due paesi hanno deciso di riaprire il valico martedì, ha detto il ministro in una nota alla stampa.'],
    [
      'nl',
      'De twee landen hebben besloten om de grens op dinsdag te openen, zei de minister in een brief aan de pers.',
    ],
    [
      'tr',
      'İki ülke salı günü sınır kapısını açmak için anlaştı, bakan bu kararın daha sonra da geçerli olduğunu dedi ve gitti.',
    ],
    ['ru', 'Стороны договорились открыть переход во вторник, сообщил министр, и это было объявлено вечером.'],
    ['uk', 'Сторони домовилися відкрити перехід у вівторок, повідомив міністр, і це оголосили ввечері.'],
    ['ar', 'اتفق الطرفان على فتح المعبر يوم الثلاثاء كما قال الوزير في بيان صحفي'],
    ['fa', 'دو طرف توافق کردند که گذرگاه را روز سه‌شنبه باز کنند، وزیر گفت'],
    ['ur', 'دونوں فریقوں نے منگل کو راستہ کھولنے پر اتفاق کیا ہے'],
    ['he', 'שני הצדדים הסכימו לפתוח את המעבר ביום שלישי'],
    ['zh', '双方同意星期二重新开放口岸，部长说。'],
    ['ja', '両国は火曜日に検問所を再開することで合意した。'],
    ['ko', '양측은 화요일에 국경을 다시 열기로 합의했다.'],
    ['hi', 'दोनों पक्ष मंगलवार को सीमा खोलने पर सहमत हुए।'],
    ['und', 'Xyzzy plugh frotz gnusto rezrov blorb'],
    ['und', '123 456'],
  ])('%s', (code, text) => {
    expect(languageOf(text)).toBe(code);
  });

  it('is read from tags of any length', () => {
    expect(['en-GB', 'pt_BR', 'DE', 'english', undefined].map(languageTag)).toEqual([
      'en',
      'pt',
      'de',
      undefined,
      undefined,
    ]);
  });
});
