import { BODIES, GROUPS, MEDIA } from './gazetteer-actors.ts';
import { PLACES } from './gazetteer-places.ts';
import { STATES } from './gazetteer-states.ts';
import { distance, sameSpelling, skeleton, squash } from './spelling.ts';

/** What one known way to say a name stands for. */
export interface Entry {
  readonly name: string;
  readonly kind: 'state' | 'body' | 'group' | 'place' | 'media';
  readonly via: 'name' | 'capital' | 'demonym' | 'institution';
  /** The state that a place, group or institution belongs to. */
  readonly state?: string;
  /** Two to six capitals: they count only where written in capitals. */
  readonly acronym: boolean;
  /** Short forms of mixed case, which count only as they are: "LeT" is not "Let". */
  readonly exactly?: string;
}

interface Index {
  readonly exact: ReadonlyMap<string, Entry>;
  /** Long names of places and groups, by skeleton. */
  readonly loose: ReadonlyMap<string, readonly (readonly [string, Entry])[]>;
  /** Every key that a typing error may have hit, by first letter. */
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
}

const ACRONYM = /^(?:\p{Lu}[.&-]?){2,6}\d*$|^\p{Lu}-?\d+$/u;
/** Words of a name at most: "Office of the High Commissioner for Human Rights" has eight. */
export const MAX_WORDS = 8;

let built: Index | undefined;

/** The entry that a squashed name stands for. */
export function entryOf(squashed: string): Entry | undefined {
  return index().exact.get(squashed);
}

/** A place or group of which the squashed name is another transliteration. */
export function looseEntryOf(squashed: string): Entry | undefined {
  if (squashed.length < 7) return undefined;
  const near = index().loose.get(skeleton(squashed));
  return near?.find(([key]) => sameSpelling(key, squashed))?.[1];
}

/** The entry within one letter of a typed name of six letters or more, if all such keys mean the same. */
export function nearEntryOf(squashed: string): Entry | undefined {
  if (squashed.length < 6) return undefined;
  const keys = index().byLetter.get(squashed.slice(0, 1)) ?? [];
  const entries = keys.filter((key) => distance(key, squashed, 1) <= 1).map((key) => entryOf(key));
  const names = new Set(entries.map((entry) => entry?.name));
  return names.size === 1 ? entries[0] : undefined;
}

function index(): Index {
  if (built !== undefined) return built;
  const exact = new Map<string, Entry>();
  for (const [alias, entry] of entries()) {
    const key = squash(alias);
    if (key !== '' && !exact.has(key)) exact.set(key, asEntry(alias, entry));
  }
  const loose = new Map<string, [string, Entry][]>();
  const byLetter = new Map<string, string[]>();
  for (const [key, entry] of exact) {
    put(byLetter, key.slice(0, 1), key);
    const transliterated = (entry.kind === 'place' || entry.kind === 'group') && !entry.acronym && key.length >= 7;
    if (transliterated && skeleton(key).length >= 5) put(loose, skeleton(key), [key, entry]);
  }
  built = { exact, loose, byLetter };
  return built;
}

function asEntry(alias: string, entry: Omit<Entry, 'acronym'>): Entry {
  const mixed = alias.length <= 5 && /^\p{L}*\p{Ll}\p{Lu}\p{L}*$/u.test(alias);
  return { ...entry, acronym: ACRONYM.test(alias), ...(mixed ? { exactly: alias } : {}) };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

type Pair = readonly [alias: string, entry: Omit<Entry, 'acronym'>];

/** Earlier ones win where two names are spelled alike. */
function* entries(): Generator<Pair> {
  for (const line of lines(STATES)) yield* stateNames(line);
  for (const line of lines(BODIES)) yield* actorNames(line, 'body');
  for (const line of lines(GROUPS)) yield* actorNames(line, 'group');
  for (const line of lines(PLACES)) yield* placeNames(line);
  for (const line of lines(MEDIA)) for (const name of listed(line)) yield [name, { name, kind: 'media', via: 'name' }];
}

function* stateNames(line: string): Generator<Pair> {
  const [name = '', aliases, capitals, demonyms, institutions] = line.split('|');
  const base = { name, kind: 'state', state: name } as const;
  for (const alias of [name, ...listed(aliases)]) yield [alias, { ...base, via: 'name' }];
  for (const alias of listed(capitals)) yield [alias, { ...base, via: 'capital' }];
  for (const alias of listed(demonyms).flatMap(withPlural)) yield [alias, { ...base, via: 'demonym' }];
  for (const alias of listed(institutions)) yield [alias, { ...base, via: 'institution' }];
}

function* actorNames(line: string, kind: 'body' | 'group'): Generator<Pair> {
  const [name = '', aliases, state] = line.split('|');
  const entry = { name, kind, via: 'name', ...(state ? { state } : {}) } as const;
  for (const alias of [name, ...listed(aliases)]) yield [alias, entry];
}

function* placeNames(line: string): Generator<Pair> {
  const colon = line.indexOf(':');
  const state = line.slice(0, colon).trim();
  for (const place of listed(line.slice(colon + 1))) {
    const [name = '', ...others] = place.trim().split('=');
    const entry = { name: bare(name), kind: 'place', ...(state ? { state } : {}) } as const;
    for (const alias of [name, ...others])
      yield [bare(alias), { ...entry, via: alias.startsWith('~') ? 'demonym' : 'name' }];
  }
}

function bare(name: string): string {
  return name.startsWith('~') ? name.slice(1) : name;
}

function lines(table: string): string[] {
  return table.trim().split('\n');
}

function listed(cell: string | undefined): string[] {
  return cell ? cell.split(';') : [];
}

function withPlural(demonym: string): string[] {
  if (!demonym.endsWith('+')) return [demonym];
  const one = demonym.slice(0, -1);
  return [one, `${one}s`];
}
