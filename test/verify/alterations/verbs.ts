const irregular: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  be: ['was', 'been'],
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  break: ['broke', 'broken'],
  bring: ['brought', 'brought'],
  come: ['came', 'come'],
  cut: ['cut', 'cut'],
  do: ['did', 'done'],
  drown: ['drowned', 'drowned'],
  fall: ['fell', 'fallen'],
  fly: ['flew', 'flown'],
  get: ['got', 'got'],
  give: ['gave', 'given'],
  have: ['had', 'had'],
  hit: ['hit', 'hit'],
  hold: ['held', 'held'],
  keep: ['kept', 'kept'],
  lead: ['led', 'led'],
  leave: ['left', 'left'],
  lose: ['lost', 'lost'],
  make: ['made', 'made'],
  meet: ['met', 'met'],
  overrun: ['overran', 'overrun'],
  override: ['overrode', 'overridden'],
  pay: ['paid', 'paid'],
  put: ['put', 'put'],
  read: ['read', 'read'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  shoot: ['shot', 'shot'],
  slide: ['slid', 'slid'],
  sink: ['sank', 'sunk'],
  strike: ['struck', 'struck'],
  take: ['took', 'taken'],
  win: ['won', 'won'],
  withdraw: ['withdrew', 'withdrawn'],
};

const regular =
  `abandon accept accuse agree allow annul announce answer appeal appoint approve arrive ask attack authorise avoid award
  back ban block board bomb boycott capture cause choose clash clear close complete condemn confirm continue cross damage
  declare defend demand deny denounce deploy destroy detain disband discuss dismiss display dispute end endorse enforce
  enter evacuate exchange execute expand expect expel extend face fail fire follow force free gather grant guarantee halt
  help impose include increase injure inspect intercept invade join kill land last launch lift lower monitor mediate move
  name need normalise offer open oppose order overthrow panic pardon pass patrol pledge present prolong protect protest
  provide raid ratify reach recall receive recognise record refrain regain reinstate reject release remain remove reopen
  report repatriate resign resolve respond restart restore resume retreat return save seize shell ship sign solve stay
  stop storm strengthen study succeed suffer summon supervise supply support surrender surround suspend swap target
  transfer travel unload urge use visit vote warn welcome work demonstrate start retain prepare demolish settle accelerate`
    .split(/\s+/)
    .filter((verb) => verb !== 'choose' && verb !== 'overthrow');

const doubled = new Set(['annul', 'ban', 'expel', 'patrol', 'ship', 'stop', 'swap', 'travel', 'panic', 'refrain']);

/** Every verb that the other functions know, as it stands in the dictionary. */
const verbs: readonly string[] = [...Object.keys(irregular), ...regular];

const known = new Set(verbs);

/** The form after yesterday, "withdrew" of "withdraw"; nothing for a verb that is not known. */
export function past(verb: string): string | undefined {
  return irregular[verb]?.[0] ?? (known.has(verb) ? ed(verb) : undefined);
}

/** The form after "have", "withdrawn" of "withdraw"; nothing for a verb that is not known. */
export function participle(verb: string): string | undefined {
  return irregular[verb]?.[1] ?? (known.has(verb) ? ed(verb) : undefined);
}

const ofPast = new Map(verbs.filter((verb) => verb !== 'be').map((verb) => [past(verb), verb]));

/** The dictionary form of a past form; nothing where it is none of a known verb. */
export function ofPastForm(form: string): string | undefined {
  return ofPast.get(form);
}

function ed(verb: string): string {
  if (verb === 'panic') return 'panicked';
  if (verb === 'refrain') return 'refrained';
  if (doubled.has(verb)) return `${verb}${verb.at(-1)}ed`;
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}
