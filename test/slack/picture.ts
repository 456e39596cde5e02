/**
 * Pictures of the screens in `test/fixtures/slack/`, for docs/slack.md: `node test/slack/picture.ts`. Needs Debian's
 * `chromium`. An approximation of how Slack draws blocks, to show what stands where.
 */
import { drawAll, escapedHtml } from '../picture.ts';

// biome-ignore lint/suspicious/noExplicitAny: blocks as they are in the fixtures
type Node = any;

const style = `
  body { font: 15px/1.46 'Noto Sans', sans-serif; color: #1d1c1d; margin: 16px; }
  .post { display: flex; gap: 10px } .said { flex: 1 }
  .face { width: 36px; height: 36px; border-radius: 6px; background: #1f3d36; color: #fff; text-align: center; line-height: 36px }
  small { font-size: 11px; color: #616061; background: #f0f0f0; padding: 0 4px; border-radius: 3px }
  h1 { font-size: 18px; margin: 6px 0 } ul { margin: 4px 0; padding-left: 24px } p { margin: 4px 0; white-space: pre-wrap }
  blockquote { margin: 4px 0; padding-left: 12px; border-left: 4px solid #ddd; white-space: pre-wrap }
  pre { background: #f8f8f8; border: 1px solid #ddd; border-radius: 4px; padding: 8px; white-space: pre-wrap; font-size: 12px }
  code { background: #f8f8f8; border: 1px solid #ddd; border-radius: 3px; padding: 0 3px; font-size: 12px; color: #c01343 }
  a { color: #1264a3; text-decoration: none } .row { display: flex; gap: 8px; margin: 8px 0; flex-wrap: wrap }
  button { font: inherit; font-weight: 700; background: #fff; border: 1px solid #bbb; border-radius: 4px; padding: 3px 12px }
  .small button { font-weight: 400; font-size: 12px; padding: 1px 8px }
  .thread { border-left: 2px solid #ddd; margin: 12px 0 0 4px; padding-left: 12px }`;

drawAll('slack', pageOf);

function pageOf(messages: readonly Node[]): string {
  const [parent, ...thread] = messages.map(
    ({ blocks }: Node) => `<div class="message">${blocks.map(html).join('')}</div>`,
  );
  const replies = thread.length === 0 ? '' : `<div class="thread"><small>in the thread</small>${thread.join('')}</div>`;
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><body>
    <div class="post"><div class="face">D</div><div class="said"><b>Détente</b> <small>APP</small>${parent}${replies}</div></div>`;
}

function html(node: Node): string {
  const inner = () => node.elements.map(html).join('');
  switch (node.type) {
    case 'header':
      return `<h1>${escapedHtml(node.text.text)}</h1>`;
    case 'rich_text':
      return inner();
    case 'rich_text_section':
      return `<p>${inner()}</p>`;
    case 'rich_text_list':
      return `<ul style="margin-left:${24 * (node.indent ?? 0)}px">${node.elements.map((item: Node) => `<li>${item.elements.map(html).join('')}</li>`).join('')}</ul>`;
    case 'rich_text_quote':
      return `<blockquote>${inner()}</blockquote>`;
    case 'rich_text_preformatted':
      return `<pre>${inner()}</pre>`;
    case 'text':
      return styled(node);
    case 'link':
      return `<a href="${escapedHtml(node.url)}">${escapedHtml(node.text)}</a>`;
    case 'actions':
      return `<div class="row">${inner()}</div>`;
    case 'button':
      return `<button>${escapedHtml(node.text.text)}</button>`;
    case 'context_actions':
      return `<div class="row small">${inner()}</div>`;
    case 'feedback_buttons':
      return `<button>👍 ${escapedHtml(node.positive_button.text.text)}</button><button>👎 ${escapedHtml(node.negative_button.text.text)}</button>`;
    default:
      throw new Error(`no picture of ${node.type}`);
  }
}

function styled({ text, style: { bold, code } = {} as Node }: Node): string {
  const words = escapedHtml(text);
  if (code) return `<code>${words}</code>`;
  return bold ? `<b>${words}</b>` : words;
}
