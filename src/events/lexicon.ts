import type { SenseName } from './senses.ts';

/**
 * One way to say a sense: the lemma that heads it, and what must stand around it. `after` is matched right behind the
 * head against the lemmas of the rest of the clause, `before` against those up to the head.
 */
export interface Pattern {
  readonly sense: SenseName;
  readonly after?: RegExp;
  readonly before?: RegExp;
  /** A noun that names an act: its owner and its object stand in phrases around it. */
  readonly noun: boolean;
}

const LEXICON = new Map<string, Pattern[]>();

function say(heads: string, sense: SenseName, noun: boolean, after?: RegExp, before?: RegExp): void {
  for (const head of heads.split(' ')) {
    const patterns = LEXICON.get(head) ?? [];
    patterns.push({ sense, noun, ...(after && { after }), ...(before && { before }) });
    LEXICON.set(head, patterns);
  }
}
const verb = (heads: string, sense: SenseName, after?: RegExp, before?: RegExp) =>
  say(heads, sense, false, after, before);
const noun = (heads: string, sense: SenseName, after?: RegExp, before?: RegExp) =>
  say(heads, sense, true, after, before);

// The first pattern of a head that fits is taken: the narrow ones stand first.

const WEAPON_MD = /\b(missile|rocket)s?\b.*\bdrones?\b|\bdrones?\b.*\b(missile|rocket)s?\b/;
const MISSILE = /\b(missile|rocket|ballistic|cruise)s?\b/;
const DRONE = /\b(drone|uav|quadcopter)s?\b/;
const AIR = /\b(air|aerial|airstrike|air-strike|jet|fighter|warplane|bomb|aircraft|helicopter)s?\b/;
const SHELL = /\b(artillery|mortar|shell|tank|howitzer)s?\b/;
const NOT_FIGURATIVE =
  /^(?! (a |the |an )?(\w+ )?(deal|agreement|chord|balance|note|tone|record|high|low|market|back|hurdle|headline|snag|milestone|out at)\b)/;

// force, as a deed with a light verb: "carried out air strikes", "launched missile attacks"
const LIGHT = 'carry launch conduct mount stage fire execute perform unleash undertake perpetrate deliver';
const lightly = (weapon: RegExp) => new RegExp(`^.{0,60}?(?:${weapon.source}).{0,40}`);
for (const [weapon, sense] of [
  [WEAPON_MD, 'missileDrone'],
  [MISSILE, 'missile'],
  [DRONE, 'drone'],
] as const)
  verb(
    LIGHT,
    sense,
    new RegExp(
      `^(?=.{0,80}\\b(strike|attack|raid|assault|missile|rocket|drone|barrage|salvo)s?\\b).{0,40}?(?:${weapon.source})`,
    ),
  );
verb(LIGHT, 'airstrike', /^.{0,50}\b(air ?-? ?(strike|raid|attack)s?|airstrikes?|aerial \w+)\b/);
verb(LIGHT, 'shell', lightly(/\b(artillery|mortar|shelling|shell)s?\b/));
verb(LIGHT, 'mobilize', /^.{0,30}\b(mobilization|mobilisation|military build-?up)\b/);
verb(LIGHT, 'exercise', /^.{0,40}\b(military|naval|joint|live-fire|war) ?(exercise|drill|game|manoeuvre|maneuver)s?\b/);
verb(LIGHT, 'bombing', /^.{0,40}\b(suicide|car|roadside) ?-? ?(bombing|attack)s?\b/);
verb(LIGHT, 'strike', /^.{0,50}\b(strike|raid|bombardment|military operation)s?\b/);
verb(LIGHT, 'attack', /^.{0,50}\b(attack|assault|offensive|incursion|invasion|massacre|ambush)(s|es)?\b/);
verb(LIGHT, 'appealTalks', /^.{0,20}\b(an )?appeal for (talk|dialogue|negotiation)s?\b/);

// force, as a verb
const heavy = 'strike hit attack bomb target pound bombard raid blast pummel batter';
verb(heavy, 'missileDrone', new RegExp(`^.{0,80}(${WEAPON_MD.source})`));
verb(heavy, 'missile', new RegExp(`^.{0,80}\\b(with|using|by) .{0,20}(${MISSILE.source})`));
verb(heavy, 'drone', new RegExp(`^.{0,80}\\b(with|using|by) .{0,20}(${DRONE.source})`));
verb(heavy, 'shell', new RegExp(`^.{0,80}\\b(with|using|by) .{0,20}(${SHELL.source})`));
verb(heavy, 'airstrike', new RegExp(`^.{0,80}\\b(with|using|by|from) .{0,20}(${AIR.source})`));
verb('bomb bombard', 'airstrike');
verb('strike hit pound pummel batter', 'missile', NOT_FIGURATIVE, new RegExp(`(${MISSILE.source})[^,;]{0,20}$`));
verb(
  'strike hit',
  'strike',
  /^ (back )?(at |in |inside |on )?(a |the |its |what |alleged |suspected |several |\w+ ){0,4}?(\w+ )?(target|base|camp|hideout|site|position|facility|territory|depot|airfield|airport|port|school|hospital|city|town|village|district|headquarters|militant|insurgent|rebel|fighter|group|installation|warehouse|bunker|ship|tanker|vessel|convoy|building|neighbourhood|neighborhood|power|refinery|bridge)s?\b/,
);
verb('strike', 'strike', NOT_FIGURATIVE);
verb(
  'target',
  'strike',
  /^ .{0,40}\b(base|camp|hideout|site|position|facility|depot|airfield|militant|insurgent|rebel|terrorist|fighter|ship|vessel|tanker|convoy|stronghold|infrastructure)s?\b/,
);
verb('attack raid ambush storm assault', 'attack');
verb('retaliate', 'strike', /^.{0,30}\b(with|by) .{0,20}\b(strike|missile|attack|shelling|raid)s?\b/);
verb('shell', 'shell');
verb('invade', 'invade');
verb('clash skirmish', 'clash');
verb('exchange trade', 'clash', /^ .{0,20}\b(fire|gunfire|shots)\b/);
verb('fire', 'missile', new RegExp(`^.{0,30}(${MISSILE.source})`));
verb('fire', 'shell', new RegExp(`^.{0,30}(${SHELL.source})`));
verb('open', 'attack', /^ fire\b/);
verb('kill massacre slaughter assassinate', 'kill');
verb('abduct kidnap', 'abduct');
verb('violate breach break', 'breakTruce', /^ .{0,20}\b(ceasefire|cease-fire|truce|armistice)\b/);
verb('wage wag', 'attack', /^ .{0,10}\bwar\b/);

// force, as a noun with its owner: "Iranian missile attacks on ..."
const strikes = 'strike attack raid airstrike bombardment shelling bombing assault offensive incursion barrage salvo';
noun(
  strikes,
  'missileDrone',
  undefined,
  /\b(missile|rocket)s? (and|or) drones? $|\bdrones? (and|or) (missile|rocket)s? $/,
);
noun(strikes, 'missile', undefined, /\b(missile|rocket) $/);
noun(strikes, 'drone', undefined, /\bdrone $/);
noun(strikes, 'airstrike', undefined, /\b(air|aerial|bomb) ?-? ?$/);
noun('airstrike', 'airstrike');
noun('bombing', 'bombing', undefined, /\b(suicide|car|roadside) $/);
noun('shelling bombardment', 'shell');
noun('strike raid', 'strike');
noun('attack assault offensive incursion invasion', 'attack');
noun('clash skirmish', 'clash');

// posture
verb(
  'deploy mass amass send move reinforce',
  'mobilize',
  /^ .{0,40}\b(troop|soldier|force|battalion|brigade|tank|warship|carrier|destroyer|fighter|aircraft|reservist|missile|artillery|navy|fleet|unit)s?\b/,
);
verb('mobilize mobilise', 'mobilize');
verb('put place', 'alert', /^ .{0,40}\b(on )?(high |full |maximum )?alert\b/);
verb('hold begin start conduct', 'exercise', /^ .{0,25}\b(military|naval|live-fire|war) ?(exercise|drill|game)s?\b/);
verb('test test-fire', 'exercise', /^ .{0,25}\b(missile|rocket|warhead|torpedo)\b/);

// pressure
verb('seize confiscate impound capture', 'seize');
verb('arrest detain jail imprison', 'arrest');
verb('blockade besiege', 'blockade');
verb('block', 'blockade', /^ .{0,40}\b(ship|passage|strait|port|aid|convoy|access|vessel|shipment|route)s?\b/);
verb('impose slap place', 'penalty', /^ .{0,40}\b(sanction|embargo|tariff|ban|restriction)s?\b/);
verb('sanction blacklist', 'penalty');
verb('add', 'penalty', /^ .{0,30}\bto .{0,25}\b(list|blacklist)\b/);
verb('occupy annex', 'occupy');
verb('close shut seal', 'closeBorder', /^ .{0,25}\b(border|crossing|airspace|frontier)s?\b/);
const ENVOY = '(ambassador|envoy|diplomat|charge|chargé|mission|attach[eé]|representative|consul)';
verb('recall withdraw pull', 'recall', new RegExp(`^ .{0,25}\\b${ENVOY}s?\\b`));
verb('expel', 'expel', new RegExp(`^ .{0,40}\\b${ENVOY}s?\\b`));
verb('expel oust', 'expel', undefined, new RegExp(`\\b${ENVOY}s?\\b.{0,40}$`));
verb('throw kick order', 'expel', new RegExp(`^ (out )?.{0,25}\\b${ENVOY}s?\\b.{0,12}(\\bout\\b|\\bto leave\\b)?`));
verb('bar ban prevent', 'expel', new RegExp(`^ .{0,30}\\b${ENVOY}s?\\b.{0,20}\\b(return|enter|come back)`));
verb('declare', 'expel', /^ .{0,60}\bpersona non grata\b/);
verb(
  'cut sever downgrade break suspend freeze',
  'breakTies',
  /^ (off )?.{0,25}\b(tie|relation|diplomatic|contact|relationship)s?\b/,
);
verb(
  'suspend halt break cancel call',
  'haltTalks',
  /^ (off )?.{0,25}\b(talk|negotiation|dialogue|meeting|visit|mediation|exchange)s?\b/,
);
verb(
  'cut suspend halt stop freeze',
  'stopAid',
  /^ (off )?.{0,25}\b(aid|assistance|funding|arms|supply|supplies|export)s?\b/,
);
verb('protest demonstrate rally march', 'protest');
verb('riot', 'riot');

// threats
const FORCEFUL =
  /\b(retaliate|retaliation|respond|response|strike|attack|force|consequence|war|destroy|avenge|revenge|punish|punishment|might|crush|hit back)(s|ed|d)?\b/;
verb('threaten', 'threaten');
verb(
  'vow pledge promise swear',
  'threaten',
  /^ .{0,30}(\b(retaliate|retaliation|revenge|avenge|respond|punish|hit back|strike back|crush|destroy)\b)/,
);
verb('warn caution', 'threaten', new RegExp(`^ .{0,120}(${FORCEFUL.source})`));
verb('warn', 'warn', /^ (against|of|that|iran|off)/);
verb(
  'respond answer meet',
  'threaten',
  /^ .{0,20}\b(with|by) .{0,20}\b(full|all|force|might|power|strength|decisive)/,
  /\b(will|shall|would) (be )?$/,
);
verb('issue give', 'ultimatum', /^ .{0,20}\bultimatum\b/);
noun('ultimatum', 'ultimatum');

// words against
verb('accuse blame', 'accuse');
verb('condemn denounce criticize criticise deplore decry slam blast lambast rebuke', 'condemn');
verb('lodge file', 'accuse', /^ .{0,25}\b(protest|complaint)\b/);
verb('summon call', 'summon', new RegExp(`^ (in )?.{0,45}\\b${ENVOY}s?\\b`));
verb('investigate probe', 'investigate');
verb('reject refuse decline spurn rebuff dismiss', 'rejectMediation', /^ .{0,40}\bmediat/);
verb('reject refuse decline spurn rebuff rule', 'rejectTalks', /^ (out )?.{0,40}\b(talk|meet|negotiat|dialogue)/);
verb('reject refuse rebuff spurn', 'reject', /^ (?!.{0,10}\b(comment|allegation|accusation|claim|report)s?\b)/);

// mediation
const MEDIATE = /\b(mediate|mediation|mediator|mediating|broker|go-between|facilitate|good offices|intermediary)\b/;
verb('offer propose volunteer', 'offerMediation', new RegExp(`^ .{0,40}(${MEDIATE.source})`));
verb('offer', 'offerMediation', /^ .{0,20}\bto host .{0,20}\b(talk|negotiation|meeting|summit)s?\b/);
noun('offer proposal', 'offerMediation', new RegExp(`^ (of|to|for) .{0,20}(${MEDIATE.source})`));
noun('offer proposal', 'offerMediation', undefined, /\b(mediation|mediate) $/);
verb('express state', 'offerMediation', new RegExp(`^ .{0,20}\\b(readiness|willingness)\\b.{0,20}(${MEDIATE.source})`));
verb(
  'accept welcome',
  'acceptMediation',
  /^ .{0,30}\b(mediation|offer to mediate|offer of mediation|mediation offer)\b/,
);
verb('mediate', 'mediate');
verb('broker', 'mediate', /^ .{0,20}\b(talk|truce|ceasefire|cease-fire|deal|peace|agreement|negotiation)s?\b/);

// appeals; a party's own call for calm is an AGREE, which extraction decides from the sides
const CALM =
  /\b(restraint|calm|de-escalat\w*|deescalat\w*|ease tension|end (to )?(the )?(violence|fighting|hostility|hostilities|attacks|war)|ceasefire|cease-fire|truce|halt to|stop (the )?(fighting|violence|attack|shelling)|avoid (any )?(further )?(escalat\w*|tension)|refrain|cease|lay down)\b/;
const TALKS =
  /\b(dialogue|diplomacy|diplomatic|talk|talks|negotiat\w*|peaceful(ly)?|peace|mediation|political solution|resolve (their|the|all) (difference|dispute|issue)s?)\b/;
const CLOSER =
  /\b(closer|greater|stronger|deeper|enhanced|better|improved) .{0,20}(cooperation|co-operation|tie|relation|coordination|partnership)s?\b/;
const ASKING =
  'urge appeal call ask plead implore request stress underscore underline emphasize emphasise highlight advise encourage exhort press';
verb(
  'urge appeal call ask plead implore request exhort press advise encourage',
  'appealCalm',
  new RegExp(`^ .{0,90}(${CALM.source})`),
);
verb(
  'urge appeal call ask plead implore request exhort press advise encourage',
  'appealTalks',
  new RegExp(`^ .{0,90}(${TALKS.source})`),
);
verb(ASKING, 'closerTies', new RegExp(`^ .{0,30}(${CLOSER.source})`));
verb(
  'stress underscore underline emphasize emphasise',
  'appealTalks',
  new RegExp(`^ .{0,50}\\b(need|importance|use)\\b.{0,30}(${TALKS.source})`),
);
noun('appeal call plea', 'appealCalm', new RegExp(`^ for .{0,30}(${CALM.source})`));
noun('appeal call plea', 'appealTalks', new RegExp(`^ for .{0,30}(${TALKS.source})`));
verb(
  'appeal ask request plead',
  'appealAid',
  /^ .{0,40}\b(aid|assistance|help|weapon|arms|relief|support|funds|funding)\b/,
);
verb('demand', 'appealCalm', new RegExp(`^ .{0,60}(${CALM.source})`));
verb('demand', 'demand');
verb('call', 'demand', /^ (on|upon) (?!.{0,30}\b(president|minister|king|pope)\b.{0,10}$)/);
verb('urge', 'demand');

// words for
const WORK =
  /\b(work|cooperate|co-operate|collaborate|engage|talk|negotiate|normali[sz]e|improve|strengthen|resolve|settle|coordinate|restore)\b/;
verb(
  'express voice signal show convey reiterate reaffirm affirm',
  'willing',
  new RegExp(
    `^ .{0,30}\\b(readiness|willingness|desire|commitment|intention|resolve|interest|determination)\\b.{0,25}(${WORK.source})`,
  ),
);
verb(
  'express voice signal show convey reiterate reaffirm declare have make',
  'agreeCalm',
  /^ .{0,30}\b(commitment|commit)\b.{0,30}\b(de-escalat|deescalat|ease|calm|peace)/,
);
verb('commit', 'agreeCalm', /^ (itself |themselves )?to .{0,30}\b(de-escalat|deescalat|ease|calm|peace)/);
verb('extend offer hold', 'willing', /^ (out )?.{0,10}\bolive branch\b/);
verb(
  'be',
  'willing',
  new RegExp(
    `^ (also )?(ready|willing|prepared|open) (to|for) .{0,25}(${WORK.source}|\\b(dialogue|negotiation|cooperation)s?\\b)`,
  ),
);
verb(
  'want wish seek desire hope',
  'willing',
  /^ (to )?(normali[sz]e|improve|restore|mend|repair|strengthen|work|cooperate|resume)\b/,
);
verb(
  'have',
  'noEscalation',
  /^ (no|neither) .{0,30}\b(interest|desire|intention|wish|plan)s?\b.{0,25}\b(escalat|war|conflict|confrontation|tension)/,
);
verb(
  'want seek intend wish desire',
  'noEscalation',
  /^ (to )?.{0,25}\b(escalat|exacerbate|worsen|aggravate|war|widen|conflict|confrontation)/,
  /\bnot (\w+ )?$/,
);
verb(
  'agree decide resolve',
  'agreeCalm',
  /^ .{0,60}\b(de-escalat|deescalat|ease|defuse|calm|reduce tension|end (the )?(fighting|hostilities|violence|war)|ceasefire|cease-fire|truce|peace)/,
);
verb('agree decide', 'agreeReturn', /^ .{0,60}\b(ambassador|envoy|diplomatic relation|diplomatic tie)s?\b/);
verb(
  'agree',
  'planMeeting',
  /^ .{0,20}\bto (meet|hold|resume|continue) .{0,30}(talk|negotiation|meeting|dialogue|summit)?/,
);
verb(
  'agree',
  'agreeCooperate',
  /^ .{0,90}\b(cooperat|co-operat|coordinat|collaborat|trust|joint|liaison|strengthen|expand|boost|deepen|share)/,
);
verb('agree reach', 'agree', /^ (?!with\b).{0,40}\b(to|on|understanding|agreement|deal|accord|consensus)\b/);
noun('cooperation', 'closerTies', /^ (be|is|are) (essential|necessary|vital|important|needed|key)\b/);
verb('invite', 'invite');
noun('invitation', 'invite');
verb(
  'expect schedule due plan set',
  'planMeeting',
  /^ to .{0,40}\b(meet|hold .{0,20}talk|negotiate|engage in .{0,20}talk|confer)/,
);
verb('expect schedule plan set', 'planVisit', /^ to .{0,20}\b(visit|travel|arrive|fly|go)\b/);
verb('pledge promise', 'pledgeAid', /^ .{0,30}\b(aid|assistance|relief|support|help|million|billion)\b/);
verb('pledge promise vow', 'pledgeYield', /^ .{0,25}\b(withdraw|release|lift|ease|pull|free|reopen|halt|stop)\b/);

// contact
const PHONE = /\b(phone|telephone|telephonic|by phone|over the phone|call|video ?(call|conference|link))\b/;
verb('speak talk confer', 'phone', new RegExp(`^ .{0,60}(${PHONE.source})`));
verb('telephone phone', 'phone');
verb('discuss review', 'discussReturn', new RegExp(`^ .{0,40}\\breturn\\b.{0,20}\\b${ENVOY}s?\\b`));
verb('discuss', 'discussReturn', undefined, new RegExp(`\\breturn of .{0,10}\\b${ENVOY}s?\\b.{0,70}\\bbe (also )?$`));
verb('hold have discuss review', 'phone', /^ .{0,50}\b(phone|telephone|telephonic) ?(call|conversation|talk)?/);
noun('call conversation', 'phone', undefined, /\b(phone|telephone|telephonic|video) $/);
noun('call', 'phone', /^ (between|with) /);
noun('conversation', 'phone', /^ with /, PHONE);
verb('speak', 'phone', /^ (to|with) .{0,25}\b(counterpart|minister|president|leader)\b/);
verb(
  'hold have resume open begin conclude',
  'talk',
  /^ .{0,30}\b(talk|discussion|consultation|dialogue|negotiation|meeting|summit)s?\b(?!.{0,12}\b(cancel|fail))/,
);
verb('meet', 'meet', /^ (with |in |his |her |its |their |on |for |face|at )|^ \S+/, /^(?!.*\b(will|would|to) (be )?$)/);
verb('negotiate', 'negotiate');
verb('discuss', 'talk', /^ (the |with |a |bilateral |their |ongoing |recent )/);
verb('visit', 'visit');
verb('arrive land', 'visit', /^ (in|at) /);
verb('travel fly', 'visit', /^ to /);
verb(
  'receive welcome host',
  'host',
  /^ .{0,25}\b(minister|president|envoy|delegation|counterpart|secretary|leader|chief|ambassador|prime)\b/,
);
noun('visit', 'visit', /^ (to|by) /);
noun('arrival', 'visit', /^ (in|at) /);
verb('exchange', 'messages', /^ .{0,20}\b(message|letter|view|pleasantry|greeting|note)s?\b/);
verb('send', 'messages', /^ .{0,15}\b(message|letter)s?\b/);
verb('reciprocate', 'messages', /^ .{0,20}\b(sentiment|message|gesture|greeting)s?\b/);
noun('talk negotiation', 'talk', /^ (between|with) /);
noun('meeting', 'meet', /^ (between|with) /);

// support and deeds
verb('praise welcome hail applaud laud commend', 'praise');
verb('back support defend endorse', 'defend');
verb('apologize apologise', 'apologize');
verb('sign', 'sign', /^ .{0,30}\b(agreement|deal|accord|treaty|memorandum|pact|protocol|truce|ceasefire)s?\b/);
verb(
  'restore resume reestablish re-establish normalize normalise',
  'restoreTies',
  /^ .{0,25}\b(tie|relation|diplomatic|contact)s?\b/,
);
verb(
  'return resume',
  'ambassadorBack',
  /^ (to )?.{0,40}\b(post|duty|duties|capital|embassy|mission)s?\b/,
  new RegExp(`\\b${ENVOY}s?\\b.{0,50}$`),
);
verb('send reinstate', 'ambassadorBack', new RegExp(`^ (back )?.{0,25}\\b${ENVOY}s?\\b`));
verb('ease relax loosen', 'ease', /^ .{0,30}\b(restriction|curfew|rule|ban|blockade|control)s?\b/);
verb('concede yield', 'concede');
verb('cooperate co-operate collaborate', 'cooperate', undefined, /^(?!.*\b(to|will|would|must|should|need to) $)/);
verb('resume restart reopen', 'trade', /^ .{0,25}\b(trade|flight|border|crossing|export|import|route|bus|rail)s?\b/);
verb('share', 'shareIntelligence', /^ .{0,20}\b(intelligence|information)\b/);
verb(
  'send deliver provide donate airlift',
  'arms',
  /^ .{0,30}\b(weapon|arms|tank|ammunition|munition|missile|jet|howitzer)s?\b/,
);
verb(
  'send deliver provide donate airlift supply',
  'aid',
  /^ .{0,40}\b(aid|relief|food|medicine|medical|assistance|humanitarian|tent|shelter)\b/,
);
verb(
  'declare announce reach observe sign extend agree',
  'truce',
  /^ .{0,25}\b(ceasefire|cease-fire|truce|armistice)\b/,
);
verb('withdraw pull', 'withdraw', /^ (back |out )?.{0,25}\b(troop|force|soldier|tank|army|unit|fighter)s?\b/);
verb(
  'release free repatriate',
  'release',
  /^ .{0,40}\b(prisoner|hostage|captive|detainee|soldier|crew|sailor|pilot|fisherman|fishermen|body|bodies|people|civilian)s?\b/,
);
verb('lift', 'liftSanctions', /^ .{0,25}\b(sanction|embargo|blockade|ban)s?\b/);
verb('allow let', 'access', /^ .{0,40}\b(aid|relief|inspector|convoy|humanitarian|observer|peacekeeper)s?\b/);

/** The ways a lemma can head a sense, narrow ones first. */
export function patternsOf(lemma: string): readonly Pattern[] {
  return LEXICON.get(lemma) ?? [];
}
