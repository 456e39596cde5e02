/**
 * Words of one root whose stems differ, a root a line: verb, its irregular forms, noun of the act, and adjectives that
 * say no more than the verb does. Those who do it stand apart: an attacker is no attack.
 */
export const FORMS = `
retake retook retaken
pass passed passing
impose imposition
create creation
convict conviction
ratify ratification
verify verification
bury burial
betray betrayal
expose exposure
discover discovery
recover recovery
deliver delivery
inquire inquiry
repeat repetition
add addition
divide division
include inclusion
submit submission
admit admission
omit omission
retain retention
abstain abstention
proclaim proclamation
reconcile reconciliation
assume assumption
solve solution
prosecute prosecution
besiege siege
repay repayment
abolish abolition
restrain restraint
pursue pursuit
defy defiance
comply compliance
cease cessation
secede secession
recur recurrence
rob robbery
bribe bribery
plead plea
forge forgery
demonstrate demonstration demonstrations
percent % pct
kilogram kg kilo kilogramme
kilometre kilometer km
metre meter
dollar $ usd
euro €
pound £
lieutenant lt
general gen
colonel col
sergeant sgt
captain capt
admiral adm
doctor dr
brigadier brig
senator sen
representative rep
governor gov
accede accession
accuse accusation
act action
achieve achievement
advise advice
agree agreement
aggress aggression
allege allegation
analyse analysis analyze
annex annexation
announce announcement
apologise apologize apology
appear appearance
apply application
appoint appointment
approach approached
approve approval
argue argument
arise arose arisen
arrive arrival
assassinate assassination
assess assessment
assist assistance
assure assurance
attend attendance
authorise authorize authorisation authorization
back backing
begin began begun beginning
behave behaviour behavior
believe belief
blockade blockading
bomb bombing
bombard bombardment
break broke broken breakage
bring brought
build built building
burn burnt burned
buy bought
catch caught
centre center central
choose chose chosen choice
clarify clarification
clear clearance
close closure
collide collision
commit commitment
compel compulsion
complain complaint
conclude conclusion
concede concession
condemn condemnation
confirm confirmation
confiscate confiscation
conscript conscription
consult consultation
continue continuation
contribute contribution
control controlled
cooperate cooperation co-operation co-operate cooperative
criticise criticize criticism
cross crossing
damage damaging
deal dealt
decide decision
declare declaration
decrease decreasing
defect defection
defend defence defense
defer deferral
delay delaying
demolish demolition
deny denial
depart departure
deploy deployment redeploy
describe description
destroy destruction
detain detention
deter deterrence deterrent
die died dying death
disagree disagreement
disappear disappearance
disarm disarmament
discuss discussion
disengage disengagement
dismiss dismissal
displace displacement
dispose disposal
dissolve dissolution
draw drew drawn
drive drove driven
drop dropped
economy economic
elect election electoral
enrich enrichment
enter entry entrance
escalate escalation
establish establishment
evacuate evacuation
exclude exclusion
execute execution
exist existence
expand expansion
expel expulsion
explain explanation
explode explosion
expire expiry expiration
extend extension
fail failure
fall fell fallen
feed fed
fight fought fighting
find found
flee fled flight
fly flew flown flight
forbid forbade forbidden
form formation
free freeing
freeze froze frozen
fulfil fulfill fulfilment
fund funding
get got gotten
give gave given
go went gone
grow grew grown growth
hide hid hidden
hold held holding
implement implementation
imprison imprisonment
incorporate incorporation
increase increasing
inform information
injure injury
inspect inspection
insist insistence
install installation
integrate integration
intend intention intent
intercept interception
interfere interference
intervene intervention
introduce introduction
invade invasion
investigate investigation
invite invitation
keep kept
know knew known knowledge
launch launching
lay laid
lead led leadership
leave left leaving
legal law
lend lent
lift lifting
lose lost loss
maintain maintenance
make made
mean meant
mediate mediation
meet met meeting
mobilise mobilize mobilisation mobilization
move movement
negotiate negotiation
normalise normalize normalisation normalization
notify notification
object objection
oblige obligation
observe observation observance
occupy occupation
occur occurrence
offend offensive offence offense
open opening
oppose opposition
organise organize organisation organization
overrun overran
override overrode overridden
overthrow overthrew overthrown
participate participation
patrol patrolling
pay paid payment
permit permission
persuade persuasion
plan planning
pledge pledging
possess possession
postpone postponement
prepare preparation
preserve preservation
produce production
prohibit prohibition
promise promising
propose proposal
protect protection
protest protesting
prove proof proven
provide provision
publish publication
pull pulling
punish punishment
purchase purchasing
raise raised
reach reaching
react reaction
readmit readmission
receive receipt reception
recognise recognize recognition
recommend recommendation
reduce reduction
refer referral reference
refuse refusal
reinforce reinforcement
reinstate reinstatement
reject rejection
release releasing
rely reliance
remove removal
renew renewal
repair repairing
repatriate repatriation
repel repulsion
replace replacement
reply replied
represent representation
require requirement
rescue rescuing
resign resignation
resist resistance
resolve resolution
respond response
restore restoration
restrict restriction
resume resumption
retaliate retaliation
retreat retreating
return returning
reveal revelation
revive revival
ride rode ridden
rise rose risen
run ran
say said saying
sail sailing
see saw seen
seek sought
seize seizure
sell sold sale
send sent sending
separate separation
serve service
set setting
settle settlement
shell shelling
shoot shot shooting
show showed shown
shut shutting
sign signature signing
sink sank sunk sinking
speak spoke spoken speech
spend spent
split splitting
stand stood
steal stole stolen theft
strike struck stricken
succeed success
suffer suffering
supply supplied
support supporting
surrender surrendering
suspend suspension
swap swapping
swear swore sworn
take took taken
talk talking
teach taught
tell told
tense tension
terminate termination
think thought
threaten threat
throw threw thrown
train training
transfer transferral
treat treatment
try trial
undertake undertook undertaken
use usage
vary variation
violate violation
visit visiting
vote voting
wait waiting
warn warning
weaken weakening
win won
withdraw withdrew withdrawn withdrawal pullback
wish wishing
work working
worsen worsening
write wrote written
wound wounding
east eastern easterly
west western westerly
north northern northerly
south southern southerly
northeast northeastern
northwest northwestern
southeast southeastern
southwest southwestern
parliament parliamentary
president presidency presidential
minister ministerial
diplomat diplomatic diplomacy
nation national
city urban
region regional
province provincial
humanity humanitarian
island insular
man men
woman women
child children
person persons
safe safety
able ability
poor poverty
strong strength
long length
wide width
deep depth
high height
responsible responsibility
ready readiness
independent independence
neutral neutrality
sovereign sovereignty
legitimate legitimacy
stable stability
possible possibility
necessary necessity
important importance
true truth
weak weakness
voluntary voluntarily
rapid rapidly
formal formally
narrow narrowly
direct directly
indirect indirectly
immediate immediately
unanimous unanimously unanimity
joint jointly
illegal illegally
public publicly
slight slightly
`;

/** Words that share a stem with another one and mean something else: they are licensed by themselves alone. */
export const ALONE: ReadonlySet<string> = new Set(
  (
    'news new important importance import importer generate university universe universal policy police arms arm army ' +
    'united unite unity unit militia militant military militancy several severe organ organism relate relative relatively ' +
    'part party parties partial partially partly past passed passage passenger passengers principal principle sever ' +
    'state statement states station stationed minister minor mine mining miner secretary secret section sect operator ' +
    'operators mediator mediators negotiator negotiators attacker attackers invader invaders fighter fighters killer ' +
    'killers observer observers protester protesters leader leaders worker workers builder builders winner winners ' +
    'supporter supporters defender defenders detainee employer employee investigator investigators inspector inspectors ' +
    'speaker speakers buyer seller reporter reporters broadcaster broadcasters refugee refuge refuse organizer ' +
    'organisers aggressor occupier president resident residents internal intern international nationalist nationality ' +
    'nationals nationalise native communist community communities commune communication convention conventional ' +
    'convene custom customs custody accord according accordingly accordance account accountant accountable capital ' +
    'capitol capitalist general generals generally generalise marine mariner marines missile mission missionary mass ' +
    'massive massacre officer officers office offices official officials officially patriot patrol patron product ' +
    'production force forced forces forceful reserve reserves reservation reservist reservists special specially ' +
    'specialist species local locate location locals moderate moderator modern modest train trainer trainee trains ' +
    'trader traders trade tradition rebel rebellion rebels separatist separate separatists terror terrorist terrorism ' +
    'terrorists extreme extremist extremists radical radicals relief relieve inform informal former formal form forms ' +
    'exile executive execution execute head headed heading heads light lighter lighting right rights rightly left-wing ' +
    'hostage host hosts hostile hospital hospitality aid aide aides custom contract contractor contractors convict ' +
    'conviction prison prisoner prisoners imprison trial tribunal tribe tribal port portion report import transport ' +
    'depose deposit compose suppose public publication publish republic democracy democrat democratic democrats real ' +
    'realist realise reality final finally finalise finance financial second secondary seconds minute minutes art ' +
    'article artillery author authority authorities authorise authoritarian character charge charged chief chiefs ' +
    'contest continent continental content direct director directors directive dominate domestic east easter engine ' +
    'engineer engineers flat float floor front frontier fund fundamental grave gravely guard guardian hard hardly ' +
    'high highly human humanitarian humane ideal identity import just justice justify late lately later latest law ' +
    'lawyer lawyers legal legislate legislature mean meaning meanwhile medic medics medical medicine medicines member ' +
    'moral morale month monitor monitors near nearly nearby need needy number numbers order ordinary orderly organise ' +
    'organisation original originate peace piece plane plan plans plant planes pole poll police post position ' +
    'possess possible possibly potential power practice present presented presently press pressure prince price print ' +
    'private probe problem process procession promise property propose prosecute prosecutor provincial provision ' +
    'provisional rank rare rarely rate rather ration rational rear reason regular regulate religion remark remote ' +
    'rocket route routine rule ruler rulers season seat secure sense sentence sentenced sentences serve server service ' +
    'ship shipment shipments ships short shortly shot sole solely soldier spare spokesman staff stage stand standard ' +
    'still store story strategic street strict student study subject sub submarine supreme sure surface tank tanker ' +
    'tankers tanks term terms territory test testify text tie time times title total tour tourist tower town treat ' +
    'treaty troop trooper troops trust turn turnout vice victim village villager villagers violent virtual vital ' +
    'volunteer voluntary war warn warrior wary water west whole wide will wing work world worth'
  ).split(/\s+/),
);
