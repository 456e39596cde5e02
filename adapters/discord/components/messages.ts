import { type APIMessageTopLevelComponent, type APITextDisplayComponent, ComponentType } from 'discord-api-types/v10';
import type { Block } from '../../../src/index.ts';
import { MOST_CHARACTERS, MOST_COMPONENTS } from './limits.ts';
import { type Links, linesOf } from './text.ts';

/** One post: components in place of content and embeds. https://discord.com/developers/docs/components/overview */
export interface DiscordMessage {
  readonly components: readonly APIMessageTopLevelComponent[];
}

/** Text parts of a message: a container and two rows of buttons stand beside them. */
const MOST_TEXTS = MOST_COMPONENTS - 13;

/** Blocks of an outline as as many lists of texts as they need, each for one message, parted between lines. */
export function textsOf(blocks: readonly Block[], links: Links = 'words'): APITextDisplayComponent[][] {
  const messages: string[][] = [];
  let size = 0;
  let isNew = true;
  for (const block of blocks) {
    if (block.kind === 'gap') isNew = true;
    for (const line of linesOf(block, links)) {
      size += line.length + 1;
      const texts = messages.at(-1);
      if (texts === undefined || size > MOST_CHARACTERS || (isNew && texts.length >= MOST_TEXTS)) {
        messages.push([line]);
        size = line.length + 1;
      } else if (isNew) texts.push(line);
      else texts[texts.length - 1] += `\n${line}`;
      isNew = false;
    }
  }
  return messages.map((texts) => texts.map((content) => ({ type: ComponentType.TextDisplay, content })));
}
