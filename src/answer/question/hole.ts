import { fold } from '../../text/words.ts';

/** What a question asks for. */
export type Hole =
  | 'who'
  | 'whom'
  | 'what'
  /** Somebody's words. */
  | 'said'
  /** Whose words something is. */
  | 'speaker'
  | 'when'
  | 'where'
  | 'how-many'
  | 'yes-no'
  | 'why'
  | 'list'
  /** Which of two came first. */
  | 'order'
  /** What is new, what changed. */
  | 'changes'
  /** What eased or raised tension. */
  | 'steps'
  /** What others than the parties did. */
  | 'reactions'
  /** Words without a question: "mediation?". */
  | 'topic';

const AUX = '(?:did|do|does|is|are|was|were|has|have|had|will|would|can|could|should|may|might)';
const SAY = '(?:say|said|tell|told|claim|state|announce|write|tweet|post|declare|argue|warn|promise|stress|demand)';
const ACTOR =
  '(?:(?:state|nation|side|government|minister|group|organi[sz]ation|person|official|leader|power|team|man|woman|one)s?|(?:countr|part|bod|arm|compan)(?:y|ies))';

/** The first form that fits decides; the narrow ones stand first. */
const HOLES: readonly (readonly [RegExp, Hole])[] = [
  [
    /^(what('s| is| are)? (is |are )?(the )?new|any(thing)? new|what (has |have )?(changed|happened) since|what('s| is| has| have)? changed|(the )?(latest|news|update)s?\b.{0,25}$|what did i miss)/,
    'changes',
  ],
  [
    /\b(before or after|after or before|earlier or later|come first|came first|happened first|which (was|came) (first|earlier|later))\b/,
    'order',
  ],
  [
    /\b(steps?|moves?|acts?|actions?|events?|measures?|what)\b.{0,30}\b(that |which )?(eas(ed?|ing)|rais(ed?|ing)|reduc(ed?|ing)|lower(ed|ing)?|calm(ed|ing)?|escalat\w+|de-?escalat\w+|increas(ed?|ing)|worsen(ed|ing)?|heighten(ed|ing)?)\b.{0,20}\b(tensions?|crisis|conflict|situation)\b|^(list |name |what (are|were) )?(the |all )?(steps|moves) (toward|away|to calm)|\b(de-?escalatory|escalatory|calming) (steps|moves|acts|signals|measures)\b/,
    'steps',
  ],
  [
    /\b(third|other|outside|foreign|neighbou?ring|western|regional|which) (countries|states|powers|parties|governments|bodies|organi[sz]ations|capitals)\b.{0,30}\b(react\w*|respon\w+|comment\w*|weigh\w*|intervene\w*|involved)\b|\binternational (reaction|response)s?\b|\bhow (did|has|have) (the (world|international community)|others|other (countries|states))\b.{0,15}\b(react|respond)/,
    'reactions',
  ],
  [
    new RegExp(
      `^(what|what (exactly|else)|how) ${AUX} .{2,60}\\b(${SAY}|respond|react|reply|answer)(s|ed)?\\b|^what (was|is|were|are) .{2,50}\\b(position|reaction|response|reply|answer|view|stance|comment|statement|message|account|version|explanation)s?\\b|^(quote|cite) |^what .{0,12}words\\b`,
    ),
    'said',
  ],
  [/^who (else )?(said|says|claims|claimed|stated|insisted|argued)\b/, 'speaker'],
  [
    /^(how many|how much|what (was|is|were) the (death )?(toll|number)|what number)\b|\b(death toll|how many|number of (dead|deaths|casualties|killed|wounded|injured))\b/,
    'how-many',
  ],
  [
    new RegExp(
      `^(whom|to whom|by whom|with whom|from whom|who (else )?${AUX} (?!not )|which ${ACTOR} (${AUX}) |who (is|was|were) .{0,30}\\b(by|to)\\b|(to|with|against|from) which )`,
    ),
    'whom',
  ],
  [
    new RegExp(
      `^(who|who else|whose|which (of the )?(\\w+ )?${ACTOR}|what (country|group|state|organi[sz]ation|body))\\b`,
    ),
    'who',
  ],
  [
    /^(when|on (what|which) (day|date)|in (what|which) (month|year)|(what|which) (day|date|time|month|year)|since when|until when|by when|how long ago)\b/,
    'when',
  ],
  [
    /^(where|in (what|which) (place|city|country|town|province|region)|what (city|town|place)|which (city|town|place|province|region))\b/,
    'where',
  ],
  [
    /^(why|for what reason|what (was|is|were) the (reason|motive|cause)|what (prompted|led|made|caused|drove)|how come)\b/,
    'why',
  ],
  [/^(list|name|enumerate|give me|show me|which|what (are|were) (all )?the|tell me all)\b/, 'list'],
  [new RegExp(`^(so |and |but )?${AUX}(n't)?\\b`), 'yes-no'],
  [/^(what|how|tell me|explain|describe|summari[sz]e|compare)\b/, 'what'],
];

/** "Who has ...": who acts stands behind it only where a name or a pointing word does. */
const WHO_THEN_AUX = /^who(?: else)? (is|are|was|were|has|have|had|will|would|can|could|should|may|might) /;
const BEGINS_WITH_SUBJECT = /^(?:\p{Lu}|(?:the|a|an|his|her|its|their|he|she|it|they|we|both)\b)/u;

/**
 * What a question asks for, by its first words.
 * @param plain the question as it is written; capitals tell "Who has Kenya met?" from "Who has met Kenya?"
 */
export function holeOf(plain: string): Hole {
  const folded = fold(plain);
  const hole = HOLES.find(([form]) => form.test(folded))?.[1] ?? 'topic';
  if (hole !== 'whom' || !WHO_THEN_AUX.test(folded)) return hole;
  const behind = plain.replace(/^\s*\S+(\s+else)?\s+\S+\s+/i, '');
  return BEGINS_WITH_SUBJECT.test(behind) || /^who(?: else)? (is|are|was|were)\b.*\bby\b/.test(folded) ? 'whom' : 'who';
}
