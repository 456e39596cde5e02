import { describe, expect, test } from 'vitest';
import { datedMentions } from '../../src/events/timeline.ts';
import { mentionsIn } from './acts.ts';

/** Each act of a text with its days, as it would be read in an article of that day: a Friday. */
function datesIn(text: string, publishedAt: string | undefined = '2025-05-09'): string[] {
  return datedMentions(mentionsIn(text), publishedAt).map(
    ({ mention, date, due }) =>
      `${mention.actors[0]} ${date.from ?? '?'}..${date.to ?? '?'}${due === undefined ? '' : ` due ${due.from}..${due.to}`}`,
  );
}

describe('the day of an act', () => {
  test.each([
    ['India struck camps in Pakistan on Wednesday.', 'India 2025-05-07..2025-05-07'],
    ['India struck camps in Lebanon today.', 'India 2025-05-09..2025-05-09'],
    ['India struck camps in Pakistan on Friday.', 'India 2025-05-09..2025-05-09'],
    ['India struck camps in Pakistan yesterday.', 'India 2025-05-08..2025-05-08'],
    ['India struck camps in Pakistan on May 6.', 'India 2025-05-06..2025-05-06'],
    ['India struck camps in Pakistan on 26 February 2019.', 'India 2019-02-26..2019-02-26'],
    [
      'Chad released prisoners from Niger on Monday after talks between Chad and Niger in Dosso.',
      'Chad 2025-05-05..2025-05-05',
      'Chad 2025-05-05..2025-05-05',
    ],
    [
      'Chad and Niger agreed on Monday to cooperate after missile strikes by Chad on Niger.',
      'Chad 2025-05-05..2025-05-05',
      'Chad 2025-05-05..2025-05-09',
    ],
    ['Chad said on Monday that it will send weapons to Niger.', 'Chad 2025-05-05..2025-05-05'],
    ['Chad said Monday that it had struck "rebel camps" in Niger.', 'Chad 2025-05-05..2025-05-05'],
    ['The film shows a 2019 meeting between Chad and Niger.', 'Chad 2019-01-01..2019-12-31'],
    [
      'In early 2014 Niger expelled the ambassador of Chad. Chad responded by annexing a strip of Niger.',
      'Niger 2014-01-01..2014-12-31',
      'Chad 2014-01-01..2014-12-31',
    ],
    ['India struck camps in Pakistan.', 'India ?..2025-05-09'],
    ['Pakistan was struck by Indian missiles on Wednesday.', 'India 2025-05-07..2025-05-07'],
    ['Ethiopia rejected mediation by Kenya on Saturday.', 'Ethiopia 2025-05-03..2025-05-03'],
    [
      'The president of Eritrea will visit Ethiopia on Monday.',
      'Eritrea 2025-05-09..2025-05-09 due 2025-05-12..2025-05-12',
    ],
  ])('%s', (text, ...dates) => {
    expect(datesIn(text)).toEqual(dates);
  });

  test('an act counted from another act in its sentence is dated from it', () => {
    expect(
      datesIn('Thailand shelled Cambodia on Thursday, two days after Cambodia expelled the Thai ambassador.'),
    ).toEqual(['Thailand 2025-05-08..2025-05-08', 'Cambodia 2025-05-06..2025-05-06']);
  });

  test('an act a day after an undated act is undated', () => {
    expect(
      datesIn('A day after Serbia closed its border with Kosovo, Kosovo expelled the Serbian ambassador.'),
    ).toEqual(['Serbia ?..2025-05-09', 'Kosovo ?..2025-05-09']);
  });

  test('"two days later" counts from the one act of the sentence before', () => {
    expect(
      datesIn('Sudan expelled the Kenyan ambassador on Monday. Two days later Kenya closed its border with Sudan.'),
    ).toEqual(['Sudan 2025-05-05..2025-05-05', 'Kenya 2025-05-07..2025-05-07']);
  });

  test('"two days later" with nothing to count from states no time', () => {
    const [act] = mentionsIn('Two days later Kenya closed its border with Sudan.');
    expect(act?.time).toEqual({ kind: 'unstated' });
  });

  test('"two days later" with two acts to count from states no time', () => {
    const acts = mentionsIn(
      'Sudan expelled the Kenyan ambassador on Monday and recalled its ambassador from Kenya on Tuesday. Two days later Kenya closed its border with Sudan.',
    );
    expect(acts.at(-1)?.time).toEqual({ kind: 'unstated' });
  });

  test('no act counts from an act that is nowhere', () => {
    const all = mentionsIn(
      'The next day Iran struck Erbil. Three days earlier, Iraq had warned Iran against an attack.',
    );
    for (const { time } of all) if (time.kind === 'after-act') expect(all.map((one) => one.at)).toContain(time.actAt);
  });

  test('without the day of its article a weekday is unknown and a full date is not', () => {
    expect(
      datedMentions(
        mentionsIn('India struck Pakistan on Wednesday. India bombed Pakistan on 26 February 2019.'),
        undefined,
      ).map(({ date }) => date.precision),
    ).toEqual(['unknown', 'day']);
  });

  test('the day of a strike that one sentence states holds for the others of the article', () => {
    expect(datesIn('Iran struck Iraq on Tuesday. The Iranian strike on Iraq hit a house.')).toEqual([
      'Iran 2025-05-06..2025-05-06',
      'Iran 2025-05-06..2025-05-06',
    ]);
  });
});
