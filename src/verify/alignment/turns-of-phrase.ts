/**
 * Turns of several words that say what others say, a class a line, where no word stands between theirs. The first word
 * takes the form of its verb in all of a class; "…'s" and "his" stand for any owner.
 */
export const TURNS = `
put his name to, sign, put his signature to, affix his signature to
give approval to, approve, give its approval to
withhold approval for, not approve, withhold approval of, withhold its approval of
refuse approval for, refuse to approve
give permission for, permit, allow
make an offer, offer
make a request, ask, request
make a decision, decide, take a decision
take the decision, make the decision, decide
make a promise to, promise to
make an attempt to, attempt to, try to
make preparation for, prepare for
make progress, progress
make use of, use
make a visit to, visit, pay a visit to
make a call for, call for, issue a call for
make a start, begin, start
hold talks with, talk to, talk with, meet
hold talks, talk
hold a meeting, meet
hold a discussion on, discuss, hold discussions on, have a discussion on, hold talks on, hold talks about
carry out an attack on, attack, launch an attack on, mount an attack on, stage an attack on
carry out an assault on, assault, launch an assault on
carry out a raid on, raid
carry out an inspection of, inspect
carry out a search of, search
open fire on, fire on, fire at, shoot at
take control of, seize control of, gain control of, seize, capture
take full control of, gain full control of, seize full control of
take part in, participate in, be part of, join
take over, seize, take control of
take away, remove, take down
take office, be sworn in, be installed, be put in place
take effect, come into force, enter into force, come into effect
take place, be held, happen, occur
get under way, begin, start, be under way
be able to, can
be not able to, can not, be unable to
be in favour of, support, back, favour
be opposed to, oppose, be against
be aware of, know of
be due to, be scheduled to, be set to
be ready to, be prepared to, be willing to
be allowed to, may, can, be permitted to, have permission to
not be allowed to, be not allowed to, may not, can not, be not permitted to, be forbidden to, be barred from
have to, must, be obliged to, be required to, need to
not stop, keep, continue
be without, lack
go home, return home
go back to, return to, come back to
come to an end, end, conclude
come to power, take power, seize power
come under attack, be attacked
come under fire, be shelled, be fired on
bring to an end, end, put an end to
bring an end to, end, put an end to
bring into force, put into effect
clear the way for, make way for, pave the way for
set on fire, set ablaze, set fire to
set up, establish, create, found
set out, lay out
call on, urge, appeal to
call for, urge
call off, cancel
call into question, question
hand over, give up, surrender
let into, allow into, admit to
break out, erupt, begin, start
break off, end, sever
fall in, decline in, drop in
fall short of, not reach
lose their lives, die
lose his life, die
pose a threat to, threaten
be a threat to, threaten
bear responsibility for, be responsible for
be responsible for, be behind
be blocked from, be prevented from, be barred from
deny entry to, bar, not let in
deny that, reject claims that, reject the claim that, reject allegations that, dismiss claims that
decline to, refuse to, be unwilling to, not be willing to
win the votes, get the votes, gain the votes
lay down their arms, disarm, give up their weapons, lay down their weapons
at the same time, simultaneously
as soon as possible, at the earliest possible moment, at the earliest opportunity
right away, immediately, at once, without delay, with immediate effect
in force, in effect
in place, in effect
in addition, also
in order to, so as to
in response to, in reply to, in answer to
in retaliation for, in reprisal for, in revenge for
in line with, in accordance with
in exchange for, in return for
in protest at, in protest against, in protest over
on the basis of, based on
on the eve of, the day before
as a result of, because of, owing to, due to
because of, owing to, due to, on account of
on account of, because of
ahead of, before, prior to
prior to, before
following, after
as long as, so long as
no longer, not any more, not any longer
not yet, still not
more than, over
at least, no fewer than, not less than, a minimum of, no less than
at most, no more than, up to, a maximum of
about, around, roughly, approximately, some, an estimated
nearly, almost, close to, just under
a dozen, twelve
every year, each year, a year, per year, annually
a decade, ten years
a fortnight, two weeks
overnight, during the night
daily, every day, day after day
the following year, next year
the previous year, last year
the following day, the next day
the day before, a day earlier, the previous day
a week earlier, the week before
the following week, next week
the following month, next month
last week, the week before, the previous week
last month, the previous month
nobody, no one
nothing, not anything
both, the two
all sides, all parties
either side, either party
both sides, both parties, the two sides
warring parties, warring sides
security forces, security services
head of state, president
head of government, prime minister
foreign minister, minister of foreign affairs, external affairs minister, minister for foreign affairs
foreign ministry, ministry of foreign affairs, external affairs ministry
defence minister, minister of defence, minister of national defence
defence ministry, ministry of defence, ministry of national defence
interior minister, minister of the interior
interior ministry, ministry of the interior
finance ministry, ministry of finance
health ministry, ministry of health
finance minister, minister of finance
state media, state-run media, government media
supreme court, top court, highest court
members of parliament, mps, lawmakers, deputies
member of parliament, mp, lawmaker, deputy
police station, police post
power cut, power outage, blackout
power line, electricity line
power plant, power station
nuclear power plant, nuclear plant, nuclear power station
coast guard, coastguard
air strike, airstrike
night-time, nightly
supply route, supply line
peace talks, peace negotiations
peace deal, peace agreement, peace accord
trade deal, trade agreement, trade pact
prisoner swap, prisoner exchange, exchange of prisoners
no-fly zone, flight ban
arms embargo, weapons embargo
arms shipment, weapons shipment, arms delivery
arms supply, weapons supply
accession to, joining, entry into, membership of
shipping company, shipping firm
car bomb, vehicle bomb
roadside bomb, improvised explosive device
landmine, land mine
anti-personnel mine, landmine
aid agency, relief agency, aid organisation
aid convoy, relief convoy
aid worker, relief worker, humanitarian worker
humanitarian aid, relief, relief aid
civil war, internal war
war crime, crime of war
world court, international_court_of_justice, un 's top court
election commission, electoral commission
enter talks, take part in talks, join talks
enter negotiations, take part in negotiations
enter mediation, take part in mediation
impose conscription on, enforce conscription for
to date, so far, until now
for good, permanently
for the time being, for now
for ever, forever
again, once more, once again
alongside, side by side with, together with
inside, in, within
near, close to, not far from
along with, together with
for fear of, fearing
with the help of, with help from
in charge of, responsible for
in support of, supporting
under the terms of, under
by the middle of, by mid
by the end of, before the end of
at the end of, in late
at the start of, at the beginning of, in early
put into orbit, place in orbit, send into orbit
suffer minor injuries, be slightly hurt, be slightly injured, be lightly wounded, be slightly wounded
suffer serious injuries, be seriously hurt, be seriously injured, be badly wounded, be seriously wounded
stay away from, avoid, keep away from, steer clear of
refrain from, avoid
turn back, send back
turn down, reject
make worse, aggravate, worsen
make public, publish
look into, investigate, examine
carry on, continue
keep on, continue
go ahead, take place, proceed
shut down, switch off, close
cut off, sever, isolate
sort out, resolve, settle
draw up, prepare
step up, increase, intensify
stick to, abide by, observe
do away with, abolish
get rid of, remove
pull out of, withdraw from, leave, quit
pull out from, withdraw from
pull back from, withdraw from, retreat from
move into, enter, go into
cross into, enter
cross over to, cross to
strip of, deprive of
belong to, be owned by
speak for, be the spokesman of, be the spokeswoman of, represent
`;
