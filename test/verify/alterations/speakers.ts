import type { Random } from './random.ts';
import { type Base, type Change, capitalised, holds } from './text.ts';

const saying =
  'said|says|reported|warned|told [a-z ]+?|wrote|announced|noted|repeated|suggested|acknowledged|insisted|believes?';
const atEnd =
  /^(?<body>.{25,}?), (?<speaker>(?:(?!and |but |while |which |who |whereas |although |adding |saying |as |or |because |when )[A-Za-z][^,."]{2,70}?)(?:, [^,."]{3,45},)?) (?<verb>said|says|reported|warned|announced|wrote|told [^,."]+)(?<rest>(?: (?:on|in|at|to|from|after|early|late|during|over)\b[^,"]{0,80})?)\.$/;
const accordingAtEnd = /^(?<body>.{25,}?), according to (?<speaker>[^,]{3,110})\.$/;
const accordingAtStart = /^According to (?<speaker>[^,]{3,80}(?:, [^,]{3,40},)?),? (?<body>.{20,})$/;
const atStart = new RegExp(
  `^(?:(?:After|In|Shortly|Contrary|Rejecting) [^,"]+, )?(?<speaker>[^,"]{3,90}?(?:, [^,"]{3,60},(?! (?:and|but)))?) (?<verb>${saying})(?: on [A-Z][a-z]+day| in [A-Z][a-z]+)? that (?<body>[^"]{20,})$`,
);
const atStartBare =
  /^(?<speaker>[^,"]{3,90}?(?:, [^,"]{3,60},)?) said(?: on [A-Z][a-z]+day)? (?<body>(?!that|it\b|they\b|he\b|she\b|on\b|in\b|at\b|there\b|so\b|when\b|where\b|whether\b|how\b|why\b|of\b|to\b|by\b|with\b|for\b|today\b|yesterday\b|early\b|late\b|nothing\b)[A-Za-z0-9][^"]{20,})$/;
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

/** Whether words mean little apart from their speaker: "it would withdraw", or "Mali calls for it", by which Mali has called. */
export function isTied(body: string): boolean {
  return (
    /^(it|they|he|she|its|their|his|her|this|we|I|if we)\b/i.test(body) ||
    /^(shortly before [^,]+$|after [^,]+ that )/i.test(body) ||
    /\b(calls for|demands|urges|has offered|has made an offer|is concerned|reserves the right|insists|believes)\b/.test(
      body,
    )
  );
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

/** Other words for the same: who is named by them is no other. */
const same: Readonly<Record<string, readonly string[]>> = {
  'the Russian defence ministry': ["Russia's defence ministry"],
  'the UN secretary-general': ["UN's secretary-general", "United Nations' secretary-general"],
  'the Chinese foreign ministry': ["China's foreign ministry", 'foreign ministry of China'],
  'the French president': ["France's president", 'president of France'],
};

/** What somebody said, told as the words of another whom no quote names. */
export const attributionOther: Change = ({ text, quotes }: Base, random: Random) => {
  const speech = speechOf(text);
  const strange = others.filter(
    (other) => ![other.replace(/^(the|a|an) /, ''), ...(same[other] ?? [])].some((name) => holds(quotes, name)),
  );
  return speech?.with(random.pick(strange));
};
