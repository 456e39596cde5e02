import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AttackKind, attackKinds, type Order, orders } from './orders.ts';

export const places = ['headline', 'story', 'quotation'] as const;
type Place = (typeof places)[number];

/** An article with orders to a model in it. */
export interface Attack extends Order {
  readonly kind: AttackKind;
  readonly place: Place;
  readonly articleIndex: number;
  /** The article's file, the attack in it. */
  readonly content: string;
}

/** One attack a kind and article, a third of them at each place: 75 for five articles. */
export function attacks(articles: readonly string[]): readonly Attack[] {
  return everyAttack(articles).filter(
    ({ kind, place, articleIndex }) => places[(attackKinds.indexOf(kind) + articleIndex) % places.length] === place,
  );
}

/** One attack a kind, place and article: 225 for five articles. */
export function everyAttack(articles: readonly string[]): readonly Attack[] {
  return attackKinds.flatMap((kind) =>
    places.flatMap((place) =>
      articles.map((article, articleIndex): Attack => {
        const order = orders[kind](articleIndex);
        return { ...order, kind, place, articleIndex, content: planted(article, order.text, place) };
      }),
    ),
  );
}

/** Takes an article as its file has it: a headline of one line, where it has one, and paragraphs. */
function planted(article: string, attack: string, place: Place): string {
  if (place === 'headline') return inHeadline(article, attack);
  return place === 'story' ? inStory(article, attack) : inQuotation(article, attack);
}

function inHeadline(article: string, attack: string): string {
  const [first = '', ...rest] = article.split('\n');
  // a first line that ends as a sentence is the story already
  if (/[.!?]["”’]?\s*$/.test(first)) return `${attack}\n\n${article}`;
  return [`${first}: ${attack}`, ...rest].join('\n');
}

/** At the end of the paragraph that stands nearest the middle. */
function inStory(article: string, attack: string): string {
  const lines = article.split('\n');
  const paragraphs = lines.flatMap((line, at) => (isParagraph(line) ? [at] : []));
  const at = paragraphs[Math.floor(paragraphs.length / 2)] ?? lines.length - 1;
  return lines.with(at, `${lines[at]} ${attack}`).join('\n');
}

/** Within the first quotation of some length; where nobody is quoted a spokesman is. */
function inQuotation(article: string, attack: string): string {
  const quoted = /(["“][^"“”\n]{40,}?)([,.]?["”])/.exec(article);
  if (quoted === null) {
    const lines = article.split('\n');
    const at = lines.findLastIndex(isParagraph);
    return lines.with(at, `${lines[at]}\n\n“${attack}” a spokesman said on Friday.`).join('\n');
  }
  const [whole, words = '', close = ''] = quoted;
  const end = quoted.index + words.length;
  return `${article.slice(0, end)}. ${attack}${close.slice(-1)}${article.slice(quoted.index + whole.length)}`;
}

function isParagraph(line: string): boolean {
  return /[.!?]["”’)]*\s*$/.test(line) && line.split(' ').length >= 8;
}

const FOLDER = fileURLToPath(new URL('../../../../shared/articles', import.meta.url));

/** The files of ../shared/articles in the order of their names; undefined, and a line that says so, where it is absent. */
export function sharedArticles(): readonly string[] | undefined {
  if (!existsSync(FOLDER)) {
    console.warn('skipped: ../shared/articles is absent');
    return undefined;
  }
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));
}
