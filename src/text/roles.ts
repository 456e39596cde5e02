/**
 * Offices that news gives people: role | ways to say it (regular expressions without groups that capture).
 * `\b` is put around each; case does not matter.
 */
const ROLES = `
foreign minister|foreign (?:affairs )?cabinet secretary|(?:minister (?:of|for) )?foreign (?:and expatriates )?(?:minister|affairs minister|secretary)s?|ministers? (?:of|for) (?:the )?(?:foreign|external) (?:affairs|relations)|external affairs minister|top diplomat|chief diplomat|FM
defence minister|defen[cs]e (?:minister|cabinet secretary|secretary|chief|CS)s?|ministers? (?:of|for) (?:national )?defen[cs]e|secretary of (?:defen[cs]e|war)
interior minister|(?:interior|home) (?:minister|affairs minister)s?|ministers? (?:of|for) (?:the )?(?:interior|home affairs)|home secretary
finance minister|finance minister|minister of finance|treasury secretary|chancellor of the exchequer
information minister|(?:information|communications) minister|minister (?:of|for) information
energy minister|(?:energy|oil|petroleum) minister
justice minister|justice minister|attorney general|chief prosecutor|prosecutor general
security minister|(?:national |internal |public )?security minister
national security adviser|(?:national )?security advis[eo]r|NSA
prime minister|prime ministers?|premiers?|PM|taoiseach
president|(?:co-)?presidents?|presidency
vice president|vice[- ]presidents?
head of state|heads? of state|heads? of government
king|kings?|emir|sultan|monarch|queen
crown prince|crown prince
supreme leader|supreme leader
chancellor|chancellors?
secretary of state|secretar(?:y|ies) of state
secretary-general|secretar(?:y|ies)[- ]general
high commissioner|high commissioner
foreign policy chief|foreign policy chief|high representative(?: for foreign affairs)?
ambassador|ambassadors?|permanent representative|chargé d'affaires|charge d'affaires|top envoy|consul(?:[- ]general)?
envoy|(?:special |presidential |peace )?(?:envoy|representative|emissar(?:y|ies)|coordinator|rapporteur|mediator|negotiator)s?|chief negotiator|top negotiator
army chief|(?:army|military|armed forces|air force|navy|defen[cs]e staff) (?:chief|commander|general)s?(?: of staff)?|chief of (?:the )?(?:army|general|defen[cs]e|joint|naval|air)(?: forces)? staff|chairman of the joint chiefs of staff|commander[- ]in[- ]chief|top general|junta (?:leader|chief)|military ruler|coup leader
commander|(?:top |senior |field |rebel )?commanders?
intelligence chief|(?:intelligence|spy|mossad|security|police) chief|director of national intelligence
spokesperson|(?:(?:foreign|defen[cs]e|interior|health) (?:ministry|office|department) |state department |(?:chief |senior )?(?:military|army|government|presidential|police|air force|navy|party|rebel) )?spokes(?:person|man|woman|people|persons|men)
counterpart|counterparts?|opposite numbers?
deputy|deput(?:y|ies)
leader|(?:opposition |rebel |party |political |militant |separatist |tribal |religious |de facto )?leaders?|warlord
chief|chiefs?|heads?|director(?:[- ]general)?|chair(?:man|woman|person)?
minister|ministers?
speaker|(?:parliament(?:ary)? |house )?speaker
governor|governors?|mayors?
lawmaker|lawmakers?|senators?|congress(?:man|woman)|legislators?|MPs?
official|(?:senior |top |government |military |security |defen[cs]e |intelligence |army |police |health |local |western )*officials?
diplomat|(?:senior |top |veteran )?diplomats?
general|(?:lieutenant |major |brigadier )?generals?|admirals?|colonels?|brigadiers?|field marshal|captain|major
`;

/** Words before a role that belong to it. */
const QUALIFIERS =
  'acting|caretaker|interim|deputy|assistant|former|ex|then|outgoing|incoming|newly appointed|new|current|first|vice|under|special|chief|top|senior|veteran|transitional|de facto|ousted|late|longtime|populist|hardline|moderate|then-';

/** Bodies of a state that speak and act for it when its name stands beside them: "Pakistan's army". */
const BODIES =
  "(?:(?:caretaker|interim|transitional|military|federal|central|coalition|new) )?(?:government|administration|regime|junta|cabinet)|foreign (?:ministry|office|affairs ministry)|(?:defen[cs]e|interior|health|home|information|justice|finance|energy|external affairs) (?:ministry|department)|ministr(?:y|ies) of (?:foreign affairs|external affairs|defen[cs]e|the interior|national defen[cs]e|health)|(?:embassy|consulate|mission|embassies)|(?:armed|security|special|ground|naval|defen[cs]e|military|coalition|occupation|air|border|proxy|government) forces|(?:army|military|navy|air force|air defen[cs]es?|coast guard|coastguard|border guards?|military intelligence|intelligence(?: service| agency| services)?|police|judiciary|supreme court|central bank|parliament|senate|congress|delegation|negotiators|presidency|presidential office|president's office|high command|general staff|joint chiefs of staff)|(?:ground |air |naval |fighter )?(?:troops|soldiers|forces|warplanes|jets|drones|warships|commandos|gunners|artillery)|(?:local |military |judicial |border |state )?authorities";

/** "5 pm", "a major step", "general elections": an office only when written as a title. */
const ONLY_CAPITAL = /^(?:generals?|major|captain|[fpP]m|[FP]m|nsa|mps?)$/;

export interface RoleFound {
  readonly start: number;
  readonly end: number;
  /** The office ("foreign minister"), or undefined for a body of a state ("army"). */
  readonly role: string | undefined;
}

const TABLE = ROLES.trim()
  .split('\n')
  .map((line) => {
    const [role = '', ...ways] = line.split('|');
    return { role, pattern: new RegExp(`^(?:${ways.join('|')})$`, 'i') };
  });
const ANY_ROLE = ROLES.trim()
  .split('\n')
  .map((line) => line.slice(line.indexOf('|') + 1))
  .join('|');
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${QUALIFIERS})[ -])*(?:(?<office>${ANY_ROLE})|(?<body>${BODIES}))(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Roles and bodies of states as they stand in the text, longest first from each place, never overlapping. */
export function findRoles(text: string): RoleFound[] {
  const found: RoleFound[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const office = match.groups?.['office'];
    if (office !== undefined && ONLY_CAPITAL.test(office)) continue;
    const role = office === undefined ? undefined : nameOf(office);
    const past = /^(?:former|ex|ousted|late)\b/i.test(match[0]) ? 'former ' : '';
    const own = role && (isDeputy(match[0], office ?? '') ? deputyOf(role) : role);
    found.push({ start: match.index, end: match.index + match[0].length, role: own && past + own });
  }
  return found;
}

/** A deputy minister is no minister. */
function isDeputy(text: string, office: string): boolean {
  return /\b(deputy|vice|assistant|under)\b/i.test(text.slice(0, text.length - office.length));
}

function deputyOf(role: string): string {
  return role === 'president' ? 'vice president' : `deputy ${role}`;
}

function nameOf(office: string): string {
  const plain = office.replace(/\s+/g, ' ');
  return TABLE.find(({ pattern }) => pattern.test(plain))?.role ?? plain.toLowerCase();
}
