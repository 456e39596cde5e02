import type { ArticleId, OriginId } from '../domain/article.ts';
import { containment, shingles } from './near-duplicates.ts';

/** Two articles that share this much of the shorter one's wording are copies of one text. */
export const COPY = 0.6;
/** Two texts that share less than this are of different origins, even where a third one holds both. */
const APART = 0.2;
/** A compilation is made of its parts to this share at least: a long report that two briefs quote from is none. */
const MADE_OF = 0.5;

interface Text {
  readonly id: ArticleId;
  readonly shingles: ReadonlySet<string>;
}

/** A text that holds others of different origins, a digest or a press review, with all the shorter texts that it holds. */
interface Compilation {
  readonly text: Text;
  readonly parts: readonly Text[];
}

/**
 * The origin of each of these articles: near-copies share one, named by the smallest id among them. A compilation does not
 * unite its parts: it goes with the largest of them. What comes out rests on the texts alone, in whatever order they came.
 */
export function originsAmong(
  articles: Iterable<{ readonly id: ArticleId; readonly text: string }>,
): Map<ArticleId, OriginId> {
  const texts = [...articles]
    .map(({ id, text }) => ({ id, shingles: shingles(text) }))
    .sort((one, other) => other.shingles.size - one.shingles.size || (one.id < other.id ? -1 : 1));
  const compilations = texts.flatMap((text, at) => compilationOf(text, texts.slice(at + 1)) ?? []);
  const groups = grouped(texts, compilations);
  const origins = new Map<ArticleId, OriginId>();
  for (const group of groups) {
    const [origin] = [...group].sort();
    for (const id of group) origins.set(id, origin as OriginId);
  }
  return origins;
}

function compilationOf(text: Text, shorter: readonly Text[]): Compilation | undefined {
  const parts = shorter.filter((part) => part.shingles.size < text.shingles.size && isCopy(text, part));
  const isMixed = parts.some((one, at) =>
    parts.slice(at + 1).some((other) => containment(one.shingles, other.shingles) < APART),
  );
  if (!isMixed) return undefined;
  const held = new Set(parts.flatMap((part) => [...part.shingles.intersection(text.shingles)]));
  return held.size / text.shingles.size >= MADE_OF ? { text, parts } : undefined;
}

function isCopy(one: Text, other: Text): boolean {
  return containment(one.shingles, other.shingles) >= COPY;
}

/** Copies of about the same length: neither is a mere part of the other. */
function isWhole(one: Text, other: Text): boolean {
  const larger = Math.max(one.shingles.size, other.shingles.size);
  return one.shingles.intersection(other.shingles).size >= COPY * larger;
}

function grouped(texts: readonly Text[], compilations: readonly Compilation[]): Set<ArticleId>[] {
  const groups = texts.map(({ id }) => new Set([id]));
  const compiled = new Set(compilations.map(({ text }) => text));
  // they are sorted, so that the part is never the first
  for (const [at, one] of texts.entries())
    for (const other of texts.slice(at + 1))
      if (compiled.has(one) ? isWhole(one, other) : isCopy(one, other)) join(groups, one.id, other.id);
  for (const [text, part] of heldBy(compilations, groups)) join(groups, text.id, part.id);
  return groups;
}

/** Of compilations that are copies of each other the longest with its largest part; none where one is a copy of a part. */
function heldBy(compilations: readonly Compilation[], groups: readonly Set<ArticleId>[]): (readonly [Text, Text])[] {
  const compiled = new Set(compilations.map(({ text }) => text.id));
  return groups.flatMap((group) => {
    const longest = compilations.find(({ text }) => group.has(text.id));
    if (longest === undefined || !group.isSubsetOf(compiled)) return [];
    const part = longest.parts.find(({ id }) => !group.has(id));
    return part === undefined ? [] : [[longest.text, part] as const];
  });
}

function join(groups: Set<ArticleId>[], one: ArticleId, other: ArticleId): void {
  const [into, from] = [groups.find((group) => group.has(one)), groups.find((group) => group.has(other))];
  if (into === undefined || from === undefined || into === from) return;
  for (const id of from) into.add(id);
  groups.splice(groups.indexOf(from), 1);
}
