import { describe, expect, it } from 'vitest';
import { withoutDrawings } from '../../src/ingest/drawings.ts';
import { readPage } from '../../src/ingest/html.ts';

const now = Date.parse('2024-06-01T12:00:00Z');
const STORY = Array.from(
  { length: 4 },
  (_, at) =>
    `<p>The ministers of the two river states met for the ${at + 1}. time in the old customs house and agreed that lorries may cross again, a spokesman of the port authority told reporters in the evening.</p>`,
).join('');

interface Parts {
  readonly head?: string;
  readonly above?: string;
  readonly below?: string;
  readonly beside?: string;
  readonly address?: string;
  readonly lang?: string;
}

async function read({ head = '', above = '', below = '', beside = '', address, lang = 'en' }: Parts) {
  const markup = `<html lang="${lang}"><head><title>Crossing reopens</title>${head}</head><body><div id="content"><h1>Crossing reopens</h1>${above}<div class="text">${STORY}</div>${below}</div>${beside}</body></html>`;
  const page = await readPage(markup, now, address);
  if ('rejected' in page) throw new Error(page.rejected);
  return page;
}

const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('the day of publication by what systems write', () => {
  it.each<[string, Parts, string]>([
    [
      'schema.org in a graph',
      {
        head: ld({
          '@graph': [{ '@type': 'WebSite' }, { '@type': 'NewsArticle', datePublished: '2024-03-05T08:00:00+01:00' }],
        }),
      },
      'metadata',
    ],
    [
      'Open Graph',
      { head: '<meta property="article:published_time" content="2024-03-05T08:00:00+01:00">' },
      'metadata',
    ],
    ['Parse.ly', { head: '<meta name="parsely-pub-date" content="2024-03-05T08:00:00+01:00">' }, 'metadata'],
    ['Dublin Core', { head: '<meta name="DCTERMS.issued" content="2024-03-05">' }, 'metadata'],
    ['microdata', { above: '<span itemprop="datePublished" content="2024-03-05">Tuesday</span>' }, 'markup'],
    [
      'RDFa of Drupal',
      { above: '<span property="dc:date dc:created" content="2024-03-05T08:00:00+01:00">Tue</span>' },
      'markup',
    ],
    [
      'WordPress',
      {
        above:
          '<div class="entry-meta">Posted on <time class="entry-date published updated" datetime="2024-03-05T08:00:00+01:00">March 5</time></div>',
      },
      'markup',
    ],
    ['Blogger', { above: '<h2 class="date-header"><span>Dienstag, 5. März 2024</span></h2>', lang: 'de' }, 'markup'],
    [
      'Joomla',
      { above: '<dl class="article-info"><dd class="published">Published: 05 March 2024</dd></dl>' },
      'markup',
    ],
    ['TYPO3', { above: '<span class="news-list-date">05.03.2024</span>' }, 'markup'],
    ['Ghost', { above: '<time class="post-full-meta-date" datetime="2024-03-05">5 Mar</time>' }, 'markup'],
    [
      'Movable Type',
      { below: '<div class="asset-meta">By Ana Reyes on March 5, 2024 11:51 AM | Comments (3)</div>' },
      'markup',
    ],
    ['microformats 2', { above: '<time class="dt-published" datetime="2024-03-05">Tue</time>' }, 'markup'],
    [
      'day, month and year apart',
      { above: '<div class="date"><span>5</span><span>Mar</span><span>2024</span></div>' },
      'markup',
    ],
    [
      'an attribute of data',
      { above: '<span class="datestamp" data-date-time="2024-03-05 20:06:13">yesterday</span>' },
      'markup',
    ],
    ['its address', { address: 'https://courier.example/2024/03/05/crossing' }, 'address'],
    ['a label', { below: '<p>Erschienen am: 05.03.2024</p>', lang: 'de' }, 'label'],
    ['a label with its day on the next line', { below: '<b>Published on:</b><h4>5 March 2024</h4>' }, 'label'],
    ['a line under the headline', { above: '<p>Ana Reyes, 5 March 2024</p>' }, 'headline'],
    [
      'the state of its scripts',
      { below: '<script>window.state={"publishedAt":"2024-03-05T10:00:00Z"}</script>' },
      'state',
    ],
    [
      'a sentence about itself',
      { below: '<p>This entry was posted on Tuesday, March 5th, 2024 at 2:48 pm and is filed under Rivers.</p>' },
      'sentence',
    ],
    [
      'the month of its address and a day',
      {
        address: 'https://a.example/2024/03/crossing',
        below:
          '<p>The desk of the Courier noted this down in the customs house of the harbour on 5 March 2024 for you.</p>',
      },
      'sentence',
    ],
    ['the only date beside it', { beside: '<aside><time datetime="2024-03-05">5 March</time></aside>' }, 'markup'],
    [
      'the address of its image',
      { head: '<meta property="og:image" content="https://a.example/img/2024/03/05/bridge.jpg">' },
      'image',
    ],
    [
      'its last change, where nothing else is stated',
      { head: '<meta name="last-modified" content="2024-03-05">' },
      'change',
    ],
  ])('%s', async (_, parts, publishedBy) => {
    expect(await read(parts)).toMatchObject({ publishedAt: '2024-03-05', publishedBy });
  });

  it('is the newsroom’s own, where the metadata states an instant in UTC', async () => {
    const head = '<meta property="article:published_time" content="2024-03-06T02:11:00Z">';
    const time = '<time datetime="2024-03-05T21:11:00-05:00">9:11 pm</time>';
    expect(await read({ head, above: time })).toMatchObject({ publishedAt: '2024-03-05' });
    expect(await read({ head, above: '<p class="date">5 March 2024</p>' })).toMatchObject({
      publishedAt: '2024-03-05',
    });
    expect(await read({ head, above: '<p class="date">3 March 2024</p>' })).toMatchObject({
      publishedAt: '2024-03-06',
    });
  });

  it('is that of the article itself, where the page describes others too', async () => {
    const other = { '@type': 'NewsArticle', url: 'https://a.example/other', datePublished: '2024-01-01' };
    const own = { '@type': 'NewsArticle', url: 'https://a.example/crossing', datePublished: '2024-03-05' };
    const page = await read({ head: ld([other, own]), address: 'https://a.example/crossing' });
    expect(page.publishedAt).toBe('2024-03-05');
  });

  it('is shown by the headline rather than stated by a meta element that says only "date"', async () => {
    const head = '<meta name="date" content="2024-03-12">';
    expect(await read({ head, above: '<span class="date">5 March 2024</span>' })).toMatchObject({
      publishedAt: '2024-03-05',
    });
    expect(await read({ head })).toMatchObject({ publishedAt: '2024-03-12' });
  });

  it('in numbers is read as the page’s language and country have it', async () => {
    const above = '<span class="date">05/03/2024</span>';
    expect((await read({ above, lang: 'fr' })).publishedAt).toBe('2024-03-05');
    expect((await read({ above, lang: 'en-US' })).publishedAt).toBe('2024-05-03');
    expect((await read({ above, lang: 'en-GB' })).publishedAt).toBe('2024-03-05');
    expect((await read({ above, lang: 'en' })).publishedAt).toBeUndefined();
  });
});

describe('no day of publication is', () => {
  it.each<[string, Parts]>([
    [
      'the date of another story',
      { beside: '<div class="related"><time datetime="2024-03-05">5 March 2024</time></div>' },
    ],
    [
      'dates of several others beside',
      { beside: '<aside><time datetime="2024-03-05"></time><time datetime="2024-03-04"></time></aside>' },
    ],
    [
      'the date of a comment',
      {
        below: '<ol class="comment-list"><li class="comment"><time datetime="2024-03-05">5 March 2024</time></li></ol>',
      },
    ],
    ['the day of an event', { beside: '<div class="events"><span class="date">5 March 2024</span></div>' }],
    ['a year of copyright', { below: '<footer>© 2024 Harbour Courier</footer>' }],
    [
      'a day in a sentence',
      { below: '<p>The study, published on 5 March 2024 by the university of the harbour, says so too.</p>' },
    ],
    ['a day to come', { above: '<time datetime="2031-03-05">5 March 2031</time>' }],
    ['the beginning of 1970', { head: '<meta property="article:published_time" content="1970-01-01T00:00:00Z">' }],
    ['a day before the web, in a table of facts', { above: '<div class="info-date">28 January 1975</div>' }],
    ['a range of days', { above: '<div class="date">2024-03-05 - 2024-03-09</div>' }],
    [
      'one of several in the state of its scripts',
      { below: '<script>x=[{"publishedAt":"2024-03-05"},{"publishedAt":"2024-03-04"}]</script>' },
    ],
  ])('%s', async (_, parts) => {
    expect((await read(parts)).publishedAt).toBeUndefined();
  });
});

describe('the day of change', () => {
  const published = '<meta property="article:published_time" content="2024-03-05">';
  it('stands beside that of publication, as an instant where one is stated', async () => {
    const head = `${published}<meta property="article:modified_time" content="2024-03-06T10:00:00+01:00">`;
    expect(await read({ head })).toMatchObject({ publishedAt: '2024-03-05', modifiedAt: '2024-03-06T09:00:00.000Z' });
    expect(await read({ head: published, below: '<p>Zuletzt aktualisiert am 06.03.2024</p>' })).toMatchObject({
      modifiedAt: '2024-03-06',
    });
  });

  it('is none where it lies before it', async () => {
    const head = `${published}<meta property="article:modified_time" content="2024-03-01">`;
    expect((await read({ head })).modifiedAt).toBeUndefined();
  });
});

describe('who wrote and printed it', () => {
  const person = { '@id': '#p', '@type': 'Person', name: 'Ana Reyes' };
  it.each<[string, Parts]>([
    ['JSON-LD', { head: ld({ '@type': 'Article', author: [{ name: 'Ana Reyes' }] }) }],
    ['a reference within it', { head: ld({ '@graph': [{ '@type': 'Article', author: { '@id': '#p' } }, person] }) }],
    ['a meta element', { head: '<meta name="author" content="By Ana Reyes">' }],
    ['a link to the author', { above: '<a rel="author" href="/ana">Ana Reyes</a>' }],
    ['a byline', { above: '<p class="story-byline">By Ana Reyes</p>' }],
  ])('the author, by %s', async (_, parts) => {
    expect((await read(parts)).author).toBe('Ana Reyes');
  });

  it('no author is the software’s user or the outlet itself', async () => {
    const site = '<meta property="og:site_name" content="Harbour Courier">';
    expect((await read({ head: '<meta name="author" content="admin">' })).author).toBeUndefined();
    expect((await read({ head: `${site}<meta name="author" content="Harbour Courier">` })).author).toBeUndefined();
  });

  it('the outlet, without its motto', async () => {
    const site = (name: string) => ({
      head: `<meta property="og:site_name" content="${name}">`,
      address: 'https://www.harbourcourier.example/a',
    });
    expect((await read(site('Harbour Courier'))).outlet).toBe('Harbour Courier');
    expect((await read(site('News, Weather, Sports | Harbour Courier'))).outlet).toBe('Harbour Courier');
    expect((await read({ head: ld({ '@type': 'Article', publisher: { name: 'Harbour &amp; Sea' } }) })).outlet).toBe(
      'Harbour & Sea',
    );
    expect(
      (await read({ head: ld({ '@type': 'Organization', name: 'A party of the story' }) })).outlet,
    ).toBeUndefined();
  });

  it('the language of its text, where a template says another', async () => {
    const german =
      '<p>Die Minister haben sich auf die Öffnung der Brücke geeinigt, und es ist nicht das erste Mal, dass sie sich mit der Frage befassen.</p>';
    expect((await read({ lang: 'de' })).language).toBe('en');
    const page = await readPage(`<html lang="en"><body>${german.repeat(3)}</body></html>`, now);
    expect(page).toMatchObject({ language: 'de' });
  });
});

describe('the text of a story', () => {
  it.each([
    [
      'captions and alternative texts',
      '<figure><img alt="FOREIGN lorry" src="a.jpg"><figcaption>FOREIGN caption</figcaption></figure>',
    ],
    [
      'captions of WordPress',
      '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">FOREIGN caption of the bridge</p></div>',
    ],
    [
      'a newsletter box',
      '<div class="newsletter-signup"><p>FOREIGN news every morning, in your box before the coffee is there.</p></div>',
    ],
    ['buttons to share', '<div class="share-buttons"><a href="/f">FOREIGN share</a></div>'],
    ['a pointer to another story', '<p><strong><a href="/other">FOREIGN STORY ABOUT THE HARBOUR</a></strong></p>'],
    ['a card of another story', '<a href="/other"><div>FOREIGN card</div><p>with a line below</p></a>'],
    ['a list of links', '<ul><li><a href="/1">FOREIGN one</a></li><li><a href="/2">FOREIGN two</a></li></ul>'],
    [
      'who the author is',
      '<div class="author-bio"><p>FOREIGN editor of the Courier, who has written about rivers since he could.</p></div>',
    ],
    ['what is hidden', '<p style="display:none">FOREIGN words that nobody sees in the story.</p>'],
    ['drawings', '<svg><text>FOREIGN</text></svg>'],
  ])('is without %s', async (_, box) => {
    const page = await readPage(
      `<html><body><article><h1>Crossing reopens</h1>${STORY}${box}${STORY}</article></body></html>`,
      now,
    );
    expect(page).toHaveProperty('text', expect.stringMatching(/customs house/));
    expect(page).not.toHaveProperty('text', expect.stringMatching(/FOREIGN/));
  });

  it('keeps a sentence that is a link, and links within one', async () => {
    const own =
      '<p><a href="/note">The port authority has published its note.</a></p><p>It stands <a href="/x">here</a> as well.</p>';
    const page = await readPage(
      `<html><body><article><h1>Crossing</h1>${STORY}${own}${STORY}</article></body></html>`,
      now,
    );
    expect(page).toHaveProperty('text', expect.stringMatching(/published its note\.\n\nIt stands here as well/));
  });

  it('is taken from the page’s data where the page shows none', async () => {
    const body = 'The ministers met in the customs house. '.repeat(12);
    const page = await readPage(
      `<html><head>${ld({ '@type': 'NewsArticle', articleBody: body })}</head><body><div id="root"></div></body></html>`,
      now,
    );
    expect(page).toHaveProperty('text', body.trim());
  });

  it('loses nothing where the end of a drawing stands in a script', () => {
    const odd =
      '<svg ><script>x="</svg>"</script><p>Story</p></svg><svg class="a"><path d="M0"/></svg><p>More</p><svg >';
    expect(withoutDrawings(odd)).toBe('<svg ><script>x="</svg>"</script><p>Story</p></svg><p>More</p><svg >');
  });
});
