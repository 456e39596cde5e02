import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { turns } from '../desk.ts';
import { detente } from './command-line.ts';

/** Read whole against the sample, as the briefs beside it: `npx vitest run test/cli/conversation.test.ts --update`. */
test('five turns at the terminal, each on the one before, are those that were read', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'detente-conversation-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  // by words alone: vectors may differ in the last digit from one processor to another
  const { out } = await detente(['start', '--format', 'text'], {
    input: `${turns.join('\n')}\n`,
    env: { DETENTE_VECTORS: 'off' },
    cwd,
  });
  const answers = out.slice(out.indexOf('\nChina.') + 1);
  await expect(answers).toMatchFileSnapshot('../golden/conversation.txt');
});
