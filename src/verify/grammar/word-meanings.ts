/**
 * Words of news that can stand for one another in either direction without adding to what was said, a class a line.
 * Of each word, every form of its root counts. Antonyms, degrees and guesses are in no class together.
 */
export const SAME = `
disband, dissolve
involvement, role
near, approach
fight off, repel, repulse, beat back, drive back, push back
breakdown, collapse
escape, flee
approve, adopt, pass
retake, recapture, regain
go down, sink
take over, capture, seize
hand in, submit
turn down, reject, refuse, rebuff
turn back, send back
carry on, continue, go on
keep up, continue
give in, yield
give up, abandon, renounce
set off, detonate, trigger
let go, release, free
throw out, expel
drive out, expel, oust
force out, expel, oust
cut off, isolate, sever
shut, close, shut down
back, support
spark, trigger, cause, prompt, touch off, set off
quell, suppress, put down
convoy, caravan
crowd, throng
frontline, front
ship, vessel
stronghold, bastion
tension, friction
truck, lorry
turmoil, unrest
victory, win
well-known, famous
adviser, aide
airstrike, air strike, air raid
amend, change, alter
annual, yearly
assure, guarantee
attend, take part
blast, explosion
bring back, return, repatriate
candidate, contender
chairman, chair
change, alter, modify
collaborate, cooperate
combatant, fighter
compel, force, oblige
consult, confer
coup, putsch
crowd, gathering
deadlock, stalemate, impasse
deaths, fatality
defend, protect
deter, dissuade
difficult, hard
disagree, differ
disagreement, difference, dispute
disappear, vanish, go missing
disaster, catastrophe
donate, give
eject, expel
evict, expel
exile, banishment
expert, specialist
fault, blame
firefight, gunfight
first, initial
flag, banner
foe, enemy, adversary
food, foodstuffs
form, establish, create
fresh, new
gather, convene, meet
hail, praise, laud
heavy, intense, fierce
hide, conceal
hostilities, fighting
illegal, unlawful, illicit
important, significant
inaugurate, open
income, revenue
inspect, examine
intense, fierce
investigate, probe, look into, inquire
journey, trip
lawful, legal
legal, lawful
main, principal
meet, convene
missing, unaccounted for
monitor, observer
observer, monitor
onslaught, offensive
opponent, rival, adversary
oppose, be against
oversee, supervise
pardon, amnesty
parliament, legislature
pass, adopt
peaceful, non-violent
pick, choose, select
pillage, loot
poll, vote
postpone, delay
powerful, strong
pull down, demolish, tear down
rebellion, revolt, uprising, insurrection
rebuff, reject
recruit, enlist
region, zone
relations, ties, links
relinquish, give up
renounce, give up
reopen, open again
repatriate, send home, send back
request, ask for, seek
resist, oppose
restart, resume
roll back, reverse
ruin, destroy
say, state
select, choose
shortage, scarcity
sign up, enlist
spokesman, spokeswoman, spokesperson
squad, team
stage, phase
standoff, confrontation
step up, intensify, increase
strengthen, reinforce
stretch, extend
surrender, give up, capitulate
survive, live through
tense, strained
thwart, foil, prevent
ties, relations
topple, oust
transfer, hand over
troops, soldiers
turn over, hand over
unveil, reveal, present
uprising, revolt, rebellion
urge, exhort
victory, triumph
vanish, disappear
vital, crucial
vote, ballot
wealthy, rich
whole, entire
widen, broaden, expand
wreck, destroy
yield, give in
readmit, let back
opt, choose
opt for, choose
arrive, reach
keep, continue
enforce, impose
call, describe, label, term
every, all, each
company, firm
avoid, refrain from
abandon, give up
worsen, aggravate
blame, accuse
finish, complete
install, put in
move into, enter
stop, halt, cease, end
treaty, pact
attack, assault
battle, combat
fight, clash
area, region
area, zone
resident, inhabitant
law, legislation
chief, head
government, administration
road, highway
die, perish
put off, delay
seize, take control
occur, take place
abandon, scrap, drop
abduct, kidnap
accelerate, speed up, hasten
accept, agree to
accord, agreement, deal, pact
accuse, blame
acquire, obtain
aid, assistance, relief, help
plane, aeroplane, airplane
airport, airfield
alliance, coalition
allegation, accusation, charge, claim
allow, permit, let, authorise
annul, cancel, revoke, rescind, void, scrap
answer, respond, reply, response
appeal, plea
appoint, name
military, armed forces
arrange, organise
ask, request
assert, maintain, contend
asylum, refuge
avoid, avert, prevent
ban, prohibit, outlaw, forbid, bar
barrier, barricade, roadblock
baseless, unfounded, groundless
begin, start, commence, launch, open
behind, responsible
blaze, fire
ablaze, on fire
block, obstruct
blow up, detonate, explode
border, frontier, boundary
boycott, shun
breach, violate, violation, break
break out, erupt
break down, collapse, fall apart
brief, short
build, construct, erect
bus, coach
buy, purchase
call for, urge, appeal for
call on, urge, appeal to
call off, cancel
capture, seize, take
cargo, freight
carry, transport
carry out, conduct, stage, perform, execute, undertake
cause, trigger, prompt, spark, provoke, lead to
ceasefire, truce, armistice, cease-fire
cease, stop, halt, end
chair, preside
child, minor
citizen, nationals
civilian, noncombatant
clash, fight
close, shut
complete, finish
compulsory, mandatory, obligatory
concern, worry
condemn, denounce
confiscate, impound, seize
conscription, draft
construct, build
continue, go on
convoy, column
counterpart, opposite number
country, nation, state
create, set up, establish, form, found
crossing, checkpoint
crucial, vital, essential
curb, limit, restrict
cut, reduce, lower
damage, harm
deadly, fatal, lethal
deal, agreement, accord
declare, proclaim
decline, refuse
decree, edict
defeat, beat
delay, postpone, put off, defer
deliver, hand over, bring
demonstrate, protest
demonstrator, protester, protestor
deploy, station
destroy, demolish, wreck
dialogue, talks, discussion, conversation
disarm, lay down arms
discuss, talk about
dismiss, reject, rebuff
dispatch, send
displace, uproot
dispute, row, quarrel
disrupt, interrupt
document, paper, text
draw up, draft, prepare
drill, exercise, manoeuvre, maneuver
drone, unmanned aircraft, uav
early, at the start of
ease, relax, loosen
vote, poll, ballot
emphasise, stress, underline, underscore
encircle, surround
end, finish, conclude, stop, halt
enlarge, expand, extend, widen
enter, cross into
establish, set up
evacuate, move out
exchange, swap, trade
expel, throw out, kick out
explosion, blast
extend, prolong, renew
facility, installation
fall, drop, decline, decrease
fire, launch
fire, shoot
flee, escape
flood, inundate
foreign minister, top diplomat
forecast, predict
form, set up
free, release, liberate, let go
freeze, suspend
gather, assemble
give, grant, hand, provide
goods, merchandise
group, organisation, movement
guerrilla, rebel, insurgent
gunman, armed man
hand over, transfer, give
happen, occur, take place
help, assist, aid
hinder, hamper, impede
hit, strike
home, house
honour, respect, abide by
hotline, direct line
hurt, injure, wound
immediate, instant, at once
implement, carry out, apply, put into effect
impose, introduce
include, among them, including
increase, rise, grow, raise
inform, notify
injure, wound, hurt
inmate, prisoner
insist, maintain
inspect, examine, check
install, put in place, put up, place
instruct, order, direct
insurgent, rebel
shoot down, down, bring down
inquiry, investigation, probe
invitation, invite
join, accede to, become a member of, accession
joint, common, shared
journalist, reporter
jail, imprison, prison
keep, maintain, retain
kill, slay
large, big
largest, biggest
last, final
later, afterwards
lawmaker, legislator, parliamentarian, member of parliament, mp
lead, head
leader, head
leave, depart, quit
letter, note
lift, remove, end
link, connect
list, designate
make clear, clarify
map, chart
meet, hold talks, see
meeting, gathering
member, part
merge, integrate, unite
message, note
minimise, reduce
mobile, movable
move, shift, transfer, relocate
nationwide, countrywide
naval, navy
near, close to
talk, hold talks
neighbour, neighbor
next, following, coming
night, overnight
obligation, duty
oblige, require
observe, monitor
offer, propose
oil, petroleum
oppose, resist, object
opt, choose, decide
oust, overthrow, topple, depose
part, section
partner, ally
patrol, patrolling
peacekeeper, blue helmet
people, person
permit, allow, let
personnel, staff, worker, employee
plan, scheme
pledge, promise, vow, undertake
port, harbour, harbor
postpone, delay, put off, defer
power, electricity
power station, power plant
preliminary, provisional
present, submit, put forward
prevent, stop, block
prison, jail
problem, issue, difficulty
produce, make, manufacture
proposal, suggestion
propose, suggest, put forward
protect, defend, safeguard
protest, demonstration
pull back, withdraw, pull out, retreat
punish, penalise
put out, extinguish
quake, earthquake
quit, leave
ration, food ration
reach, arrive in, get to
ready, prepared, willing
reason, ground, motive
rebel, insurgent, guerrilla
rebuild, reconstruct
recall, call back, call home
recent, in the past
refuse, decline, reject
reinstate, restore
reject, refuse, turn down, rebuff, dismiss, spurn
release, freeing, free
remain, stay
removal, dismissal
remove, take down, take away, lift, withdraw, dismantle
repair, fix, mend
replace, succeed
rescue, save
reserve, stockpile
resign, step down, stand down, quit
resolve, settle, solve
restart, resume, revive, reopen
restore, re-establish, reinstate
resume, restart, start again, begin again
retaliate, hit back
retaliation, reprisal, revenge
return, go back, come back, send back
reveal, disclose
rise, increase, grow, climb
sailor, seaman, mariner, crew member
sanctuary, refuge
say, state, tell, note, add, report, remark, announce
scarce, short
scrap, abolish, cancel, drop
sea, maritime
secret, covert
sector, industry
seek, ask for, request
seize, capture, take over, take
separate, divide
separatist, secessionist
serious, severe, grave
settle, resolve
shelter, refuge
shore, coast
shortage, lack, scarcity
sign, ink
slight, minor, light
small, little
soldier, troop
speak, talk
speech, address
spokesman, spokesperson, spokeswoman
spread, expand
staff, personnel, employee, worker
stance, position
stay, remain
step, measure, move, action
store, stock
strategic, key
strong, powerful
summon, call in
supervise, oversee
supply, provide
supply, shipment
suspend, freeze, pause, interrupt
table, put forward
take, seize, capture
take control, seize, capture
take effect, come into force, enter into force, begin, start
take part, participate, attend, join
take place, be held, occur, happen, hold
talks, discussion, meeting
target, aim
terminate, end
term, condition
territory, land, soil, area
trade, commerce
trip, visit, journey
try, attempt, seek
unanimous, without dissent
unfriendly, hostile
urge, call on, appeal to, press
use, employ
vow, promise, pledge
voter, elector
warehouse, depot
warn, caution
weapon, arms, armament
withdraw, pull out, pull back, retreat
woman, female
wounded, injured, hurt
wreckage, debris
yearly, annual
youth, young person
ask for, request, seek
cancel, call off
cross, pass
dozen, twelve
initial, first
inquire, ask
navy, naval force
nuclear watchdog, iaea
outline, describe
policeman, police officer
premier, prime minister
shut down, close
task, duty
trucks, lorries
wait, await
whole, entire, full
`;

/** What stands before ">" may be called what stands behind it, and never the other way round. */
export const BROADER = `
resolve, settle > end
fury, outrage > anger
bloodshed > violence
crush > suppress
slash > cut
wipe out, annihilate > destroy
skirmish > clash
summit > meeting
jet > plane
surge, soar, jump > rise, increase
petrol, diesel, crude > fuel
starvation > hunger
landmine > mine
riot, bloodshed, fighting, shooting > violence
storm > enter
garrison > barracks, base
outpost > base, position
infiltrate, penetrate, storm, invade > enter
refugee > migrant
invade > attack
visit > travel
torture, beat > mistreat
raze, flatten, obliterate > destroy
massacre > killing
coup > takeover
tycoon > businessman
senator, congressman > lawmaker
colonel, general, admiral, captain > commander
airman, marine > serviceman
rifle, pistol, gun > firearm
parliament > assembly
teenager, boy, girl > child
grandmother, grandfather > relative
mosque, church, temple > building
tower, skyscraper, block > building
highway, motorway > road
river, lake > waters
hurricane, cyclone, typhoon > storm
mortar, howitzer > artillery
artillery > weapon
spy > agent
tariff, levy, duty > tax
sever, break off > cut
veto > block
refuse > deny
call on, call for, appeal to, appeal for > call
win, receive > get
install, inaugurate > take-office
director > chief, head
say > call, describe
kill, slay > die
war > conflict
war, battle, clash > fighting
strip > enclave
petrol, diesel > fuel
jet, fighter jet, airliner > plane
memorandum, treaty, pact > agreement
fighter jet, jet > warplane
murder, assassinate > kill
assassinate > murder
rally > protest
rebel, insurgent, guerrilla, militant > fighter
district, province > area
villager > resident
destroyer, frigate, corvette, cruiser, submarine, gunboat, aircraft carrier, patrol boat > warship, naval vessel, ship, vessel
tanker, freighter, trawler, ferry, cargo ship, bulk carrier, container ship, supply boat, fishing boat, warship, cutter > ship, vessel
boat > vessel
helicopter, fighter, bomber, jet, warplane, airliner, drone > aircraft
cruise missile, ballistic missile > missile
missile, rocket, artillery, shell, bomb, gun, rifle, mortar, tank > weapon
strike, airstrike, air strike, raid, bombing, shelling, ambush, assault, bombardment, incursion, offensive, onslaught > attack
airstrike, air strike > strike
bomb, shell, bombard, ambush, raid, storm, assault > attack
soldier, troop, trooper, marine, commando, paratrooper > troops, soldier, forces, military
soldier, officer, sailor > service member
murder, assassinate, execute, massacre, slaughter, shoot dead, behead > kill
abduct, kidnap > seize, take
hospital, school, university, clinic, factory, office > building
village, hamlet, city, town, port > place, area
city > place
apple > fruit
wheat, maize, barley > grain
flour, grain, rice, bread, wheat > food
food, medicine, water, fuel, tent, blanket > supplies, aid
announce, confirm, acknowledge, admit, insist, stress, explain, declare, argue, emphasise, reiterate, affirm, disclose, reveal, note, add, remark, report, tell, write, testify, assert, maintain, warn, complain, contend > say
warn, caution > say
announce, declare, proclaim > say, announce
treaty, pact, accord, memorandum, deal, arrangement > agreement, accord
ceasefire, truce, peace treaty, armistice > agreement, deal
prime minister, president, king, emir, sultan, chancellor > leader
president, prime minister, minister, ambassador, spokesman, spokeswoman, spokesperson, governor, mayor, envoy, diplomat, commissioner, adviser > official
minister, mayor, governor, senator > politician
ambassador, envoy, consul, attache, charge d'affaires > diplomat
colonel, major, captain, lieutenant, general, brigadier > officer
general, commander > military leader
guerrilla, jihadist, insurgent, rebel, militiaman > fighter, armed man
militant, gunman > fighter
doctor, nurse, surgeon, paramedic > medic, health worker
car, truck, lorry, bus, van, ambulance, tank, pickup, armoured vehicle, train > vehicle
bicycle > vehicle
boy, girl, infant, baby, toddler > child
mother, father, son, daughter, wife, husband, brother, sister > relative
man, woman, child, civilian, soldier, worker, resident, patient, villager, refugee, migrant, passenger, fighter, prisoner, hostage, protester, student > people, person
asylum seeker > migrant
hostage, prisoner, detainee > captive
journalist, doctor, teacher, driver, farmer, engineer, oil worker > worker
aid worker, relief worker > worker
century > time
monday, tuesday > day
provisional, interim, transitional > temporary
ballistic, cruise > guided
capital > city
metropolis > city
province, district, governorate, oblast, county, canton > region, area
peninsula, strip, enclave > territory
border, frontier > line
sea, strait, gulf, bay > waters
bridge, road, railway, airport, port > infrastructure
refinery, depot, pipeline > facility
dam, power station, power plant, reactor > facility, plant
embassy, consulate > mission
negotiate > talk
visit > go
fly, drive, sail, walk, ride > travel, go
shout, whisper > say
phone, telephone > call
arrest, detain, jail, imprison > hold
jail, imprison > detain
capture > hold
condemn, denounce, slam, blast > criticise
demolish, destroy, wreck, raze, flatten > damage
annihilate > destroy
burn > damage
kill, wound, injure > harm
sanction > punish
shelling, artillery fire, gunfire > fire
quarter, half, third > part
landmark > site
test-fire > test
break off, suspend, freeze > halt, stop
endorse > back, support
tour > visit
confirm > affirm
indict > charge
envoy, ambassador > representative
nominee > candidate
congress, assembly > parliament, legislature
election > vote, poll, ballot
ruler > leader
troops, soldiers > forces
expire > end
accuse > allege
strike, hit > attack
battle > fight, clash
plane, airplane > aircraft
ambassador > envoy
designate, nominate > name
army > military
arrest > detain
detain > hold
bomb, shell > bombard
broker > mediate
mediate > facilitate
building > structure
demand > call for
kill > dead
debate > discuss
delegation, crew > team
rally, march > demonstrate, protest
deny > reject
deport > expel
deploy > send
embargo > ban
embassy > mission
besiege > surround, encircle
plant > facility
facility, plant, installation > site
hail, praise > welcome
stage, host > hold
order, instruct > tell
rebel, insurgent > militant
shoot down, bring down > intercept
invade > cross into
magistrate > judge
deputy > lawmaker
summit, session > meeting
negotiation > talks, discussion
negotiate > talk
militia > armed group
crude > oil
overrun > capture, seize, take
parade > march
pay > spend
proposal > plan
offer > proposal
rally > protest, demonstration
recall > withdraw
retaliate > respond
retaliation, reprisal, revenge > response
retired > former
rocket > projectile
sanction > penalty
schedule > plan
boat > vessel
shoot dead > shoot, kill
soldier > serviceman
declaration, communique > statement
decision > step, move, measure
deliver > supply, provide
urge, call on, appeal to, press > ask
withdraw, pull out > leave
journalist > press
`;
