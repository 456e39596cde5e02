import type { BotParts } from '../../src/bot.ts';
import { sampleDesk } from '../desk.ts';
import { discordUnderTest, type Wanted } from './under-test.ts';

/** The whole bot on the bundled sample, in Discord, and what happens there. */
export async function deskInDiscord(wanted: Wanted & { readonly parts?: Partial<BotParts> } = {}) {
  const { archive, clock, bot } = await sampleDesk(wanted.parts);
  const under = await discordUnderTest({ clock, ...wanted });
  await under.adapter.start(bot.handle);
  return { ...under, archive, bot };
}
