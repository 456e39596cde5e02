import { type Node, nameOf } from './json-ld.ts';
import { folded } from './lines.ts';
import { namesOf, type Page, type PageElement, wordsOf } from './page-element.ts';
import { partOf } from './page-parts.ts';

const METAS = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'cxenseparse:author',
];
const MARKED =
  '[itemprop~="author"] [itemprop~="name"],[itemprop~="author"],[rel~="author"],.p-author,.author.vcard .fn';
const NAMED = '[class*="byline"],[class*="author"],[class*="autor"],[class*="writer"]';
const BY =
  /^(?:(?:written|reported|posted|published|story|text|words) )?(?:by|von|por|par|di|door|av|af|przez|autor(?:in)?|author|автор|текст)\s*[:：]?\s+/iu;
const NO_NAME =
  /\d{2}|@|https?:|www\.|^\W*$|^(?:admin|administrator|author|editor|webmaster|redaktion|user|guest)$|^(?:all|more|see|about|posts?|view|follow|share)\b/iu;
const LONGEST = 80;
const MOST_WORDS = 8;
const MOST_LOOKED_AT = 20;

/** Who wrote the article: JSON-LD, meta elements, elements marked as the author, then those whose class says so. */
export function authorOf(
  page: Page,
  metas: ReadonlyMap<string, string>,
  article: Node | undefined,
  nodes: readonly Node[],
  outlet: string | undefined,
): string | undefined {
  const own = (name: string | undefined): string | undefined => ownName(name, outlet);
  const stated = [
    nameOf(article?.['author'], nodes),
    nameOf(article?.['creator'], nodes),
    ...METAS.map((name) => nameOf(metas.get(name))),
  ];
  return stated.map(own).find((name) => name !== undefined) ?? shownAuthor(page, own);
}

function shownAuthor(page: Page, own: (name: string | undefined) => string | undefined): string | undefined {
  for (const selector of [MARKED, NAMED])
    for (const element of [...page.querySelectorAll(selector)].slice(0, MOST_LOOKED_AT)) {
      const line = wordsOf(element);
      const isByline =
        selector === MARKED ||
        BY.test(line) ||
        /\s(?:author-?name|byline__name|author__name)\s/iu.test(namesOf(element));
      const name = line.length <= LONGEST && isByline && isOfStory(element) ? own(line) : undefined;
      if (name !== undefined) return name;
    }
  return undefined;
}

function isOfStory(element: PageElement): boolean {
  return partOf(element, new Set()) !== 'other';
}

/** A name without "By", unless it is a role of the software, an address, or the outlet itself. */
function ownName(name: string | undefined, outlet: string | undefined): string | undefined {
  const bare = name
    ?.replace(BY, '')
    .replace(/[\s,|•·–—-]+$/u, '')
    .trim();
  if (bare === undefined || bare === '' || NO_NAME.test(bare) || folded(bare) === folded(outlet ?? ''))
    return undefined;
  return bare.split(/\s+/u).length > MOST_WORDS * 3 ? undefined : bare;
}
