import { AMBASSADOR, type Entry, noun, verb } from './pattern.ts';

const WORK =
  /\b(work|cooperate|co-operate|collaborate|engage|talk|negotiate|normali[sz]e|improve|strengthen|resolve|settle|sit down|coordinate|restore)\b/;
const PHONE =
  /\b(hotline|hot line|phone|telephone|telephonic|by phone|over the phone|call|video ?(call|conference|link))\b/;

/** Ways to say agreement, contact, support and deeds that calm. The first pattern of a head that fits is taken: the narrow ones stand first. */
export const CALM: readonly Entry[] = [
  // words for
  verb(
    'express voice signal show convey reiterate reaffirm affirm',
    'willing',
    new RegExp(
      `^ .{0,30}\\b(readiness|willingness|desire|commitment|intention|resolve|interest|determination)\\b.{0,25}(${WORK.source})`,
    ),
  ),
  verb(
    'express voice signal show convey reiterate reaffirm declare have make',
    'commitCalm',
    /^ .{0,30}\b(commitment|commit)\b.{0,30}\b(de-escalat|deescalat|ease|calm|peace)/,
  ),
  verb('commit', 'commitCalm', /^ (itself |themselves )?to .{0,30}\b(de-escalat|deescalat|ease|calm|peace)/),
  verb('extend offer hold', 'willing', /^ (out )?.{0,10}\bolive branch\b/),
  verb(
    'be',
    'willing',
    new RegExp(
      `^ (also )?(ready|willing|prepared|open) (to|for) .{0,25}(${WORK.source}|\\b(dialog(ue)?|negotiation|cooperation)s?\\b)`,
    ),
  ),
  verb(
    'want wish seek desire hope',
    'willing',
    /^ (to )?(normali[sz]e|improve|restore|mend|repair|strengthen|work|cooperate|resume)\b/,
  ),
  verb(
    'have',
    'noEscalation',
    /^ (no|neither) .{0,30}\b(interest|desire|intention|wish|plan)s?\b.{0,25}\b(escalat|war|conflict|confrontation|tension)/,
  ),
  verb(
    'want seek intend wish desire',
    'noEscalation',
    /^ (?!.{0,25}\b(stop|end|halt|avoid|prevent|quit|cease|lose)\b)(to )?.{0,25}\b(escalat|exacerbate|worsen|aggravate|war|widen|conflict|confrontation)/,
    /\bnot (\w+ )?$/,
  ),
  verb(
    'agree decide resolve',
    'agreeCalm',
    /^ .{0,60}\b(de-escalat|deescalat|ease|defuse|calm|reduce tension|end (the )?(fighting|hostilities|violence|war)|ceasefire|cease-fire|truce|peace)/,
  ),
  verb('agree decide', 'agreeReturn', /^ .{0,60}\b(ambassador|envoy|diplomatic relation|diplomatic tie)s?\b/),
  verb(
    'agree',
    'planMeeting',
    /^ .{0,20}\bto (meet\b|(hold|resume|continue|begin|start) .{0,30}\b(talk|negotiation|meeting|dialog(ue)?|summit))/,
  ),
  verb(
    'agree',
    'agreeCooperate',
    /^ .{0,90}\b(cooperat|co-operat|coordinat|collaborat|trust|joint|liaison|strengthen|expand|boost|deepen|share)/,
  ),
  verb('agree reach', 'agree', /^ (?!with\b).{0,40}\b(to|on|understanding|agreement|deal|accord|consensus)\b/),
  noun('cooperation', 'closerTies', /^ (be|is|are) (essential|necessary|vital|important|needed|key)\b/),
  verb('invite', 'invite', /^ (?!.{0,15}\b(criticism|comparison|bid|question)s?\b)/),
  noun('invitation', 'invite'),
  verb(
    'expect schedule due plan set',
    'planMeeting',
    /^ to .{0,40}\b(meet|hold .{0,20}talk|negotiate|engage in .{0,20}talk|confer)/,
  ),
  verb('expect schedule plan set', 'planVisit', /^ to .{0,20}\b(visit|travel|arrive|fly|go)\b/),
  verb('pledge promise', 'pledgeAid', /^ .{0,30}\b(aid|assistance|relief|support|help|million|billion)\b/),
  verb('agree', 'planMeeting', /^ .{0,12}\bthat .{0,40}\b(meet|hold .{0,15}(talk|summit)s?)\b/),
  verb(
    'pledge promise vow undertake agree',
    'pledgeRelease',
    /^ .{0,25}\b(release|free|let .{0,40}\bgo|hand over|return .{0,20}\b(prisoner|captive|detainee|body|bodies))\b/,
  ),
  verb('pledge promise vow undertake agree', 'pledgeWithdraw', /^ .{0,25}\b(withdraw|pull)\b/),
  verb(
    'pledge promise vow undertake agree',
    'pledgeEase',
    /^ (to |that ).{0,30}\b(lift|ease|reopen|restore|relax|resume)\b/,
  ),
  // contact
  verb('speak talk confer', 'phone', new RegExp(`^ .{0,160}(${PHONE.source})`)),
  verb('telephone phone', 'phone'),
  verb('discuss review', 'discussReturn', new RegExp(`^ .{0,40}\\breturn\\b.{0,20}\\b${AMBASSADOR}s?\\b`)),
  verb(
    'discuss',
    'discussReturn',
    undefined,
    new RegExp(`\\breturn of .{0,10}\\b${AMBASSADOR}s?\\b.{0,70}\\bbe (also )?$`),
  ),
  verb('hold have discuss review', 'phone', /^ .{0,50}\b(phone|telephone|telephonic) ?(call|conversation|talk)?/),
  noun('call conversation', 'phone', undefined, /\b(phone|telephone|telephonic|video) $/),
  noun('call', 'phone', /^ (between|with) /),
  noun('conversation', 'phone', /^ with /, PHONE),
  verb('speak', 'speak', /^ (to|with) .{0,25}\b(counterpart|minister|president|leader|chief)\b/),
  verb('call', 'phone', /^ (his|her) .{0,20}\bcounterpart\b/),
  verb(
    'hold have resume open begin conclude',
    'talk',
    /^ .{0,30}\b(talk|discussion|consultation|dialog(ue)?|negotiation|meeting|summit)s?\b(?!.{0,12}\b(cancel|fail))/,
  ),
  verb(
    'meet',
    'meet',
    /^ (?!.{0,25}\b(demand|condition|deadline|target|requirement|resistance|criterion|criteria|obligation|need|expectation|objection|opposition|goal|criticism|protest|force|fire|response|retaliation)s?\b)\S+/,
  ),
  verb('sit', 'meet', /^ (down|together)\b/),
  // "the two presidents met": who they are, the subject says
  verb('meet', 'meet', /^\s*$/),
  verb('negotiate', 'negotiate'),
  verb('discuss', 'talk', /^ (the |with |a |bilateral |their |ongoing |recent )/),
  verb('visit', 'visit'),
  verb('arrive land', 'visit', /^ (in|at) /),
  verb('travel fly', 'visit', /^ to /),
  verb('pay make begin start conclude complete end', 'visit', /^ .{0,40}\b(visit|trip) to\b/),
  verb('receive host greet', 'host', /^ .{0,60}\bby\b/, /\bbe $/),
  verb(
    'receive welcome host',
    'host',
    /^ .{0,25}\b(minister|president|envoy|delegation|counterpart|secretary|leader|chief|ambassador|prime)\b/,
  ),
  noun('visit', 'visit', /^ (to|by) /),
  noun('arrival', 'visit', /^ (in|at) /),
  verb('exchange', 'messages', /^ .{0,20}\b(message|letter|view|pleasantry|greeting|note)s?\b/),
  verb('send', 'letter', /^ .{0,15}\b(message|letter)s?\b/),
  verb('reciprocate', 'messages', /^ .{0,20}\b(sentiment|message|gesture|greeting)s?\b/),
  noun('talk negotiation', 'talk', /^ (between|with) /),
  noun('meeting', 'meet', /^ (between|with) /),
  // support and deeds
  verb(
    'express reiterate reaffirm voice declare pledge underline',
    'defend',
    /^ .{0,30}\b(support|solidarity|backing) (for|with|to)\b/,
  ),
  verb('recognize recognise', 'recognize', /^ .{0,25}\b(state|statehood|independence|government|sovereignty)\b/),
  verb('establish open upgrade', 'openTies', /^ .{0,25}\b(diplomatic|tie|relation)s?\b/),
  verb('praise welcome hail applaud laud commend', 'praise'),
  verb('back support defend endorse', 'defend'),
  verb('apologize apologise', 'apologize'),
  verb('sign', 'sign', /^ .{0,30}\b(agreement|deal|accord|treaty|memorandum|pact|protocol|truce|ceasefire)s?\b/),
  verb(
    'restore resume reestablish re-establish normalize normalise',
    'restoreTies',
    /^ .{0,25}\b(tie|relation|diplomatic|contact)s?\b/,
  ),
  verb(
    'return resume',
    'ambassadorBack',
    /^ (to )?.{0,40}\b(post|duty|duties|capital|embassy|mission)s?\b/,
    new RegExp(`\\b${AMBASSADOR}s?\\b.{0,50}$`),
  ),
  verb(
    'go be come',
    'ambassadorBack',
    /^ back (to|at|in) .{0,30}\b(work|post|duty|duties|capital|embassy|embassies|place)s?\b/,
    new RegExp(`\\b${AMBASSADOR}s?\\b.{0,50}$`),
  ),
  verb('send', 'ambassadorBack', new RegExp(`^ (back .{0,25}\\b${AMBASSADOR}|.{0,25}\\b${AMBASSADOR}s? back)\\b`)),
  verb('reinstate', 'ambassadorBack', new RegExp(`^ .{0,25}\\b${AMBASSADOR}s?\\b`)),
  verb('ease relax loosen', 'ease', /^ .{0,30}\b(restriction|curfew|rule|ban|blockade|control)s?\b/),
  verb(
    'lift ease relax loosen remove',
    'liftLimits',
    /^ .{0,30}\b(restriction|curfew|ban|state of emergency|emergency rule|martial law|limit)s?\b/,
  ),
  verb('pardon', 'pardon'),
  verb('grant', 'pardon', /^ .{0,20}\b(amnesty|pardon|clemency)\b/),
  verb('surrender', 'surrender'),
  verb('concede yield', 'concede'),
  verb('cooperate co-operate collaborate', 'cooperate', undefined, /^(?!.*\b(to|will|would|must|should|need to) $)/),
  verb('reopen open', 'reopen', /^ .{0,25}\b(border|crossing|frontier|airspace)s?\b/),
  verb('resume restart', 'trade', /^ .{0,25}\b(trade|flight|export|import|bus|rail|train|shipment)s?\b/),
  verb('share', 'shareIntelligence', /^ .{0,20}\b(intelligence|information)\b/),
  verb(
    'send deliver provide donate airlift supply ship give hand',
    'arms',
    /^ .{0,30}\b(weapon|arms|tank|ammunition|munition|missile|jet|howitzer|drone|air defence|air defense)s?\b/,
  ),
  verb(
    'send deliver provide donate airlift supply ship dispatch give hand',
    'aid',
    /^ .{0,40}\b(aid|relief|food|medicine|medical|assistance|humanitarian|tent|shelter|wheat|fuel|blanket)s?\b/,
  ),
  verb('declare announce', 'ownTruce', /^ .{0,12}\bunilateral .{0,20}\b(ceasefire|cease-fire|truce)\b/),
  verb(
    'grant give approve lend provide disburse award pledge donate allocate',
    'funds',
    /^ .{0,40}\b(loan|grant|credit|million|billion|funds|funding|financing|budget support)s?\b/,
  ),
  verb(
    'declare announce reach observe sign extend agree',
    'truce',
    /^ .{0,35}\b(ceasefire|cease-fire|truce|armistice)\b/,
  ),
  verb(
    'withdraw pull',
    'withdraw',
    /^ (back |out )?.{0,30}\b(troop|force|soldier|tank|army|unit|fighter|warship|peacekeeper|artillery)s?\b/,
  ),
  verb('exchange swap', 'swapPrisoners', /^ .{0,25}\b(prisoner|captive|hostage|detainee|body|bodies)s?\b/),
  verb(
    'release free repatriate',
    'release',
    /^ .{0,40}\b(prisoner|hostage|captive|detainee|soldier|crew|sailor|pilot|fisherman|fishermen|body|bodies|people|civilian)s?\b/,
  ),
  verb(
    'release free',
    'release',
    undefined,
    /\b(prisoner|hostage|captive|detainee|soldier|crew|sailor|pilot)s?\b[^,]{0,30}\bbe $/,
  ),
  verb('let set', 'release', /^ .{0,40}\b(go|free)\b/, /^(?!.*\b(undertake|promise|agree|pledge) to $)/),
  verb(
    'hand turn',
    'release',
    /^ over\b/,
    /\b(prisoner|hostage|captive|detainee|soldier|crew|sailor|pilot|fisherman|fishermen|man|men|body|remains)s?\b[^,]{0,30}\bbe $/,
  ),
  verb('return repatriate', 'release', /^ .{0,30}\b(prisoner|hostage|captive|detainee|body|bodies|remains)s?\b/),
  verb(
    'hand turn',
    'release',
    /^ over .{0,30}\b(prisoner|hostage|captive|detainee|body|bodies|remains|soldier|pilot)s?\b/,
  ),
  verb('lift ease suspend waive', 'liftSanctions', /^ .{0,25}\b(sanction|embargo|blockade)s?\b/),
  verb('allow let', 'access', /^ .{0,40}\b(aid|relief|inspector|convoy|humanitarian|observer|peacekeeper)s?\b/),
];
