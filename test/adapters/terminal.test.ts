import { PassThrough } from 'node:stream';
import { createTerminalAdapter, type TerminalAdapterOptions } from '../../adapters/terminal/index.ts';
import { clockFrom } from '../../src/clock.ts';
import { silentLogger } from '../../src/logger.ts';
import { type AdapterUnderTest, adapterContract } from '../contract/adapter.ts';

/** The adapter between two streams, as at the end of a pipe. */
async function overStreams(options: Partial<TerminalAdapterOptions>): Promise<AdapterUnderTest> {
  const input = new PassThrough();
  const output = new PassThrough();
  let raw = '';
  output.on('data', (chunk) => {
    raw += chunk;
  });
  const adapter = createTerminalAdapter({
    clock: clockFrom('2031-04-12T07:00:00Z'),
    logger: silentLogger,
    input,
    output,
    patienceMs: 200,
    ...options,
  });
  return {
    adapter,
    conversation: { adapter: 'terminal', workspace: '', channel: '' },
    type: async (text) => void input.write(`${text}\n`),
    shown: () => asRead(raw, options.format === 'markdown'),
    hazards: () => hazardsOf(raw, options.format === 'markdown'),
    dispose: async () => {
      await adapter.stop();
      input.destroy();
      output.destroy();
    },
  };
}

const esc = '\u001b';
const links = new RegExp(`${esc}\\]8;;([^${esc}]*)${esc}\\\\`, 'g');
const styles = new RegExp(`${esc}\\[[\\d;]*m`, 'g');

/** As a terminal shows it, or as a Markdown reader does: links by their text, escapes resolved. */
function asRead(raw: string, markdown: boolean): string {
  const plain = raw.replaceAll(links, '').replaceAll(styles, '');
  const text = markdown
    ? plain
        .replace(/\[((?:\\.|\[\d+\]|[^\\[\]])*)\]\([^()\s]*\)/g, '$1')
        .replace(/\\([!-/:-@[-`{-~])/g, '$1')
        .replace(/\*\*/g, '')
    : plain;
  return text.replace(/\s+/g, ' ');
}

function hazardsOf(raw: string, markdown: boolean): string[] {
  const targets = [...raw.matchAll(links)].map((match) => match[1] ?? '').filter(Boolean);
  const foreign = targets.filter((target) => !target.startsWith('https://news.example/'));
  const rest = raw.replaceAll(links, '').replaceAll(styles, '');
  const controls = rest.match(/[^\P{Cc}\n]|\u061c|\u200b|\u200d|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu) ?? [];
  // In what is left when escaped signs are taken out, nothing may begin a link, a tag, code or a mention.
  const bare = markdown ? rest.replace(/\\[!-/:-@[-`{-~]/g, '') : '';
  const live =
    bare.match(/\]\((?!https:\/\/news\.example\/)[^)]*\)|https?:\/\/(?!news\.example\/)\S+|<[a-z!@#/]|(?<!\w)@\w+/gi) ??
    [];
  return [...foreign, ...controls, ...live];
}

adapterContract('the terminal, as plain text', () => overStreams({ format: 'text' }));
adapterContract('the terminal, with colour and links', () =>
  overStreams({ format: 'text', colour: true, links: true, width: 60 }),
);
adapterContract('the terminal, as Markdown', () => overStreams({ format: 'markdown' }));
