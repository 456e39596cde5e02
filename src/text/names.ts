import { entryOf, looseEntryOf, nearEntryOf } from './gazetteer.ts';
import { findKnown, type KnownName } from './known-names.ts';
import { nameTokens } from './name-tokens.ts';
import { isBefore, isOf } from './offices.ts';
import { findPersons, type PersonFound } from './persons.ts';
import { findRoles, type RoleFound } from './roles.ts';
import { sameSpelling, squash } from './spelling.ts';

/** A name in a text: half-open offsets in UTF-16 code units, never overlapping. */
export interface NameMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Canonical: "Iran" for "Tehran" and "Iranian"; a person's fullest form in this text. */
  readonly name: string;
  readonly kind: 'state' | 'body' | 'group' | 'place' | 'person';
  /** The state, body or group that a place, group or person belongs to, where it is known. */
  readonly state?: string;
  readonly via: 'name' | 'capital' | 'demonym' | 'institution' | 'person';
  /** An office, as `roles.ts` calls it: of a person, or what an institution mention speaks of. */
  readonly role?: string;
  /** Of a person: from "Iran's" to the name, the words that belong to it. No other mention stands in there. */
  readonly phrase?: { readonly start: number; readonly end: number };
}

/** Whether a mention is of a canonical name, or of somebody or something that belongs to it. */
export function standsFor({ name, state }: Pick<NameMention, 'name' | 'state'>, canonical: string): boolean {
  return name === canonical || state === canonical;
}

/**
 * States, bodies, armed groups, places and persons that a text names, in order. Known names come from the gazetteer by
 * longest match; persons are runs of capitalised words, and surnames of persons whose fuller name the text gives.
 * A phrase such as "the Turkish foreign minister" or "Pakistan's army" is one mention of the state, via 'institution'.
 */
export function findNames(text: string): NameMention[] {
  const tokens = nameTokens(text);
  const known = findKnown(text, tokens);
  const roles = findRoles(text);
  const persons = findPersons(text, tokens, known, roles);
  const taken = persons.map((person) => person.phrase);
  const free = outside(known, taken);
  const institutions = withOffices(text, free, outside(roles, taken));
  const mentions = [...institutions, ...persons.map((person) => ofPerson(text, person))];
  return mentions.sort((a, b) => a.start - b.start);
}

/** The canonical name for a name as a user types it: any alias in any case, or within a letter of one. */
export function canonicalName(text: string): string | undefined {
  const key = squash(text.trim().replace(/^the\s+/i, ''));
  if (key === '') return undefined;
  const entry = entryOf(key) ?? entryOf(squash(text)) ?? looseEntryOf(key) ?? nearEntryOf(key);
  return entry?.kind === 'media' ? undefined : entry?.name;
}

/** Whether two names are spellings or aliases of one: "Turkiye" and "Turkey"; never "Niger" and "Nigeria". */
export function sameName(a: string, b: string): boolean {
  const [left, right] = [squash(a), squash(b)];
  if (left === right) return left !== '';
  const [knownLeft, knownRight] = [entryOf(left), entryOf(right)];
  if (knownLeft !== undefined && knownRight !== undefined) return knownLeft.name === knownRight.name;
  return sameSpelling(left, right);
}

function outside<T extends { readonly start: number; readonly end: number }>(
  spans: readonly T[],
  taken: readonly { readonly start: number; readonly end: number }[],
): T[] {
  let next = 0;
  return spans.filter((span) => {
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next += 1;
    return (taken[next]?.start ?? Number.POSITIVE_INFINITY) >= span.end;
  });
}

function ofPerson(text: string, person: PersonFound): NameMention {
  const { start, end, name, phrase } = person;
  return {
    start,
    end,
    text: text.slice(start, end),
    name,
    kind: 'person',
    ...(person.affiliation === undefined ? {} : { state: person.affiliation }),
    via: 'person',
    ...(person.role === undefined ? {} : { role: person.role }),
    phrase,
  };
}

/** Joins a known name with an office or body beside it. */
function withOffices(text: string, known: readonly KnownName[], roles: readonly RoleFound[]): NameMention[] {
  const mentions: NameMention[] = [];
  let next = 0;
  for (let i = 0; i < known.length; i += 1) {
    const name = known[i];
    if (name === undefined || name.entry.kind === 'media') continue;
    while ((roles[next]?.end ?? Number.POSITIVE_INFINITY) <= name.start) next += 1;
    const follower = known[i + 1];
    if (follower !== undefined && isOwnBody(text, name, follower)) {
      mentions.push(mentionOf(text, name, { start: name.start, end: follower.end }));
      i += 1;
      continue;
    }
    const before = roles[next - 1];
    const after = roles[next];
    if (after !== undefined && isBefore(text, name, after)) {
      mentions.push(mentionOf(text, name, { start: name.start, end: after.end, role: after.role }));
    } else if (before !== undefined && isOf(text, before, name) && (mentions.at(-1)?.end ?? 0) <= before.start) {
      mentions.push(mentionOf(text, name, { start: before.start, end: name.end, role: before.role }));
    } else mentions.push(mentionOf(text, name));
  }
  return mentions;
}

/** "Iran's Revolutionary Guards", "Pakistan's National Security Council": the owner decides whose body it is. */
function isOwnBody(text: string, owner: KnownName, body: KnownName): boolean {
  if (owner.entry.kind !== 'state' || body.entry.kind === 'place' || body.entry.kind === 'group') return false;
  const generic = body.entry.via === 'institution' || body.entry.name === 'UN Security Council';
  const owns = owner.possessive || owner.entry.via === 'demonym' || body.entry.state === owner.entry.name;
  return generic && owns && /^(?:['’]s?)? $/.test(text.slice(owner.end, body.start));
}

function mentionOf(
  text: string,
  { entry, start, end }: KnownName,
  wider?: { readonly start: number; readonly end: number; readonly role?: string | undefined },
): NameMention {
  const span = wider ?? { start, end };
  return {
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    name: entry.name,
    kind: entry.kind === 'media' ? 'body' : entry.kind,
    ...(entry.state === undefined ? {} : { state: entry.state }),
    via: wider === undefined ? entry.via : 'institution',
    ...(wider?.role === undefined ? {} : { role: wider.role }),
  };
}
