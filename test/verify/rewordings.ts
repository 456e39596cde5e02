import { readdirSync, readFileSync } from 'node:fs';

/** A sentence that says nothing but what its quotes say, and the article that the quotes stand in. */
export interface Rewording {
  readonly kind: string;
  readonly article: { readonly outlet: string; readonly title: string; readonly publishedAt: string };
  readonly quotes: readonly string[];
  readonly claim: string;
}

const folder = new URL('./rewordings/', import.meta.url);
const ofCopies = 'copies.json';

/** Every faithful rewording of the corpus, kind after kind; exact copies are apart, in `copies`. */
export function rewordings(): readonly Rewording[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== ofCopies)
    .sort()
    .flatMap(read);
}

/** The entries whose claim is a quote, or a whole clause of one, word for word. */
export function copies(): readonly Rewording[] {
  return read(ofCopies);
}

function read(name: string): readonly Rewording[] {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Rewording[];
}
