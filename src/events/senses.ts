import type { EventType, Stance } from '../domain/event.ts';

/**
 * How the parts of a clause stand to each other: `toward` one side acts on the other; `together` both act;
 * `alone` there is no other side.
 */
type Shape = 'toward' | 'together' | 'alone';

/** One meaning of the lexicon: its code, its stance, and how we word it in the past tense. */
export interface Sense {
  readonly type: EventType;
  readonly modes: readonly string[];
  /** CAMEO 1.1b3. */
  readonly cameo: string;
  readonly stance: Stance;
  readonly shape: Shape;
  /** `{target}` stands for the other side; what is in brackets is left out where there is none. */
  readonly past: string;
}

const sense = (
  type: EventType,
  cameo: string,
  stance: Stance,
  shape: Shape,
  past: string,
  ...modes: readonly string[]
): Sense => ({ type, cameo, stance, shape, past, modes });

const calm = 'de-escalation';
const away = 'escalation';

export const SENSES = {
  // force
  airstrike: sense('ASSAULT', '195', away, 'toward', 'carried out air strikes[ in {target}]', 'aerial'),
  missile: sense('ASSAULT', '195', away, 'toward', 'struck[ {target}] with missiles', 'heavy-weapons'),
  drone: sense('ASSAULT', '195', away, 'toward', 'struck[ {target}] with drones', 'drone'),
  missileDrone: sense(
    'ASSAULT',
    '195',
    away,
    'toward',
    'struck[ {target}] with missiles and drones',
    'drone',
    'heavy-weapons',
  ),
  shell: sense('ASSAULT', '194', away, 'toward', 'shelled[ {target}]', 'heavy-weapons'),
  strike: sense('ASSAULT', '190', away, 'toward', 'struck[ {target}]', 'heavy-weapons'),
  attack: sense('ASSAULT', '190', away, 'toward', 'attacked[ {target}]'),
  invade: sense('ASSAULT', '190', away, 'toward', 'sent troops[ into {target}]'),
  clash: sense('ASSAULT', '193', away, 'together', 'clashed[ with {target}]', 'firearms'),
  kill: sense('ASSAULT', '190', away, 'toward', 'killed people[ of or in {target}]'),
  bombing: sense('ASSAULT', '183', away, 'toward', 'carried out a bombing[ in {target}]', 'explosives'),
  abduct: sense('ASSAULT', '181', away, 'toward', 'abducted people[ of or in {target}]', 'abduct'),
  breakTruce: sense('ASSAULT', '196', away, 'toward', 'broke the ceasefire[ with {target}]'),
  // posture and pressure
  mobilize: sense('MOBILIZE', '154', away, 'toward', 'moved forces[ toward {target}]', 'troops'),
  alert: sense('MOBILIZE', '152', away, 'alone', 'put its forces on alert', 'troops'),
  testFire: sense('MOBILIZE', '150', away, 'toward', 'test-fired missiles[ toward {target}]', 'weapons'),
  exercise: sense('MOBILIZE', '150', away, 'toward', 'held military exercises[ near {target}]', 'troops'),
  seize: sense('COERCE', '171', away, 'toward', 'seized property[ of {target}]', 'seize'),
  jointDrill: sense('COOPERATE', '062', 'neutral', 'together', 'held a joint exercise[ with {target}]'),
  capture: sense('COERCE', '173', away, 'toward', 'captured people[ of {target}]', 'arrest'),
  arrest: sense('COERCE', '173', away, 'toward', 'arrested people[ of {target}]', 'arrest'),
  blockade: sense('COERCE', '191', away, 'toward', 'blocked passage[ to {target}]', 'restrict'),
  penalty: sense('COERCE', '163', away, 'toward', 'imposed sanctions[ on {target}]', 'restrict'),
  curfew: sense('COERCE', '172', away, 'alone', 'imposed a curfew or emergency rule', 'restrict'),
  restrict: sense('COERCE', '172', away, 'toward', 'imposed restrictions[ on {target}]', 'restrict'),
  outlaw: sense('COERCE', '172', away, 'toward', 'banned activities[ of {target}]', 'restrict'),
  deport: sense('COERCE', '174', away, 'toward', 'deported people[ of {target}]', 'restrict'),
  occupy: sense('COERCE', '192', away, 'toward', 'took territory[ of {target}]', 'seize'),
  closeBorder: sense('SANCTION', '160', away, 'toward', 'closed its border[ with {target}]', 'discontinue'),
  closeAirspace: sense('SANCTION', '160', away, 'toward', 'closed its airspace[ to {target}]', 'discontinue'),
  recall: sense('SANCTION', '161', away, 'toward', 'recalled its ambassador[ from {target}]', 'withdraw'),
  withdrawDiplomats: sense('SANCTION', '161', away, 'toward', 'withdrew diplomats[ from {target}]', 'withdraw'),
  expelDiplomats: sense('SANCTION', '161', away, 'toward', 'expelled diplomats[ of {target}]', 'expel'),
  barEnvoy: sense('SANCTION', '161', away, 'toward', 'barred the ambassador[ of {target}] from returning', 'expel'),
  withdrawPeacekeepers: sense('SANCTION', '166', away, 'toward', 'withdrew peacekeepers[ from {target}]', 'withdraw'),
  cutTies: sense('SANCTION', '161', away, 'toward', 'cut ties[ with {target}]', 'withdraw'),
  expel: sense('SANCTION', '161', away, 'toward', 'expelled the ambassador[ of {target}]', 'expel'),
  breakTies: sense('SANCTION', '161', away, 'toward', 'reduced its ties[ with {target}]', 'withdraw'),
  haltTalks: sense('SANCTION', '164', away, 'toward', 'halted talks[ with {target}]', 'withdraw'),
  stopAid: sense('SANCTION', '162', away, 'toward', 'stopped aid[ to {target}]', 'discontinue'),
  stopTrade: sense('SANCTION', '160', away, 'toward', 'stopped trade or supplies[ with {target}]', 'discontinue'),
  protest: sense('PROTEST', '141', away, 'toward', 'protested[ against {target}]', 'demo'),
  riot: sense('PROTEST', '145', away, 'toward', 'rioted[ against {target}]', 'riot'),
  // words against
  threaten: sense('THREATEN', '138', away, 'toward', 'threatened force[ against {target}]', 'violence'),
  threatenMeasures: sense('THREATEN', '131', away, 'toward', 'threatened measures[ against {target}]', 'restrict'),
  threatenPlain: sense('THREATEN', '130', away, 'toward', 'threatened[ {target}]'),
  warn: sense('THREATEN', '130', away, 'toward', 'warned[ {target}]'),
  ultimatum: sense('THREATEN', '139', away, 'toward', 'gave[ {target}] an ultimatum', 'relations'),
  brand: sense('ACCUSE', '112', away, 'toward', 'accused {target}', 'allege'),
  accuse: sense('ACCUSE', '1123', away, 'toward', 'accused[ {target}]', 'allege'),
  condemn: sense('ACCUSE', '111', away, 'toward', 'condemned acts[ of {target}]', 'disapprove'),
  objection: sense('ACCUSE', '111', away, 'toward', 'lodged a protest[ with {target}]', 'disapprove'),
  summon: sense('ACCUSE', '114', away, 'toward', 'summoned the envoy[ of {target}]', 'allege'),
  investigate: sense('ACCUSE', '090', 'neutral', 'toward', 'opened an investigation[ of {target}]', 'investigate'),
  charge: sense('ACCUSE', '1125', 'neutral', 'toward', 'brought charges[ against people of {target}]', 'investigate'),
  refuse: sense('REJECT', '120', away, 'toward', 'refused a request[ of {target}]'),
  reject: sense('REJECT', '120', away, 'toward', 'rejected a proposal or demand[ of {target}]'),
  rejectTalks: sense('REJECT', '125', away, 'toward', 'refused talks[ with {target}]', 'meet'),
  rejectMediation: sense('REJECT', '126', away, 'toward', 'rejected mediation[ by {target}]', 'meet'),
  // appeals
  appealCalm: sense('REQUEST', '0256', calm, 'toward', 'appealed[ to {target}] for restraint', 'yield'),
  appealTalks: sense('REQUEST', '026', calm, 'toward', 'called[ on {target}] for talks', 'meet'),
  appealAid: sense('REQUEST', '023', 'neutral', 'toward', 'asked[ {target}] for help', 'assist'),
  demand: sense('REQUEST', '100', 'neutral', 'toward', 'made a demand[ of {target}]', 'change'),
  // words for
  offerMediation: sense('AGREE', '039', calm, 'toward', 'offered to mediate[ between {target}]'),
  acceptMediation: sense('AGREE', '038', calm, 'toward', 'accepted mediation[ by {target}]'),
  ownCallForTalks: sense('AGREE', '037', calm, 'toward', 'called for dialogue[ with {target}]'),
  ownCallForCalm: sense('AGREE', '0356', calm, 'toward', 'called for calm'),
  willing: sense('AGREE', '030', calm, 'toward', 'expressed readiness to work[ with {target}]'),
  closerTies: sense('AGREE', '0312', calm, 'toward', 'called for closer cooperation[ with {target}]'),
  commitCalm: sense('AGREE', '0356', calm, 'toward', 'expressed a commitment to de-escalate'),
  agreeCalm: sense('AGREE', '0356', calm, 'together', 'agreed[ with {target}] to de-escalate'),
  noEscalation: sense('AGREE', '0356', calm, 'toward', 'said that it does not want escalation[ with {target}]'),
  assure: sense('AGREE', '0356', calm, 'toward', 'said[ to {target}] that it does not want escalation'),
  agreeCooperate: sense('AGREE', '031', calm, 'together', 'agreed[ with {target}] to cooperate'),
  agreeReturn: sense('AGREE', '032', calm, 'together', 'agreed[ with {target}] to return ambassadors'),
  agreeAct: sense('AGREE', '031', calm, 'together', 'agreed[ with {target}] to act against armed or criminal groups'),
  agree: sense('AGREE', '030', calm, 'together', 'reached an understanding[ with {target}]'),
  invite: sense('AGREE', '036', calm, 'toward', 'invited[ {target}] to meet'),
  planMeeting: sense('AGREE', '036', calm, 'together', 'were expected to meet[ {target}]'),
  planVisit: sense('AGREE', '036', calm, 'toward', 'was expected to visit[ {target}]'),
  pledgeAid: sense('AGREE', '033', calm, 'toward', 'promised aid[ to {target}]'),
  pledgeRelease: sense('AGREE', '0353', calm, 'toward', 'promised to release people[ of {target}]'),
  pledgeWithdraw: sense('AGREE', '0356', calm, 'toward', 'promised to withdraw forces[ from {target}]'),
  pledgeReturn: sense('AGREE', '032', calm, 'toward', 'sent its ambassador back[ to {target}]'),
  pledgeEase: sense('AGREE', '0354', calm, 'toward', 'promised to ease restrictions[ on {target}]'),
  // contact
  phone: sense('CONSULT', '041', calm, 'together', 'spoke by telephone[ with {target}]', 'phone'),
  talk: sense('CONSULT', '040', calm, 'together', 'held talks[ with {target}]'),
  meet: sense('CONSULT', '040', calm, 'together', 'met[ {target}]'),
  negotiate: sense('CONSULT', '046', calm, 'together', 'negotiated[ with {target}]'),
  discussReturn: sense('CONSULT', '046', calm, 'together', 'discussed the return of ambassadors[ with {target}]'),
  mediate: sense('CONSULT', '045', calm, 'toward', 'mediated[ between {target}]'),
  visit: sense('CONSULT', '042', calm, 'toward', 'visited[ {target}]', 'visit'),
  host: sense('CONSULT', '043', calm, 'toward', 'received[ {target}]', 'visit'),
  speak: sense('CONSULT', '040', calm, 'together', 'spoke[ with {target}]'),
  letter: sense('CONSULT', '040', calm, 'toward', 'sent a message[ to {target}]'),
  messages: sense('CONSULT', '040', calm, 'together', 'exchanged messages[ with {target}]'),
  // support and deeds
  praise: sense('SUPPORT', '051', calm, 'toward', 'welcomed acts[ of {target}]'),
  welcomeOffer: sense('SUPPORT', '051', calm, 'toward', 'welcomed an offer[ of {target}]'),
  defend: sense('SUPPORT', '052', 'neutral', 'toward', 'backed[ {target}]'),
  condole: sense('SUPPORT', '051', calm, 'toward', 'offered condolences[ to {target}]'),
  apologize: sense('SUPPORT', '055', calm, 'toward', 'apologised[ to {target}]'),
  sign: sense('SUPPORT', '057', calm, 'together', 'signed an agreement[ with {target}]'),
  recognize: sense('SUPPORT', '054', calm, 'toward', 'recognised[ {target}]'),
  openTies: sense('SUPPORT', '050', calm, 'together', 'established ties[ with {target}]'),
  restoreTies: sense('SUPPORT', '050', calm, 'together', 'restored ties[ with {target}]'),
  ambassadorBack: sense('SUPPORT', '050', calm, 'toward', 'sent ambassadors back[ to {target}]'),
  concede: sense('CONCEDE', '080', calm, 'toward', 'gave way[ to {target}]'),
  liftLimits: sense('CONCEDE', '081', calm, 'toward', 'lifted restrictions[ on {target}]'),
  ease: sense('CONCEDE', '081', calm, 'toward', 'eased restrictions[ on {target}]'),
  reopen: sense('CONCEDE', '081', calm, 'toward', 'reopened its border[ with {target}]'),
  cooperate: sense('COOPERATE', '060', calm, 'together', 'cooperated[ with {target}]'),
  trade: sense('COOPERATE', '061', calm, 'together', 'resumed trade or traffic[ with {target}]'),
  shareIntelligence: sense('COOPERATE', '064', calm, 'together', 'shared information[ with {target}]'),
  jointForces: sense('COOPERATE', '062', calm, 'together', 'acted jointly with the forces[ of {target}]'),
  funds: sense('AID', '071', calm, 'toward', 'gave money[ to {target}]'),
  aid: sense('AID', '070', calm, 'toward', 'sent aid[ to {target}]'),
  protect: sense('AID', '074', 'neutral', 'toward', 'sent forces to help[ {target}]'),
  arms: sense('AID', '072', 'neutral', 'toward', 'sent arms[ to {target}]'),
  truce: sense('RETREAT', '0871', calm, 'together', 'declared a ceasefire[ with {target}]', 'ceasefire'),
  ownTruce: sense('RETREAT', '0871', calm, 'toward', 'declared a ceasefire[ toward {target}]', 'ceasefire'),
  swapPrisoners: sense('RETREAT', '0841', calm, 'together', 'exchanged prisoners[ with {target}]', 'release'),
  withdraw: sense('RETREAT', '0874', calm, 'toward', 'withdrew forces[ from {target}]', 'withdraw'),
  pardon: sense('RETREAT', '0841', calm, 'toward', 'pardoned people[ of {target}]', 'release'),
  standDown: sense('RETREAT', '087', calm, 'alone', 'ended the alert of its forces'),
  surrender: sense('RETREAT', '0874', calm, 'toward', 'surrendered[ to {target}]', 'disarm'),
  release: sense('RETREAT', '0841', calm, 'toward', 'released people[ of {target}]', 'release'),
  access: sense('RETREAT', '0863', calm, 'toward', 'let aid through[ to {target}]', 'access'),
  easeToward: sense('RETREAT', '085', calm, 'toward', 'eased restrictions[ on {target}]'),
  liftSanctions: sense('RETREAT', '085', calm, 'toward', 'lifted sanctions[ on {target}]', 'access'),
} as const satisfies Record<string, Sense>;

export type SenseName = keyof typeof SENSES;

/** Stored mentions carry the names of the lexicon that read them. */
export function isSenseName(name: string | undefined): name is SenseName {
  return name !== undefined && Object.hasOwn(SENSES, name);
}
