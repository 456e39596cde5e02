import { ComponentType, InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { checkCommand } from './command-limits.ts';
import { checkModal } from './modal-limits.ts';

/*
 * What Discord refuses and its OpenAPI file does not say, and what this bot must not leave out. From
 * https://discord.com/developers/docs/resources/message, .../components/reference and
 * .../interactions/receiving-and-responding.
 */

// biome-ignore lint/suspicious/noExplicitAny: what is checked may be anything
type Anything = any;

export type Must = (holds: boolean, rule: string) => void;

/** Every rule that a call breaks. */
export function violations(method: string, path: string, body: Anything): string[] {
  const found: string[] = [];
  const must: Must = (holds, rule) => void (holds || found.push(rule));
  try {
    check(method, path, body, must);
  } catch (error) {
    found.push(`a body of another shape: ${error}`);
  }
  return found;
}

function check(method: string, path: string, body: Anything, must: Must): void {
  if (isMessageCall(method, path)) checkMessage(body, must);
  if (path.endsWith('/callback')) checkCallback(body, must);
  if (path.endsWith('/commands')) for (const command of [body].flat()) checkCommand(command, must);
  // A change names only what it changes
  if (/\/commands\/\d+$/.test(path)) checkCommand({ name: 'same', description: 'the same', ...body }, must);
  if (path.endsWith('/threads')) must(isFit(body.name, 100), 'thread name of 1 to 100');
}

function isMessageCall(method: string, path: string): boolean {
  const isPlace = /^\/channels\/\d+\/messages(\/\d+)?$|^\/webhooks\/\d+\/[^/]+(\/messages\/[^/]+)?$/.test(path);
  return isPlace && ['POST', 'PATCH'].includes(method);
}

function checkCallback({ type, data }: Anything, must: Must): void {
  const { ChannelMessageWithSource, UpdateMessage, Modal, ApplicationCommandAutocompleteResult } =
    InteractionResponseType;
  if (type === ChannelMessageWithSource || type === UpdateMessage) checkMessage(data, must);
  if (type === Modal) checkModal(data, must);
  if (type === ApplicationCommandAutocompleteResult) checkChoices(data.choices, must);
}

function checkChoices(choices: readonly Anything[], must: Must): void {
  must(choices.length <= 25, '25 choices');
  for (const { name, value } of choices) must(isFit(name, 100) && isFit(value, 100), 'choice of 1 to 100');
}

function checkMessage(body: Anything, must: Must): void {
  must((body.content ?? '').length <= 2_000, 'content of 2,000');
  must(embedLength(body.embeds ?? []) <= 6_000, 'embeds of 6,000 together');
  checkMentions(body.allowed_mentions, must);
  if (body.nonce !== undefined) {
    must(String(body.nonce).length <= 25, 'nonce of 25');
    must(body.enforce_nonce === true, 'a nonce is enforced');
  }
  const all = [...partsIn(body.components ?? [])];
  if ((body.flags ?? 0) & MessageFlags.IsComponentsV2) checkNewParts(body, all, must);
  else
    must(
      all.every(({ type }) => OLD_TYPES.includes(type)),
      'components of version 2 need their flag',
    );
  checkParts(all, must);
}

/** https://discord.com/developers/docs/resources/message#allowed-mentions-object */
function checkMentions(allowed: Anything, must: Must): void {
  must(Array.isArray(allowed?.parse) && allowed.parse.length === 0, 'allowed_mentions parses nothing');
  must(!allowed?.users?.length && !allowed?.roles?.length, 'allowed_mentions names nobody');
  must(allowed?.replied_user !== true, 'who is replied to is not pinged');
}

const OLD_TYPES: readonly number[] = [
  ComponentType.ActionRow,
  ComponentType.Button,
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

function checkNewParts(body: Anything, all: readonly Anything[], must: Must): void {
  must(!body.content && !body.embeds?.length, 'no content or embeds beside components of version 2');
  must(all.length >= 1 && all.length <= 40, '1 to 40 components');
  const texts = all.filter(({ type }) => type === ComponentType.TextDisplay);
  must(
    texts.every(({ content }) => content.trim().length >= 1),
    'a text is not empty',
  );
  must(texts.reduce((sum, { content }) => sum + content.length, 0) <= 4_000, 'texts of 4,000 together');
}

function checkParts(all: readonly Anything[], must: Must): void {
  for (const { type, components } of all) if (type === ComponentType.ActionRow) checkRow(components, must);
  for (const part of all) if (part.type === ComponentType.Button) checkButton(part, must);
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  must(
    ids.every((id) => isFit(id, 100)),
    'custom_id of 1 to 100',
  );
  must(new Set(ids).size === ids.length, 'custom_ids of a message differ');
  checkNumbers(
    all.flatMap(({ id }) => (id === undefined || id === 0 ? [] : [id])),
    must,
  );
}

/** https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
function checkNumbers(numbers: readonly Anything[], must: Must): void {
  must(
    numbers.every((id) => Number.isInteger(id) && id >= 0 && id < 2 ** 31),
    'ids of components are of 32 bits',
  );
  must(new Set(numbers).size === numbers.length, 'ids of components differ');
}

function checkRow(components: readonly Anything[], must: Must): void {
  must(components.length >= 1 && components.length <= 5, 'a row of 1 to 5');
  const hasSelect = components.some(({ type }) => type !== ComponentType.Button);
  must(!hasSelect || components.length === 1, 'a select stands alone in its row');
}

/** Link buttons have an address and no custom_id, others the other way round. */
function checkButton({ label, emoji, style, url, custom_id }: Anything, must: Must): void {
  must(label === undefined ? emoji !== undefined : isFit(label, 80), 'button label of 1 to 80');
  must(style === 5 ? url !== undefined && custom_id === undefined : url === undefined, 'an address for links alone');
  must((url ?? '').length <= 512, 'button address of 512');
}

function embedLength(embeds: readonly Anything[]): number {
  const texts = embeds.flatMap(({ title, description, footer, author, fields = [] }) => [
    ...[title, description, footer?.text, author?.name],
    ...fields.flatMap(({ name, value }: Anything) => [name, value]),
  ]);
  return texts.join('').length;
}

/** Every component, through all levels. */
export function* partsIn(nodes: readonly Anything[]): Generator<Anything> {
  for (const node of nodes) {
    yield node;
    yield* partsIn(node.components ?? []);
    yield* partsIn([node.component, node.accessory].filter(Boolean));
  }
}

export function isFit(text: unknown, most: number): boolean {
  return typeof text === 'string' && text.length >= 1 && text.length <= most;
}
