import type { IsoDate } from '../../domain/article.ts';
import type { EventDate } from '../../domain/event.ts';
import { retagged } from '../../events/tagging.ts';
import { parseText, type Sentence } from '../../text/sentences.ts';
import { contentWords, fold } from '../../text/words.ts';
import { type Relation, relationOf } from '../relations.ts';
import { dateAsked } from './date.ts';
import { type Hole, holeOf } from './hole.ts';
import { type NameAsked, namesAsked, properWords } from './names.ts';
import { leftoverOf } from './terms.ts';

/** A question as a frame with one hole. */
export interface Question {
  readonly text: string;
  readonly hole: Hole;
  /** Its words as the tagger sees them. */
  readonly sentence: Sentence;
  readonly names: readonly NameAsked[];
  /** Canonical names before and behind the words of the relation; all of them behind where no relation is known. */
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
  /** Those of them whose own act is asked about: "by the Iranian strikes", "Iran's attack". */
  readonly agents: readonly string[];
  /** Places where it is to have happened, as they are spelled: "in Islamabad". */
  readonly places: readonly string[];
  readonly relation?: Relation;
  readonly date?: EventDate;
  /** Stems that neither names nor the relation account for. */
  readonly leftover: readonly string[];
  /** Capitalised words that no table knows: "Jilani", "NSC". */
  readonly proper: readonly string[];
  /** Words that the question puts in quotation marks. */
  readonly quoted: readonly string[];
  /** The noun behind "how many". */
  readonly counted?: string;
  /** Values that were given before: "who else?". */
  readonly except: readonly string[];
  /** It asks what is to come: "was expected to", "will". */
  readonly ahead: boolean;
  readonly manner?: 'in person' | 'remote';
  /** "Did China not offer": neither yes nor no says what is meant. */
  readonly negated: boolean;
  /** "the two ministers", "both sides": those whom the archive is about. */
  readonly pair: boolean;
  /** Words to search by beside its own; they decide nothing. */
  readonly also?: readonly string[];
}

/** Questions longer than this are cut: nobody asks in more words. */
const MAX_LENGTH = 1_000;

/** A question's words without control characters and doubled spaces. */
function plainText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH);
}

/** Reads a question; `undefined` where there are no words in it. Nothing in its text is an order. */
export function parseQuestion(text: string, today: IsoDate): Question | undefined {
  const plain = plainText(text);
  if (!contentWords(plain).some((word) => /[\p{L}\p{N}]/u.test(word))) return undefined;
  const sentence = asOne(plain);
  const folded = fold(plain);
  const found = relationOf(folded, sentence);
  const names = namesAsked(plain);
  const proper = properWords(sentence.tokens, names);
  const date = dateAsked(plain, today);
  const counted = countedIn(sentence);
  const manner = mannerIn(folded);
  const hole = holeOf(plain);
  // what somebody said of a deed must be about the deed
  const accounted = hole === 'said' || hole === 'speaker' ? undefined : found?.relation.words;
  return {
    text: plain,
    hole,
    sentence,
    names,
    ...sidesOf(
      plain,
      names.filter((name) => !isPlace(plain, name)),
      found?.at ?? 0,
      isPassive(folded),
    ),
    places: names.filter((name) => isPlace(plain, name)).map(({ spelling }) => spelling),
    ...(found && { relation: found.relation }),
    ...(date && { date }),
    leftover: leftoverOf(plain, accounted, [...names.map(({ spelling }) => spelling), ...proper, MANNERS]),
    proper,
    quoted: [...plain.matchAll(/["“„«]([^"”“»]{2,80})["”“»]/g)].map(([, words = '']) => words),
    ...(counted !== undefined && { counted }),
    ...(manner !== undefined && { manner }),
    except: [],
    ahead: /\b(expect\w*|plan\w*|will|going to|schedul\w*|due to|set to|supposed)\b/.test(folded),
    negated: /\b(not|never|n't|(refuse|decline|fail|neglect|omit)[sd]?(ed)? to)\b|n't\b/.test(folded),
    pair: PAIR.test(folded),
  };
}

/** "Which school won?" asks for one of a kind, so the kind must be told too. */
export function asksForKind(text: string): boolean {
  return /^which\b/i.test(text);
}

/** Those whom the archive is about, without their names. */
const PAIR =
  /\b(the two|both|the) (foreign |defen[cs]e |prime )?(sides|neighbou?rs|governments|ministers|capitals|parties)\b|\b(the two|both) (\w+ )?(countries|nations|states|leaders|presidents)\b/;
const MANNERS = 'in person face to face by phone telephone';

function asOne(text: string): Sentence {
  const sentences = parseText(text);
  const tokens = sentences.flatMap((one) => one.tokens);
  return retagged({ start: 0, end: text.length, tokens });
}

function sidesOf(text: string, names: readonly NameAsked[], border: number, passive: boolean) {
  const agents = names.filter((name) => isAgent(text, name)).map(({ name }) => name);
  const before = names.filter(({ at }) => at < border).map(({ name }) => name);
  const behind = names.filter(({ at }) => at >= border).map(({ name }) => name);
  if (!passive) return { subjects: before, objects: behind, agents };
  const by = behind.filter((name) => agents.includes(name));
  return { subjects: by, objects: [...before, ...behind.filter((name) => !by.includes(name))], agents };
}

/** "was X struck", "were the talks called off by Y": what stands first is acted on. */
function isPassive(folded: string): boolean {
  return /^(was|were|is|are|has|have|had)\b(?!.*\bby (phone|telephone)\b).*\b(been )?(\w+ed|struck|hit|shot|held|sent|thrown|told|killed|expelled|recalled)\b.*\bby\b/.test(
    folded,
  );
}

/** A city that stands for its government where it acts is a place behind "in"; so is any town or province. */
function isPlace(text: string, { at, spelling, name, place }: NameAsked): boolean {
  return (
    /\b(in|at|near|outside|around|inside) (the )?$/i.test(text.slice(0, at)) && (place === true || spelling !== name)
  );
}

function isAgent(text: string, { at, end }: NameAsked): boolean {
  const deed =
    /^(['’]s?)?\s+(\w+\s+){0,2}?(strikes?|attacks?|raids?|shelling|bombings?|bombardment|assault|missiles?|forces|army|troops)\b/i;
  return /\bby (the |a |an )?$/i.test(text.slice(0, at)) || deed.test(text.slice(end));
}

/** The noun phrase behind "how many", up to its verb. */
function countedIn({ tokens }: Sentence): string | undefined {
  const many = tokens.findIndex(({ lower }, at) => lower === 'many' && tokens[at - 1]?.lower === 'how');
  if (many < 0) return undefined;
  const rest = tokens.slice(many + 1);
  const end = rest.findIndex(({ pos, text }) => /VERB|AUX|ADP|PUNCT|PRON/.test(pos) && text !== '-');
  const words = rest.slice(0, end < 0 ? rest.length : end).map(({ lower }) => lower);
  return words.length === 0 ? undefined : words.join(' ');
}

function mannerIn(folded: string): Question['manner'] {
  if (/\b(in person|face[- ]to[- ]face)\b/.test(folded)) return 'in person';
  if (/\b(by|over the|on the|via) (tele)?phone\b|\bvideo call\b/.test(folded)) return 'remote';
  // who met sat together
  return /\b(meet|meets|met)\b/.test(folded) ? 'in person' : undefined;
}
