import type { PageElement, PageNode } from './page-element.ts';

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Captions and credits of pictures are no part of the story's prose. */
const LEFT_OUT = new Set('script style noscript template figcaption button svg audio video iframe object'.split(' '));

type LeaveOut = (element: PageElement) => boolean;

/**
 * Text of an element with a blank line between blocks and a break at `<br>`; white space within is one space.
 * @param leaveOut tells elements that are left out with all that they hold
 */
export function paragraphsOf(element: PageElement, leaveOut: LeaveOut = () => false): string {
  const parts: string[] = [];
  collect(element, parts, leaveOut);
  return parts
    .join('')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function collect(node: PageNode, parts: string[], leaveOut: LeaveOut): void {
  if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/\s+/gu, ' '));
  if (node.nodeType !== 1) return;
  const name = (node as PageElement).localName.toLowerCase();
  if (LEFT_OUT.has(name) || leaveOut(node as PageElement)) return;
  if (name === 'br') parts.push('\n');
  const edge = BLOCKS.has(name) ? '\n\n' : '';
  parts.push(edge);
  for (const child of node.childNodes) collect(child, parts, leaveOut);
  parts.push(edge);
}
