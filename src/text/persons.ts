import type { KnownName } from './known-names.ts';
import type { NameToken } from './name-tokens.ts';
import { type Office, officeOf, type Span } from './offices.ts';
import { BORNE, COMMON, OPENERS, PARTICLES, TITLES } from './person-words.ts';
import type { RoleFound } from './roles.ts';
import { sameSpelling, skeleton } from './spelling.ts';
import { isStopWord } from './words.ts';

export interface PersonFound extends Span {
  /** The fullest form in the text. */
  readonly name: string;
  readonly role: string | undefined;
  /** The state, body or group for which the person acts. */
  readonly affiliation: string | undefined;
  /** The name with the office and owner beside it. */
  readonly phrase: Span;
}

/** A run of words that may be a person. */
interface Run extends Span {
  readonly tokens: readonly NameToken[];
  readonly office: Office;
  /** A title or office beside it says that it is a person. */
  readonly certain: boolean;
}

/** One person, under every form that the text gives. */
interface Person {
  name: string;
  words: number;
  role?: string | undefined;
  affiliation?: string | undefined;
}

const SPEAKS =
  /^ (?:also |later |then |further )?(?:said|says|told|added|adds|urged|warned|noted|stressed|called|wrote|denied|replied|confirmed|announced|did)\b/;

/** Longer runs of capitals are titles of works or lists. */
const MOST_WORDS = 8;

/** Persons of a text in order, with what the text says of their office. */
export function findPersons(
  text: string,
  tokens: readonly NameToken[],
  known: readonly KnownName[],
  roles: readonly RoleFound[],
): PersonFound[] {
  const small = new Set(tokens.filter((token) => !token.capital).map((token) => token.key));
  const runs = runsOf(text, tokens, known, roles, small);
  const people = new Map<string, Person>();
  const full = runs.filter((run) => run.tokens.length > 1 && (run.certain || isPerson(text, run, small)));
  for (const run of [...full].sort((a, b) => b.tokens.length - a.tokens.length)) learn(people, text, run);
  const single = runs.filter((run) => run.tokens.length === 1 && run.certain && !small.has(run.tokens[0]?.key ?? ''));
  for (const run of single) learn(people, text, run);
  const found: PersonFound[] = [];
  const surnames = speakingSurnames(text, tokens, known);
  for (const run of [...runs, ...surnames].sort((a, b) => a.start - b.start)) {
    const person = personOf(people, run);
    if (person === undefined) continue;
    const { office, start, end } = run;
    const role = office.role ?? person.role;
    const affiliation = office.affiliation ?? person.affiliation;
    found.push({ start, end, name: person.name, role, affiliation, phrase: { start: office.start, end: office.end } });
  }
  return found;
}

/** "Baloch said": a known name that speaks may be the surname of a person; the text decides by naming one. */
function speakingSurnames(text: string, tokens: readonly NameToken[], known: readonly KnownName[]): Run[] {
  const runs: Run[] = [];
  for (const { first, last, start, end, entry } of known) {
    const token = tokens[first];
    const bears =
      first === last && token !== undefined && !token.headline && (entry.via === 'demonym' || BORNE.has(token.key));
    if (!bears || !SPEAKS.test(text.slice(end, end + 16))) continue;
    runs.push({ start, end, tokens: [token], office: { start, end }, certain: false });
  }
  return runs;
}

function learn(people: Map<string, Person>, text: string, run: Run): void {
  const written = text.slice(run.start, run.end).replace(/\s+/g, ' ');
  const person = personOf(people, run) ?? { name: written, words: run.tokens.length };
  if (run.tokens.length > person.words || (run.tokens.length === person.words && written.length > person.name.length))
    Object.assign(person, { name: written, words: run.tokens.length });
  // whom somebody once was says nothing of whom they act for
  if (!run.office.role?.startsWith('former ')) {
    person.role ??= run.office.role;
    person.affiliation ??= run.office.affiliation;
  }
  for (const form of formsOf(run)) if (!people.has(form)) people.set(form, person);
}

/** The whole name, each of its ends, and its first word: "Jalil Abbas Jilani", "Abbas Jilani", "Jilani", "Jalil". */
function formsOf(run: Run): string[] {
  const keys = run.tokens.map((token) => token.key);
  const ends = keys.map((_, i) => keys.slice(i).join('')).filter((form) => form.length > 1);
  const [first = ''] = keys;
  const forms = first.length > 1 ? [...ends, first] : ends;
  return [...new Set(forms.flatMap((form) => (form.length < 6 ? [form] : [form, `~${skeleton(form)}`])))];
}

function personOf(people: ReadonlyMap<string, Person>, run: Run): Person | undefined {
  const whole = run.tokens.map((token) => token.key).join('');
  const exact = people.get(whole);
  if (exact !== undefined) return exact;
  const near = whole.length < 6 ? undefined : people.get(`~${skeleton(whole)}`);
  if (near !== undefined && spelledAlike(near.name, whole)) return near;
  return undefined;
}

function spelledAlike(name: string, whole: string): boolean {
  const words = name.split(/[\s\-‐‑]+/);
  const forms = words.map((_, i) => squashed(words.slice(i)));
  return [...forms, squashed(words.slice(0, 1))].some((form) => sameSpelling(form, whole));
}

function squashed(words: readonly string[]): string {
  return words
    .join('')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a run without office or title beside it reads as a person. */
function isPerson(text: string, run: Run, small: ReadonlySet<string>): boolean {
  const [first] = run.tokens;
  if (first === undefined || first.headline) return false;
  if (run.tokens.some((token) => COMMON.has(token.key) || /\d/.test(token.raw))) return false;
  if (run.tokens.every((token) => token.raw.length > 1 && token.raw === token.raw.toUpperCase())) return false;
  if (run.tokens.filter((token) => small.has(token.key) && !PARTICLES.has(token.key)).length * 2 >= run.tokens.length)
    return false;
  return !isPlace(text, run) && !isTitleOfWork(text, run);
}

/** “Marg Bar Sarmachar”, "Iron Swords": what stands alone in quotation marks is the name of a thing. */
function isTitleOfWork(text: string, run: Run): boolean {
  return /["“‘'«]/.test(text.charAt(run.start - 1)) && /["”’'»,]/.test(text.charAt(run.end));
}

function isPlace(text: string, run: Run): boolean {
  if (
    /(?:^|\s)(?:in|near|at|around|outside|inside|toward|towards|across|into|(?:village|town|city|district|province|area|port|region|camp|state) of)(?: the)? $/i.test(
      text.slice(Math.max(0, run.start - 16), run.start),
    )
  )
    return true;
  return /^ (?:village|town|district|province|city|area|region|border|airport|airbase|camp|county|island|river|valley|neighbou?rhood)\b/.test(
    text.slice(run.end, run.end + 16),
  );
}

function runsOf(
  text: string,
  tokens: readonly NameToken[],
  known: readonly KnownName[],
  roles: readonly RoleFound[],
  small: ReadonlySet<string>,
): Run[] {
  const nameAt = new Map<number, KnownName>();
  for (const name of known) for (let i = name.first; i <= name.last; i += 1) nameAt.set(i, name);
  const roleAt = rolesByToken(tokens, roles);
  const runs: Run[] = [];
  let i = 0;
  while (i < tokens.length) {
    const end = runEnd(text, tokens, i, nameAt, roleAt);
    if (end > i && end - i <= MOST_WORDS) {
      const run = asRun(text, tokens.slice(i, end), known, roles, small);
      if (run !== undefined) runs.push(run);
    }
    i = Math.max(end, i + 1);
  }
  return runs;
}

function rolesByToken(tokens: readonly NameToken[], roles: readonly RoleFound[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let next = 0;
  tokens.forEach((token, i) => {
    while ((roles[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    if ((roles[next]?.start ?? Number.POSITIVE_INFINITY) <= token.start) inside.add(i);
  });
  return inside;
}

/** Behind the last token of the run of name words that begins at a token; the token itself where none begins. */
function runEnd(
  text: string,
  tokens: readonly NameToken[],
  first: number,
  nameAt: ReadonlyMap<number, KnownName>,
  roleAt: ReadonlySet<number>,
): number {
  const canBear = (i: number): boolean => isBorne(tokens[i], nameAt.get(i), i > first);
  const fits = (i: number): boolean => tokens[i]?.capital === true && !roleAt.has(i) && (!nameAt.has(i) || canBear(i));
  const small = (i: number): boolean => PARTICLES.has(tokens[i]?.key ?? '') && !nameAt.has(i);
  // "von der Leyen" has two
  const particle = (i: number): boolean => small(i) && (fits(i + 1) || (small(i + 1) && fits(i + 2)));
  const opens =
    fits(first) ||
    (tokens[first]?.capital === false && /^(?:al|el|bin|ibn|abu)$/.test(tokens[first]?.key ?? '') && fits(first + 1));
  if (!opens) return first;
  let last = first;
  while (last + 1 < tokens.length) {
    const gap = text.slice(tokens[last]?.gapStart ?? 0, tokens[last + 1]?.start);
    const possessive = (tokens[last]?.gapStart ?? 0) > (tokens[last]?.end ?? 0);
    const abbreviated = /^\. ?$/.test(gap) && isShort(tokens[last]);
    if (possessive || !(/^(?:[ \u00a0]|[-‐‑])$/.test(gap) || abbreviated)) break;
    if (fits(last + 1)) last += 1;
    else if (particle(last + 1)) last += joined(text, tokens[last + 1], tokens[last + 2]) ? 2 : 0;
    else if (/^[-‐‑]$/.test(gap) && isSyllable(tokens[last + 1])) last += 1;
    else break;
    if (particle(last + 1) && !joined(text, tokens[last + 1], tokens[last + 2])) break;
  }
  return last === first && nameAt.has(first) ? first : last + 1;
}

function joined(text: string, particle: NameToken | undefined, next: NameToken | undefined): boolean {
  return (
    particle !== undefined && next !== undefined && /^(?:[ \u00a0]|[-‐‑])?$/.test(text.slice(particle.end, next.start))
  );
}

function isShort(token: NameToken | undefined): boolean {
  return token !== undefined && (token.raw.length === 1 || TITLES.has(token.key));
}

/** "Kim Jong-un", "Tsai Ing-wen". */
function isSyllable(token: NameToken | undefined): boolean {
  return (
    token !== undefined &&
    /^\p{Ll}{2,5}$/u.test(token.raw) &&
    !/^(?:led|era|held|run|based|made|born|wide)$/.test(token.raw)
  );
}

/** Whether a known name can be a word of a person's: "Mumtaz Zahra Baloch", "Chad Smith". */
function isBorne(token: NameToken | undefined, name: KnownName | undefined, follows: boolean): boolean {
  if (token === undefined || name === undefined || name.first !== name.last || token.headline) return false;
  if (BORNE.has(token.key)) return true;
  return follows && (name.entry.kind === 'place' || name.entry.kind === 'group') && !name.entry.acronym;
}

/** The run without titles ("H.E." is His Excellency) and without a word that only opens the sentence, with the office beside it. */
function asRun(
  text: string,
  all: readonly NameToken[],
  known: readonly KnownName[],
  roles: readonly RoleFound[],
  small: ReadonlySet<string>,
): Run | undefined {
  const honoured = all[0]?.key === 'h' && all[1]?.key === 'e';
  let tokens = honoured ? all.slice(2) : all;
  let titled = honoured ? all[0] : undefined;
  for (let token = tokens[0]; token !== undefined; token = tokens[0]) {
    const title = TITLES.has(token.key) && tokens.length > 0;
    const opener =
      token.opens && (isStopWord(token.key) || OPENERS.has(token.key) || (small.has(token.key) && tokens.length > 1));
    if (!title && !opener && !isStopWord(token.key)) break;
    if (title) titled ??= token;
    tokens = tokens.slice(1);
  }
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined || isStopWord(last.key)) return undefined;
  const span = { start: first.start, end: last.end };
  const office = officeOf(text, span, titled?.start ?? first.start, known, roles);
  const certain = titled !== undefined || (office.role !== undefined && !tokens.some((token) => COMMON.has(token.key)));
  return { ...span, tokens, office, certain };
}
