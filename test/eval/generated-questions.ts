import type { Event } from '../../src/domain/event.ts';
import { nameIn } from '../../src/events/signature.ts';

/** How an act is asked about: the verb phrase behind "did", and behind "who". */
interface Wording {
  readonly is: (event: Event) => boolean;
  readonly verb: (target: string) => string;
  readonly past: (target: string) => string;
}

const sense =
  (...names: readonly string[]) =>
  (event: Event) =>
    names.includes(event.sense ?? '');

/** Written afresh, one a class of acts. */
const WORDINGS: readonly Wording[] = [
  { is: sense('offerMediation'), verb: () => 'offer to mediate', past: () => 'offered to mediate' },
  { is: sense('recall'), verb: () => 'recall its ambassador', past: () => 'recalled its ambassador' },
  {
    is: sense('expel', 'barEnvoy'),
    verb: (target) => `expel the ambassador of ${target}`,
    past: (target) => `expelled the ambassador of ${target}`,
  },
  { is: ({ type }) => type === 'ASSAULT', verb: (target) => `strike ${target}`, past: (target) => `struck ${target}` },
  {
    is: ({ type, modes }) => type === 'CONSULT' && modes.includes('phone'),
    verb: (target) => `phone ${target}`,
    past: (target) => `phoned ${target}`,
  },
  { is: ({ type }) => type === 'CONSULT', verb: (target) => `meet ${target}`, past: (target) => `met ${target}` },
  {
    is: ({ type }) => type === 'THREATEN',
    verb: (target) => `threaten ${target}`,
    past: (target) => `threatened ${target}`,
  },
  { is: sense('condemn'), verb: (target) => `condemn ${target}`, past: (target) => `condemned ${target}` },
  { is: ({ type }) => type === 'ACCUSE', verb: (target) => `accuse ${target}`, past: (target) => `accused ${target}` },
  {
    is: ({ cameo }) => /^(02[56]|10[56])/.test(cameo ?? ''),
    verb: () => 'appeal for restraint',
    past: () => 'appealed for restraint',
  },
  {
    is: ({ type }) => type === 'AGREE',
    verb: (target) => `agree with ${target}`,
    past: (target) => `agreed with ${target}`,
  },
];

/** Questions of several kinds that an event answers; none where it has no side to ask for. */
export function questionsAbout(event: Event): readonly string[] {
  const wording = WORDINGS.find(({ is }) => is(event));
  const actor = event.actors[0];
  const target = event.targets[0] ?? event.actors[1];
  if (wording === undefined || actor === undefined) return [];
  const needs = wording.verb('X').includes('X');
  if (needs && target === undefined) return [];
  const [doer, other] = [nameIn(actor), nameIn(target ?? '')];
  return [
    `Did ${doer} ${wording.verb(other)}?`,
    `Who ${wording.past(other)}?`,
    `When did ${doer} ${wording.verb(other)}?`,
    ...(event.place === undefined ? [] : [`Where did ${doer} ${wording.verb(other)}?`]),
  ];
}

/** Far from every crisis in the samples. */
const STRANGERS = ['Bolivia', 'Mongolia', 'Portugal'];

/** The same question about actors that no article names; none where it names no actor before its verb. */
export function swapped(question: string): readonly string[] {
  const asked =
    /^((?:Did|When did|Where did) )((?:\p{Lu}[\p{L}’'.-]*\s?(?:(?:of|the|al-)\s?)*)+)(?= \p{Ll}|\p{Ll})/u.exec(
      question,
    );
  if (asked === null) return [];
  const [, before = '', name = ''] = asked;
  const rest = question.slice(before.length + name.trimEnd().length);
  return STRANGERS.map((stranger) => `${before}${stranger}${rest}`);
}

/** "Did A not do it?", "Is it true that A did not do it?": neither is to be told yes where A did. */
export function deniedForms(question: string): readonly string[] {
  const asked = /^Did (.+?) (offer|recall|expel|strike|phone|meet|threaten|condemn|accuse|appeal|agree)\b(.*)\?$/.exec(
    question,
  );
  if (asked === null) return [];
  const [, actor, verb, rest] = asked;
  return [
    `Did ${actor} not ${verb}${rest}?`,
    `Did ${actor} refuse to ${verb}${rest}?`,
    `Is it true that ${actor} did not ${verb}${rest}?`,
  ];
}
