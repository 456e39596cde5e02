import type { Edge, Node } from './graph.ts';
import type { Pool } from './standing.ts';

/** Words beside a word that make it less, other or doubtful: who leaves them out says more than was said. */
const LIMITING =
  /^(former|ex|alleged|allegedly|reported|reportedly|suspected|supposed|supposedly|purported|purportedly|so-called|self-proclaimed|self-declared|would-be|attempted|planned|proposed|possible|possibly|potential|potentially|likely|unlikely|probable|probably|perhaps|maybe|apparent|apparently|presumably|seemingly|fake|mock|partial|partially|partly|mostly|largely|mainly|nearly|almost|hardly|barely|rarely|seldom|scarcely|only|just|merely|unconfirmed|unverified|draft|preliminary|tentative|tentatively|conditional|conditionally|deputy|vice|acting|assistant|virtual|virtually|failed|unsuccessful|unsuccessfully|false|falsely|nominal|nominally|limited|temporary|temporarily|indirect|indirectly|pro|anti|non|not|never|or|respectively|mainly|briefly|sometimes|occasionally|often|usually|informal|unofficial|unofficially|aborted|abortive|foiled|threatened|feared|hypothetical|theoretical|anonymous|unarmed|empty|disused|abandoned|symbolic|simulated|model|toy|dummy|minor|slightly|partway|close)$/;
const LIMITING_SCOPE = /^(some|most|few|half|any|either|no|neither|less|fewer|certain|much|more|other|another)$/;
/** "the first flight in seven years" is not "the first flight". */
const SINGLING =
  /^(first|second|third|last|only|sole|all|every|each|any|most|next|final|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+est)$/;
const CONDITION =
  /^(adv:(if|unless|lest|provided|until|before|once|aslong)|p:(unless|without|except|instead|until|pending|than|if|besides|barring|but|depending)|time:until)$/;
const RESTRICTING = /^(p:|time|num|mod|poss|adv:(when|while|as|after|since|because|where|before)|ing|obj)/;

/** Whether a source says something beside what a claim takes over that the claim must not leave out. */
export function isShortened(image: ReadonlySet<Node>, pool: Pool): boolean {
  const words = new Set([...image].map(wordOf));
  for (const node of image)
    for (const edge of pool.edges) {
      if (edge.head !== node || image.has(edge.dependent) || words.has(wordOf(edge.dependent))) continue;
      if (mustStay(edge, pool, image) && !isToldOtherwise(edge, pool, image)) return true;
    }
  return false;
}

/** A word that is told as two nodes, "did not stop" and "continued", is one. */
function wordOf({ text, at }: Node): string {
  return `${text}:${at}`;
}

/** "because they refused to leave", "because they did not leave": the source's one reason, told as two. */
function isToldOtherwise({ head, dependent, relation }: Edge, pool: Pool, image: ReadonlySet<Node>): boolean {
  if (!/^adv:(because|when|while|as|after|since|where)$/.test(relation) || dependent.kind !== 'act') return false;
  return pool.edges.some(
    (edge) =>
      edge.head === head &&
      edge.relation === relation &&
      image.has(edge.dependent) &&
      Math.abs(edge.dependent.at - dependent.at) < 4 &&
      pool.edges.some(
        (one) => one.head === dependent && one.relation === 'subj' && isSubjectOf(one.dependent, edge.dependent, pool),
      ),
  );
}

function isSubjectOf(subject: Node, act: Node, pool: Pool): boolean {
  return pool.edges.some((edge) => edge.head === act && edge.dependent === subject && edge.relation === 'subj');
}

function mustStay({ head, dependent, relation, aside }: Edge, pool: Pool, image: ReadonlySet<Node>): boolean {
  const word = dependent.unit.lower;
  if (relation === 'mod' && LIMITING.test(word)) return true;
  if (relation === 'scope' && LIMITING_SCOPE.test(word)) return true;
  if (aside && /^p:without$/.test(relation)) return false;
  if (CONDITION.test(relation))
    return head.kind === 'act' || !/before|once/.test(relation) ? isCondition(relation, head) : false;
  // what was not done then, there or so may have been done at another time, elsewhere or otherwise
  if (head.negated && head.kind === 'act' && isAdjunct(relation, dependent) && !isRefused(head, dependent, pool))
    return true;
  if (/^(time|p:(after|before|during|amid|despite|because|contrary)|measure)$/.test(relation)) return false;
  if (head.negated && RESTRICTING.test(relation) && dependent.kind !== 'quality' && relation !== 'ing') return true;
  if ((head.none || isUnderNegation(head, pool, image)) && /^(p:|num|mod|poss)/.test(relation)) return true;
  if (pool.edges.some((edge) => edge.head === dependent && edge.relation === 'p:of' && image.has(edge.dependent)))
    return false;
  if (aside) return false;
  return isSingled(head, pool, image) && /^(p:|mod|poss|num)/.test(relation) && !/^(also|still|already)$/.test(word);
}

/** "refused on Monday to sign": one may refuse on a day what is asked for any day. */
function isRefused({ text, at }: Node, { kind, unit }: Node, pool: Pool): boolean {
  if (kind !== 'time' || !/day\b|\b\d{1,2}\b/.test(unit.lower)) return false;
  const own = pool.nodes.filter((one) => one.text === text && one.at === at && !one.negated);
  return own.some(
    (one) =>
      /^(refuse|decline)$/.test(one.unit.lemma) ||
      pool.edges.some(
        ({ head, dependent, relation }) =>
          dependent === one && relation === 'xcomp' && /^(refuse|decline)$/.test(head.unit.lemma),
      ),
  );
}

/** A time, an occasion or a manner that a denial holds for; "because of" and "despite" give the reason of the denial. */
function isAdjunct(relation: string, { kind, unit }: Node): boolean {
  if (/^(time|measure|p:(after|before|during|amid))$/.test(relation)) return true;
  return relation === 'mod' && kind === 'quality' && /[^aeiou]ly$/.test(unit.lower) && !OF_SENTENCE.test(unit.lower);
}

const OF_SENTENCE =
  /^(accordingly|actually|additionally|apparently|clearly|consequently|evidently|finally|fortunately|initially|lately|naturally|notably|obviously|previously|really|recently|reportedly|simply|unfortunately|ultimately|early)$/;

/** "before the year's end" says when; "will not talk until" says on which condition. */
function isCondition(relation: string, head: Node): boolean {
  if (/before|once/.test(relation)) return head.negated || head.mood === 'must';
  if (/until/.test(relation)) return head.negated;
  if (/without/.test(relation)) return head.mood !== undefined || head.negated;
  return true;
}

function isUnderNegation(node: Node, pool: Pool, image: ReadonlySet<Node>): boolean {
  return pool.edges.some(
    ({ head, dependent, relation }) =>
      dependent === node && head.negated && image.has(head) && /^(obj|p:(of|on|to|for|in))$/.test(relation),
  );
}

function isSingled(node: Node, pool: Pool, image: ReadonlySet<Node>): boolean {
  return pool.edges.some(
    ({ head, dependent, relation }) =>
      head === node && image.has(dependent) && /^(mod|scope)$/.test(relation) && SINGLING.test(dependent.unit.lower),
  );
}
