import { type Change, holds, replaced, spans } from './text.ts';

// Each row: words, and words that say the opposite; a row with "<>" works both ways.
const rows = `accepted<>rejected|accept<>reject|withdrew from<>advanced into|withdraw from<>advance into
withdrawal from>advance into|withdrawal of>advance of|condemned<>welcomed|condemnation of>praise for|supported<>opposed
support<>oppose|backed>opposed|backs>opposes|released>detained|freed>imprisoned|freeing of>arrest of|captured>abandoned
seized>gave up|overrun by>lost by|resumed<>suspended|resume<>suspend|extended>cut short|extend>cut short
extension of>end of|lifted<>imposed|lift>impose|impose>lift|banned>permitted|allow>forbid|allowed>forbade|urged>forbade
killed>rescued|killing>rescuing|increased>reduced|enlarged>reduced|has expanded>has shrunk|strengthen>weaken
joining>leaving|confirmed>denied|denied>confirmed|approved>vetoed|passed>voted down|annulled<>ratified|appointed>dismissed
named>dismissed|dismissed>promoted|authorised>vetoed|overrode>upheld|overridden>upheld|overturned>upheld
rejection of>acceptance of|rejected claims>admitted|accelerated>slowed down|acceleration in>slowdown in
removed>installed|took down>put up|taken away>put in place|completed>abandoned|finished disengaging>refused to disengage
expelled from>invited into|expelled>invited|halt>continue|halted>continued|stop>continue|stopped>let through|stopped>continued
leave the country>enter the country|left the country>entered the country|came back>fled|closer to>farther from
earlier than>later than|largest>smallest|legalise>outlaw|demolished>built|destroyed>repaired|damaged>repaired
opened>closed|reopened>closed|opening of>closure of|reopen>close|closed>opened|closure of>opening of|open>close
began to>refused to|started to>refused to|began>ended|started>ended|failed to>managed to|blocked>opened|accused>absolved|blamed>thanked
protested>celebrated|protest>celebration|protests>celebrations|resigned>took office|resign>stay on|stepped down>refused to step down
recognises>rejects|recognised>rejected|recognise>reject|violation>confirmation|crossed>avoided|shot down>let through
landed in>left|arrived in>left|lost>won|won>lost|deadlier>safer|peace>war|a ceasefire>an offensive|truce>offensive
positive>hopeless|serious>minor|evacuate>reinforce|evacuating>reinforcing|cut>raised|grown>shrunk|raise>cut|fled>returned
detained>freed|detaining>freeing|prisoners>volunteers|guarantee safe>threaten|careful>reckless|reckless>justified
signed>tore up|sign>tear up|signing>tearing up|enforce>scrap|enforced>scrapped|exchanged fire>embraced|ended>began
will end>will begin|in favour>against|friendly>hostile|unfriendly>friendly|threatened>thanked`;

const opposites: readonly (readonly [string, string])[] = rows.split(/[|\n]/).flatMap((row) => {
  const [one = '', other = ''] = row.split(/<>|>/);
  return row.includes('<>') ? [[one, other] as const, [other, one] as const] : [[one, other] as const];
});

/** A predicate turned into its opposite: "accepted" into "rejected". */
export const predicateOpposite: Change = ({ text, quotes }, random) => {
  const fit = opposites.filter(
    ([one, other]) => new RegExp(`\\b${one}\\b`).test(text) && !holds(quotes, other) && !isOther(one, text),
  );
  const agreed = spans(text, /\b(?:agreed|pledged|promised|offered|decided) to (?=(?!a\b|an\b|the\b|its\b)[a-z]+\b)/g);
  if (fit.length === 0 || (agreed.length > 0 && random.below(3) === 0))
    return agreed[0] && replaced(text, agreed[0], 'refused to ');
  const [one, other] = random.pick(fit);
  return replaced(text, random.pick(spans(text, new RegExp(`\\b${one}\\b`, 'g'))), other);
};

// "began to remove" and "support for" have other opposites than "began" and "support".
function isOther(verb: string, text: string): boolean {
  if (verb === 'support') return /support for/.test(text);
  return /^(began|started)$/.test(verb) && new RegExp(`\\b${verb} (?:to|[a-z]+ing)\\b`).test(text);
}

const soft =
  'summoned|received|visited|condemned|welcomed|criticised|suspended|extended|released|resumed|appointed|named|urged|warned|recalled|dismissed|signed|discussed|denounced|met|reopened|completed|authorised|approved|rejected|removed|supported|announced|presented|awarded|patrolled|joined|invited|ordered|offered|launched|restored|closed|opened|expelled|evacuated|inspected|treated|left|accused|lifted|recognised';
const strong = [
  'bombed',
  'invaded',
  'seized',
  'annexed',
  'destroyed',
  'massacred',
  'blew up',
  'torched',
  'kidnapped',
  'shelled',
];
const spoken = /\b(?:said|says|noted|announced|reported|suggested)(?= (?:on [A-Z][a-z]+day )?that\b)/g;
const softly = new RegExp(
  `(?<!\\b(?:be|been|was|were|is|are|had|has|have) )\\b(?:${soft})(?= (?:a|an|the|its|all|two|three|four|five|\\d|[A-Z][a-z]+|new)\\b)`,
  'g',
);

/** A predicate turned into another, strong one that nobody reported: "visited" into "bombed", "said" into "denied". */
export const predicateStrong: Change = ({ text, quotes }, random) => {
  const said = spans(text, spoken);
  const found = spans(text, softly);
  if (said.length > 0 && (found.length === 0 || random.below(3) === 0))
    return replaced(text, random.pick(said), random.pick(['denied', 'lied', 'admitted', 'regretted', 'threatened']));
  if (found.length === 0) return undefined;
  const verbs = strong.filter((verb) => !holds(quotes, verb));
  return replaced(text, random.pick(found), random.pick(verbs));
};
