import { expect, test } from 'vitest';
import { isCarriedInOrder } from '../../src/verify/alignment/carried-in-order.ts';

type Row = readonly [claim: string, ...sources: string[]];

const publishedAt = '2024-03-14';

function isCarried(claim: string, sources: readonly string[]): boolean {
  return isCarriedInOrder(
    claim,
    sources.map((text) => ({ text, publishedAt })),
    () => false,
  );
}

const unbacked: readonly Row[] = [
  // who does what
  ['Chad struck Mali.', 'Niger struck Mali after Chad threatened Togo.'],
  ['Chad struck Togo.', 'Niger struck Mali after Chad threatened Togo.'],
  ['Niger threatened Togo.', 'Niger struck Mali after Chad threatened Togo.'],
  ['Chad left.', 'Niger and Mali met in Lome, while Togo threatened Chad and left.'],
  ['Mali left.', 'Niger and Mali met in Lome, while Togo left.'],
  ['The rebels withdrew from Goma.', 'The army said that the rebels attacked Goma, and withdrew from Goma.'],
  ['The governor fled.', 'The brother of the governor was shot and the mayor fled.'],
  ['The army fled to Beni.', 'Rebels, who had fought the army, fled to Beni.'],
  ['Peru arrested two Bolivian officers.', 'Bolivia said Peru had arrested two Bolivian officers.'],
  ['The minister resigned.', "The minister's adviser resigned on Tuesday."],
  ["Russia's ambassador to Kenya left.", "Kenya's ambassador to Russia left."],
  ['The envoy met the president.', "The envoy met the president's wife."],
  ["Ukraine's invasion began in 2022.", 'The invasion of Ukraine began in 2022.'],
  ['Ukraine attacked Belgorod.', 'A drone from Ukraine attacked Belgorod.'],
  ['Russians attacked Kharkiv.', 'Russia attacked Kharkiv.'],
  // what is denied
  ['The two sides signed a truce.', 'The two sides have not signed a truce.'],
  ['The two sides signed a truce.', 'The two sides failed to sign a truce.'],
  ['The two sides signed a truce.', 'Neither of the two sides signed a truce.'],
  ['The two sides signed no truce.', 'The two sides signed a truce.'],
  ['The army did not bomb the market.', 'The army bombed the market.'],
  ['The army has ruled out a truce.', 'The army has not ruled out a truce.'],
  ['The rebels accepted any of the terms.', 'The rebels accepted none of the terms.'],
  ['The talks will not resume.', 'The talks will not resume before Friday.'],
  ['The talks will not resume.', 'The talks will not resume on Friday.'],
  ['The port is open.', 'The port is no longer open.'],
  ['The port is not open.', 'The port is not only open but crowded.'],
  ['The army left the town.', 'Nobody believes that the army left the town.'],
  ['The army attacked.', 'The army never attacked.'],
  ['The ministers agreed.', 'All the ministers but the Hungarian agreed.'],
  ['The envoy denied meeting the rebels.', 'The envoy did not deny meeting the rebels.'],
  ['The court freed the journalist.', 'The court refused to free the journalist.'],
  // what may be, must be, or is meant to be
  ['Kenya hosts talks.', 'Kenya may host talks.'],
  ['Kenya will host talks.', 'Kenya may host talks.'],
  ['Kenya must host talks.', 'Kenya should host talks.'],
  ['Kenya hosted talks.', 'Kenya offered to host talks.'],
  ['Kenya hosted talks.', 'Kenya agreed to host talks.'],
  ['Kenya could host talks.', 'Kenya will host talks.'],
  ['Sudan withdrew its troops.', 'Sudan promised to withdraw its troops.'],
  ['Sudan withdraws its troops.', 'Sudan wants to withdraw its troops.'],
  ['The rebels attacked the bridge.', 'The rebels tried to attack the bridge.'],
  ['The rebels attacked the bridge.', 'The rebels threatened to attack the bridge.'],
  ['The rebels attack the bridge.', 'The rebels plan to attack the bridge.'],
  ['The king dissolves parliament.', 'The king is able to dissolve parliament.'],
  ['Turkey will send troops.', 'Turkey is ready to send troops.'],
  ['Turkey sent troops.', 'Turkey will send troops.'],
  ['Turkey has sent troops.', 'Turkey would have sent troops.'],
  ['The truce has begun.', 'The truce was to have begun.'],
  // conditions
  ['Algeria will recall its envoy.', 'Algeria will recall its envoy if Paris backs the plan.'],
  ['Algeria will recall its envoy.', 'If Paris backs the plan, Algeria will recall its envoy.'],
  ['Algeria will recall its envoy.', 'Algeria will recall its envoy unless Paris drops the plan.'],
  ['Algeria will recall its envoy.', 'Algeria will recall its envoy, but only if Paris backs the plan.'],
  ['Algeria will recall its envoy.', 'Algeria will recall its envoy as long as Paris backs the plan.'],
  ['Algeria will recall its envoy.', 'Should Paris back the plan, Algeria will recall its envoy.'],
  ['Algeria will recall its envoy.', 'When Paris backs the plan, Algeria will recall its envoy.'],
  ['Algeria will recall its envoy.', 'Algeria will recall its envoy, provided that Paris backs the plan.'],
  ['Algeria will recall its envoy.', 'Algeria will recall its envoy or close its embassy.'],
  ['Algeria will recall its envoy if Rabat objects.', 'Algeria will recall its envoy if Rabat objects in Geneva.'],
  ['The cabinet will meet.', 'Unless the strike ends, the cabinet will meet.'],
  // who says so
  ['Three soldiers were killed.', 'Three soldiers were killed, the army said.'],
  ['Three soldiers were killed.', 'Three soldiers were killed, a resident of Beni said on Monday.'],
  ['Three soldiers were killed.', 'Three soldiers were killed, said Colonel Amadou Bah, who leads the unit.'],
  ['Three soldiers were killed.', 'Three soldiers were killed, according to the army.'],
  ['Three soldiers were killed.', 'The army said three soldiers were killed, but it gave no names.'],
  ['Three soldiers were killed.', 'Three soldiers were killed, the army claimed.'],
  ['Three soldiers were killed.', 'Three soldiers were reportedly killed.'],
  ['Three soldiers were killed.', 'Three soldiers were killed, reports say.'],
  ['Three soldiers were killed.', 'The radio said a bomb exploded, and three soldiers were killed.'],
  ['The army said three soldiers were killed.', 'The army denied that three soldiers were killed.'],
  ['The army said three soldiers were killed.', 'The army did not say that three soldiers were killed.'],
  ['The army said three soldiers were killed.', 'The rebels said the army reported that three soldiers were killed.'],
  ['The army said three soldiers were killed.', 'Three soldiers were killed, a former army spokesman said.'],
  ['The army said three soldiers were killed.', 'Three soldiers were killed, a critic of the army said.'],
  ['The army said three soldiers were killed.', 'Three soldiers were killed, the army believes.'],
  ['The army said three soldiers were killed.', 'Three soldiers were killed.'],
  ['The army confirmed that three soldiers were killed.', 'The army said that three soldiers were killed.'],
  ['Two witnesses said three soldiers were killed.', 'Three soldiers were killed, a witness said.'],
  ['All witnesses said three soldiers were killed.', 'Three soldiers were killed, witnesses said.'],
  ["Kenya's president said the pact was dead.", "The pact was dead, Kenya's former president said."],
  ["Kenya's president said the pact was dead.", "The pact was dead, a rival of Kenya's president said."],
  ["Kenya's president said the pact was dead.", "The pact was dead, Kenya's vice president said."],
  ['The minister in Nairobi said the pact was dead.', 'The minister said in Kampala that the pact was dead.'],
  ['The minister told parliament the pact was dead.', 'The minister said the pact was dead.'],
  ['The minister said on Tuesday that the pact was dead.', 'The minister said on Monday that the pact was dead.'],
  ['The minister said on Monday that the envoy left.', 'The minister said that the envoy left on Monday.'],
  ['The group said it had attacked the port.', 'The port authority said the group had attacked the port.'],
  ['The army said the pass was mined.', 'The pass was mined, said Ruiz, whose brother leads the army.'],
  ['The army said the pass was mined.', 'Ruiz, citing the army, said the pass was mined.'],
  ['The army said the pass was mined.', 'A critic of the mayor and the army said the pass was mined.'],
  ['Ruiz said the pass was mined.', 'The Ruiz camp said the pass was mined.'],
  ['Kavkaz said the pass was mined.', 'Kavkaz reporter Ana Diaz said the pass was mined.'],
  ['Ruiz said the pass was mined.', "Ruiz's lawyer said the pass was mined."],
  ['The army said the pass was mined.', 'The army suggested the pass was mined.'],
  ['The minister called it a "promise".', 'The minister called it a pledge.'],
  // how much and how many
  ['Twelve sailors died.', 'At least twelve sailors died.'],
  ['Twelve sailors died.', 'Nearly twelve sailors died.'],
  ['Twelve sailors died.', 'Up to twelve sailors died.'],
  ['Sailors died.', 'No sailors died.'],
  ['All sailors died.', 'Almost all sailors died.'],
  ['All sailors in the port died.', 'Some sailors in the port died.'],
  ['All rallies were banned.', 'All rallies in Niamey were banned.'],
  ['Every school was closed.', 'Every school was closed in Kharkiv.'],
  ['It was the largest strike.', 'It was the largest strike since 2019.'],
  ['It was the first flight.', 'It was the first flight in seven years.'],
  ['The president resigned.', 'The acting president resigned.'],
  ['The truce was extended by three days.', 'The truce was extended by two days.'],
  ['Few fighters surrendered.', 'A few fighters surrendered.'],
  // when and where
  ['The border was closed.', 'The border was closed until Monday.'],
  ['The border was closed on Monday.', 'The border was closed until Monday.'],
  ['Troops entered Sudan from Chad.', 'Troops entered Chad from Sudan.'],
  ['Troops entered Khartoum.', 'Troops entered Sudan.'],
  ['An explosion hit a market in Tehran.', 'An explosion hit a market in Iran.'],
  ['The cabinet met before the attack.', 'The cabinet met after the attack.'],
  ['The cabinet agreed on Sunday to meet.', 'The cabinet agreed to meet on Sunday.'],
  // what is left out
  ['The talks collapsed.', 'Fears that the talks collapsed were unfounded.'],
  ['The group is a threat.', 'The group is a threat in name only.'],
  ['The plan was approved.', 'The plan was approved in principle.'],
  ['Ethiopia is at war with Eritrea.', 'Ethiopia is not, the minister said, at war with Eritrea.'],
  ['The general was arrested.', 'The general was almost arrested.'],
  ['The suspects, who deny the charges, are guilty.', 'The suspects, who deny the charges, are presumed guilty.'],
  ['A bomb killed ten people.', 'A bomb that did not explode could have killed ten people.'],
  ['The coup succeeded.', 'The coup, the generals hoped, succeeded.'],
  ['The army shelled the town.', 'The army, it is alleged, shelled the town.'],
  ['The deal was signed.', 'The deal was signed, the draft says.'],
  // what somebody calls things, voices, owners
  ['The mayor called the strike legal.', 'The strike was legal, the army said.'],
  ['The mayor described the strike as legal.', '"The strike was not legal," the mayor said.'],
  ['The mayor said the strike was legal.', 'The mayor called the strike illegal.'],
  ['The army was shelled by the rebels.', 'The rebels were shelled by the army.'],
  ['The rebels shelled the army.', 'The rebels were shelled by the army.'],
  ['Monday killed a farmer.', 'A farmer was killed by Monday.'],
  ['The envoy was invited by Chad.', 'The envoy may be invited by Chad.'],
  ['Chad invited the envoy.', 'The envoy was to be invited by Chad.'],
  ['Chad did not invite the envoy.', 'The envoy was invited by Chad.'],
  ["The army's director said the roof fell in.", 'The army shelled the clinic, its director said.'],
  ['The alliance said it took the town.', 'The alliance took the town, a resident said.'],
  [
    "The alliance's spokesman said the garrison fled.",
    'The alliance took the town and the garrison fled, its mayor said.',
  ],
  ['Iran attacked Israel and retaliated.', 'Iran attacked Israel, and it retaliated.'],
  ['The rebels shelled the barracks and fled.', 'The rebels shelled the soldiers, and they fled.'],
  ['Latvia will attend.', '"Our country will attend," the Estonian minister said of Latvia.'],
  ['The minister said his country would attend.', '"Latvia will attend," the Estonian minister said.'],
  ['The minister said Estonia would attend.', '"We will attend," the Latvian minister said in Estonia.'],
  ['A team met the king.', 'A team that failed to land met the king.'],
  ['The town was a prize.', 'The town, once a prize, was rubble.'],
  ['The court freed him.', 'The court that freed him was abolished.'],
  ['On Monday the cabinet agreed to meet.', 'The cabinet agreed to meet on Monday.'],
  ['On Monday the cabinet denied that it met.', 'The cabinet denied that it met on Monday.'],
  ['The army would not stop.', 'The army refused to say whether it would stop.'],
  ['The army did not refuse to leave.', 'The army refused to leave.'],
  ['The army left.', 'The army refused to leave.'],
  ['The police proposal failed.', 'The proposal on police failed to pass.'],
  ['Attacks on police rose.', 'Police attacks rose.'],
  ['The killing of rebels stopped.', "The rebels' killing of farmers stopped."],
  ['The ministry answered the letters.', 'The ministry left the letters unanswered.'],
  ['The rebels were disarmed and the town burned.', 'The rebels were disarmed after the town burned.'],
  ['Chad left after Mali attacked and Togo fell.', 'Chad left after Mali attacked.', 'Togo fell.'],
  ['The truce held although shots were fired.', 'The truce held because shots were fired.'],
  ['Five soldiers died and the base fell.', 'Five soldiers died, and the base fell, the rebels said.'],
  ['Five soldiers died.', 'Five soldiers died, and the base fell, the rebels said.'],
  ['The base fell.', 'Five soldiers died, and the base fell, according to the rebels.'],
  ['The base fell.', 'The rebels said on Monday that five soldiers died and the base fell.'],
  ['The rebels said the base fell.', 'The rebels said five soldiers died. The base fell, the army said.'],
  ['The rebels said no soldier died.', 'The rebels said they had no soldier who died.'],
  ['Soldiers who had deserted were shot.', 'Soldiers who had not deserted were shot.'],
  ['The general, who leads the junta, was shot.', 'The general, who no longer leads the junta, was shot.'],
  ['General Sow, the chief of staff, resigned.', 'General Sow, who was the chief of staff, resigned.'],
  ['General Sow, the chief of staff, resigned.', 'General Sow, who is not the chief of staff, resigned.'],
  ['Ruiz won the vote.', 'Vice President Ana Ruiz said the mayor won the vote.'],
  ['The deputy won.', 'The deputy mayor won.'],
  ['The mayor won.', 'The deputy mayor won.'],
  ['The navy chief was held.', 'The former navy chief was held.'],
  ['The talks, which Chad hosted, failed.', 'The talks, which Chad wanted to host, failed.'],
  ['The army shelled and took the town.', 'The army shelled the town but did not take it.'],
  ['The port was closed by the navy.', 'The port was closed by mistake, the navy said.'],
  ['The rebels, who took the dam, fled.', 'The rebels, who nearly took the dam, fled.'],
  ['The army said it took the dam.', 'The army said it nearly took the dam.'],
  ['The army said it had taken the dam on Monday.', 'The army said on Monday it had taken the dam.'],
  ['Peru opened the border and Chile closed it.', 'Peru opened the border.', 'Chile closed it.'],
  ['The minister said that he would go.', 'The minister said that he could go.'],
  ['The minister says that he goes.', 'The minister said that he went.'],
  ['Sudan must open the road.', 'Sudan was told it must open the road or close the port.'],
  ['The union said that it backs the plan.', 'The union said that it backs the plan if wages rise.'],
  ['The union said that it backs the plan.', 'If wages rise, the union said, it backs the plan.'],
  ['The union said wages rose by 3 percent.', 'Wages rose by up to 3 percent, the union said.'],
  [
    'Wages rose by 3 percent, the union said.',
    'Wages rose by 3 percent to 7 percent, the union says it was told by others.',
  ],
  // deeds, and what there is
  ['Chad was arming rebels.', 'Mali accused Chad of arming rebels.'],
  ['Mali said that Chad was arming rebels.', 'Mali accused Chad of planning to arm rebels.'],
  ['Mali accused Chad of arming rebels.', 'Chad accused Mali of arming rebels.'],
  ['A vote was held.', 'There was no vote.'],
  ['A vote was held.', 'There could be a vote.'],
  ['An election was held.', 'There was talk of an election.'],
  ['There was a vote.', 'A vote was not held.'],
  ['The minister withdrew troops.', 'The minister promised withdrawal of troops.'],
  ['The minister promised to withdraw troops.', 'The minister promised no withdrawal of troops.'],
  ['Opening the road was refused.', 'The opening of the road was not refused.'],
  // several sentences
  [
    'Chad closed its border, and it recalled its envoy.',
    'Chad closed its border.',
    'Libya said it recalled its envoy.',
  ],
  ['Chad closed its border because Libya recalled its envoy.', 'Chad closed its border.', 'Libya recalled its envoy.'],
  ['Chad closed its border and recalled its envoy.', 'Chad closed its border.', 'Libya recalled its envoy.'],
  [
    'Chad closed its border, and Libya recalled its envoy, the UN said.',
    'Chad closed its border.',
    'Libya recalled its envoy.',
  ],
];

test.each(unbacked)('%s: not carried by %s', (claim, ...sources) => {
  expect(isCarried(claim, sources)).toBe(false);
});

const backed: readonly Row[] = [
  // reported speech
  [
    'The mayor of Lyman said that the bridge had been destroyed.',
    'The bridge was destroyed, the mayor of Lyman said on Monday.',
  ],
  [
    'The mayor of Lyman said the bridge had been destroyed.',
    '"The bridge has been destroyed," the mayor of Lyman told reporters.',
  ],
  [
    'According to the coast guard, two fishermen are missing.',
    'The coast guard said on Friday that two fishermen are missing.',
  ],
  ['Two fishermen are missing, according to the coast guard.', 'The coast guard said that two fishermen were missing.'],
  [
    "Chad's president told parliament that the border would stay closed.",
    '"The border will stay closed," Chad\'s president told parliament on Tuesday.',
  ],
  [
    "Togo's foreign minister, Kossi Adanou, said that the ships could dock.",
    '"The ships can dock," said Foreign Minister Kossi Adanou of Togo.',
  ],
  [
    "The guerrillas' spokesman said that the group would free its captives.",
    '"We will free our captives," the guerrillas\' spokesman said in a video.',
  ],
  [
    'Colonel Amina Diallo said that the country had nothing to hide.',
    '"We have nothing to hide," Colonel Amina Diallo of the Malian army said.',
  ],
  [
    'Police spokeswoman Rosa Quispe said that eleven miners had been freed.',
    'Eleven miners have been freed, a police spokeswoman, Rosa Quispe, said on Sunday.',
  ],
  [
    'Analysts in Tbilisi warned that the vote might be delayed.',
    'The vote may be delayed, analysts in Tbilisi warned.',
  ],
  ['A report by the auditors says that funds were stolen.', 'Funds were stolen, a report by the auditors says.'],
  [
    'The Armenian defence ministry said that three soldiers were wounded.',
    "Three soldiers were wounded, Armenia's defence ministry said on Thursday.",
  ],
  [
    'The rebels said they had not mined the road.',
    'The rebels said on Wednesday that they had not mined the road, but villagers disagreed.',
  ],
  // what is denied
  ['The two governments have at no time recognised the line.', 'The two governments have never recognised the line.'],
  ['The junta did not free the journalists.', 'The junta failed to free the journalists.'],
  ['The junta failed to free the journalists.', 'The junta did not free the journalists.'],
  ['The inspectors found nothing.', 'The inspectors did not find anything.'],
  ['The parties have made no progress.', 'The parties have not made any progress.'],
  ['The king did not sign the decree.', 'The king refused to sign the decree on Monday.'],
  ['The court would not hear the case.', 'The court declined to hear the case.'],
  ['The senate did not approve the treaty.', 'The senate withheld approval for the treaty.'],
  ['The ministry left the letters unanswered.', 'The ministry did not answer the letters.'],
  [
    'Burundi denied that its troops had crossed the river.',
    'Burundi rejected claims that its troops had crossed the river.',
  ],
  ['The convoy has not been allowed to enter.', 'The convoy has not been permitted to enter.'],
  // what may or must be
  ['The two states might meet in Vienna.', 'The two states may meet in Vienna.'],
  ['Fishermen must stay away from the reef.', 'Fishermen must avoid the reef.'],
  ['The militia has to lay down its arms.', 'The militia must disarm.'],
  ['The envoy said that elections could be held in spring.', '"Elections can be held in spring," the envoy said.'],
  ['The strait will be closed if the talks fail.', 'The strait will be closed if the talks fail.'],
  ['The ferry may be stopped by the navy.', 'The navy may stop the ferry.'],
  // other words
  ['The president set up a commission.', 'The president created a commission.'],
  ['The rebels captured the airfield.', 'The rebels took control of the airfield.'],
  ['The governor resigned.', 'The governor stepped down on Tuesday.'],
  ['The treaty came into force.', 'The treaty took effect in March.'],
  ['Sudan approved the mission.', 'Sudan gave its approval to the mission.'],
  ['The ceasefire collapsed.', 'The truce broke down.'],
  ['The two sides exchanged prisoners.', 'The two sides swapped prisoners on Friday.'],
  ['The guerrillas claimed responsibility for the attack.', 'The guerrillas claimed responsibility for the assault.'],
  ['Engineers started to clear the mines.', 'Engineers began to clear the mines.'],
  ['Peru called on its neighbours to open the border.', 'Peru urged its neighbours to open the border.'],
  ['The minister called for a truce.', 'The minister demanded a truce.'],
  // left out
  ['Ana Ruiz won the vote.', 'Ana Ruiz, a former judge, won the vote.'],
  ['The dam was blown up.', 'The dam, which supplies half of the valley, was blown up on Sunday.'],
  ['The troops crossed the river.', 'The troops crossed the river on Monday, and the villagers fled.'],
  ['The villagers fled.', 'The troops crossed the river on Monday, and the villagers fled.'],
  ['The troops burned the mill.', 'The troops crossed the river and burned the mill.'],
  ['The troops crossed the river.', 'The troops crossed the river and burned the mill.'],
  ['The convoy reached the town.', 'After two days on the road, the convoy reached the town.'],
  ['The convoy reached the town.', 'The convoy reached the town, bringing food and tents.'],
  ['General Sow, the chief of staff, resigned.', 'General Sow, who is the chief of staff, resigned on Friday.'],
  // names
  ['Islamabad recalled its envoy.', 'Pakistan recalled its envoy on Monday.'],
  ["Kenya's troops left the base.", 'Kenyan troops left the base.'],
  ['The president of Gabon was ousted.', "Gabon's president was ousted."],
  ['A truce of three days began.', 'A three-day truce began.'],
  ['The minister said his country would not attend.', '"Latvia will not attend," the Latvian minister said.'],
  ['The Lome talks ended.', 'The talks in Lome ended.'],
  ['Chad backed the ceasefire proposal.', 'Chad backed the proposal for a ceasefire.'],
  // deeds, and what there is
  ['Mali alleged that Chad was arming rebels.', 'Mali accused Chad of arming rebels.'],
  ['There was no vote.', 'A vote was not held.'],
  ['There could be a summit in May.', 'A summit could be held in May.'],
  ['The minister promised withdrawal of the troops.', 'The minister promised to withdraw the troops.'],
  ['Opening the road took two days.', 'The opening of the road took two days.'],
  // several clauses and sentences
  [
    'Niger closed the road, and Benin reopened its port.',
    'Niger closed the road on Friday.',
    'Benin reopened its port.',
  ],
  ['Niger closed the road while Benin reopened its port.', 'Benin reopened its port, and Niger closed the road.'],
  ['The rebels burned the mill and crossed the river.', 'The rebels crossed the river and burned the mill.'],
  [
    'The army said that the rebels had left and that it controlled the town.',
    '"The rebels have left and we control the town," the army said.',
  ],
  [
    'The army said the rebels had left, while the governor said nobody was hurt.',
    'The rebels left, the army said.',
    'The governor said nobody was hurt.',
  ],
  ['The town was shelled by the army on Friday.', 'The army shelled the town on Friday.'],
];

test.each(backed)('%s: carried by %s', (claim, ...sources) => {
  expect(isCarried(claim, sources)).toBe(true);
});

const sentences = [...new Set([...unbacked, ...backed].flatMap(([, ...sources]) => sources))].filter(
  (text) => !text.includes('"'),
);

test('every sentence carries itself', () => {
  expect(sentences.filter((text) => !isCarried(text, [text]))).toEqual([]);
});

test('no sentence carries what has a word that it has not', () => {
  const altered = sentences.flatMap((text) => {
    const words = text.split(' ');
    return words.map(
      (word, at) => [words.with(at, word.replace(/[\p{L}\p{N}'-]+/u, 'otter')).join(' '), text] as const,
    );
  });
  expect(altered.filter(([claim, text]) => isCarried(claim, [text]))).toEqual([]);
});

test('no sentence carries itself without its denial, its modal verb or its condition', () => {
  const altered = sentences.flatMap((text) =>
    [...text.matchAll(/ (not|never|no|may|might|could|would|should|must|if .*|unless .*)\b/g)].map(
      ({ 0: words, index }) => [text.slice(0, index) + text.slice(index + words.length), text] as const,
    ),
  );
  expect(altered.filter(([claim, text]) => isCarried(claim, [text]))).toEqual([]);
});
