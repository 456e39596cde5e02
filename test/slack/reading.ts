/*
 * What a reader of Slack sees, and what Slack would act on, read back from the blocks.
 */

// biome-ignore lint/suspicious/noExplicitAny: blocks as they came over the wire
type Anything = any;

/** The words of blocks, as a reader sees them. */
export function shownText(blocks: readonly Anything[]): string {
  return blocks.map(textOf).join('\n').replace(/\s+/g, ' ').trim();
}

function textOf(node: Anything): string {
  if (Array.isArray(node)) return node.map(textOf).join('\n');
  switch (node?.type) {
    case 'header':
    case 'section':
    case 'button':
      return node.text.text;
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      return node.elements.map((part: Anything) => part.text ?? part.url ?? `<${part.type}>`).join('');
    case 'input':
      return `${node.label.text} ${textOf(node.element)}`;
    case 'rich_text':
    case 'rich_text_list':
    case 'actions':
      return textOf(node.elements);
    case 'plain_text':
    case 'mrkdwn':
      return node.text;
    default:
      return '';
  }
}

/** Every address that a reader can follow. */
export function linksIn(blocks: readonly Anything[]): string[] {
  const links: string[] = [];
  walk(blocks, (node) => {
    if (node.type === 'link' || (node.type === 'button' && node.url)) links.push(node.url);
    if (node.type === 'mrkdwn') for (const [, url = ''] of node.text.matchAll(/<([^>@#!|]+)/g)) links.push(url);
  });
  return links;
}

/** What is alive and must not be: pings, links that lead to no article, and in text whatever Slack makes one of. */
export function hazardsIn(message: Anything, isArticle: (url: string) => boolean): string[] {
  const found: string[] = linksIn(message.blocks ?? [])
    .filter((url) => !isArticle(url))
    .map((url) => `link ${url}`);
  walk(message.blocks ?? [], (node) => {
    if (['user', 'usergroup', 'channel', 'broadcast', 'team', 'emoji', 'date', 'color'].includes(node.type))
      found.push(`live ${node.type}`);
    if (node.type === 'mrkdwn') found.push(...markupIn(node.text));
    if (node.type === 'plain_text' && node.emoji !== false) found.push('plain text with emoji');
  });
  return [...found, ...markupIn(message.text ?? '').map((one) => `in the fallback: ${one}`)];
}

/** https://docs.slack.dev/messaging/formatting-message-text */
function markupIn(text: string): string[] {
  const commands = text.match(/<[^>]*>?/g) ?? [];
  const entities = text.match(/&(?!amp;|lt;|gt;)/g) ?? [];
  const addresses = text.match(/\w+:\/\/\S+|\bwww\.\w+|\b[\w-]+\.(?:com|org|net|example)\b|[\w.]+@[\w.]+/gi) ?? [];
  return [...commands, ...entities, ...addresses];
}

function walk(node: Anything, visit: (node: Anything) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) visit(node);
  for (const child of Object.values(node)) walk(child, visit);
}
