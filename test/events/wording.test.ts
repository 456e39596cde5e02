import { describe, expect, test } from 'vitest';
import { SENSES } from '../../src/events/senses.ts';
import { sentence } from '../../src/events/wording.ts';

const DAY = { from: '2025-05-09', to: '2025-05-09', precision: 'day' } as const;
const said = (more: Partial<Parameters<typeof sentence>[0]>) =>
  sentence({ date: DAY, actors: ['Russia'], targets: ['Syria'], act: SENSES.withdraw.past, ...more });

describe('the sentence of an event', () => {
  test('what was done is told as done', () => {
    expect(said({})).toBe('On 9 May 2025 Russia withdrew forces from Syria.');
  });
  test('what is planned is told as planned, from the day it was announced', () => {
    expect(said({ status: 'planned', announced: true })).toBe(
      'As of 9 May 2025 Russia planned to withdraw forces from Syria.',
    );
  });
  test('what was denied is told as not done, by its owner', () => {
    expect(said({ status: 'denied', attribution: 'Russia' })).toBe(
      'On 9 May 2025 Russia did not withdraw forces from Syria, Russia said.',
    );
  });
  test('what is imagined is told as imagined', () => {
    expect(said({ status: 'hypothetical' })).toBe('On 9 May 2025 Russia might withdraw forces from Syria.');
  });
  test.each(['reported', 'planned', 'denied', 'hypothetical'] as const)(
    'what is quoted is told as it stands: %s',
    (status) => {
      expect(said({ act: '“has not yet shipped the fuel”', status })).toBe(
        'On 9 May 2025 Russia “has not yet shipped the fuel”.',
      );
    },
  );
  test('every act of the lexicon has a base form', () => {
    const bases = Object.values(SENSES).map(
      ({ past }) =>
        /might (\w+)/.exec(said({ act: past, status: 'hypothetical' }))?.[1] ?? past.split(' ', 2).join(' '),
    );
    const known =
      'carry strike shell attack send clash kill abduct break move put test hold seize capture arrest block impose take close withdraw expel bar cut recall reduce halt stop protest riot threaten warn give accuse condemn lodge summon open reject refuse appeal call ask make offer accept express agree say reach invite promise speak meet negotiate discuss mediate visit receive exchange welcome back apologise sign restore ease reopen cooperate resume share act declare release let lift ban deport bring pardon surrender recognise establish end';
    for (const base of bases) if (!/^(was|were) expected$/.test(base)) expect(known.split(' ')).toContain(base);
  });
});
