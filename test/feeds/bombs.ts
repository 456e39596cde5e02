import { gzipSync } from 'node:zlib';

/** Documents built to hold up or fill whoever reads them, or to read what is not theirs: what each must come to. */
export interface Bomb {
  readonly name: string;
  /** Made when it is wanted: together they are two hundred megabytes. */
  readonly body: () => Uint8Array;
  readonly as?: 'page';
  /** Read for what it holds within the limits, or rejected with such a reason, however long that takes. */
  readonly comesTo: 'harmless' | RegExp;
}

const MIB = 1024 * 1024;
const ROOM = 5 * MIB - 400;
const HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Courier</title>';
function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function filled(piece: string, room = ROOM): string {
  return piece.repeat(Math.floor(room / piece.length));
}

function rss(inner: string): Uint8Array {
  return bytes(`${HEAD}${inner}</channel></rss>`);
}

function item(field: string): Uint8Array {
  return rss(`<item><title>Truce holds</title><link>https://courier.example/1</link>${field}</item>`);
}

function declaring(entities: string, title: string): Uint8Array {
  return bytes(
    `<?xml version="1.0"?><!DOCTYPE rss [${entities}]><rss version="2.0"><channel><title>${title}</title></channel></rss>`,
  );
}

const laughs = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');

export const bombs: readonly Bomb[] = [
  {
    name: 'billion laughs',
    body: () => declaring(`<!ENTITY l0 "lol">${laughs}`, '&l10;'),
    comesTo: /declares entities/u,
  },
  {
    name: 'quadratic blow-up',
    body: () => declaring(`<!ENTITY a "${'a'.repeat(100_000)}">`, '&a;'.repeat(100_000)),
    comesTo: /declares entities/u,
  },
  {
    name: 'an entity that is a file',
    body: () => declaring('<!ENTITY f SYSTEM "file:///etc/hostname">', '&f;'),
    comesTo: /declares entities/u,
  },
  {
    name: 'an entity that is an address',
    body: () => declaring('<!ENTITY f SYSTEM "http://127.0.0.1:1/">', '&f;'),
    comesTo: /declares entities/u,
  },
  {
    name: 'parameter entities',
    body: () => declaring('<!ENTITY % f SYSTEM "http://127.0.0.1:1/x.dtd"> %f;', 'Harbour'),
    comesTo: 'harmless',
  },
  { name: '200,000 nested tags', body: () => rss('<a>'.repeat(200_000)), comesTo: /nested more than 64 deep/u },
  {
    name: '65 levels',
    body: () => rss(`<item>${'<a>'.repeat(65)}x${'</a>'.repeat(65)}</item>`),
    comesTo: /nested more than 64 deep/u,
  },
  {
    name: '100,000 items',
    body: () => rss(Array.from({ length: 100_000 }, (_, at) => `<item><guid>${at}</guid></item>`).join('')),
    comesTo: 'harmless',
  },
  { name: '5 MiB of <', body: () => bytes(`${HEAD}${filled('<')}`), comesTo: /breaks off/u },
  { name: '5 MiB of < alone', body: () => bytes(filled('<')), comesTo: /plain text/u },
  { name: 'more than 5 MiB', body: () => rss(' '.repeat(5 * MIB)), comesTo: /larger than 5 MiB/u },
  { name: 'tags that never end', body: () => bytes(`${HEAD}<item><title>${filled('<a ')}`), comesTo: /breaks off/u },
  {
    name: 'quotes that hold tags',
    body: () => bytes(`${HEAD}<item><title>${filled('="<a" ')}`),
    comesTo: /breaks off/u,
  },
  { name: 'an attribute of 4 MiB', body: () => rss(`<item a="${'x'.repeat(4 * MIB)}"/>`), comesTo: /far too long/u },
  {
    name: '60,000 attributes in 64 KiB tags',
    body: () => rss(`<item ${filled("a='' ", 60_000)}/>`.repeat(80)),
    comesTo: 'harmless',
  },
  { name: 'a million tags in an item', body: () => item(filled('<a/>')), comesTo: /too many elements/u },
  { name: 'a comment that never ends', body: () => bytes(`${HEAD}<!--${filled('<item>')}`), comesTo: /breaks off/u },
  {
    name: 'character data that never ends',
    body: () => bytes(`${HEAD}<item><title><![CDATA[${filled('<item>')}`),
    comesTo: /breaks off/u,
  },
  {
    name: 'a document type that never ends',
    body: () => bytes(`<!DOCTYPE rss [${filled('[<"')}`),
    comesTo: /plain text|XML/u,
  },
  {
    name: 'character data in a million parts',
    body: () => item(`<description>${filled('<![CDATA[a]]>')}</description>`),
    comesTo: 'harmless',
  },
  { name: 'an author of brackets', body: () => item(`<author>${filled('(')}</author>`), comesTo: 'harmless' },
  {
    name: 'a title of references',
    body: () => rss(`<item><title>${filled('&amp;')}</title></item>`),
    comesTo: 'harmless',
  },
  { name: 'a teaser of spaces', body: () => item(`<description>a${filled(' ')}b</description>`), comesTo: 'harmless' },
  {
    name: 'a teaser of line breaks',
    body: () => item(`<description>a${filled('\n')}b</description>`),
    comesTo: 'harmless',
  },
  {
    name: 'a teaser of tags',
    body: () => item(`<description><![CDATA[${filled('<p>')}]]></description>`),
    comesTo: 'harmless',
  },
  {
    name: 'a teaser of unfinished tags',
    body: () => item(`<description><![CDATA[${filled('<p ')}]]></description>`),
    comesTo: 'harmless',
  },
  {
    name: 'a teaser that is cut again and again',
    body: () => item(`<description>${filled('... [...] ')}</description>`),
    comesTo: 'harmless',
  },
  { name: 'JSON nested two million deep', body: () => bytes(filled('[')), comesTo: /nested more than 64 deep/u },
  {
    name: 'JSON of two million items',
    body: () => bytes(`{"version":"https://jsonfeed.org/version/1.1","title":"H","items":[${filled('{},')}{}]}`),
    comesTo: 'harmless',
  },
  {
    name: 'names that objects have',
    body: () => item('<__proto__><constructor>x</constructor></__proto__>'),
    comesTo: 'harmless',
  },
  { name: 'gzip within', body: () => gzipSync(Buffer.alloc(32 * MIB)), comesTo: /packed file/u },
  {
    name: 'a page of nested elements',
    as: 'page',
    body: () => bytes(`<html><body>${filled('<div>')}`),
    comesTo: /nested more than \d+ deep/u,
  },
  { name: 'a page of unfinished tags', as: 'page', body: () => bytes(`<html><body>${filled('<p ')}`), comesTo: /./u },
  {
    name: 'a page of links',
    as: 'page',
    body: () => bytes(`<html><body>${filled('<a href=x>y</a>')}`),
    comesTo: /too many elements|list of links/u,
  },
  {
    name: 'a page of one paragraph',
    as: 'page',
    body: () => bytes(`<html><body><p>${filled('a. ')}`),
    comesTo: /./u,
  },
  {
    name: 'a page of numbers in its script',
    as: 'page',
    body: () => bytes(`<html><script type="application/ld+json">${filled('[')}</script><p>x`),
    comesTo: /./u,
  },
];
