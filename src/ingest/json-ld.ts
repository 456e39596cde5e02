import type { Page } from './page-element.ts';

/** One object of a page's JSON-LD. */
export type Node = Readonly<Record<string, unknown>>;

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

/** Text of a value that may be a string, an object with a name, or a list of either. */
export function nameOf(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value.trim() === '' || /^https?:/u.test(value) ? undefined : value.trim();
  if (depth > 3 || typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return nameOf((value as Node)['name'], depth + 1);
  const names = value.map((one) => nameOf(one, depth + 1)).filter((name) => name !== undefined);
  return names.length === 0 ? undefined : [...new Set(names)].slice(0, 8).join(', ');
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
