import type { Block, Direction, Run } from '../../src/index.ts';
import { type Piece, wrap } from './wrap.ts';

export interface TextOptions {
  readonly colour: boolean;
  readonly links: boolean;
  readonly width: number;
}

/** One block as lines for a terminal. */
export function blockToText(block: Block, options: TextOptions): string[] {
  const flow = (pieces: readonly Piece[], first = '', hang = first) =>
    wrap(pieces, { first, hang, width: options.width });
  switch (block.kind) {
    case 'gap':
      return [''];
    case 'title':
      return flow([strong(block.text, options)]);
    case 'heading':
      return flow([strong(block.text.toUpperCase(), options)]);
    case 'verdict':
      return flow([coloured(block.text, block.direction, options)]);
    case 'line':
      return flow(pieces(block.runs, options));
    case 'item':
      return flow(pieces(block.runs, options), '• ', '  ');
    case 'part':
      return flow(pieces(block.runs, options), '  – ', '    ');
    case 'quote':
      return flow([{ text: `"${block.quote}"${block.cut ? ' …' : ''}` }], `  [${block.number}] `, '      ');
    case 'source':
      return flow([linked({ text: block.text }, block.url, options)], `[${block.number}] `, '    ');
    case 'verbatim':
      return [...block.lines];
    case 'entry':
      return flow([strong(block.usage, options), { text: `  ${block.summary}` }], '  ', '      ');
  }
}

function pieces(runs: readonly Run[], options: TextOptions): Piece[] {
  return runs.map((run) => {
    if (run.kind === 'mark') return linked({ text: `[${run.number}]` }, run.url, options);
    if (run.kind === 'link') return linked({ text: run.url }, run.url, options);
    return run.strong ? strong(run.text, options) : { text: run.text };
  });
}

const reset = '\u001b[0m';

function strong(text: string, { colour }: TextOptions): Piece {
  return colour ? { text, open: '\u001b[1m', close: reset } : { text };
}

const colours: Readonly<Record<Direction, string>> = {
  easing: '\u001b[1;32m',
  escalating: '\u001b[1;31m',
  mixed: '\u001b[1;33m',
  unchanged: '\u001b[1m',
  quiet: '\u001b[1m',
};

function coloured(text: string, direction: Direction, { colour }: TextOptions): Piece {
  return colour ? { text, open: colours[direction], close: reset } : { text };
}

// https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
function linked(piece: Piece, url: string | undefined, { links }: TextOptions): Piece {
  if (!links || url === undefined) return piece;
  return {
    ...piece,
    open: `\u001b]8;;${url}\u001b\\${piece.open ?? ''}`,
    close: `${piece.close ?? ''}\u001b]8;;\u001b\\`,
  };
}
