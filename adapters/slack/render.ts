import type { types } from '@slack/bolt';
import { aboutAnswer, type Block, briefParts, isShareable, outline, type Reply } from '../../src/index.ts';
import {
  briefButtons,
  feedbackButtons,
  formButton,
  settingsButtons,
  shareButtons,
  welcomeButtons,
} from './blocks/buttons.ts';
import { type Message, messagesOf } from './blocks/messages.ts';

export type { Message } from './blocks/messages.ts';

interface RenderOptions {
  /** The id of the request, where one user alone sees the reply and may share it. */
  readonly shareable?: string;
}

/** A reply as posts: the first one stands by itself, the others belong in its thread. Nothing in it pings or unfurls. */
export type Render = (reply: Reply, options?: RenderOptions) => readonly [Message, ...Message[]];

/** JSON that the buttons of a message may take. */
const BUTTONS = 5_000;

/** @param prefix stands before the commands' names in this workspace. */
export function createRender(prefix = ''): Render {
  return (reply, { shareable } = {}) => {
    const { first, rest } = parted(reply);
    const [parent = EMPTY, ...overflow] = messagesOf(first.map(prefixed(prefix, isOurs(reply))), BUTTONS);
    const buttons = shareable === undefined ? buttonsBelow(reply) : privateButtons(reply, shareable);
    return [{ ...parent, blocks: [...parent.blocks, ...buttons] }, ...overflow, ...messagesOf(rest)];
  };
}

/** Whether the words are all ours, with none of an article among them. */
function isOurs({ kind }: Reply): boolean {
  return !['brief', 'answer', 'sources', 'feeds', 'adding', 'document'].includes(kind);
}

/** Commands as they are called here: where they stand by themselves, and among words that are all ours. */
function prefixed(prefix: string, areOurs: boolean): (block: Block) => Block {
  const name = (text: string) => text.replace(/(?<![\w/])\/(?=(?:brief|ask)\b)/g, `/${prefix}`);
  return (block) => {
    if ('usage' in block) return { ...block, usage: block.usage.replace(/^\/(?=(?:brief|ask)\b)/, `/${prefix}`) };
    if (!areOurs || !('runs' in block)) return block;
    return { ...block, runs: block.runs.map((run) => (run.kind === 'words' ? { ...run, text: name(run.text) } : run)) };
  };
}

const EMPTY: Message = { blocks: [], text: '–' };

function parted(reply: Reply): { readonly first: readonly Block[]; readonly rest: readonly Block[] } {
  if (reply.kind === 'form')
    return { first: [{ kind: 'line', runs: [{ kind: 'words', text: reply.form.note }] }], rest: [] };
  if (reply.kind !== 'brief') return { first: outline(reply), rest: [] };
  const { parent, thread } = briefParts(reply.brief, reply.sample ?? false);
  return { first: parent, rest: thread };
}

function buttonsBelow(reply: Reply): types.KnownBlock[] {
  switch (reply.kind) {
    case 'brief':
      return reply.sample ? [] : [briefButtons(reply.brief)];
    case 'answer':
      return [feedbackButtons(aboutAnswer(reply.report))];
    case 'welcome':
      return [welcomeButtons()];
    case 'form':
      return [formButton(reply.form.title, reply.form.kind === 'settings' ? 'settings' : 'wrong')];
    case 'home':
      return [settingsButtons()];
    default:
      return [];
  }
}

function privateButtons(reply: Reply, request: string): types.KnownBlock[] {
  return isShareable(reply) ? [shareButtons(request)] : buttonsBelow(reply);
}
