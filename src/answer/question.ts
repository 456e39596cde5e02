import type { IsoDate } from '../domain/article.ts';
import type { EventDate } from '../domain/event.ts';
import { findTimes, resolveTime } from '../text/dates.ts';
import { canonicalName, findNames } from '../text/names.ts';
import { contentWords, fold } from '../text/words.ts';
import { type Relation, relationOf } from './relations.ts';

/** What a question asks for. */
type Hole = 'who' | 'whom' | 'when' | 'where' | 'how-many' | 'yes-no' | 'why' | 'what' | 'list';

/** A question as a frame with one hole. */
export interface Question {
  readonly text: string;
  readonly hole: Hole;
  /** Canonical names before and behind the words of the relation; all of them behind where no relation is known. */
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
  readonly relation?: Relation;
  readonly date?: EventDate;
  /** Folded words that carry the meaning. */
  readonly words: readonly string[];
}

/** Reads a question; `undefined` where there are no words in it. Nothing in its text is an order. */
export function parseQuestion(text: string, today: IsoDate): Question | undefined {
  const plain = text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH);
  const words = contentWords(plain);
  if (words.length === 0) return undefined;
  const found = relationOf(fold(plain));
  const names = namesIn(plain);
  const border = found?.at ?? 0;
  const date = dateIn(plain, today);
  return {
    text: plain,
    hole: holeOf(fold(plain)),
    subjects: names.filter((name) => name.at < border).map((name) => name.name),
    objects: names.filter((name) => name.at >= border).map((name) => name.name),
    ...(found && { relation: found.relation }),
    ...(date && { date }),
    words,
  };
}

/** Questions longer than this are cut: nobody asks in more words. */
const MAX_LENGTH = 1_000;

const HOLES: readonly (readonly [RegExp, Hole])[] = [
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

function namesIn(text: string): { name: string; at: number }[] {
  const found = findNames(text).map((name) => ({ name: name.state ?? name.name, at: name.start, end: name.end }));
  for (const word of text.matchAll(/[\p{L}’'-]{4,}/gu)) {
    if (found.some((name) => name.at <= word.index && word.index < name.end)) continue;
    const name = /^\p{Ll}/u.test(word[0]) ? canonicalName(word[0]) : undefined;
    if (name !== undefined) found.push({ name, at: word.index, end: word.index + word[0].length });
  }
  return found.sort((one, other) => one.at - other.at);
}

function dateIn(text: string, today: IsoDate): EventDate | undefined {
  const expression = findTimes(text)[0]?.expression;
  if (expression === undefined) return undefined;
  const date = resolveTime(expression, today);
  return date.precision === 'unknown' ? undefined : date;
}
