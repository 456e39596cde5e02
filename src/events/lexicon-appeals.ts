import { type Entry, noun, verb } from './pattern.ts';

const MEDIATE =
  /\b(mediate|mediation|mediator|mediating|broker|go-between|facilitate .{0,30}(talk|dialogue|negotiation|meeting|contact|peace|agreement|exchange)|good offices|intermediary)\b/;
const RESTRAINT =
  /\b(restraint|calm|de-escalat\w*|deescalat\w*|ease tension|end (to )?(the )?(violence|fighting|hostility|hostilities|attacks|war)|ceasefire|cease-fire|truce|halt to|stop (the )?(fighting|violence|attack|shelling)|avoid (any )?(further )?(escalat\w*|tension)|refrain|cease|lay down|step back|back down|stand down|cool\w* (down|off|tempers|heads)|(pull|draw|hold|withdraw)\w* (back|(their|its|all|the) .{0,25}(troop|force|vessel|ship|unit|back)s?)|confrontation)\b/;
const TALKS =
  /\b(dialog(ue)?|diplomacy|diplomatic|talk|talks|negotiat\w*|peaceful(ly)?|peace|mediation|political solution|resolve (their|the|all) (difference|dispute|issue)s?)\b/;
const CLOSER =
  /\b(closer|greater|stronger|deeper|enhanced|better|improved) .{0,20}(cooperation|co-operation|tie|relation|coordination|partnership)s?\b/;
const ASKING =
  'urge appeal call ask plead implore request stress underscore underline emphasize emphasise highlight advise encourage exhort press';

/** Ways to say mediation and appeals. The first pattern of a head that fits is taken: the narrow ones stand first. */
export const APPEALS: readonly Entry[] = [
  // mediation
  verb('offer propose volunteer', 'offerMediation', new RegExp(`^ .{0,40}(${MEDIATE.source})`)),
  verb('offer', 'offerMediation', /^ .{0,20}\bto host .{0,20}\b(talk|negotiation|meeting|summit)s?\b/),
  verb(
    'be stand remain',
    'offerMediation',
    new RegExp(
      `^ (also |still )?(ready|willing|prepared?) (to|for) (?!accept).{0,12}(${MEDIATE.source}|\\bhost .{0,20}\\b(talk|negotiation)s?\\b)`,
    ),
  ),
  noun('offer proposal', 'offerMediation', new RegExp(`^ (of|to|for) .{0,20}(${MEDIATE.source})`)),
  noun('offer proposal', 'offerMediation', undefined, /\b(mediation|mediate) $/),
  verb(
    'express state',
    'offerMediation',
    new RegExp(`^ .{0,20}\\b(readiness|willingness)\\b.{0,20}(${MEDIATE.source})`),
  ),
  verb(
    'accept welcome',
    'acceptMediation',
    /^ .{0,60}\b(mediation|mediator|mediate|go-between|good offices|intermediary)\b/,
  ),
  verb('take', 'acceptMediation', /^ up .{0,60}\b(mediation|mediate|go-between|good offices|intermediary)\b/),
  verb('mediate', 'mediate'),
  verb(
    'broker arrange mediate negotiate',
    'mediate',
    undefined,
    /\b(swap|exchange|truce|talk|ceasefire|cease-fire|agreement|release|deal|accord|pause)s?\b.{0,30}\bbe $/,
  ),
  verb(
    'broker',
    'mediate',
    /^ .{0,20}\b(talk|truce|ceasefire|cease-fire|deal|peace|agreement|negotiation|exchange|swap|release|understanding|accord)s?\b/,
  ),
  verb(
    'offer propose suggest',
    'ownCallForTalks',
    /^ (to (hold|resume|begin|start) )?.{0,20}\b(talk|dialog(ue)?|negotiation)s?\b/,
  ),
  // appeals; a party's own call for calm is an AGREE, which extraction decides from the sides
  verb(
    'urge appeal call ask plead implore request exhort press advise encourage',
    'appealCalm',
    new RegExp(`^ .{0,90}(${RESTRAINT.source})`),
  ),
  verb(
    'urge appeal call ask plead implore request exhort press advise encourage',
    'appealTalks',
    new RegExp(`^ .{0,60}(${TALKS.source})`),
  ),
  verb(ASKING, 'closerTies', new RegExp(`^ .{0,30}(${CLOSER.source})`)),
  verb(
    'stress underscore underline emphasize emphasise',
    'appealTalks',
    new RegExp(`^ .{0,50}\\b(need|importance|use)\\b.{0,30}(${TALKS.source})`),
  ),
  noun('appeal call plea', 'appealCalm', new RegExp(`^ for .{0,30}(${RESTRAINT.source})`)),
  noun('appeal call plea', 'appealTalks', new RegExp(`^ for .{0,30}(${TALKS.source})`)),
  verb(
    'appeal ask request plead',
    'appealAid',
    /^ .{0,40}\b(aid|assistance|help|weapon|arms|relief|support|funds|funding|missile|tank|jet|ammunition|loan|money)s?\b/,
  ),
  verb('demand', 'appealCalm', new RegExp(`^ .{0,60}(${RESTRAINT.source})`)),
  verb('demand', 'demand'),
  verb('call', 'demand', /^ (on|upon) (?!.{0,30}\b(president|minister|king|pope)\b.{0,10}$)/),
  verb('urge', 'demand'),
];
