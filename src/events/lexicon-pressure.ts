import { AMBASSADOR, DIPLOMAT, type Entry, noun, verb, verbOf } from './pattern.ts';

const RESPONSE =
  '(retaliate|retaliation|reprisal|respond|response|consequence|avenge|revenge|punish|punishment|strike back|hit back|crush|destroy|be meet|be answer|pay (a|the|dearly))';
const MEASURES = '(sanction|tariff|expel|withdraw|quit|close|suspend|cut|leave|boycott|seize|block|blockade|ban)';
const PEOPLE =
  '(soldier|troop|fighter|militant|sailor|crew|pilot|civilian|official|officer|citizen|national|man|men|woman|person|people|journalist|fisherman|fishermen|suspect|agent|spy|spies|guard)';
const LAND =
  '(town|city|village|district|province|territory|territories|island|reef|airport|airfield|base|outpost|position|post|hill|stronghold|capital|region|land|area|control of)';
const GOODS =
  '(ship|tanker|ferry|ferries|trawler|dhow|barge|vessel|boat|cargo|property|properties|asset|fund|weapon|arms|goods|truck|shipment|container|plane|aircraft|drone|embassy|consulate|building|oil|gold|bank)';
const FORCES =
  '(troop|soldier|force|battalion|brigade|regiment|division|warship|carrier|destroyer|frigate|submarine|cutter|gunboat|patrol (boat|vessel)|flotilla|reservist|navy|fleet|unit|reinforcement|paratrooper|marine)';

const HELPING =
  '.{0,60}\\b(to (help|support|assist|protect|train|back|guard|rescue|restore order|keep the peace)|at the (request|invitation) of)\\b';

/** Ways to say posture and pressure, threats, and words against. */
export const PRESSURE: readonly Entry[] = [
  // posture
  // forces that come to help: an act toward calm by nobody's measure, but no threat to whom they help
  verb(
    'send dispatch deploy station rush fly',
    'protect',
    new RegExp(`^ (?!.{0,60}\\b(border|frontier)\\b).{0,40}\\b(${FORCES}|police)s?\\b${HELPING}`),
  ),
  verb('send dispatch deploy station', 'protect', /^ .{0,30}\b(peacekeeper|blue helmet)s?\b/),
  verb(
    'deploy mass amass move reinforce station',
    'mobilize',
    new RegExp(`^ .{0,40}\\b(${FORCES}|tank|fighter|jet|aircraft|missile|artillery|bomber|battery|batteries)s?\\b`),
  ),
  verb('send dispatch rush', 'mobilize', new RegExp(`^ .{0,30}\\b${FORCES}s?\\b`)),
  verb(
    'mobilize mobilise',
    'mobilize',
    /^(?! .{0,20}\b(support|resource|fund|voter|opinion|aid|donor|money|effort)s?\b)/,
  ),
  verb('call', 'mobilize', /^ up .{0,30}\breservist/),
  verb('order call recall', 'mobilize', /^ .{0,30}\breservist/),
  verb(
    'order call recall',
    'mobilize',
    /^ (up|back) (to|for) (duty|service|the colou?rs)\b/,
    /\breservists? (be|have) .{0,12}$/,
  ),
  verb(
    'step increase tighten boost strengthen',
    'mobilize',
    /^ (up )?.{0,25}\b(patrol|presence|deployment|garrison)s?\b/,
  ),
  verb('announce order declare begin', 'mobilize', /^ .{0,30}\b(mobili[sz]ation|call-up|military build-?up)\b/),
  verb('put place', 'alert', /^ .{0,40}\b(on )?(high |full |maximum |combat )?(alert|readiness)\b/),
  verb(
    'hold begin start conduct carry launch stage open finish complete',
    'jointDrill',
    /^ .{0,25}\b(joint|combined|bilateral|trilateral) .{0,25}\b(exercise|drill|manoeuvre|maneuver|war game)s?\b/,
  ),
  verb('hold begin start conduct carry launch stage', 'jointDrill', /^ .{0,40}\b(exercise|drill|war game)s? with\b/),
  verb(
    'hold begin start conduct launch stage',
    'exercise',
    /^ .{0,25}\b(military|naval|live-fire|war|air|army|navy) ?(exercise|drill|game|manoeuvre|maneuver)s?\b/,
  ),
  verb('test test-fire', 'testFire', /^ .{0,25}\b(missile|rocket|warhead|torpedo)\b/),
  // pressure
  verb('capture seize take', 'capture', new RegExp(`^ (?!part|place).{0,30}\\b${PEOPLE}s?\\b(?!.{0,12}(base|post))`)),
  verb('capture seize', 'occupy', new RegExp(`^ .{0,40}\\b${LAND}s?\\b`)),
  verb('seize confiscate impound capture board hijack', 'seize', new RegExp(`^ .{0,40}\\b${GOODS}s?\\b`)),
  verb('capture seize take', 'capture', undefined, new RegExp(`\\b${PEOPLE}s?\\b[^,]{0,30}\\bbe $`)),
  verb('hold', 'capture', undefined, new RegExp(`\\b${PEOPLE}s?\\b[^,]{0,20}\\bbe $`)),
  verb('seize confiscate impound board capture', 'seize', undefined, new RegExp(`\\b${GOODS}s?\\b[^,]{0,30}\\bbe $`)),
  verb('impose', 'penalty', undefined, /\b(sanction|embargo|tariff)s?\b[^,]{0,30}\bbe $/),
  verb('arrest detain jail imprison', 'arrest'),
  verb('blockade besiege', 'blockade'),
  verb('block', 'blockade', /^ .{0,40}\b(ship|passage|strait|port|aid|convoy|access|vessel|shipment|route)s?\b/),
  verb(
    'impose slap place reimpose introduce adopt approve tighten extend announce unveil',
    'penalty',
    /^ (?!.{0,30}\b(relief|waiver|exemption)\b).{0,40}\b(sanction|embargo|tariff|travel ban|asset freeze|export ban|import ban)s?\b/,
  ),
  verb(
    'impose introduce reimpose announce declare',
    'curfew',
    /^ .{0,25}\b(curfew|martial law|state of (?:emergency|siege)|emergency rule)\b/,
  ),
  verb(
    'impose slap place reimpose introduce tighten',
    'restrict',
    /^ .{0,40}\b(restriction|ban|curb|limit|visa requirement)s?\b/,
  ),
  verb('sanction blacklist', 'penalty'),
  verb('freeze', 'penalty', /^ .{0,30}\b(asset|account|fund)s?\b/),
  verb('deport', 'deport'),
  verb('ban', 'penalty', /^ .{0,30}\b(import|export|flight|entry|trade)s?\b/),
  verb('add', 'penalty', /^ .{0,30}\bto .{0,25}\b(list|blacklist)\b/),
  verb('ban outlaw prohibit', 'outlaw'),
  verb('occupy annex', 'occupy'),
  verb('close shut seal', 'closeBorder', /^ .{0,25}\b(border|crossing|frontier)s?\b/),
  verb('close shut', 'closeAirspace', /^ .{0,15}\b(airspace|air space|sky|skies)\b/),
  verb('withdraw pull', 'withdrawPeacekeepers', /^ (back |out )?.{0,30}\b(peacekeeper|blue helmet)s?\b/),
  verb('recall withdraw pull', 'recall', new RegExp(`^ (?!.{0,25}\\b(remark|statement)).{0,25}\\b${AMBASSADOR}s?\\b`)),
  verb(
    'order call',
    'recall',
    new RegExp(`^ (its|their) .{0,20}\\b${AMBASSADOR}s?\\b.{0,25}\\b(home|back|to return)\\b`),
  ),
  verb('recall withdraw', 'recall', undefined, new RegExp(`\\b${AMBASSADOR}s?\\b[^,]{0,40}\\bbe $`)),
  verb('withdraw pull recall', 'withdrawDiplomats', new RegExp(`^ .{0,25}\\b${DIPLOMAT}s?\\b`)),
  verb('expel', 'expel', new RegExp(`^ .{0,40}\\b${AMBASSADOR}s?\\b`)),
  verb('expel oust', 'expel', undefined, new RegExp(`\\b${AMBASSADOR}s?\\b.{0,40}$`)),
  verb('throw kick', 'expel', new RegExp(`^ (out .{0,25}\\b${AMBASSADOR}|.{0,25}\\b${AMBASSADOR}s? out)\\b`)),
  verb('order tell', 'expel', new RegExp(`^ (?!its|their|his).{0,35}\\b${AMBASSADOR}s? .{0,20}\\bto leave\\b`)),
  verb('expel oust', 'expelDiplomats', new RegExp(`^ .{0,40}\\b${DIPLOMAT}s?\\b`)),
  verb('expel oust', 'expelDiplomats', undefined, new RegExp(`\\b${DIPLOMAT}s?\\b.{0,40}$`)),
  verb('order tell', 'expelDiplomats', new RegExp(`^ (?!its|their|his).{0,35}\\b${DIPLOMAT}s? .{0,20}\\bto leave\\b`)),
  verb('declare', 'expelDiplomats', /^ .{0,60}\bpersona(e)? non grata(e)?\b/),
  verb(
    'bar ban prevent stop',
    'barEnvoy',
    new RegExp(`^ .{0,30}\\b${AMBASSADOR}s?\\b.{0,20}\\b(return|enter|come back)`),
  ),
  verb('cut sever break', 'cutTies', /^ (off )?.{0,25}\b(tie|relation|relationship|diplomatic contact)s?\b/),
  verb('downgrade suspend freeze reduce', 'breakTies', /^ .{0,25}\b(tie|relation|contact|relationship)s?\b/),
  verb('suspend halt cancel postpone', 'haltTalks', /^ .{0,25}\b(talk|negotiation|dialog(ue)?|meeting|summit)s?\b/),
  verb('call break', 'haltTalks', /^ off .{0,25}\b(talk|negotiation|dialog(ue)?|meeting|summit|contact)s?\b/),
  verb('walk pull withdraw', 'haltTalks', /^ (out of|from) .{0,20}\b(talk|negotiation|dialog(ue)?)s?\b/),
  verb('cut suspend halt stop freeze', 'stopAid', /^ (off )?.{0,25}\b(aid|assistance|funding)\b/),
  verb('cut suspend halt stop ban', 'stopTrade', /^ (off )?.{0,25}\b(trade|export|import|supply|supplies|flight)s?\b/),
  verb('protest rally march', 'protest'),
  verb('demonstrate', 'protest', /^(?! (an?|the|his|her|its|their|that|how|why|strong|great|deep|clear)\b)/),
  verb('riot', 'riot'),
  // threats
  verbOf(
    'threaten',
    'threaten',
    new RegExp(
      `^ .{0,80}\\b(${RESPONSE}|strike|attack|military|force|war|bomb|invade|missile|shoot|annihilat\\w*)s?\\b`,
    ),
  ),
  verbOf('threaten', 'threatenMeasures', new RegExp(`^ .{0,60}\\b${MEASURES}\\b`)),
  verb('threaten', 'threatenPlain'),
  verb('vow pledge promise swear', 'threaten', new RegExp(`^ .{0,30}\\b${RESPONSE}\\b`)),
  verbOf('warn caution', 'threaten', new RegExp(`^ .{0,110}\\b(will|would|shall|could) .{0,25}\\b${RESPONSE}\\b`)),
  verbOf(
    'warn caution',
    'threaten',
    /^ .{0,90}\b(will|would) (meet|face|bring|trigger) .{0,30}\b(response|retaliation|force|reprisal|consequence)/,
  ),
  verb('warn', 'threaten', /^ .{0,40}\bof .{0,20}\b(retaliation|response|reprisal|consequence|revenge)s?\b/),
  verb('warn', 'warn', /^ .{0,40}\b(against|not to|over|off)\b/),
  verb(
    'respond answer meet',
    'threaten',
    /^ .{0,20}\b(with|by) .{0,20}\b(full|all|force|might|power|strength|decisive)/,
    /\b(will|shall|would) (be )?$/,
  ),
  verb('issue give deliver', 'ultimatum', /^ .{0,30}\bultimatum\b/),
  noun('ultimatum', 'ultimatum'),
  // words against
  verb('accuse blame', 'accuse'),
  verb(
    'call describe term label brand',
    'brand',
    /^ (as )?(.{0,30} )?(violation|breach|aggression|provocation|massacre|crime|atrocit\w+|betrayal|interference|meddling|terrorism|genocide)s? .{0,30}\bby /,
    /\bwhat .{0,30}$/,
  ),
  verb('hold', 'accuse', /^ .{0,40}\b(responsible|accountable)\b/),
  verb('hold', 'accuse', /^ (responsible|accountable)\b/),
  verb('condemn denounce criticize criticise deplore decry slam blast lambast rebuke', 'condemn'),
  verb('lodge file deliver hand', 'objection', /^ .{0,25}\b(protest|complaint|demarche|démarche)\b/),
  verb('summon call', 'summon', new RegExp(`^ (in )?.{0,45}\\b(${AMBASSADOR}|${DIPLOMAT})s?\\b(?!.{0,20}(home|back))`)),
  verb('summon', 'summon', undefined, new RegExp(`\\b(${AMBASSADOR}|${DIPLOMAT})s?\\b.{0,60}\\bbe $`)),
  verb('investigate probe', 'investigate'),
  verb(
    'launch open begin order start announce',
    'investigate',
    /^ .{0,35}\b(investigation|inquiry|inquiries|probe)s?\b/,
  ),
  verb('charge indict convict prosecute sue', 'charge', /^(?! .{0,20}\b(fee|price|toll|interest|battery|premium)s?\b)/),
  verb('file', 'charge', /^ .{0,25}\b(lawsuit|suit|case|charge)s?\b/),
  verb('reject decline spurn rebuff dismiss', 'rejectMediation', /^ .{0,40}\bmediat/),
  verb('refuse', 'rejectMediation', /^ .{0,20}\b(accept )?.{0,20}\bmediat/),
  verb(
    'reject decline spurn rebuff rule',
    'rejectTalks',
    /^ (out )?.{0,30}\b(talk|meeting|negotiation|dialog(ue)?)s?\b/,
  ),
  verb('refuse decline', 'rejectTalks', /^ to (talk|meet|negotiate|hold talks|attend|join|take part|sit down)\b/),
  verb('veto', 'reject'),
  verb('refuse decline', 'refuse', /^ to\b/),
  verb(
    'reject refuse rebuff spurn',
    'reject',
    /^ (?!to\b).{0,40}\b(proposal|plan|offer|deal|draft|resolution|demand|request|call|ultimatum|appeal|bid|term|condition|peace|truce|ceasefire)s?\b/,
  ),
];
