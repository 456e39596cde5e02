import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mendedXml, type XmlLimits } from '../../src/feeds/mended-xml.ts';
import { piecesOf } from '../../src/feeds/tags.ts';

const limits: XmlLimits = {
  depth: 64,
  tags: 1000,
  tag: 1000,
  item: new Set(['item']),
  items: 2,
  without: new Set(['items']),
};
const scraps = fc.constantFrom(
  '<',
  '>',
  '<a>',
  '</a>',
  '<b/>',
  '<a x="<b>">',
  '<item>',
  '</item>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?x',
  '?>',
  '<!DOCTYPE a [',
  ']>',
  '"',
  "'",
  '=',
  '&lt;',
  'x',
  ' ',
  '<items>',
  '</items>',
  '<title>',
  '<link>',
  '<br>',
);
const markup = fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join(''));
const run = { numRuns: 1000, seed: 27 };

function textOf(source: string, own: Partial<XmlLimits> = {}): string {
  const mended = mendedXml(source, { ...limits, ...own });
  if ('rejected' in mended) throw new Error(mended.rejected);
  return mended.text;
}

describe('markup in pieces', () => {
  test('they cover it all, in order', () => {
    fc.assert(
      fc.property(markup, fc.boolean(), (source, html) => {
        const pieces = [...piecesOf(source, html)];
        expect(pieces.map(({ start, end }) => source.slice(start, end)).join('')).toBe(source);
        for (const { start, end } of pieces) expect(end).toBeGreaterThan(start);
      }),
      run,
    );
  });

  test.each([
    ['a tag with a quoted tag in it', '<a x="<b>">y</a>', ['open', 'text', 'close']],
    ['a sign of comparison', '1 < 2 <b>', ['text', 'open']],
    ['a tag that another interrupts', '<a <b>', ['text', 'open']],
    ['a stray quote', '<a x="5" gun">y', ['open', 'text']],
    ['a document type with declarations', '<!DOCTYPE a [<!ENTITY b ">"> ]><a/>', ['doctype', 'open']],
  ])('%s', (_, source, kinds) => {
    expect([...piecesOf(source)].map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('mended XML', () => {
  test('is mended once: the second time changes nothing', () => {
    fc.assert(
      fc.property(markup, (inner) => {
        const once = mendedXml(`<r>${inner}`, limits);
        if ('rejected' in once) return;
        expect(textOf(once.text)).toBe(once.text);
      }),
      run,
    );
  });

  test('what is well-formed stays as it is', () => {
    const source = '<r xmlns:a="b"><a:x y="1 &amp; 2">z<![CDATA[<raw>]]></a:x><item><q/></item></r>';
    expect(textOf(source)).toBe(source);
  });

  test.each([
    ['<r><a>x</r>', '<r><a>x</a></r>'],
    ['<r><a>x</b></a></r>', '<r><a>x</a></r>'],
    ['<r>1 < 2</r>', '<r>1 &lt; 2</r>'],
    ['<r><a b=c d></a></r>', '<r><a b="c" d=""></a></r>'],
    ['<r><!-- no --><?no no?>x</r>', '<r>x</r>'],
    ['<r><![CDATA[x', '<r><![CDATA[x]]></r>'],
    ['<r><items><a/></items>x</r>', '<r>x</r>'],
    ['<R><a>x</A></R>', '<R><a>x</a></R>'],
    ['<r><item>1</item><item>2</item><item>3</item></r>', '<r><item>1</item><item>2</item></r>'],
    ['<r>x</r><r>y</r>', '<r>x</r>'],
  ])('%s', (source, expected) => {
    expect(textOf(source)).toBe(expected);
  });

  test.each([
    ['too deep', `<r>${'<a>'.repeat(64)}`, /nested more than 64 deep/u],
    ['too many tags', `<r>${'<a/>'.repeat(1000)}</r>`, /too many elements/u],
    ['too long a tag', `<r a="${'x'.repeat(1000)}"/>`, /far too long/u],
    ['without an element', 'x', /no XML element/u],
    ['that declares an entity', '<!DOCTYPE r [<!ENTITY a "more than a sign">]><r/>', /declares entities/u],
    [
      'that declares an entity by an address',
      "<!DOCTYPE r [<!ENTITY a PUBLIC 'x' 'http://a.example/'>]><r/>",
      /declares entities/u,
    ],
  ])('XML %s is rejected', (_, source, reason) => {
    expect(mendedXml(source, limits)).toEqual({ rejected: expect.stringMatching(reason) });
  });

  test.each(['<!ENTITY nbsp "&#160;">', '<!ENTITY % latin PUBLIC "a" "b"> %latin;', '<!ELEMENT r ANY>'])(
    '%s is passed over',
    (declared) => {
      expect(textOf(`<!DOCTYPE r [${declared}]><r>x</r>`)).toBe('<r>x</r>');
    },
  );

  test('tags of items that are not handed on do not count', () => {
    const many = `<r>${`<item>${'<a/>'.repeat(400)}</item>`.repeat(5)}</r>`;
    expect(textOf(many).length).toBeLessThan(many.length / 2);
  });
});
