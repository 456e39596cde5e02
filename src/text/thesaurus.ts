import { stem, words } from './words.ts';

/**
 * Words that news use for one thing, a class a line, written for this project. A phrase of several words stands for the
 * class as a whole. A word may stand in several classes; words of very many meanings ("call", "take") stand in none.
 */
const CLASSES = `
mediate, mediation, mediator, broker, go-between, intermediary, facilitate, good offices, honest broker
offer, propose, proposal, volunteer, put forward, put itself forward, suggest
kill, dead, die, died, death, toll, fatality, slay, slain, casualty, lose their lives, lost their lives, claimed the lives
wound, injure, injury, hurt, casualty
attack, strike, struck, hit, bomb, bombard, shell, raid, assault, target, pound, fire on, airstrike, offensive
invade, invasion, incursion, cross into, enter
talk, discuss, discussion, negotiate, negotiation, speak, spoke, conversation, dialogue, consult, consultation, confer
telephone, phone, call, telephonic, rang
meet, met, meeting, talks, summit, gathering, session, sit down, encounter
expel, expulsion, throw out, thrown out, kick out, oust, order out, persona non grata, send home
recall, withdraw, pull out, call back, bring home, called home, summon home
withdraw, withdrawal, pull back, pull out, retreat, leave, left
ambassador, envoy, diplomat, representative
warn, warning, threaten, threat, vow, ultimatum, caution
condemn, condemnation, denounce, criticize, criticise, deplore, slam, decry, blast, outrage
accuse, accusation, blame, allege, allegation, charge
demand, urge, appeal, ask, request, press, plead, call for, called for, call on, insist
restraint, calm, de-escalate, de-escalation, cool, cooler heads
ease, easing, reduce, defuse, calm, lower, de-escalate, de-escalation, cool
escalate, escalation, worsen, heighten, intensify, flare, spiral
agree, agreement, accord, deal, pact, understanding, consent, treaty, settlement
accept, consent, say yes
reject, refuse, turn down, decline, rebuff, dismiss, rule out, say no, spurn
deny, denial, refute, dispute, rule out
promise, pledge, vow, undertake, commit, commitment
ceasefire, cease-fire, truce, armistice, cessation of hostilities, lay down arms
chair, preside, head, lead, led
leave, left, depart, quit, exit, go home, fly home, cut short, return early
early, cut short, abrupt, ahead of time, curtail
close, shut, seal, closure, block
reopen, open, resume, restart, unseal
border, frontier, crossing, boundary
arrest, detain, capture, seize, custody, apprehend
release, free, let go, hand over, set free, swap
crew, sailor, seaman, seamen, mariner
explain, explanation, reason
broker, arrange, negotiate
hold, held, detain, custody, captive
hostage, captive, prisoner, detainee, abductee
aid, relief, assistance, help, humanitarian, supplies
refugee, displaced, flee, fled, uproot
soldier, troop, serviceman, servicemen
troops, force, army, unit
civilian, noncombatant, bystander
rebel, militant, insurgent, fighter, gunman, guerrilla, militia
plane, jet, aircraft, warplane
ship, vessel, boat, warship, tanker, frigate, trawler, freighter, ferry, cutter
missile, rocket, projectile
drone, unmanned aircraft, uav
begin, begun, start, launch, commence, open, outbreak
end, stop, halt, cease, finish, conclude
sign, signature, ink, initial
visit, trip, travel, arrive, arrival, tour, came to, fly to, flew
sanction, embargo, blacklist, restriction, penalty
responsible, responsibility, blame, behind
reason, because, cause, motive, grounds
win, won, beat, defeat, victory, triumph, prevail
buy, bought, acquire, acquisition, purchase
ban, prohibit, outlaw, bar, forbid
resign, resignation, step down, stand down, quit
appoint, name, nominate, install
choose, chose, pick, select, elect, vote in
support, back, endorse, favour, favor
oppose, opposition, against, resist, object
postpone, delay, put off, defer, push back
cancel, call off, scrap, abandon
investigate, investigation, probe, inquiry, enquiry, examine
apologise, apologize, apology, sorry, regret
protest, demonstrate, demonstration, rally, march
deploy, deployment, send, sent, dispatch, mass, move
mobilise, mobilize, mobilization, call up
respond, response, react, reaction, reply, answer, retaliate
retaliate, retaliation, revenge, reprisal, respond, response, answer
announce, announcement, declare, declaration, unveil
confirm, confirmation, acknowledge, verify
claim responsibility, take responsibility, admit, acknowledge
destroy, demolish, wreck, flatten, ruin
damage, harm, hit
shoot down, shot down, down, intercept
agree, compromise, concede, concession
worried, worry, concern, concerned, anxious, alarm, fear
happy, welcome, hail, praise, applaud, laud
guarantee, ensure, assure, assurance
cooperate, cooperation, work together, collaborate, collaboration, coordinate, coordination
counterterrorism, counter-terrorism, terrorism, terrorist, terror
hideout, camp, base, position, stronghold
price, cost, worth
rise, rose, increase, grow, grew, climb, surge, jump
fall, fell, drop, decline, decrease, plunge
company, firm, business
child, children, minor, kid
woman, women, female
country, nation, state
election, vote, poll, ballot
law, bill, legislation
court, judge, tribunal
monitor, observer, observe, watch
inspect, inspection, inspector
hotline, hot line, direct line
exchange, swap, trade
peacekeeper, blue helmet, peacekeeping
evacuate, evacuation, move out
fire, shoot, shot, open fire
fight, fighting, clash, battle, skirmish, combat
building, house, home
collapse, fail, break down, broke down, fall apart
breach, violate, violation, break, broke
extend, extension, prolong, renew
restore, resume, re-establish, normalise, normalize
`;

interface Thesaurus {
  /** Of a stem, the stems that can stand for it. */
  readonly single: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of a stem, the phrases that can stand for it: stems joined by spaces, with one at each end. */
  readonly phrases: ReadonlyMap<string, ReadonlySet<string>>;
}

let built: Thesaurus | undefined;

/** Stems that can stand for a stem in a news text, itself among them. */
export function variantsOf(one: string): ReadonlySet<string> {
  return thesaurus().single.get(one) ?? new Set([one]);
}

/** Whether one stem can stand for another: a synonym, or one root with another ending. */
export function isVariant(one: string, other: string): boolean {
  return variantsOf(one).has(other) || areKin(one, other);
}

/** Whether a text, given as stems with a space around each, says a word in some way: itself, another one, a phrase. */
export function says(stems: string, one: string): boolean {
  for (const variant of variantsOf(one)) if (stems.includes(` ${variant} `)) return true;
  for (const phrase of phrasesFor(one)) if (stems.includes(phrase)) return true;
  return one.length > KIN_SHARED && stems.split(' ').some((other) => areKin(one, other));
}

/** Letters that kindred stems share at least, and letters in which they may differ at their ends. */
const KIN_SHARED = 6;
const KIN_ENDING = 2;

/** "suspend" and "suspens(ion)": one root before two endings. */
function areKin(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  if (one.length <= KIN_SHARED || other.length <= KIN_SHARED) return false;
  let shared = 0;
  while (shared < longest && one[shared] === other[shared]) shared += 1;
  return shared >= KIN_SHARED && longest - shared <= KIN_ENDING;
}

/** Whether a folded word has the stem of another: "according to" speaks of no accord, "us" is no form of "use". */
export function isMisleading(word: string): boolean {
  return word === 'according' || word === 'us';
}

/** Stands in a line for a word that is no form of anything. */
const NOTHING = '-';

/** The stems of a text with a space around each: " pakistan recal it envoi ". */
export function stemLine(text: string): string {
  return ` ${words(text)
    .map((word) => (isMisleading(word) ? NOTHING : stem(word)))
    .join(' ')} `;
}

/** Phrases that can stand for a stem, as stems with a space around each. */
export function phrasesFor(one: string): ReadonlySet<string> {
  return thesaurus().phrases.get(one) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

function thesaurus(): Thesaurus {
  if (built !== undefined) return built;
  const single = new Map<string, Set<string>>();
  const phrases = new Map<string, Set<string>>();
  for (const line of CLASSES.trim().split('\n')) {
    const members = line.split(',').map(stemLine);
    const alone = members.filter((member) => !member.trim().includes(' ')).map((member) => member.trim());
    const several = members.filter((member) => member.trim().includes(' '));
    for (const one of alone) {
      put(single, one, [one, ...alone]);
      put(phrases, one, several);
    }
  }
  built = { single, phrases };
  return built;
}

function put(map: Map<string, Set<string>>, key: string, values: readonly string[]): void {
  const set = map.get(key) ?? new Set();
  for (const value of values) set.add(value);
  map.set(key, set);
}
