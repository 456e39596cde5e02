import type { Event, EventType } from '../domain/event.ts';

/** A class of predicates that a question can ask about, and the events that it means. */
export interface Relation {
  readonly name: string;
  readonly types: readonly EventType[];
  /** CAMEO codes by their beginnings; all codes of the types where absent. */
  readonly cameo?: readonly string[];
  readonly modes?: readonly string[];
  /** The words of the class in a sentence: what a passage must hold to speak of it. */
  readonly words: RegExp;
}

const relation = (
  name: string,
  words: RegExp,
  types: readonly EventType[],
  more: Partial<Relation> = {},
): Relation => ({ name, words, types, ...more });

/** Narrow classes first: the first one whose words stand in a question is its relation. */
const RELATIONS: readonly Relation[] = [
  relation(
    'answer-mediation',
    /\b(accept|reject|welcom|refus|respond|repl|answer)\w*\b.{0,40}\b(mediat\w*|offer|broker\w*( (peace )?talks)?|go-between)/,
    ['AGREE', 'REJECT'],
    { cameo: ['038', '126'] },
  ),
  relation(
    'mediation',
    /\b(mediat\w*|broker\w*( (peace )?talks)?|go-between|intermediar\w*|good offices|facilitat\w* (talk|dialogue)\w*)/,
    ['AGREE'],
    { cameo: ['039'] },
  ),
  relation('toll', /\b(kill\w*|die[ds]?|dead|deaths?|toll|casualt\w*|lost their lives|fatalit\w*)\b/, ['ASSAULT']),
  relation(
    'recall',
    /\b(recall\w*|withdr[ae]w\w*|call\w* back|pull\w* out)\b.{0,40}\b(ambassador|envoy|diplomat)|\b(ambassador|envoy|diplomat)s?\b.{0,30}\b(recall\w*|withdr[ae]wn?)/,
    ['SANCTION'],
    { cameo: ['161'], modes: ['withdraw'] },
  ),
  relation('expel', /\b(expel\w*|expuls\w*|thr(ew|own) out|kick\w* out|persona non grata)\b/, ['SANCTION', 'COERCE'], {
    cameo: ['161', '174'],
    modes: ['expel'],
  }),
  relation('summon', /\bsummon\w*\b/, ['ACCUSE'], { cameo: ['114'] }),
  relation('appeal', /\b(appeal\w*|restraint|call\w* for calm|urg\w* (calm|restraint))\b/, ['REQUEST'], {
    cameo: ['025', '026', '105', '106'],
  }),
  relation('ceasefire', /\b(cease-?fire|truce|armistice)\b/, ['RETREAT'], { cameo: ['0871'] }),
  relation('phone', /\b(phon\w*|telephon\w*|call(ed)? (each|between)|on the line|video call)\b/, ['CONSULT'], {
    modes: ['phone'],
  }),
  relation('visit', /\b(visit\w*|travel\w*|arriv\w*|fl[ey]w? to|trip)\b/, ['CONSULT'], { cameo: ['042', '043'] }),
  relation('meeting', /\b(me[et]t?(ing|s)?|talks|discuss\w*|spoke|speak|negotiat\w*|confer\w*)\b/, ['CONSULT']),
  relation('agreement', /\b(agree\w*|accord|deal|understanding)\b/, ['AGREE'], {
    cameo: ['0356', '031', '032', '030'],
  }),
  relation('threat', /\b(threat\w*|warn\w*|ultimatum)\b/, ['THREATEN']),
  relation('condemn', /\b(condemn\w*|denounc\w*|criticiz\w*|criticis\w*|accus\w*|blam\w*|protest\w*)\b/, ['ACCUSE']),
  relation('sanctions', /\b(sanction\w*|embargo\w*|blacklist\w*)\b/, ['COERCE', 'SANCTION'], {
    cameo: ['163', '172', '162'],
  }),
  relation(
    'strike',
    /\b(strik\w*|struck|attack\w*|bomb\w*|raid\w*|shell\w*|hit|target\w*|missiles?|drones?|invad\w*)\b/,
    ['ASSAULT'],
  ),
  relation('aid', /\b(aid|relief|humanitarian)\b/, ['AID', 'AGREE'], { cameo: ['07', '033'] }),
  relation('withdrawal', /\b(withdr[ae]w\w*|pull\w* (back|out)|retreat\w*)\b/, ['RETREAT']),
  relation('release', /\b(releas\w*|freed?|prisoner swap|hostages?)\b/, ['RETREAT'], { cameo: ['084'] }),
];

/** The relation that a folded question asks about, and where its words begin. */
export function relationOf(folded: string): { readonly relation: Relation; readonly at: number } | undefined {
  for (const one of RELATIONS) {
    const found = one.words.exec(folded);
    if (found !== null) return { relation: one, at: found.index };
  }
  return undefined;
}

/** Whether an event is one that the relation means. */
export function isOf(event: Event, { types, cameo, modes }: Relation): boolean {
  return (
    event.type !== null &&
    types.includes(event.type) &&
    (cameo === undefined || cameo.some((code) => event.cameo?.startsWith(code))) &&
    (modes === undefined || modes.some((mode) => event.modes.includes(mode)))
  );
}
