import type { IsoDate } from '../domain/article.ts';
import type { EventDate } from '../domain/event.ts';
import { findTimes, resolveTime } from '../text/dates.ts';
import { canonicalName, findNames, type NameMention } from '../text/names.ts';
import { contentWords, fold } from '../text/words.ts';
import { leftoverOf } from './leftover.ts';
import { type Relation, relationOf } from './relations.ts';

/** What a question asks for. */
type Hole = 'who' | 'whom' | 'when' | 'where' | 'how-many' | 'yes-no' | 'why' | 'what' | 'list' | 'order';

/** A question as a frame with one hole. */
export interface Question {
  readonly text: string;
  readonly hole: Hole;
  /** Canonical names before and behind the words of the relation; all of them behind where no relation is known. */
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
  /** Those of them whose own act is asked about: "by the Iranian strikes", "Iran's attack". */
  readonly agents: readonly string[];
  readonly relation?: Relation;
  readonly date?: EventDate;
  /** Stems that neither names nor the relation account for. */
  readonly leftover: readonly string[];
}

/** Reads a question; `undefined` where there are no words in it. Nothing in its text is an order. */
export function parseQuestion(text: string, today: IsoDate): Question | undefined {
  const plain = text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH);
  if (contentWords(plain).length === 0) return undefined;
  const found = relationOf(fold(plain));
  const names = namesIn(plain);
  const border = found?.at ?? 0;
  const date = dateIn(plain, today);
  return {
    text: plain,
    hole: holeOf(fold(plain)),
    subjects: names.filter((name) => name.at < border).map((name) => name.name),
    objects: names.filter((name) => name.at >= border).map((name) => name.name),
    agents: names.filter((name) => isAgent(plain, name)).map((name) => name.name),
    ...(found && { relation: found.relation }),
    ...(date && { date }),
    leftover: leftoverOf(
      plain,
      found?.relation.words,
      names.map((name) => name.spelling),
    ),
  };
}

/** Questions longer than this are cut: nobody asks in more words. */
const MAX_LENGTH = 1_000;

const HOLES: readonly (readonly [RegExp, Hole])[] = [
  [/^(was|were|did|is|which) .*\b(before or after|earlier or later|sooner or later|come first|came first)\b/, 'order'],
  [/^(how many|what (was|is|were) the (death )?(toll|number)|what number)\b|\b(death toll|how many)\b/, 'how-many'],
  [
    /^(list|name|enumerate|give me)\b|^(what|which) (are|were) (all )?the\b|^which (third )?(countries|states|bodies|parties|groups)\b/,
    'list',
  ],
  [/^(whom|to whom|who did|which \w+ did|who (is|was|were) .{0,30}\b(by|to))\b/, 'whom'],
  [/^(who|whose|which (country|state|side|party|government|minister|group|body|organi[sz]ation))\b/, 'who'],
  [/^(when|on (what|which) (day|date)|what (day|date)|since when)\b/, 'when'],
  [/^(where|in (what|which) (place|city|country))\b/, 'where'],
  [/^(why|for what reason|what (was|is) the reason)\b/, 'why'],
  [/^(did|do|does|is|are|was|were|has|have|had|will|would|can|could)\b/, 'yes-no'],
];

function holeOf(folded: string): Hole {
  return HOLES.find(([form]) => form.test(folded))?.[1] ?? 'what';
}

interface NameAsked {
  readonly name: string;
  readonly at: number;
  readonly end: number;
  /** The words that are the name: of "Pakistani soldiers" the first. */
  readonly spelling: string;
}

function isAgent(text: string, { at, end }: NameAsked): boolean {
  const deed =
    /^(['’]s?)?\s+(\w+\s+){0,2}?(strikes?|attacks?|raids?|shelling|bombings?|bombardment|assault|missiles?|forces|army|troops)\b/i;
  return /\bby (the |a |an )?$/i.test(text.slice(0, at)) || deed.test(text.slice(end));
}

function nameAsked({ name, state, start, end, text, via }: NameMention): NameAsked {
  const isName = (word: string) => canonicalName(word.replace(/['’]s?$/, '')) !== undefined;
  const spelling = via === 'institution' ? text.split(/\s+/).filter(isName).join(' ') : text;
  return { name: state ?? name, at: start, end, spelling };
}

function namesIn(text: string): NameAsked[] {
  const found = findNames(text).map(nameAsked);
  for (const word of text.matchAll(/[\p{L}’'-]{4,}/gu)) {
    if (found.some((name) => name.at <= word.index && word.index < name.end)) continue;
    const name = /^\p{Ll}/u.test(word[0]) ? canonicalName(word[0]) : undefined;
    if (name !== undefined) found.push({ name, at: word.index, end: word.index + word[0].length, spelling: word[0] });
  }
  return found.sort((one, other) => one.at - other.at);
}

function dateIn(text: string, today: IsoDate): EventDate | undefined {
  const expression = findTimes(text)[0]?.expression;
  if (expression === undefined) return undefined;
  const date = resolveTime(expression, today);
  return date.precision === 'unknown' ? undefined : date;
}
