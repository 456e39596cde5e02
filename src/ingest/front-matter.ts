/** What the block of `key: value` lines at the head of a Markdown file may say of an article. */
export interface FrontMatter {
  readonly title?: string;
  readonly outlet?: string;
  readonly author?: string;
  readonly url?: string;
  readonly date?: string;
  readonly language?: string;
  readonly id?: string;
}

const BLOCK = /^\s*---[^\S\n]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/u;
const ENTRY = /^([A-Za-z_-]{1,30})\s*:\s*(\S.*)$/u;
const KEYS: Readonly<Record<string, keyof FrontMatter>> = {
  title: 'title',
  headline: 'title',
  outlet: 'outlet',
  source: 'outlet',
  publisher: 'outlet',
  publication: 'outlet',
  author: 'author',
  byline: 'author',
  url: 'url',
  link: 'url',
  canonical: 'url',
  date: 'date',
  published: 'date',
  publishedat: 'date',
  datepublished: 'date',
  pubdate: 'date',
  language: 'language',
  lang: 'language',
  id: 'id',
};

/**
 * Parts a text from its front matter. Only lines of one key and one plain or quoted value are read: it is not YAML, so
 * that no hostile document has anything to unfold. A text without front matter comes back whole.
 */
export function partFrontMatter(text: string): { readonly matter: FrontMatter; readonly rest: string } {
  const block = BLOCK.exec(text);
  const matter: { -readonly [key in keyof FrontMatter]: string } = {};
  for (const line of block?.[1]?.split('\n') ?? []) {
    const [, name = '', value = ''] = ENTRY.exec(line.trim()) ?? [];
    const key = KEYS[name.toLowerCase().replace(/[_-]/gu, '')];
    if (key !== undefined) matter[key] ??= unquoted(value.trim());
  }
  const read = block !== null && Object.keys(matter).length > 0;
  return read ? { matter, rest: text.slice(block[0].length) } : { matter: {}, rest: text };
}

function unquoted(value: string): string {
  return /^(["']).*\1$/u.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}
