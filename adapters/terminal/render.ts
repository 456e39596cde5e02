import { markdown, outline, type Reply } from '../../src/index.ts';
import { blockToText } from './text.ts';

export interface RenderOptions {
  readonly format: 'text' | 'markdown';
  /** ANSI colours; they repeat what the words say. */
  readonly colour: boolean;
  /** OSC 8 hyperlinks on marks and sources that have an address; Markdown has its own links. */
  readonly links: boolean;
  /** Columns of the terminal; Markdown is not wrapped. */
  readonly width: number;
}

/** A reply as text that ends without a line break. Nothing in it but what the options ask for controls a terminal. */
export function renderReply(reply: Reply, options: RenderOptions): string {
  const blocks = outline(reply);
  if (options.format === 'markdown') return markdown(blocks);
  return blocks
    .flatMap((block) => blockToText(block, options))
    .join('\n')
    .trimEnd();
}
