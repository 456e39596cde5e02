import type { Page } from './page-element.ts';

/** One object of a page's JSON-LD. */
export type Node = Readonly<Record<string, unknown>>;

const REFERENCE = /&(?:#(\d{1,7}|x[\da-f]{1,6})|(amp|quot|apos|lt|gt|nbsp));/giu;
const NAMED: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };
const DEEPEST = 8;
const MOST_NODES = 2000;
const PAGE =
  /(?:^|\/)(?:WebPage|ItemPage|AboutPage|FAQPage|QAPage|CreativeWork|Recipe|HowTo|PodcastEpisode|RadioEpisode|ScholarlyWork|Legislation)$/u;
const ARTICLE = /(?:Article|BlogPosting|Posting|Report|Review|Statement|PressRelease|Blog)$/u;

/** Objects of the page's JSON-LD, `@graph` and nested ones included, in the order of the page; broken blocks give none. */
export function jsonLdNodes(page: Page): Node[] {
  const nodes: Node[] = [];
  for (const script of page.querySelectorAll('script[type*="ld+json"]'))
    collect(parsed(script.textContent ?? ''), nodes, 0);
  return nodes;
}

/** Whether the node is the article, not its site, author or breadcrumbs. */
export function isArticle(node: Node): boolean {
  return [node['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type));
}

/** The objects that are the page's article: those that name its address or headline first, since a page may list others. */
export function articlesOf(
  nodes: readonly Node[],
  addresses: readonly (string | undefined)[],
  title: string | undefined,
): readonly Node[] {
  const paths = new Set(addresses.map(pathOf).filter((path) => path !== undefined));
  const isNamed = (node: Node): boolean =>
    [node['url'], node['@id'], node['mainEntityOfPage'], (node['mainEntityOfPage'] as Node | undefined)?.['@id']].some(
      (at) => paths.has(pathOf(at) ?? ''),
    ) ||
    (title !== undefined && title !== '' && (node['headline'] === title || node['name'] === title));
  const articles = nodes.filter(isArticle);
  return [...articles.filter(isNamed), ...articles.filter((node) => !isNamed(node))];
}

/** The objects that are the page itself, or a work that is no article in name. */
export function pagesOf(nodes: readonly Node[]): readonly Node[] {
  return nodes.filter((node) => [node['@type']].flat().some((type) => PAGE.test(String(type))));
}

function pathOf(value: unknown): string | undefined {
  const path =
    typeof value === 'string' ? URL.parse(value, 'http://relative.invalid')?.pathname.replace(/\/$/u, '') : undefined;
  return path === '' ? undefined : path;
}

/** A string with something in it, its character references read: JSON within HTML often carries them. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .replace(REFERENCE, (whole, code: string, name: string) => characterOf(code) ?? NAMED[name] ?? whole)
    .trim();
  return text === '' ? undefined : text;
}

/**
 * Text of a value that may be a string, an object with a name, a list of either, or the `@id` of one of `nodes`; an
 * address is no name.
 */
export function nameOf(value: unknown, nodes: readonly Node[] = [], depth = 0): string | undefined {
  if (typeof value === 'string') return /^\s*https?:/u.test(value) ? undefined : textOf(value);
  if (depth > 3 || typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) {
    const { '@id': id, name } = value as Node;
    const named =
      name ??
      (id === undefined ? undefined : nodes.find((node) => node['@id'] === id && node['name'] !== undefined)?.['name']);
    return nameOf(named, nodes, depth + 1);
  }
  const names = value.map((one) => nameOf(one, nodes, depth + 1)).filter((name) => name !== undefined);
  return names.length === 0 ? undefined : [...new Set(names)].slice(0, 8).join(', ');
}

function characterOf(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  const point = /^x/iu.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function parsed(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?)\s*;?\s*$/gu,
    '',
  );
  for (const attempt of [
    bare,
    bare
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/,\s*([}\]])/gu, '$1')
      .replace(/;\s*$/u, ''),
  ])
    try {
      return JSON.parse(attempt);
    } catch {
      // Tried once more without raw line breaks in strings and trailing commas, as many pages have them.
    }
  return undefined;
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > DEEPEST || nodes.length >= MOST_NODES || typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) nodes.push(value as Node);
  for (const inner of Object.values(value)) collect(inner, nodes, depth + 1);
}
