import type { BotParts } from '../../src/bot.ts';
import { sampleDesk } from '../desk.ts';
import { slackUnderTest, type Wanted } from './under-test.ts';

export { settled } from '../desk.ts';

/** The whole bot on the bundled sample, in Slack, and what happens there. */
export async function deskInSlack(wanted: Wanted & { readonly parts?: Partial<BotParts> } = {}) {
  const { archive, clock, bot } = await sampleDesk(wanted.parts);
  const under = await slackUnderTest({ clock, ...wanted });
  await under.adapter.start(bot.handle);
  return { ...under, archive, bot };
}
