import { describe, expect, test } from 'vitest';
import { feedOf, fixture, now, read, reasonOf, rss } from './documents.ts';

describe('RSS', () => {
  const feed = feedOf(fixture('rss-vesna.xml'));
  const [truce, denial] = feed.items;

  test('says what the feed is, and how long it wants to be left alone', () => {
    expect(feed).toMatchObject({
      format: 'rss',
      title: 'Harbour Courier & Co',
      site: 'https://courier.example/',
      language: 'en',
      quietMinutes: 30,
      total: 2,
    });
  });

  test('an item has its own id as key, and an address without what tells where a reader came from', () => {
    expect(truce?.key).toBe('https://courier.example/?p=7');
    expect(truce?.link).toBe('https://courier.example/2024/03/05/truce/?p=7');
    expect(denial?.link).toBe('https://courier.example/2024/03/04/denial');
  });

  test('titles are plain text, whatever was escaped how often', () => {
    expect(truce?.title).toBe('Vesna ’s envoy & Torl agree a truce');
    expect(denial?.title).toBe('Torl denies shelling');
  });

  test('the whole article is paragraphs without captions, scripts and the line that the software adds', () => {
    const paragraphs = truce?.content?.split('\n\n');
    expect(paragraphs).toHaveLength(3);
    expect(paragraphs?.[0]).toMatch(/^Envoys of Vesna and Torl signed .* winter\.$/u);
    expect(paragraphs?.[1]).toBe(
      '“We will hold our fire as long as they hold theirs,” the Torl minister, Edo Kral, told reporters. Observers from three states arrive on Friday.\nThey will stay for a month.',
    );
    expect(paragraphs?.[2]).toMatch(/January\.$/u);
  });

  test('a teaser is no article', () => {
    expect(truce?.summary).toBe('Both sides signed at dawn. […]');
    expect(denial?.content).toBeUndefined();
    expect(denial?.summary).toBe('Torl\'s ministry said "no shell was fired".');
  });

  test('authors are names, not addresses', () => {
    expect(truce?.author).toBe('Ana Boro');
    expect(denial?.author).toBe('Night Desk');
  });

  test('the day is the one in the address where UTC was still in the day before', () => {
    expect(truce).toMatchObject({ publishedAt: '2024-03-04T23:40:00Z', publishedOn: '2024-03-05' });
    expect(denial).toMatchObject({ publishedAt: '2024-03-04T23:05:00Z', publishedOn: '2024-03-04' });
  });

  test.each([
    [
      '0.91 with the document type of its time',
      '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd"><rss version="0.91"><channel><title>T</title><item><title>A</title><link>https://a.example/1</link></item></channel></rss>',
    ],
    [
      'items beside the channel',
      '<rss version="2.0"><channel><title>T</title></channel><item><title>A</title><link>https://a.example/1</link></item></rss>',
    ],
    [
      'a channel alone',
      '<channel><title>T</title><item><title>A</title><link>https://a.example/1</link></item></channel>',
    ],
    [
      'tags in capitals',
      '<RSS VERSION="2.0"><CHANNEL><TITLE>T</TITLE><ITEM><TITLE>A</TITLE><LINK>https://a.example/1</LINK></ITEM></CHANNEL></RSS>',
    ],
    [
      'other prefixes',
      '<rss version="2.0" xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>T</title><item><d:title>A</d:title><link>https://a.example/1</link><d:date>2024-01-02</d:date></item></channel></rss>',
    ],
  ])('%s', (_, xml) => {
    expect(feedOf(xml)).toMatchObject({
      format: 'rss',
      title: 'T',
      items: [{ title: 'A', link: 'https://a.example/1' }],
    });
  });

  test('a feed without items is a feed', () => {
    expect(feedOf(rss())).toMatchObject({ title: 'Harbour Courier', items: [], total: 0 });
  });
});

describe('Atom', () => {
  const feed = feedOf(fixture('atom-samir.xml'));

  test('addresses begin with the nearest xml:base', () => {
    expect(feed).toMatchObject({
      format: 'atom',
      title: 'Liman & Deniz',
      site: 'https://liman.example/',
      language: 'tr',
    });
    expect(feed.items[0]?.link).toBe('https://liman.example/haber/2025/41.html');
  });

  test('an entry has its id, its feed’s author where it names none, and both its times', () => {
    expect(feed.items[0]).toMatchObject({
      key: 'urn:liman:41',
      title: 'Samir ile Kenar görüşüyor',
      author: 'Liman Ajansı',
      publishedAt: '2025-06-01T20:30:00Z',
      publishedOn: '2025-06-01',
      updatedAt: '2025-06-02T06:00:00Z',
      summary: 'İki taraf sınırda buluştu.',
    });
    expect(feed.items[1]).toMatchObject({ author: 'Ece Yol, Can Tepe', publishedAt: '2025-05-30T12:00:00Z' });
  });

  test('a picture in base64 is no text', () => {
    const xml =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id><title>A</title><content type="image/png">iVBORw0K</content></entry></feed>';
    expect(feedOf(xml).items[0]).toEqual({ key: '1', title: 'A' });
  });
});

describe('RDF', () => {
  const feed = feedOf(fixture('rdf-aoba.xml'));

  test('every item is read, whether or not the list at the beginning names it', () => {
    expect(feed).toMatchObject({ format: 'rdf', title: '港新聞', site: 'https://minato.example/', total: 2 });
    expect(feed.items.map(({ link }) => link)).toEqual(['https://minato.example/a/9', 'https://minato.example/a/8']);
  });

  test('dates and authors come from Dublin Core', () => {
    expect(feed.items[0]).toMatchObject({
      author: '港太郎',
      publishedAt: '2024-11-02T21:15:00Z',
      publishedOn: '2024-11-03',
    });
    expect(feed.items[1]).toMatchObject({ publishedOn: '2024-11-02' });
  });
});

describe('older and rarer forms', () => {
  test.each([
    [
      'RDF of Netscape',
      'rdf',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>T</title></channel><item><title>A</title><link>https://a.example/1</link></item></rdf:RDF>',
    ],
    [
      'RSS 1.0 with a prefix',
      'rdf',
      '<RDF xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rss="http://purl.org/rss/1.0/"><rss:channel><rss:title>T</rss:title></rss:channel><rss:item><rss:title>A</rss:title><rss:link>https://a.example/1</rss:link></rss:item></RDF>',
    ],
    [
      'Atom with a prefix',
      'atom',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>A</a:title><a:link href="https://a.example/1"/></a:entry></a:feed>',
    ],
    [
      'Atom 0.3',
      'atom',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><title mode="escaped">A</title><link rel="alternate" type="text/html" href="https://a.example/1"/><issued>2004-02-03T04:05:06Z</issued></entry></feed>',
    ],
    [
      'Atom without its namespace',
      'atom',
      '<feed><title>T</title><entry><title>A</title><link href="https://a.example/1"/></entry></feed>',
    ],
  ] as const)('%s', (_, format, xml) => {
    expect(feedOf(xml)).toMatchObject({
      format,
      title: 'T',
      items: [{ title: 'A', link: 'https://a.example/1' }],
      total: 1,
    });
  });

  test('a feed before its time has its time', () => {
    const xml =
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><title>A</title><issued>2004-02-03T04:05:06+02:00</issued></entry></feed>';
    expect(feedOf(xml).items[0]).toMatchObject({ publishedAt: '2004-02-03T02:05:06Z', publishedOn: '2004-02-03' });
  });
});

describe('JSON Feed', () => {
  const feed = feedOf(fixture('feed-lagos.json'), { type: 'application/feed+json' });

  test('is read like the others', () => {
    expect(feed).toMatchObject({
      format: 'json',
      title: 'Río Abierto',
      site: 'https://rio.example/',
      language: 'es',
      total: 2,
    });
    expect(feed.items[0]).toEqual({
      key: '12',
      link: 'https://rio.example/12',
      title: 'Altiplano y Costa canjean prisioneros',
      summary: 'Veinte prisioneros cruzaron el puente.\n\nOtros esperan.',
      author: 'Inés Paz',
      publishedAt: '2025-02-10T11:00:00Z',
      publishedOn: '2025-02-10',
      updatedAt: '2025-02-10T12:30:00Z',
    });
    expect(feed.items[1]).toMatchObject({
      key: '11',
      link: 'https://otro.example/11',
      summary: 'Una tregua de tres días.',
    });
  });
});

describe('items', () => {
  const link = '<link>https://courier.example/1</link>';

  test('one without id has its address as key, one without either its words', () => {
    const [a, b] = feedOf(rss(`<title>A</title>${link}`, '<title>Truce holds</title>')).items;
    expect(a?.key).toBe('https://courier.example/1');
    expect(b?.key).toMatch(/^words:[\da-f]{64}$/u);
  });

  test('one that comes twice is read once', () => {
    const feed = feedOf(rss(`<title>A</title>${link}`, `<title>A again</title>${link}`));
    expect(feed.items.map(({ title }) => title)).toEqual(['A']);
    expect(feed.total).toBe(2);
  });

  test('an id that all items share names none of them', () => {
    const feed = feedOf(
      rss('<guid>x</guid><link>https://a.example/1</link>', '<guid>x</guid><link>https://a.example/2</link>'),
    );
    expect(feed.items.map(({ key }) => key)).toEqual(['https://a.example/1', 'https://a.example/2']);
  });

  test('an id that counts the changes of its article stays the same', () => {
    const keyOf = (guid: string) => feedOf(rss(`<guid>${guid}</guid>`)).items[0]?.key;
    expect(keyOf('https://a.example/1#0')).toBe(keyOf('https://a.example/1#7'));
    const two = feedOf(
      rss(
        '<guid>https://a.example/#1</guid><link>https://a.example/a</link>',
        '<guid>https://a.example/#2</guid><link>https://a.example/b</link>',
      ),
    );
    expect(two.items.map(({ key }) => key)).toEqual(['https://a.example/a', 'https://a.example/b']);
  });

  test('a guid is an address only where it says so or says nothing', () => {
    const [a, b] = feedOf(
      rss('<guid>https://a.example/1</guid>', '<title>B</title><guid isPermaLink="false">https://a.example/2</guid>'),
    ).items;
    expect(a?.link).toBe('https://a.example/1');
    expect(b?.link).toBeUndefined();
  });

  test('an empty item is none', () => {
    expect(feedOf(rss('', '<title> </title>'))).toMatchObject({ items: [], total: 2 });
  });

  test.each([
    ['relative to the site', '<link>news/1</link>', 'https://courier.example/news/1'],
    ['without protocol', '<link>//other.example/1</link>', 'https://other.example/1'],
    ['with spaces around', '<link>\n https://courier.example/1 \n</link>', 'https://courier.example/1'],
    [
      'in a CDATA section',
      '<link><![CDATA[https://courier.example/1?a=1&b=2]]></link>',
      'https://courier.example/1?a=1&b=2',
    ],
    [
      'as an Atom link',
      '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" href="https://courier.example/1"/>',
      'https://courier.example/1',
    ],
    ['of another protocol', '<title>x</title><link>javascript:alert(1)</link>', undefined],
    ['that is prose', '<title>x</title><link>see our site</link>', undefined],
  ])('an address %s', (_, inner, expected) => {
    expect(feedOf(rss(inner)).items[0]?.link).toBe(expected);
  });

  test.for([
    ['<link>javascript:alert(1)</link>', 'javascript:'],
    ['<link> MAILTO:desk@courier.example </link>', 'mailto:'],
    ['<link>see our site</link>', undefined],
    ['<link>mailto:desk@courier.example</link><guid>https://courier.example/1</guid>', undefined],
  ] as const)('of %s the item says that it begins with %s', ([inner, scheme]) => {
    expect(feedOf(rss(`<title>x</title>${inner}`)).items[0]?.linkScheme).toBe(scheme);
  });

  test('xml:base of the whole document counts before the site', () => {
    const xml = rss('<link>1.html</link>').replace('<rss ', '<rss xml:base="https://cdn.example/news/" ');
    expect(feedOf(xml).items[0]?.link).toBe('https://cdn.example/news/1.html');
  });

  test('of 700 the 500 newest are read, in the order of the feed', () => {
    const items = Array.from({ length: 700 }, (_, at) => {
      const day = new Date(Date.UTC(2024, 0, 1) + at * 86_400_000).toUTCString();
      return `<guid>${at}</guid><title>t${at}</title><pubDate>${day}</pubDate>`;
    });
    const feed = feedOf(rss(...items));
    expect(feed.total).toBe(700);
    expect(feed.items.map(({ key }) => Number(key))).toEqual(Array.from({ length: 500 }, (_, at) => at + 200));
  });

  test('of 700 without dates the first 500 are read', () => {
    const feed = feedOf(rss(...Array.from({ length: 700 }, (_, at) => `<guid>${at}</guid>`)));
    expect([feed.total, feed.items.length, feed.items[0]?.key, feed.items.at(-1)?.key]).toEqual([700, 500, '0', '499']);
  });

  test('of 700 in JSON the newest too', () => {
    const items = Array.from({ length: 700 }, (_, at) => ({
      id: String(at),
      date_published: new Date(Date.UTC(2024, 0, 1 + at)).toISOString(),
    }));
    const feed = feedOf(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items }));
    expect([feed.total, feed.items.length, feed.items[0]?.key]).toEqual([700, 500, '200']);
  });

  test('a description that is the whole article is its content', () => {
    const text = '<p>Both sides held their fire on the river front, observers said.</p>'.repeat(30);
    const [whole, cut] = feedOf(
      rss(
        `<guid>1</guid><description><![CDATA[${text}]]></description>`,
        `<guid>2</guid><description><![CDATA[${text}<p>Continue reading…</p>]]></description>`,
      ),
    ).items;
    expect(whole?.content?.split('\n\n')).toHaveLength(30);
    expect(whole?.summary?.length).toBeLessThanOrEqual(2001);
    expect(cut?.content).toBeDefined();
    expect(cut?.content).not.toContain('Continue');
  });

  test.each(['…', '...', '[…]', '[&hellip;]', 'Read more', 'Continue reading the full story'])(
    'a text that ends in "%s" is cut',
    (end) => {
      const text = `Both sides held their fire. ${'They said so. '.repeat(60)}`;
      const inner = `<guid>1</guid><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>${text} ${end}</p>]]></content:encoded>`;
      expect(feedOf(rss(inner)).items[0]?.content).toBeUndefined();
    },
  );

  test('a date that no publisher meant is none; one ahead is left to judge', () => {
    const dates = [
      'Thu, 01 Jan 1970 00:00:00 GMT',
      '0000-00-00 00:00:00',
      '30 November -0001',
      '',
      'soon',
      'Sun, 01 Dec 2030 10:00:00 GMT',
    ];
    const items = feedOf(rss(...dates.map((date, at) => `<guid>${at}</guid><pubDate>${date}</pubDate>`))).items;
    expect(items.map(({ publishedAt }) => publishedAt)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      '2030-12-01T10:00:00Z',
    ]);
  });
});

describe('broken XML', () => {
  test.each([
    ['junk before the declaration', `\n\n<br />\n<b>Warning</b>: mysql_connect()\n${rss('<title>A</title>')}`],
    [
      'a byte order mark, and another in the middle',
      `\uFEFF${rss('<title>\uFEFFA</title>').replace('<item>', '\uFEFF<item>')}`,
    ],
    ['a missing end tag of a title', rss('<title>A<link>https://a.example/1</link>')],
    ['a misspelt end tag', rss('<title>A</titel><link>https://a.example/1</link>')],
    [
      'an item that was not ended',
      '<rss version="2.0"><channel><title>T</title><item><title>A</title><item><title>B</title></item></channel></rss>',
    ],
    ['the end cut off', rss('<title>A</title>', '<title>B').slice(0, -30)],
    ['HTML that was not escaped', rss('<title>A</title><description><p>x<br>y<img src=a.png><p>z</description>')],
    ['attributes without quotes', rss('<title>A</title><guid isPermaLink=false>1</guid>')],
    ['control characters', rss('<title>\u0008A\u0001</title>')],
    ['two roots', `${rss('<title>A</title>')}${rss('<title>C</title>')}`],
    ['a comment within a title', rss('<title><!-- first -->A</title>')],
  ])('%s', (_, xml) => {
    expect(feedOf(xml).items[0]?.title).toBe('A');
  });

  test.each([
    ['AT&T & Co', 'AT&T & Co'],
    ['Q&A: what now?', 'Q&A: what now?'],
    ['5 < 6 & 7 > 3', '5 < 6 & 7 > 3'],
    ['&lt;3 people', '<3 people'],
    ['Caf&eacute; &euro;5 &#8211; &#x2019;', 'Café €5 – ’'],
    ['&amp;amp; &amp;#8217; &amp;quot;', '& ’ "'],
    ['&#146;quoted&#148;', '’quoted”'],
    ['&nosuch; stays', '&nosuch; stays'],
    ['<![CDATA[&amp;]]>', '&'],
    ['a&nbsp;&nbsp;b', 'a b'],
  ])('the title %s', (written, expected) => {
    expect(feedOf(rss(`<title>${written}</title>`)).items[0]?.title).toBe(expected);
  });

  test('the last item is left for the next poll where it breaks off', () => {
    const feed = feedOf(rss('<title>A</title>', '<title>B</title><description>Only the begin').slice(0, -25));
    expect(feed.items.map(({ title }) => title)).toEqual(['A']);
  });

  test('one that breaks off before all items is rejected', () => {
    expect(reasonOf('<rss version="2.0"><channel><title>T</title><item><title>A')).toMatch(/breaks off/u);
  });
});

describe('what is no feed', () => {
  test.each([
    ['nothing', '', 'the document is empty'],
    ['white space', ' \n\uFEFF ', 'the document is empty'],
    ['plain text', 'Service unavailable', 'the document is plain text, not a feed'],
    ['a PDF', '%PDF-1.7 …', 'the document is a PDF file'],
    ['JSON of another kind', '{"status":"ok"}', 'the document is JSON, but no JSON Feed'],
    ['a JSON list', '[1,2]', 'the document is JSON, but no JSON Feed'],
    ['broken JSON', '{"items":[', 'the document is no valid JSON'],
    ['a sitemap', '<?xml version="1.0"?><urlset><url/></urlset>', 'the document is a sitemap, not a feed'],
    [
      'OPML',
      '<opml version="2.0"><body/></opml>',
      'the document is a list of feeds (OPML), not a feed: it can be imported as a whole',
    ],
    ['other XML', '<soap:Envelope/>', 'the document is XML of another kind (envelope), not a feed'],
    ['RSS in name only', '<rss version="2.0"></rss>', 'the document is called a feed, but it cannot be read as one'],
  ])('%s', (_, body, reason) => {
    expect(reasonOf(body)).toBe(reason);
  });

  test.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'the document is a picture'],
    ['a packed file', [0x1f, 0x8b, 8, 0, 0, 0], 'the document is a packed file (gzip)'],
    ['a program', [0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1], 'the document is a binary file, no text'],
  ])('%s in bytes', (_, bytes, reason) => {
    expect(reasonOf(Uint8Array.from(bytes))).toBe(reason);
  });

  test('no entity but those of XML and HTML is known', () => {
    const xml =
      '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel><title>&f;</title></channel></rss>';
    expect(reasonOf(xml)).toMatch(/declares entities of its own/u);
    expect(feedOf(rss('<title>&f; stays</title>')).items[0]?.title).toBe('&f; stays');
  });

  test('a document is judged by its own words, not by what its header says', () => {
    expect(read(rss('<title>A</title>'), { type: 'text/html' }).kind).toBe('feed');
    expect(read('<!doctype html><title>Gone</title>', { type: 'application/rss+xml' })).toEqual({
      kind: 'page',
      title: 'Gone',
      feeds: [],
    });
  });

  test('dates in addresses are judged by the clock that came along', () => {
    const inner = '<link>https://a.example/2027/01/02/x</link>';
    expect(feedOf(rss(inner), { now }).items[0]?.publishedOn).toBeUndefined();
    expect(feedOf(rss(inner), { now: Date.UTC(2027, 1, 1) }).items[0]?.publishedOn).toBe('2027-01-02');
  });
});
