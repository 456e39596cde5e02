import type { KnownName } from './known-names.ts';
import type { RoleFound } from './roles.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands beside a name: the office, whose it is, and how far the words reach. */
export interface Office {
  readonly role?: string | undefined;
  readonly affiliation?: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** "Turkish foreign minister", "Pakistan's army", "UN special envoy". */
export function isBefore(text: string, name: KnownName, role: RoleFound): boolean {
  if (role.start < name.end || role.start - name.end > 40) return false;
  if (name.entry.kind === 'place' || name.entry.kind === 'media') return false;
  return /^(?:['’]s?)?[ \u00a0](?:(?:own|new|then|top|powerful|military|senior|permanent|late)[ -])?$/.test(
    text.slice(name.end, role.start),
  );
}

/** "the foreign minister of Iran". */
export function isOf(text: string, role: RoleFound, name: KnownName): boolean {
  if (name.start < role.end || name.start - role.end > 12) return false;
  if (name.entry.kind === 'place' || name.entry.via === 'demonym') return false;
  return /^ (?:of|for|from) (?:the )?$/.test(text.slice(role.end, name.start));
}

/** The office before the name ("Iran's foreign minister, X") or behind it ("X, the foreign minister of Iran"). */
export function officeOf(
  text: string,
  span: Span,
  titleStart: number,
  known: readonly KnownName[],
  roles: readonly RoleFound[],
): Office {
  const before = officeBefore(text, titleStart, known, roles);
  if (before?.role !== undefined) return { ...before, ...stateBehind(text, before.affiliation, span.end, known) };
  const after = officeAfter(text, span.end, known, roles);
  const start = before?.start ?? titleStart;
  const affiliation = after?.affiliation ?? before?.affiliation;
  return { start, end: after?.end ?? span.end, role: after?.role, affiliation };
}

/** "President Samia Suluhu Hassan of Tanzania": whose office it is stands behind the name. */
function stateBehind(text: string, affiliation: string | undefined, end: number, known: readonly KnownName[]) {
  const state = affiliation === undefined ? firstFrom(known, end) : undefined;
  const owns =
    state !== undefined && !state.possessive && state.entry.kind !== 'place' && state.entry.via !== 'demonym';
  if (!owns || !/^ of (?:the )?$/.test(text.slice(end, state.start))) return { end };
  return { end: state.end, affiliation: state.entry.name };
}

function officeBefore(
  text: string,
  start: number,
  known: readonly KnownName[],
  roles: readonly RoleFound[],
):
  | { readonly start: number; readonly role?: string | undefined; readonly affiliation?: string | undefined }
  | undefined {
  const name = lastBefore(known, start);
  const gap = name === undefined ? '' : text.slice(name.end, start);
  if (name?.possessive && /^['’]s? $/.test(gap) && name.entry.kind !== 'place')
    return { start: name.start, affiliation: name.entry.name };
  const role = lastBefore(roles, start);
  if (role === undefined || role.role === undefined) return undefined;
  const of = name !== undefined && isOf(text, role, name) && /^,? $/.test(text.slice(name.end, start));
  // "Oman's envoy for the Horn of Africa, Salim al-Rawahi"
  if (!of && !/^(?: (?:for|to|on) [^,.;\n]{2,40},)?,? $/.test(text.slice(role.end, start))) return undefined;
  const owner = of ? name : ownerOf(text, role, known);
  const from = Math.min(role.start, owner?.start ?? role.start);
  return { start: from, role: roleName(text, role, roles), affiliation: ownerName(owner, role) };
}

function officeAfter(
  text: string,
  end: number,
  known: readonly KnownName[],
  roles: readonly RoleFound[],
): { readonly end: number; readonly role: string; readonly affiliation?: string | undefined } | undefined {
  const role = firstFrom(roles, end);
  if (role?.role === undefined || role.start - end > 60) return undefined;
  const owner = ownerOf(text, role, known);
  const from = owner !== undefined && owner.start >= end ? owner.start : role.start;
  if (!/^(?:, (?:who is |who was )?|,? who is )(?:the |an? |its |their |his |her )?$/.test(text.slice(end, from)))
    return undefined;
  const of = firstFrom(known, role.end);
  if (of !== undefined && isOf(text, role, of)) return { end: of.end, role: role.role, affiliation: of.entry.name };
  return { end: role.end, role: role.role, affiliation: owner?.entry.name };
}

function ownerOf(text: string, role: RoleFound, known: readonly KnownName[]): KnownName | undefined {
  const name = lastBefore(known, role.start);
  return name !== undefined && isBefore(text, name, role) ? name : undefined;
}

/** The "UN ambassador" is a state's at the UN; only the European Union sends its own. */
function ownerName(owner: KnownName | undefined, { role }: RoleFound): string | undefined {
  const host = role === 'ambassador' && owner?.entry.kind === 'body' && owner.entry.name !== 'European Union';
  return host ? undefined : owner?.entry.name;
}

/** A counterpart has the office of the one spoken of before. */
function roleName(text: string, role: RoleFound, roles: readonly RoleFound[]): string | undefined {
  if (role.role !== 'counterpart') return role.role;
  let end = role.start;
  for (let earlier = lastBefore(roles, end); earlier !== undefined; earlier = lastBefore(roles, end)) {
    end = earlier.start;
    if (role.start - earlier.end > 400 || /\n/.test(text.slice(earlier.end, role.start))) break;
    if (earlier.role !== undefined && earlier.role !== 'counterpart') return earlier.role.replace(/^former /, '');
  }
  return undefined;
}

/** The last span that ends at or before an offset; spans are in order. */
function lastBefore<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}

/** The first span that begins at or behind an offset. */
function firstFrom<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return spans[low];
}
