import type { Event, EventOutline, EventType } from '../domain/event.ts';
import { predicatesOf } from '../events/predicate.ts';
import { SENSES, type SenseName } from '../events/senses.ts';
import type { Sentence } from '../text/sentences.ts';

/** A class of predicates that a question can ask about, and the events that it means. */
export interface Relation {
  readonly name: string;
  readonly types: readonly EventType[];
  /** CAMEO codes by their beginnings; all codes of the types where absent. */
  readonly cameo?: readonly string[];
  readonly modes?: readonly string[];
  /** Acts of the lexicon by name; all that the codes allow where absent. */
  readonly senses?: ReadonlySet<string>;
  /** The class that says the opposite, by name. */
  readonly contrary?: string;
  /** The words of the class in a sentence: what a passage must hold to speak of it. */
  readonly words: RegExp;
}

/** The relation that a question asks about, and where its words begin. */
interface RelationFound {
  readonly relation: Relation;
  readonly at: number;
}

const relation = (
  name: string,
  words: RegExp,
  types: readonly EventType[],
  more: Partial<Relation> = {},
): Relation => ({ name, words, types, ...more });

const only = (...senses: readonly SenseName[]) => ({ senses: new Set<string>(senses) });

const OFFER = '.{0,40}\\b(mediat\\w*|offers?|broker\\w*( (peace )?talks)?|go-between)';
const offerAnswered = (name: string, verbs: string, senses: readonly SenseName[], contrary?: string) =>
  relation(name, new RegExp(`\\b(${verbs})\\b${OFFER}`), ['AGREE', 'REJECT', 'SUPPORT'], {
    ...only(...senses),
    ...(contrary !== undefined && { contrary }),
  });

/** Narrow classes first: the first one whose words stand in a question is its relation. */
const RELATIONS: readonly Relation[] = [
  // to welcome an offer is not to accept it
  offerAnswered('accept-offer', 'accept\\w*|took up|take up', ['acceptMediation'], 'reject-offer'),
  offerAnswered('reject-offer', '(reject|refus|declin|rebuff)\\w*|turn\\w* down', ['rejectMediation'], 'accept-offer'),
  offerAnswered('welcome-offer', 'welcom\\w*', ['welcomeOffer', 'acceptMediation'], 'reject-offer'),
  offerAnswered('answer-offer', '(respond|repl|answer|react)\\w*|response', [
    'acceptMediation',
    'rejectMediation',
    'welcomeOffer',
  ]),
  relation(
    'mediation',
    /\b(mediat\w*|broker\w*( (peace )?talks)?|go-between|intermediar\w*|good offices|facilitat\w* (talk|dialogue)\w*)/,
    ['AGREE'],
    only('offerMediation'),
  ),
  relation('toll', /\b(kill\w*|die[ds]?|dead|deaths?|(death )?toll|casualt\w*|lost their lives|fatalit\w*)\b/, [
    'ASSAULT',
  ]),
  relation(
    'recall',
    /\b(recall\w*|withdr[ae]w\w*|call\w* back|pull\w* out)\b.{0,40}\b(ambassador|envoy|diplomat)s?|\b(ambassador|envoy|diplomat)s?\b.{0,30}\b(recall\w*|withdr[ae]wn?)/,
    ['SANCTION'],
    only('recall', 'withdrawDiplomats'),
  ),
  relation(
    'expel',
    /\b(expel\w*|expuls\w*|thr(ew|own) out|kick\w* out|persona non grata)\b/,
    ['SANCTION'],
    only('expel', 'expelDiplomats', 'barEnvoy'),
  ),
  relation('summon', /\bsummon\w*\b(?=.{0,30}\b(ambassador|envoy|diplomat|charge))/, ['ACCUSE'], only('summon')),
  relation('appeal', /\b(appeal\w*|restraint|call\w* for calm|urg\w* (calm|restraint))\b/, ['REQUEST'], {
    cameo: ['025', '026', '105', '106'],
  }),
  relation('ceasefire', /\b(cease-?fire|truce|armistice)\b/, ['RETREAT'], only('truce', 'ownTruce')),
  relation('phone', /\b(phon\w*|telephon\w*|call(ed)? (each|between)|on the line|video call)\b/, ['CONSULT'], {
    modes: ['phone'],
  }),
  relation('visit', /\b(visit\w*|travel\w*|arriv\w*|fl[ey]w? to|trip)\b/, ['CONSULT'], only('visit', 'host')),
  relation('meeting', /\b(me[et]t?(ing|s)?|talks|spoke|speak|negotiat\w*|confer\w*|hold talks|held talks)\b/, [
    'CONSULT',
  ]),
  relation(
    'agreement',
    /\b(agree\w*|accord|deal|understanding)\b/,
    ['AGREE'],
    only('agreeCalm', 'agreeCooperate', 'agreeReturn', 'agreeAct', 'agree'),
  ),
  relation('threat', /\b(threat\w*|warn\w*|ultimatum)\b/, ['THREATEN']),
  relation(
    'condemn',
    /\b(condemn\w*|denounc\w*|criticiz\w*|criticis\w*|deplor\w*|protest note)\b/,
    ['ACCUSE'],
    only('condemn', 'objection', 'accuse', 'brand'),
  ),
  relation('accuse', /\b(accus\w*|blam\w*|alleg\w*)\b/, ['ACCUSE'], only('accuse', 'brand', 'condemn')),
  relation(
    'sanctions',
    /\b(sanction\w*|embargo\w*|blacklist\w*)\b/,
    ['COERCE', 'SANCTION', 'RETREAT'],
    only('penalty', 'stopTrade'),
  ),
  relation(
    'strike',
    /\b(strik\w*|struck|attack\w*|bomb\w*|raid\w*|shell\w*|hit|target\w*|missiles?|drones?|invad\w*)\b/,
    ['ASSAULT'],
  ),
  relation('aid', /\b(aid|relief|humanitarian)\b/, ['AID', 'AGREE'], { cameo: ['07', '033'] }),
  relation('release', /\b(releas\w*|freed?|prisoner swap)\b/, ['RETREAT'], { cameo: ['084'] }),
  relation(
    'dialogue',
    /\bcall\w* for (a |more |direct |new )?(dialogue|talks|negotiations|diplomacy)\b|\b(urg|appeal)\w*\b.{0,25}\b(dialogue|talks|diplomacy)\b/,
    ['AGREE', 'REQUEST'],
    only('ownCallForTalks', 'appealTalks'),
  ),
];

/** The relation that a question asks about: by the words of asking, else by the act that its words name. */
export function relationOf(folded: string, sentence: Sentence): RelationFound | undefined {
  for (const one of RELATIONS) {
    const found = one.words.exec(folded);
    if (found !== null) return { relation: one, at: found.index };
  }
  return byLexicon(sentence);
}

/** How an offer that was spoken of before was answered, by the words of a question: "did they accept?". */
export function answerToOffer(folded: string): Relation | undefined {
  return RELATIONS.slice(0, 4).find(({ words }) => words.test(`${folded} offer`));
}

/** The class of that name. */
export function relationNamed(name: string): Relation | undefined {
  return RELATIONS.find((one) => one.name === name);
}

/** Acts whose words are too common in questions about other things. */
const VAGUE: ReadonlySet<SenseName> = new Set<SenseName>([
  'demand',
  'concede',
  'defend',
  'praise',
  'willing',
  'charge',
]);

/** What reads articles reads questions too: the first act that a question's verbs name, else its nouns. */
function byLexicon(sentence: Sentence): RelationFound | undefined {
  const acts = predicatesOf(sentence).filter(({ name }) => !VAGUE.has(name));
  const act = acts.find(({ noun }) => !noun) ?? acts[0];
  const token = act && sentence.tokens[act.at];
  if (act === undefined || token === undefined) return undefined;
  return {
    at: token.start,
    relation: {
      name: act.name,
      types: [act.sense.type],
      senses: kinOf(act.name),
      words: new RegExp(`\\b${token.lower.replace(/[^a-z]/g, '.')}\\b`),
    },
  };
}

/** Acts that words for one act can mean: those with the same code. */
function kinOf(name: SenseName): ReadonlySet<string> {
  const { type, cameo } = SENSES[name];
  return new Set(
    Object.entries(SENSES)
      .filter(([, other]) => other.type === type && other.cameo.slice(0, 3) === cameo.slice(0, 3))
      .map(([other]) => other),
  );
}

/** Whether an event is one that the relation means. */
export function isOf(event: EventOutline | Event, { types, cameo, modes, senses }: Relation): boolean {
  return (
    event.type !== null &&
    types.includes(event.type) &&
    (senses === undefined || senses.has(event.sense ?? '')) &&
    (cameo === undefined || cameo.some((code) => event.cameo?.startsWith(code))) &&
    (modes === undefined || modes.some((mode) => event.modes.includes(mode)))
  );
}
