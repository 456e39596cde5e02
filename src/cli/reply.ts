import { renderReply } from '../../adapters/terminal/render.ts';
import type { Reply } from '../domain/reply.ts';
import type { Call } from './call.ts';
import { print } from './output.ts';

const readableWidth = 100;

/** Prints a reply as the terminal shows it: colours and links only where someone watches. */
export function printReply(call: Call, reply: Reply): void {
  const watched = call.format === 'text' && process.stdout.isTTY === true;
  print(
    renderReply(reply, {
      format: call.format === 'markdown' ? 'markdown' : 'text',
      colour: watched && process.stdout.hasColors(),
      links: watched,
      width: watched ? Math.min(process.stdout.columns, readableWidth) : readableWidth,
    }),
  );
}
