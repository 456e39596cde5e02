import { describe, expect, it } from 'vitest';
import { parseQuestion } from '../../../src/answer/question/frame.ts';
import { holeOf } from '../../../src/answer/question/hole.ts';

function frameOf(text: string) {
  const question = parseQuestion(text, '2031-05-11');
  if (question === undefined) throw new Error(`no question: ${text}`);
  return question;
}

describe('what a question asks for', () => {
  it.each([
    ['Who offered mediation?', 'who'],
    ['Which government volunteered to be an intermediary?', 'who'],
    ['Who will chair the talks?', 'who'],
    ['Who has met Kenya?', 'who'],
    ['Who has Kenya met?', 'whom'],
    ['Who did Peru attack?', 'whom'],
    ['Whom did the minister phone?', 'whom'],
    ['Who was expelled by Chad?', 'whom'],
    ['What did Lula say about the border?', 'said'],
    ['When did the envoy leave?', 'when'],
    ['On which day was the bridge hit?', 'when'],
    ['Where were the talks held?', 'where'],
    ['In which city did they meet?', 'where'],
    ['How many sailors died?', 'how-many'],
    ['What was the death toll?', 'how-many'],
    ['Did Chad deny it?', 'yes-no'],
    ["Hasn't Chad denied it?", 'yes-no'],
    ['Why did the talks fail?', 'why'],
    ['What prompted the recall?', 'why'],
    ['List the ministers who met.', 'list'],
    ['Was the call before or after the meeting?', 'order'],
    ['What is new?', 'changes'],
    ['What changed since Thursday?', 'changes'],
    ['List the steps that eased tension.', 'steps'],
    ['Which third countries reacted?', 'reactions'],
    ['What happened to the ferry?', 'what'],
    ['mediation?', 'topic'],
  ])('%s: %s', (text, hole) => {
    expect(holeOf(text)).toBe(hole);
  });
});

describe('the sides of a question', () => {
  it('names before the act act, names behind it are acted on', () => {
    expect(frameOf('Did Kenya attack Somalia?')).toMatchObject({ subjects: ['Kenya'], objects: ['Somalia'] });
  });

  it('in the passive it is the other way round', () => {
    const { agents, objects } = frameOf('Was Somalia attacked by Kenya?');
    expect({ agents, objects }).toEqual({ agents: ['Kenya'], objects: ['Somalia'] });
  });

  it.each([
    ['Did Beijing offer to mediate?', 'China'],
    ['Did the Kenyans strike first?', 'Kenya'],
    ['Did Turkiye strike first?', 'Turkey'],
  ])('%s: of %s, by its capital, people or another spelling', (text, name) => {
    expect(frameOf(text).names.map((one) => one.name)).toEqual([name]);
  });
});

describe('the act of a question', () => {
  it.each([
    ['Who wants to broker talks?', 'mediation'],
    ['Did Chad accept the offer of mediation?', 'accept-offer'],
    ['Who was thrown out of the country?', 'expel'],
    ['Which envoy was called back? Which ambassador was recalled?', 'recall'],
    ['How many people lost their lives?', 'toll'],
    ['Did they agree a truce?', 'ceasefire'],
    ['Who urged restraint?', 'appeal'],
  ])('%s: %s', (text, relation) => {
    expect(frameOf(text).relation?.name).toBe(relation);
  });

  it('what the frame leaves over must stand in the evidence too', () => {
    expect(frameOf('Did Kenya strike the harbour at night?').leftover).toEqual(['harbour', 'night']);
  });

  it('words between quotation marks are kept as they are', () => {
    expect(frameOf('Whom did she call a "paper tiger"?').quoted).toEqual(['paper tiger']);
  });
});

describe('the rest of a question', () => {
  it.each(['Did Chad not attack?', "Didn't Chad attack?", 'Did Chad refuse to attack?', 'Did Chad fail to attack?'])(
    '%s denies',
    (text) => {
      expect(frameOf(text).negated).toBe(true);
    },
  );

  it('looks ahead with "will"', () => {
    expect(frameOf('Where will the presidents meet?').ahead).toBe(true);
    expect(frameOf('Where did the presidents meet?').ahead).toBe(false);
  });

  it('knows in which manner people met', () => {
    expect(frameOf('Did the ministers meet?').manner).toBe('in person');
    expect(frameOf('Did the ministers meet by telephone?').manner).toBe('remote');
    expect(frameOf('Did the ministers speak?').manner).toBeUndefined();
  });

  it.each(['', '   ', '?!...', '🕊️🕊️', '\u0000\u0007', 'who is the'])(
    '%j holds no question, or none that names anything',
    (text) => {
      expect(parseQuestion(text, '2031-05-11')).toBeUndefined();
    },
  );
});
