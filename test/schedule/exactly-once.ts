import { expect } from 'vitest';
import type { Installation } from './installation.ts';
import type { Message, PlatformUnderTest } from './platform-under-test.ts';

/** Every brief stands as it was written down, each message of it once and where it belongs, and nothing else stands. */
export async function expectEachOnce(installation: Installation, platform: PlatformUnderTest): Promise<void> {
  const editions = await installation.editions();
  expect(editions.map(({ delivery: { state } }) => state)).toEqual(Array(installation.made).fill('sent'));
  const once = editions.flatMap(({ delivery, brief }) => platform.expected(delivery, brief));
  expect(new Set(once.map(({ name }) => name)).size).toBe(once.length);
  const standing = platform.standing(installation);
  expect(tally(standing)).toEqual(tally(once));
  expect(inOrder(standing)).toEqual(inOrder(once));
}

function tally(messages: readonly Message[]): object {
  return Object.fromEntries([...Map.groupBy(messages, ({ name }) => name)].map(([name, of]) => [name, of.length]));
}

function inOrder(messages: readonly Message[]): readonly Message[] {
  return messages.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
