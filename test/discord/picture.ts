/**
 * Pictures of the screens in `test/fixtures/discord/`, for docs/discord.md: `node test/discord/picture.ts`. Needs
 * Debian's `chromium`. An approximation of how Discord draws components, to show what stands where.
 */
import { drawAll, escapedHtml } from '../picture.ts';
import { guarded, LINK, unguarded } from './markdown.ts';

// biome-ignore lint/suspicious/noExplicitAny: components as they are in the fixtures
type Node = any;

const style = `
  body { font: 15px/1.4 'Noto Sans', sans-serif; background: #313338; color: #dbdee1; margin: 16px; }
  .post { display: flex; gap: 14px } .said { flex: 1 } b { color: #f2f3f5 }
  .face { width: 40px; height: 40px; border-radius: 50%; background: #1f3d36; color: #fff; text-align: center; line-height: 40px }
  small { font-size: 10px; color: #fff; background: #5865f2; padding: 0 4px; border-radius: 3px }
  h2 { font-size: 19px; margin: 8px 0; color: #f2f3f5 } h3 { font-size: 16px; margin: 10px 0 4px; color: #f2f3f5 }
  p { margin: 3px 0 } ul { margin: 2px 0; padding-left: 20px } li li { list-style: circle }
  blockquote { margin: 2px 0; padding-left: 10px; border-left: 4px solid #4e5058 }
  a { color: #00a8fc; text-decoration: none } .row { display: flex; gap: 8px; margin: 8px 0 4px; flex-wrap: wrap }
  button { font: inherit; font-size: 14px; background: #4e5058; color: #fff; border: 0; border-radius: 3px; padding: 4px 14px }
  .box { background: #2b2d31; border: 1px solid #1e1f22; border-left: 4px solid; border-radius: 4px; padding: 8px 14px; margin: 4px 0 }
  .thread { border-left: 2px solid #4e5058; margin: 12px 0 0 4px; padding-left: 12px } .thread small { background: #4e5058 }`;

drawAll('discord', pageOf);

function pageOf(messages: readonly Node[]): string {
  const [parent, ...rest] = messages.map(({ components }: Node) => components.map(html).join(''));
  const replies = rest.length === 0 ? '' : `<div class="thread"><small>in the thread</small>${rest.join('')}</div>`;
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><body>
    <div class="post"><div class="face">D</div><div class="said"><b>Détente</b> <small>APP</small>${parent}${replies}</div></div>`;
}

function html(node: Node): string {
  switch (node.type) {
    case 17:
      return `<div class="box" style="border-left-color:#${node.accent_color.toString(16).padStart(6, '0')}">${node.components.map(html).join('')}</div>`;
    case 1:
      return `<div class="row">${node.components.map(html).join('')}</div>`;
    case 2:
      return `<button>${escapedHtml(node.label)}</button>`;
    case 10:
      return node.content.split('\n').map(lineOf).join('').replaceAll('</ul><ul>', '').replaceAll('</li><ul>', '<ul>');
    default:
      throw new Error(`no picture of component ${node.type}`);
  }
}

function lineOf(line: string): string {
  const [, mark = '', text = ''] = /^(#{2,3} |- | {2}- |> )?(.*)$/.exec(line) ?? [];
  const inner = inline(text);
  if (mark.startsWith('#')) return `<h${mark.length - 1}>${inner}</h${mark.length - 1}>`;
  if (mark === '- ') return `<ul><li>${inner}</li></ul>`;
  if (mark === '  - ') return `<ul><ul><li>${inner}</li></ul></ul>`;
  return mark === '> ' ? `<blockquote>${inner}</blockquote>` : `<p>${inner}</p>`;
}

function inline(text: string): string {
  const marked = escapedHtml(guarded(text))
    .replace(LINK, '<a>$1</a>')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>');
  return unguarded(marked).replace(/<(?!\/?(?:a|b)>)/g, '&lt;');
}
