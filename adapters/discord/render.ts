import { type APIContainerComponent, type APITextDisplayComponent, ComponentType } from 'discord-api-types/v10';
import {
  type Block,
  type Brief,
  briefParts,
  type Direction,
  isShareable,
  outline,
  type Reply,
} from '../../src/index.ts';
import {
  answerButtons,
  briefButtons,
  formButton,
  type Row,
  settingsButtons,
  shareButtons,
  welcomeButtons,
} from './components/buttons.ts';
import { type DiscordMessage, textsOf } from './components/messages.ts';

export type { DiscordMessage } from './components/messages.ts';

export interface RenderOptions {
  /** The id of the request that got the reply: its buttons name it. */
  readonly request?: string;
  /** What opened the form that is replied with, such as "wrong 2024-01-18". */
  readonly form?: string;
  /** One user alone sees it, and may share it. */
  readonly isPrivate?: boolean;
}

/**
 * A reply as posts: the first stands by itself, the others follow it. Text of articles is escaped, so that nothing in it
 * pings, links or formats; links lead to stored articles alone.
 */
export function render(reply: Reply, options: RenderOptions = {}): readonly [DiscordMessage, ...DiscordMessage[]] {
  const buttons = buttonsOf(reply, options);
  if (reply.kind === 'brief') return briefMessages(reply.brief, reply.sample ?? false, buttons);
  const blocks: readonly Block[] =
    reply.kind === 'form' ? [{ kind: 'line', runs: [{ kind: 'words', text: reply.form.note }] }] : outline(reply);
  const [first, ...rest] = messagesOf(blocks);
  return [{ components: [...(first ?? EMPTY).components, ...buttons] }, ...rest];
}

/** The parent in a container whose edge repeats the direction that its words state; the rest after it. */
function briefMessages(brief: Brief, sample: boolean, buttons: readonly Row[]): [DiscordMessage, ...DiscordMessage[]] {
  const { parent, thread } = briefParts(brief, sample);
  const [texts = [], ...overflow] = inOneMessage(parent);
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    accent_color: EDGES[brief.direction],
    components: [...texts, ...buttons],
  };
  return [
    { components: [container] },
    ...overflow.map((components): DiscordMessage => ({ components })),
    ...messagesOf(thread),
  ];
}

/** A parent is read at a glance: where long addresses would part it, its marks open the articles. */
function inOneMessage(parent: readonly Block[]): APITextDisplayComponent[][] {
  const texts = textsOf(parent);
  return texts.length === 1 ? texts : textsOf(parent, 'articles');
}

function messagesOf(blocks: readonly Block[]): DiscordMessage[] {
  return textsOf(blocks).map((components) => ({ components }));
}

const EMPTY: DiscordMessage = { components: [{ type: ComponentType.TextDisplay, content: '–' }] };

const EDGES: Readonly<Record<Direction, number>> = {
  easing: 0x2e7d32,
  escalating: 0xc62828,
  mixed: 0xb26a00,
  unchanged: 0x5f6368,
  quiet: 0x5f6368,
};

function buttonsOf(reply: Reply, { request, form, isPrivate = false }: RenderOptions): readonly Row[] {
  switch (reply.kind) {
    case 'brief': {
      const own = reply.sample ? [] : [briefButtons(reply.brief)];
      return isPrivate && request !== undefined ? [...own, shareButtons(request)] : own;
    }
    case 'answer':
      return request === undefined ? [] : [answerButtons(request, isPrivate)];
    case 'welcome':
      return [welcomeButtons()];
    case 'form':
      return [formButton(reply.form.title, form || (reply.form.kind === 'settings' ? 'settings' : 'wrong'))];
    case 'home':
      return [settingsButtons()];
    default:
      return isPrivate && request !== undefined && isShareable(reply) ? [shareButtons(request)] : [];
  }
}
