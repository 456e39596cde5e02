import { adapterContract } from '../contract/adapter.ts';
import { hazardsIn, shownText } from '../discord/reading.ts';
import { discordUnderTest } from '../discord/under-test.ts';

const article = 'https://news.example/arland/envoys-';

adapterContract('discord', async () => {
  const { discord, adapter, ada } = await discordUnderTest();
  return {
    adapter,
    conversation: { adapter: 'discord', workspace: '@me', channel: discord.direct },
    type: async (text) => void ada.write(text),
    shown: () => discord.messages.map(({ body }) => shownText(body.components)).join(' '),
    hazards: () => [
      ...discord.messages.flatMap(({ body }) => hazardsIn(body, (url) => url.startsWith(article))),
      ...discord.broken,
    ],
    dispose: async () => {
      await adapter.stop();
    },
  };
});
