import type { Random } from './random.ts';
import { type Base, type Change, capitalised, holds } from './text.ts';

const saying =
  'said|says|reported|warned|told [a-z ]+?|wrote|announced|noted|repeated|suggested|acknowledged|insisted|believes?';
const atEnd =
  /^(?<body>.{25,}?), (?<speaker>(?:[A-Za-z][^,."]{2,70}?)(?:, [^,."]{3,45},)?) (?<verb>said|says|reported|warned|announced|wrote|told [^,."]+)(?<rest>[^,"]{0,90})\.$/;
const accordingAtEnd = /^(?<body>.{25,}?), according to (?<speaker>[^,]{3,110})\.$/;
const accordingAtStart = /^According to (?<speaker>[^,]{3,80}(?:, [^,]{3,40},)?),? (?<body>.{20,})$/;
const atStart = new RegExp(
  `^(?<speaker>[^,"]{3,90}?(?:, [^,"]{3,60},(?! (?:and|but)))?) (?<verb>${saying})(?: on [A-Z][a-z]+day| in [A-Z][a-z]+)? that (?<body>[^"]{20,})$`,
);
const atStartBare =
  /^(?<speaker>[^,"]{3,90}?(?:, [^,"]{3,60},)?) said(?: on [A-Z][a-z]+day)? (?<body>(?!that|it\b|they\b|he\b|she\b|on\b|in\b|at\b|there\b|at\b|so\b|the same)[A-Za-z0-9][^"]{20,})$/;
const spoken = /^[“"](?<body>[^”"]{15,}?),[”"] (?<speaker>.+)$/;

/** What a speaker said, apart from the speaker. */
export interface Speech {
  readonly body: string;
  readonly speaker: string;
  readonly with: (speaker: string) => string;
}

/** The speaker of a sentence and what is left without; nothing where nobody speaks. */
export function speechOf(text: string): Speech | undefined {
  const trailing = groupsOf(text, [atEnd]);
  if (trailing !== undefined) return { ...trailing, with: (other) => `${trailing.body}, ${other} said.` };
  const according = groupsOf(text, [accordingAtEnd]);
  if (according !== undefined) return { ...according, with: (other) => `${according.body}, according to ${other}.` };
  const leading = groupsOf(text, [atStart, atStartBare, accordingAtStart]);
  if (leading !== undefined) return { ...leading, with: (other) => `${capitalised(other)} said that ${leading.body}` };
  const quoted = groupsOf(text, [spoken]);
  return quoted && { ...quoted, with: (other) => `"${quoted.body}," ${other} said.` };
}

function groupsOf(text: string, patterns: readonly RegExp[]): { body: string; speaker: string } | undefined {
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    if (groups !== undefined) return { body: groups['body'] ?? '', speaker: groups['speaker'] ?? '' };
  }
  return undefined;
}

/** What somebody said, told as a fact. */
export const attributionDropped: Change = ({ text }) => {
  const speech = speechOf(text);
  if (speech === undefined || isTied(speech.body)) return undefined;
  return `${capitalised(speech.body.replace(/[.,]$/, '').replace(/\b(and|but) that\b/g, '$1'))}.`;
};

// "it would withdraw" says nothing without the one who said it.
function isTied(body: string): boolean {
  return /^(it|they|he|she|its|their|his|her|this|we|I|if we)\b/i.test(body);
}

const others = [
  'the Russian defence ministry',
  'the UN secretary-general',
  'the White House',
  'a US State Department spokesman',
  'the Chinese foreign ministry',
  'the International Criminal Court',
  'a spokesman for the opposition',
  'the Vatican',
  'the French president',
  'Amnesty International',
  'local residents',
  'an unnamed general',
  'the Kremlin',
  'NATO commanders',
];

/** What somebody said, told as the words of another whom no quote names. */
export const attributionOther: Change = ({ text, quotes }: Base, random: Random) => {
  const speech = speechOf(text);
  const strange = others.filter((other) => !holds(quotes, other.replace(/^(the|a|an) /, '')));
  return speech?.with(random.pick(strange));
};
