import { describe, expect, test } from 'vitest';
import { feedOf, rss } from './documents.ts';

const xml = (title: string, encoding: string) =>
  rss(`<title>${title}</title>`).replace('?>', ` encoding="${encoding}"?>`);
const titleOf = (body: Uint8Array, type?: string) => feedOf(body, { type }).items[0]?.title;
const latin = (text: string) => Buffer.from(text, 'latin1');

/** Bytes of a one-byte encoding that Node writes none of: what lies beyond ASCII is given by its byte. */
function bytesOf(text: string, bytes: Readonly<Record<string, number>>): Uint8Array {
  return Uint8Array.from([...text].map((sign) => bytes[sign] ?? sign.charCodeAt(0)));
}

describe('the encoding of a feed', () => {
  test('UTF-8 with a byte order mark', () => {
    expect(titleOf(Buffer.from(`\uFEFF${xml('Café', 'iso-8859-1')}`))).toBe('Café');
  });

  test.each(['utf16le', 'utf-16be'])('%s with and without its mark', (order) => {
    const wide = (text: string) => {
      const bytes = Buffer.from(text, 'utf16le');
      return order === 'utf16le' ? bytes : bytes.swap16();
    };
    expect(titleOf(wide(`\uFEFF${xml('青葉 停戦', 'utf-16')}`))).toBe('青葉 停戦');
    expect(titleOf(wide(xml('青葉 停戦', 'utf-16')))).toBe('青葉 停戦');
  });

  test('named by the declaration', () => {
    const bytes = bytesOf(xml('Мир', 'windows-1251'), { М: 0xcc, и: 0xe8, р: 0xf0 });
    expect(titleOf(bytes)).toBe('Мир');
  });

  test('named by the header, which counts before the declaration', () => {
    const bytes = bytesOf(xml('Мир', 'iso-8859-1'), { М: 0xcc, и: 0xe8, р: 0xf0 });
    expect(titleOf(bytes, 'application/rss+xml; charset=windows-1251')).toBe('Мир');
  });

  test('named as something that it is not: UTF-8 is told by its bytes', () => {
    expect(titleOf(Buffer.from(xml('Waffenruhe für Orsk', 'iso-8859-1')), 'text/xml; charset=us-ascii')).toBe(
      'Waffenruhe für Orsk',
    );
  });

  test('named as UTF-8, written as windows-1252', () => {
    expect(titleOf(latin(xml('Waffenruhe f\u00fcr \u0093Orsk\u0094', 'utf-8')), 'application/xml; charset=utf-8')).toBe(
      'Waffenruhe für “Orsk”',
    );
  });

  test('UTF-8 with one broken sign stays UTF-8', () => {
    const broken = Buffer.concat([Buffer.from(xml('Größe, Höhe, Länge', 'utf-8')), Buffer.from([0xc3])]);
    expect(titleOf(broken)).toBe('Größe, Höhe, Länge');
  });

  test('Japanese in seven bits', () => {
    const bytes = Buffer.from(xml('\u001b$BDd@o\u001b(B', 'iso-2022-jp'), 'latin1');
    expect(titleOf(bytes)).toBe('停戦');
  });

  test('an encoding that nobody knows', () => {
    expect(titleOf(latin(xml('f\u00fcr', 'x-klingon')))).toBe('für');
  });
});
