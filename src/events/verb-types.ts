import type { EventType } from '../domain/event.ts';

/**
 * Verbs by the types of acts that they can tell, in dictionary form, written for this project. What such a verb does in
 * a sentence somebody else must say, and this only whether it can: a verb may stand in several lines. Verbs of very many
 * meanings ("make", "take") stand in none.
 */
const VERBS: Readonly<Record<EventType, string>> = {
  AGREE: `accede accord acquiesce ally assent assure compromise concur consent covenant defer ink pact pencil
    reassure shake subscribe undertake underwrite vouch vow`,
  CONSULT: `apprise brief buttonhole commune confer consult convene converse debrief deliberate dialogue dine discuss
    engage facilitate greet haggle hobnob host huddle intercede interview journey liaise lobby lunch mediate
    mingle negotiate parley phone powwow receive reconvene rendezvous shuttle telephone`,
  SUPPORT: `acclaim advocate anoint applaud back bless champion cheer commend commiserate compliment condole
    congratulate credit defend endorse eulogise eulogize exalt extol favor favour fete flatter fête glorify
    hail honor honour laud legitimise legitimize lionise lionize mourn praise prop ratify recognise recognize
    reconcile salute solidarise sympathise sympathize thank toast uphold vindicate welcome woo`,
  CONCEDE: `accede acquiesce apologise apologize appease backtrack bow buckle budge capitulate cave defer kneel kowtow
    loosen mollify pacify placate recant relent relinquish repeal rescind retract revoke soften stoop succumb
    truckle waive`,
  COOPERATE: `barter collaborate combine conjoin cooperate coordinate federate fuse interconnect intermarry merge partner
    patrol standardise swap team twin unify unite`,
  AID: `aid airdrop airlift allocate allot assist bail bankroll bestow bolster budget clothe compensate contribute
    deliver disburse dispatch dispense distribute donate earmark equip escort evacuate feed ferry finance fund
    furnish harbour heal help inoculate lend loan nourish nurse outfit protect provide provision reequip refit
    refuel reimburse rescue resupply rush shelter shield ship shower sponsor subsidise subsidize succour truck
    vaccinate`,
  RETREAT: `abandon abdicate cede decamp demilitarise demilitarize demine demobilise demobilize disarm disband
    disengage dismantle evacuate extradite liberate pardon parole ransom release relinquish remit repatriate
    retreat unblock unchain uncork unfreeze unlock unshackle vacate withdraw`,
  REQUEST: `adjure appeal badger beg beseech cajole coax counsel entreat exhort goad hound implore importune invoke
    lobby nag nudge pester petition plead pray pressure prod solicit spur supplicate urge`,
  ACCUSE: `admonish arraign assail bemoan berate besmirch blame blast bristle castigate censure chastise chide
    complain condemn criticise criticize decry defame denigrate denounce deplore deride disparage excoriate
    fault flay fulminate fume grumble impeach implicate impugn indict inveigh investigate jeer lambast lambaste
    lament lampoon lecture malign mock pan pillory protest rail rap rebuke remonstrate reprimand reproach
    reprove revile ridicule savage scold scorn seethe shame skewer slam slander slate smear snipe sue trash
    upbraid vilify`,
  REJECT: `balk baulk decline defy demur deny disavow disdain dismiss disobey disown nix rebuff rebut refuse refute
    reject renege renounce repudiate repulse resist scorn shun slight snub spurn stonewall veto`,
  THREATEN: `blackmail brandish browbeat bully caution cow frighten growl harangue intimidate menace rattle snarl
    terrorise terrorize threaten vow warn`,
  PROTEST: `agitate barricade boycott heckle hoot march mob mutiny picket protest rally rebel revolt riot
    storm`,
  SANCTION: `abandon abrogate annul boycott cold-shoulder curtail defund delist disaffiliate disinvite disown dissociate
    divest downgrade eject evict expel isolate ostracise ostracize oust quarantine secede sever shelve shun
    shutter snub spurn suspend uninvite withdraw`,
  MOBILIZE: `bivouac buttress conscript deploy dig dispatch encamp encircle enlist entrench fortify garrison gird harden
    militarise militarize mobilise mobilize muster overfly patrol rearm redeploy reinforce reposition shadow`,
  COERCE: `apprehend arrest banish beleaguer besiege blacklist blockade bug censor choke cleanse commandeer confine
    confiscate cordon curb deport detain disband displace dispossess embargo encircle enslave evict exile
    expropriate fence gag garnish hijack impound imprison incarcerate intercept interdict intern interrogate
    isolate jail jam kidnap muzzle nationalise nationalize oppress outlaw penalise penalize persecute pillage
    plunder prosecute punish purge quarantine raid ransack ration repress requisition restrict sanction seize
    sequester shackle silence spy starve stifle strangle suppress throttle tow uproot usurp wiretap`,
  ASSAULT: `abduct ambush annex annihilate assail assassinate assault attack bash batter battle bayonet behead blast
    blitz blow bludgeon bomb bombard butcher capsize carpet clash club collide cripple cudgel decapitate
    decimate demolish destroy detonate duel electrocute engulf execute flatten gas gore grapple gun gut hammer
    harass harry hurl incinerate infiltrate injure invade kidnap kill knife lacerate level loot lynch maim
    mangle maraud massacre maul mine mortar murder mutilate napalm obliterate overrun pelt penetrate pepper
    pillage plunder poison pound pulverise pulverize pummel raid rake ram ransack ravage raze riddle rocket
    rout sabotage sack savage scorch scuttle shell shoot shred sink skirmish slaughter slay smash snipe spear
    stab stone storm strafe strangle submerge swarm tear-gas thrash torch torpedo torture trample trounce
    waylay wound wreck`,
};

const TYPES = new Map<string, EventType[]>();
for (const [type, verbs] of Object.entries(VERBS) as [EventType, string][])
  for (const lemma of new Set(verbs.split(/\s+/))) TYPES.set(lemma, [...(TYPES.get(lemma) ?? []), type]);

/** The types of acts that a verb can tell, by its lemma; none where it stands in no line. */
export function typesOfVerb(lemma: string): ReadonlySet<EventType> {
  return new Set(TYPES.get(lemma));
}
