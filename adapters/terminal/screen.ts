import { clearLine, cursorTo, type Interface } from 'node:readline';
import type { Reply } from '../../src/index.ts';
import { type RenderOptions, renderReply } from './render.ts';

export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** The one writer to the terminal: replies come out whole and in order, and never into the line being typed. */
export interface Screen {
  /** Resolves when the output has taken the reply. */
  show(reply: Reply, around?: Around): Promise<void>;
  /** From now on a prompt stands below what is shown. */
  follow(lines: Interface): void;
}

/** Called right before and right after a text is written: nothing else can happen between. */
interface Around {
  before(text: string): void;
  after(): void;
}

/** Wider lines are hard to read. */
const maxWidth = 110;

export function createScreen(output: Output, options: Partial<RenderOptions>): Screen {
  let before: Promise<void> = Promise.resolve();
  let lines: Interface | undefined;
  const write = (text: string, around?: Around) => {
    if (lines) clearTyped(output);
    return new Promise<void>((resolve, reject) => {
      around?.before(text);
      // terminals, files and pipes are written to at once: https://nodejs.org/api/process.html#a-note-on-process-io
      output.write(text, (error) => (error ? reject(error) : resolve()));
      around?.after();
    });
  };
  const show = async (reply: Reply, around?: Around) => {
    await write(`${renderReply(reply, renderOptions(output, options))}\n\n`, around);
    lines?.prompt(true);
  };
  return {
    show: (reply, around) => {
      const shown = before.then(() => show(reply, around));
      before = shown.catch(() => {});
      return shown;
    },
    follow: (followed) => {
      lines = followed;
      lines.once('close', () => {
        lines = undefined;
      });
      lines.prompt();
    },
  };
}

function clearTyped(output: Output): void {
  cursorTo(output, 0);
  clearLine(output, 0);
}

/** Asked at each reply, since a window changes its width. One that does not know its width says 0. */
function renderOptions(output: Output, options: Partial<RenderOptions>): RenderOptions {
  const terminal = Boolean(output.isTTY);
  const { format = terminal ? 'text' : 'markdown', colour = terminal, links = terminal, width } = options;
  return { format, colour, links, width: width ?? Math.min(output.columns || maxWidth, maxWidth) };
}
