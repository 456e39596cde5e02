import { canonicalName, standsFor } from '../text/names.ts';
import { distance, sameSpelling, squash } from '../text/spelling.ts';
import { says, stemLine } from '../text/thesaurus.ts';
import { fold, stem, words } from '../text/words.ts';
import type { Question } from './question/frame.ts';
import type { Scene } from './scene.ts';

/** How a sentence covers a question's words. */
export interface Coverage {
  /** Every name stands in the sentence, or right before it where the sentence points back. */
  readonly names: boolean;
  /** Share of the other words that the sentence says in some way, 0 to 1. */
  readonly share: number;
  readonly missing: readonly string[];
}

/** @param pointing the part of the sentence whose pronouns can stand for the names asked about */
export function coverageOf(question: Question, scene: Scene, pointing = scene.hit.quote): Coverage {
  const names = [...question.names.map(({ name }) => name)];
  const absent = names.filter((name) => !isNamed(name, scene));
  const points = (absent.length > 1 ? POINTING : POINTING_TO_ONE).test(pointing);
  const held =
    absent.every(
      (name) => (points && isNamedBefore(name, scene)) || (isTitled(question) && holds(scene.article.title, name)),
    ) &&
    question.proper.every((word) => holdsWord(word, scene)) &&
    bodiesIn(question).every((body) => holdsBody(body, scene)) &&
    question.quoted.every((quoted) => fold(scene.hit.quote).includes(fold(quoted)));
  const open = question.leftover.filter((one) => !isOfQuotation(question, one));
  const missing = open.filter((one) => !says(scene.line(), one) && !isContext(question, scene, one));
  return { names: held, share: open.length === 0 ? 1 : 1 - missing.length / open.length, missing };
}

/** In questions that are answered by a quote about something, whom the headline names the story is about. */
function isTitled({ hole, leftover, relation }: Question): boolean {
  return TITLED.has(hole) && (leftover.length > 0 || relation !== undefined);
}

const TITLED: ReadonlySet<Question['hole']> = new Set(['what', 'why', 'list', 'said']);

/** Holes whose answer a word in the headline or right before the sentence does not make another one. */
const IN_CONTEXT: ReadonlySet<Question['hole']> = new Set(['who', 'whom', 'where', 'what', 'why', 'list', 'said']);

function isContext({ hole }: Question, scene: Scene, one: string): boolean {
  return IN_CONTEXT.has(hole) && (says(stemLine(scene.article.title), one) || says(stemLine(scene.before), one));
}

/** The quoted words themselves, and the verb that says whose name for something they are. */
function isOfQuotation({ quoted }: Question, one: string): boolean {
  if (quoted.length === 0) return false;
  return CALLING.test(one) || quoted.some((phrase) => words(phrase).map(stem).includes(one));
}

const CALLING = /^(call|describ|label|term|dub|brand|refer|name|use|word|address)/;

/** "He", "the committee", "both sides": words that point to what stands before. */
const POINTING =
  /\b(he|she|it|they|his|her|its|their|him|them|both|the two|the (statement|ministry|minister|official|spokes\w+|office|committee|council|forum|meeting|participants|move|decision|group|army|government|president|additional|secretary|envoy|former|latter|pair|sides|call|talks|attack|strike))\b/i;

/** The same without the plural: "them" is no single country. */
const POINTING_TO_ONE = new RegExp(
  POINTING.source.replace('they|', '').replace('their|', '').replace('them|', '').replace('both|the two|', ''),
  'i',
);

/** Whether a canonical name stands in a sentence. */
function isNamed(name: string, scene: Scene): boolean {
  return scene.names().some((one) => standsFor(one, name)) || holds(scene.hit.quote, name);
}

/** Whether it stands in what a sentence can point back to. */
function isNamedBefore(name: string, scene: Scene): boolean {
  return scene.namesBefore().some((one) => standsFor(one, name)) || holds(scene.before, name);
}

/** Of a person, whom no table knows, the surname is enough, and another spelling of it: not of "Court of Justice". */
function holds(text: string, name: string): boolean {
  if (fold(text).includes(fold(name))) return true;
  if (canonicalName(name) !== undefined) return false;
  const last = squash(name.split(/\s+/).at(-1) ?? name);
  return (
    name.includes(' ') && last.length >= 4 && properIn(text).some((word) => word === last || sameSpelling(word, last))
  );
}

/** Whether a capitalised word of a question stands in a sentence, is spelled a letter apart, or is the initials of a name there. */
function holdsWord(word: string, scene: Scene): boolean {
  if (isWordOf(word, scene.hit.quote)) return true;
  return POINTING.test(scene.hit.quote) && isWordOf(word, scene.before);
}

/** Names of three words and more, or with "of" in them: "Court of Arbitration", "Joint Border Commission". */
function bodiesIn({ text, proper }: Question): readonly string[] {
  const runs = text.match(NAME_RUN) ?? [];
  return runs.filter((run) => run.split(' ').length > 2 && proper.some((word) => run.includes(word)));
}

/** Its words stand together: each of them alone may be of another one. */
function holdsBody(body: string, { hit: { quote }, before }: Scene): boolean {
  const name = fold(body);
  return fold(quote).includes(name) || (POINTING.test(quote) && fold(before).includes(name));
}

const NAME_RUN = /(?<=\S\s)\p{Lu}[\p{L}’'-]*(?:\s(?:(?:of|for|on)\s(?:the\s)?)?\p{Lu}[\p{L}’-]*)+/gu;

export function isWordOf(word: string, text: string): boolean {
  const key = squash(word);
  const proper = properIn(text);
  if (proper.some((one) => one === key || one === `${key}s`)) return true;
  if (/^\p{Lu}{2,6}$/u.test(word) && initialsIn(text).has(word)) return true;
  if (key.length < 5) return false;
  const most = key.length >= 8 ? 2 : 1;
  return proper.some((one) => one.length >= 5 && one[0] === key[0] && distance(one, key, most) <= most);
}

/** Capitalised words, also each part of a hyphenated one, squashed. */
function properIn(text: string): string[] {
  return [...text.matchAll(/\p{Lu}[\p{L}\p{M}’'-]*/gu)].flatMap(([word]) =>
    word.includes('-') ? [squash(word), ...word.split('-').map(squash)] : [squash(word)],
  );
}

/** "National Security Committee" is NSC. */
function initialsIn(text: string): ReadonlySet<string> {
  const runs = text.match(/(?:\p{Lu}[\p{L}\p{M}’'-]+(?:\s+(?:of|for|and|the|on)(?=\s+\p{Lu}))*\s*){2,7}/gu) ?? [];
  const found = new Set<string>();
  for (const run of runs) {
    const letters = [...run.matchAll(/\p{Lu}/gu)].map(([letter]) => letter);
    for (let from = 0; from < letters.length; from += 1)
      for (let to = from + 2; to <= letters.length; to += 1) found.add(letters.slice(from, to).join(''));
  }
  return found;
}
