import { type Entry, noun, verb } from './pattern.ts';

const WEAPON_MD = /\b(missile|rocket)s?\b.*\bdrones?\b|\bdrones?\b.*\b(missile|rocket)s?\b/;
const MISSILE = /\b(missile|rocket|ballistic|cruise)s?\b/;
const DRONE = /\b(drone|uav|quadcopter)s?\b/;
const AIR = /\b(air|aerial|airstrike|air-strike|jet|fighter|warplane|bomb|aircraft|helicopter)s?\b/;
const SHELL = /\b(artillery|mortar|shell|tank|howitzer)s?\b/;
const NOT_FIGURATIVE =
  /^(?! (a |the |an )?(\w+ )?(deal|agreement|chord|balance|note|tone|record|high|low|market|back|hurdle|headline|snag|milestone|out at)\b)/;
/** Workers strike too. */
const NOT_OF_LABOUR =
  /^(?!.*\b(hunger|general|labou?r|union|worker|teacher|doctor|nurse|rail|train|bus|transport|port|docker|pilot|driver|postal|nationwide|lightning|rent|sympathy|on)( ['’]?s?| ['’])? $)/;
const NOT_OF_WORDS =
  /^(?!.*\b(heart|cyber|cyber ?-|verbal|panic|shark|personal|charm|diplomatic|peace|media|scathing|thinly veil\w*) $)/;
const LIGHT = 'carry launch conduct mount stage fire execute perform unleash undertake perpetrate deliver';
const lightly = (weapon: RegExp) => new RegExp(`^.{0,60}?(?:${weapon.source}).{0,40}`);
const heavy = 'strike hit attack bomb target pound bombard raid blast pummel batter';
const strikes = 'strike attack raid airstrike bombardment shelling bombing assault offensive incursion barrage salvo';
/** "launched a barrage of missiles": a strike or a weapon near the verb, and the weapon. */
const armed = (weapon: RegExp) =>
  new RegExp(
    `^(?=.{0,80}\\b(strike|attack|raid|assault|missile|rocket|drone|barrage|salvo)s?\\b).{0,40}?(?:${weapon.source})`,
  );

/** Ways to say that force was used. The first pattern of a head that fits is taken: the narrow ones stand first. */
export const FORCE: readonly Entry[] = [
  verb(
    'fire launch test',
    'testFire',
    /^ .{0,50}\b(missile|rocket|projectile)s? .{0,25}\b(into|toward|towards) (the |its )?(\w+ )?(sea|ocean|water)s?\b/,
  ),
  verb('fire launch conduct carry', 'testFire', /^ .{0,30}\b(missile|rocket|nuclear) (test|launch)\b/),
  // force, as a deed with a light verb: "carried out air strikes", "launched missile attacks"
  ...(
    [
      [WEAPON_MD, 'missileDrone'],
      [MISSILE, 'missile'],
      [DRONE, 'drone'],
    ] as const
  ).map(([weapon, sense]) => verb(LIGHT, sense, armed(weapon))),
  verb(LIGHT, 'airstrike', /^.{0,50}\b(air ?-? ?(strike|raid|attack)s?|airstrikes?|aerial \w+)\b/),
  verb(LIGHT, 'shell', lightly(/\b(artillery|mortar|shelling|shell)s?\b/)),
  verb(LIGHT, 'mobilize', /^.{0,30}\b(mobilization|mobilisation|military build-?up)\b/),
  verb(
    LIGHT,
    'exercise',
    /^.{0,40}\b(military|naval|joint|live-fire|war) ?(exercise|drill|game|manoeuvre|maneuver)s?\b/,
  ),
  verb(LIGHT, 'bombing', /^.{0,40}\b(suicide|car|roadside) ?-? ?(bombing|attack)s?\b/),
  verb(LIGHT, 'strike', /^.{0,50}\b(strike|raid|bombardment|military operation)s?\b/),
  verb(LIGHT, 'attack', /^.{0,50}\b(attack|assault|offensive|incursion|invasion|massacre|ambush)(s|es)?\b/),
  verb(LIGHT, 'appealTalks', /^.{0,20}\b(an )?appeal for (talk|dialog(ue)?|negotiation)s?\b/),
  // force, as a verb
  verb('hit strike slap', 'penalty', /^ .{0,50}\bwith .{0,20}\b(sanction|tariff|penalty|penalties|restriction)s?\b/),
  verb(
    'strike hit pound',
    'strike',
    /^ (again |overnight )?(in|by|during) .{0,40}\b(strike|attack|raid|barrage|bombardment)s?\b/,
  ),
  verb(heavy, 'missileDrone', new RegExp(`^.{0,80}(${WEAPON_MD.source})`)),
  verb(heavy, 'missile', new RegExp(`^.{0,80}\\b(with|using|by) .{0,20}(${MISSILE.source})`)),
  verb(heavy, 'drone', new RegExp(`^.{0,80}\\b(with|using|by) .{0,20}(${DRONE.source})`)),
  verb(heavy, 'shell', new RegExp(`^.{0,80}\\b(with|using|by) .{0,20}(${SHELL.source})`)),
  verb(heavy, 'airstrike', new RegExp(`^.{0,80}\\b(with|using|by|from) .{0,20}(${AIR.source})`)),
  verb('bomb bombard', 'airstrike'),
  verb('strike hit pound pummel batter', 'missile', NOT_FIGURATIVE, new RegExp(`(${MISSILE.source})[^,;]{0,20}$`)),
  verb(
    'strike hit',
    'strike',
    /^ (back )?(at |in |inside |on )?(a |the |its |what |alleged |suspected |several |\w+ ){0,4}?(\w+ )?(target|base|camp|hideout|site|position|facility|territory|depot|airfield|airport|port|school|hospital|city|town|village|district|headquarters|militant|insurgent|rebel|fighter|group|installation|warehouse|bunker|ship|tanker|vessel|convoy|building|neighbourhood|neighborhood|power|refinery|bridge)s?\b/,
  ),
  verb('strike', 'strike', NOT_FIGURATIVE),
  verb(
    'target',
    'strike',
    /^ .{0,40}\b(base|camp|hideout|site|position|facility|depot|airfield|militant|insurgent|rebel|terrorist|fighter|ship|vessel|tanker|convoy|stronghold|infrastructure)s?\b/,
  ),
  verb(
    'attack raid ambush storm assault',
    'attack',
    /^(?! .{0,20}\b(plan|policy|policies|decision|proposal|speech|remark|report|record|critic|idea|law|bill|budget|view|stance)s?\b)/,
  ),
  verb('retaliate', 'strike', /^.{0,30}\b(with|by) .{0,20}\b(strike|missile|attack|shelling|raid|rocket|drone)s?\b/),
  verb('shell', 'shell'),
  verb('invade', 'invade'),
  verb('clash skirmish', 'clash', /^(?! (over|verbally|about|at the|in a (match|game|final)))/),
  verb('exchange trade', 'clash', /^ .{0,20}\b(fire|gunfire|shots)\b/),
  verb('fire', 'missile', new RegExp(`^.{0,30}(${MISSILE.source})`)),
  verb('fire', 'shell', new RegExp(`^.{0,30}(${SHELL.source})`)),
  verb('open', 'attack', /^ fire\b/),
  verb('fire shoot', 'attack', /^ (on|at|upon) (?!.{0,20}\b(all cylinder|goal|target practice)s?\b)/),
  verb(
    'come',
    'attack',
    /^ under (heavy |machine ?-? ?gun |small ?-? ?arms |rocket |mortar |artillery |enemy |intense )*(fire|attack)\b.{0,60}\b(from|by)\b/,
  ),
  verb('kill massacre slaughter assassinate', 'kill', /^(?! .{0,15}\b(deal|bill|agreement|plan|proposal|hope)s?\b)/),
  verb('abduct kidnap', 'abduct'),
  verb('violate breach break', 'breakTruce', /^ .{0,20}\b(ceasefire|cease-fire|truce|armistice)\b/),
  verb('wage wag', 'attack', /^ .{0,10}\bwar\b/),
  // force, as a noun with its owner: "Iranian missile attacks on ..."
  noun(
    strikes,
    'missileDrone',
    undefined,
    /\b(missile|rocket)s? (and|or) drones? $|\bdrones? (and|or) (missile|rocket)s? $/,
  ),
  noun(strikes, 'missile', undefined, /\b(missile|rocket) $/),
  noun(strikes, 'drone', undefined, /\bdrone $/),
  noun(strikes, 'airstrike', undefined, /\b(air|aerial|bomb) ?-? ?$/),
  noun('airstrike', 'airstrike'),
  noun('bombing', 'bombing', undefined, /\b(suicide|car|roadside) $/),
  noun('shelling bombardment', 'shell'),
  noun('strike raid', 'strike', undefined, NOT_OF_LABOUR),
  noun('attack assault offensive incursion invasion', 'attack', undefined, NOT_OF_WORDS),
  noun('clash skirmish', 'clash'),
];
