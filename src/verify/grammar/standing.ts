import type { IsoDate } from '../../domain/article.ts';
import type { Edge, Node } from './graph.ts';
import { isProper, isSaidBy, keysOf } from './licence.ts';
import { isSameCity } from './same-city.ts';
import { isSameTime } from './same-time.ts';

/** What the sources of a claim say, as one pool of nodes. */
export interface Pool {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** By index of the text. */
  readonly days: readonly (IsoDate | undefined)[];
  /** By index of the text, in which article it stands; undefined where nobody knows. */
  readonly articles: readonly (string | undefined)[];
}

/** Bodies that act for the state that they are named with. */
const ACTING =
  /^(government|force|army|military|troop|soldier|ministry|authority|navy|administration|cabinet|parliament|presidency|leadership|official|negotiator|minister|president|police|guard)s?$/;
const SEATED =
  /^(ministry|government|embassy|parliament|army|official|authority|spokes\w+|military|presidency|administration|office|envoy|diplomat|police|junta)s?$/;

/** Offices that are named after their house: not every part of their state. */
export const SEAT =
  /(kremlin|white house|pentagon|downing street|elysee|palace|house|zhongnanhai|capitol|number 10|planalto|itamaraty|blue house)/;

/** Whether a node of a source has the word, the number, the name or the time of a node of the claim. */
export function standsAs(claimed: Node, source: Node, pool: Pool): boolean {
  const [own, other] = [claimed.unit, source.unit];
  if (own.kind === 'time' || other.kind === 'time')
    return own.kind === other.kind && isSameTime(own, other, pool.days[source.text]);
  if (own.kind === 'number' || other.kind === 'number')
    return own.kind === other.kind && own.value === other.value && claimed.hedge === source.hedge;
  if (own.name !== undefined)
    return (
      isSameName(claimed, source, pool) ||
      initials(own.text, other.text) ||
      initials(other.text, own.text) ||
      (/^\p{Lu}{2,6}$/u.test(own.text) && other.name === undefined && isAcronym(own.text, source, pool))
    );
  if (claimed.kind === 'pronoun' || source.kind === 'pronoun') return isSamePronoun(claimed, source);
  if (other.name !== undefined)
    return initials(own.text, other.text) || initials(other.text, own.text) || own.lower === other.lower;
  if (claimed.hedge !== source.hedge) return false;
  if (isSaidBy(keysOf(claimed), keysOf(source)))
    return (
      !isProper(own) ||
      own.lower === other.lower ||
      !keysOf(claimed).some((key) => key.startsWith('~') && keysOf(source).includes(key)) ||
      !isRare(own.text, other.text)
    );
  return /^\p{Lu}{2,6}s?$/u.test(own.text) && isAcronym(own.text, source, pool);
}

/** Another name with the same stem: "Marines" and "Marino". */
function isRare(own: string, other: string): boolean {
  return (
    /^\p{Lu}/u.test(other) &&
    own.toLowerCase() !== other.toLowerCase() &&
    own.slice(0, 5).toLowerCase() !== other.slice(0, 5).toLowerCase()
  );
}

function isSameName(claimed: Node, source: Node, pool: Pool): boolean {
  const own = claimed.unit.name;
  const other = source.unit.name;
  if (own === undefined) return false;
  if (other !== undefined) {
    if (other.canonical !== own.canonical) return false;
    if (own.via === 'institution' || SEAT.test(claimed.unit.lower)) return claimed.unit.lower === source.unit.lower;
    if (own.via === 'capital' && other.via === 'capital') return isSameCity(claimed.unit.lower, source.unit.lower);
    return true;
  }
  if (own.via === 'institution' || SEAT.test(claimed.unit.lower)) return false;
  if (!ACTING.test(source.unit.lower) && !ACTING.test(source.unit.lemma)) return false;
  return pool.edges.some(
    (edge) =>
      edge.head === source &&
      /^(mod|poss|p:of)$/.test(edge.relation) &&
      edge.dependent.unit.name?.canonical === own.canonical &&
      own.via !== 'demonym',
  );
}

/** "Russians", "the French": people of a state, whose deeds are not the state's. */
export function isPeople(node: Node, { edges }: { readonly edges: readonly Edge[] }): boolean {
  const { unit } = node;
  if (unit.name?.kind !== 'state' || unit.name.via !== 'demonym' || unit.hyphen) return false;
  if (/[^s]s$|men$/.test(unit.lower)) return true;
  const own = edges.filter(({ dependent }) => dependent === node);
  return own.length > 0 && own.every(({ head, relation }) => head.kind === 'act' && /^(subj|obj)$/.test(relation));
}

/** What is done to a place where it lies: a city of the state is not all of it. */
export const ON_THE_SPOT =
  /^(strike|hit|bomb|shell|attack|raid|enter|leave|reach|capture|seize|invade|storm|besiege|shake|flood|destroy|damage|target|pound|occupy|take|cross|flee|visit|quit|burn|rock|bombard|encircle|surround|evacuate|retake|recapture|liberate|lose|hold|control|overrun|blockade|tour)$/;

/** Whether a name that is a city stands for no more than its state does, where the source names the state alone. */
export function isPlaceHeld(claimed: Node, source: Node, relation: string, head: Node): boolean {
  const own = claimed.unit.name;
  if (own?.via !== 'capital' || source.unit.name?.via === 'capital') return true;
  if (relation === 'obj' && head.kind === 'act') return !ON_THE_SPOT.test(head.unit.lemma);
  if (!/^p:(in|near|from|to|around|outside|across|on|through)$/.test(relation)) return true;
  return SEATED.test(head.unit.lower) || /^(recall|withdraw|expel|ambassador|envoy)/.test(head.unit.lemma);
}

function isSamePronoun(claimed: Node, source: Node): boolean {
  if (claimed.kind !== source.kind) return false;
  return person(claimed.unit.lower) === person(source.unit.lower);
}

const PERSONS: readonly (readonly string[])[] = [
  ['he', 'him', 'his', 'himself'],
  ['she', 'her', 'hers', 'herself'],
  ['it', 'its', 'itself'],
  ['they', 'them', 'their', 'themselves'],
  ['we', 'us', 'our'],
  ['i', 'me', 'my'],
  ['you', 'your'],
];

function person(word: string): string {
  return PERSONS.find((group) => group.includes(word))?.[0] ?? word;
}

function initials(acronym: string, name: string): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(acronym)) return false;
  const letters = name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0]);
  return letters.join('') === acronym;
}

/** "EMC" of "Estado Mayor Central": the initials of the words that end with this one. */
function isAcronym(acronym: string, source: Node, pool: Pool): boolean {
  const before = pool.nodes.filter(
    (node) => node.text === source.text && node.at <= source.at && node.at > source.at - 7,
  );
  const run: string[] = [];
  for (const node of before.sort((a, b) => b.at - a.at)) {
    if (!/^\p{Lu}/u.test(node.unit.text)) break;
    run.unshift(...node.unit.text.split(/[\s-]+/).map((word) => word[0] ?? ''));
  }
  return run.join('').endsWith(acronym) && acronym.length >= 2;
}

/** Whether what a source tells of an act is what the claim tells: done or not, sure or not, over or not. */
export function isSameManner(claimed: Node, source: Node): boolean {
  if (claimed.negated !== source.negated) return false;
  if (!isSameMood(claimed.mood, source.mood)) return false;
  if (claimed.kind !== 'act' || source.kind !== 'act') return true;
  const [own, other] = [claimed.aspect, source.aspect];
  if (own === other || own === 'bare' || other === 'bare' || own === undefined || other === undefined) return true;
  return own === 'done' && other === 'present';
}

/** "can" becomes "could" in what is reported; "may", "might" and "could" leave it as open. */
function isSameMood(claimed: Node['mood'], source: Node['mood']): boolean {
  if (claimed === source) return true;
  if (claimed === 'could') return source === 'may' || source === 'can';
  if (claimed === 'could have') return source === 'may have';
  return (claimed === 'may' && source === 'could') || (claimed === 'may have' && source === 'could have');
}

/** One soldier is not several; what is a modifier has no number of its own. */
export function isSameCount(claimed: Node, source: Node, isModifier: boolean, isDistributed: boolean): boolean {
  if (claimed.none && source.none) return true;
  if (isModifier || claimed.kind !== 'thing' || source.kind !== 'thing') return true;
  if (claimed.unit.pos !== 'NOUN' || source.unit.pos !== 'NOUN') return true;
  if (claimed.unit.lemma !== source.unit.lemma || isDistributed) return true;
  return claimed.plural === source.plural;
}
