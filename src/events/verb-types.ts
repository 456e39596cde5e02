import type { EventType } from '../domain/event.ts';
import { patternsOf } from './lexicon.ts';
import { SENSES } from './senses.ts';

/**
 * Verbs by the types of acts that they can tell, in dictionary form, written for this project. What such a verb does in
 * a sentence somebody else must say, and this only whether it can: a verb may stand in several lines. Verbs of very many
 * meanings ("make", "take") stand in none.
 */
const VERBS: Readonly<Record<EventType, string>> = {
  AGREE: `accede accord acquiesce affirm agree ally assent assure commit compromise concur consent covenant defer
    guarantee ink offer pact pencil pledge promise propose reassure settle shake subscribe swear undertake
    underwrite volunteer vouch vow`,
  CONSULT: `apprise approach attend brief buttonhole call chat commune confer consult convene converse debate debrief
    deliberate dialogue dine discuss engage exchange facilitate fly gather greet haggle hobnob host huddle
    inform intercede interview journey liaise lobby lunch mediate meet message mingle negotiate parley phone
    powwow receive reconvene rendezvous ring shuttle sound talk telephone tour travel treat update visit write`,
  SUPPORT: `acclaim acknowledge advocate affirm anoint applaud approve back bless celebrate champion cheer commend
    commiserate compliment condole congratulate court credit decorate defend embrace endorse eulogise eulogize
    exalt extol favor favour fete flatter fête glorify hail honor honour laud legitimise legitimize lionise
    lionize mourn praise prop ratify recognise recognize reconcile salute side solidarise sympathise sympathize
    thank toast uphold vindicate welcome woo`,
  CONCEDE: `accede acquiesce allow apologise apologize appease backtrack bend bow buckle budge capitulate cave climb
    concede defer ease forgive grant kneel kowtow loosen mollify pacify permit placate recant relax relent
    relinquish repeal rescind retract revoke soften stoop submit succumb truckle waive yield`,
  COOPERATE: `barter buy collaborate combine conjoin cooperate coordinate export federate fuse import interconnect
    intermarry join link merge operate partner patrol pool purchase sell share standardise supply swap team tie
    trade train twin unify unite`,
  AID: `aid airdrop airlift allocate allot arm assist bail bankroll bestow bolster budget clothe compensate
    contribute deliver disburse dispatch dispense distribute donate earmark equip escort evacuate feed ferry
    finance fund furnish garland gift give grant harbour heal help house inoculate lend loan nourish nurse
    outfit pay protect provide provision reequip refit refuel reimburse rescue resupply rush sail save send
    shelter shield ship shower sponsor subsidise subsidize succour supply support transfer treat truck
    vaccinate`,
  RETREAT: `abandon abdicate cede decamp demilitarise demilitarize demine demobilise demobilize depart disarm disband
    disengage dismantle evacuate exit extradite free hand leave liberate pardon parole pull quit ransom release
    relinquish remit repatriate restore retreat return surrender unblock unchain uncork unfreeze unlock
    unshackle vacate withdraw yield`,
  REQUEST: `adjure appeal ask badger beg beseech bid cajole coax counsel demand entreat exhort goad hound implore
    importune invite invoke lobby nag nudge pester petition plead pray press pressure prod request seek solicit
    spur summon supplicate urge`,
  ACCUSE: `admonish arraign assail bemoan berate besmirch blame blast bristle castigate censure chastise chide
    complain condemn criticise criticize decry defame denigrate denounce deplore deride disparage dress
    excoriate fault flay fulminate fume grumble impeach implicate impugn indict inveigh investigate jeer
    lambast lambaste lament lampoon lecture malign mock object pan pillory protest question rail rap rebuke
    remonstrate reprimand reproach reprove revile ridicule savage scold scorn seethe shame skewer slam slander
    slate smear snipe sue tax trash upbraid vilify`,
  REJECT: `balk baulk contradict decline defy demur deny disavow disdain dismiss disobey disown disregard evade flout
    forgo ignore nix obstruct rebuff rebut refuse refute reject renege renounce repudiate repulse resist scorn
    shun slight snub spurn stall stonewall veto`,
  THREATEN: `blackmail bluster brandish browbeat bully caution cow frighten growl harangue intimidate menace rattle
    scare snarl terrorise terrorize threaten vow warn wave`,
  PROTEST: `agitate barricade boycott demonstrate heckle hoot march mob mutiny occupy parade picket protest rally rebel
    revolt riot rise storm strike`,
  SANCTION: `abandon abrogate annul bar boycott break cancel cold-shoulder curtail cut defund delist disaffiliate
    disinvite disown dissociate divest downgrade eject evict exclude expel freeze isolate ostracise ostracize
    oust quarantine quit recall scrap secede sever shelve shun shutter snub spurn suspend terminate uninvite
    withdraw`,
  MOBILIZE: `arm array assemble bivouac buttress concentrate conscript deploy dig dispatch draft encamp encircle enlist
    entrench fly fortify garrison gird harden man mass militarise militarize mobilise mobilize muster overfly
    parade patrol position post prime ready rearm redeploy reinforce reposition scramble shadow station surge
    test`,
  COERCE: `apprehend arrest banish bar beleaguer besiege blacklist blockade board bug censor choke cleanse commandeer
    confine confiscate cordon curb deport detain disband displace dispossess embargo encircle enslave evict
    exile expropriate fence fine gag garnish grab hack hijack hold impound imprison incarcerate intercept
    interdict intern interrogate isolate jail jam kidnap muzzle nationalise nationalize occupy oppress outlaw
    penalise penalize persecute pillage plunder prosecute punish purge quarantine raid ransack ration repress
    requisition restrict round sanction seize sequester shackle shut silence spy starve stifle strangle
    suppress tax throttle tow trap uproot usurp wall wiretap`,
  ASSAULT: `abduct ambush annex annihilate assail assassinate assault attack bash batter battle bayonet behead blast
    blitz blow bludgeon bomb bombard burn bury butcher capsize carpet charge clash club collide cripple crush
    cudgel damage decapitate decimate demolish destroy detonate down duel electrocute engulf execute explode
    fight fire flatten gas gore grapple gun gut hammer harass harry hit hurl incinerate infiltrate injure
    invade kidnap kill knife lacerate level loot lynch maim mangle maraud massacre maul mine mortar murder
    mutilate napalm obliterate overrun pelt penetrate pepper pillage plunder poison pound pulverise pulverize
    pummel raid rake ram ransack ravage raze riddle rip rocket rout sabotage sack savage scorch scuttle shell
    shoot shred sink skirmish slaughter slay smash snipe spear spray stab stone storm strafe strangle strike
    submerge swarm target tear-gas thrash torch torpedo torture trample trounce waylay wound wreck`,
};

const TYPES = new Map<string, EventType[]>();
for (const [type, verbs] of Object.entries(VERBS) as [EventType, string][])
  for (const lemma of new Set(verbs.split(/\s+/))) TYPES.set(lemma, [...(TYPES.get(lemma) ?? []), type]);

/**
 * The types of acts that a verb can tell, by its lemma; none where it is not known. The lexicon's own types count for
 * verbs of no line here: where its narrow pattern does not fit, the verb does not tell that type.
 */
export function typesOfVerb(lemma: string): ReadonlySet<EventType> {
  const coded = () => patternsOf(lemma).flatMap(({ noun, sense }) => (noun ? [] : SENSES[sense].type));
  return new Set(TYPES.get(lemma) ?? coded());
}
