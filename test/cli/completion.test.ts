import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { checkout, detente, temporaryFolder } from './command-line.ts';

const folder = temporaryFolder();
const script = join(folder, 'completion.sh');
const command = join(folder, 'detente');
const addresses = [
  'https://paper.example/feed',
  'https://paper.example/sport?format=rss&page=1',
  'https://post.example/$(touch%20x)',
  'https://post.example/$(touch$IFS$9pwned)',
];

beforeAll(async () => {
  writeFileSync(script, (await detente(['completion'])).out);
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${join(checkout, 'src/cli.ts')}' "$@"\n`);
  chmodSync(command, 0o755);
  const archive = await openSqliteArchive(join(folder, 'archive.sqlite'));
  for (const url of addresses) await archive.feeds.add({ url, addedAt: 0, nextAt: 0 });
  await archive.close();
});

/** What bash offers where this is typed, parted into words as its line editor does. */
function offered(line: string): string[] {
  const words = line.match(/[^\s:=]+|[:=]+|(?<=\s)$/g) ?? [];
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const code = `source '${script}'; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; COMP_LINE="$1"; COMP_POINT=\${#1}
    _detente '${command}' "" ""; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const env = { PATH: process.env['PATH'], DETENTE_ARCHIVE: join(folder, 'archive.sqlite') };
  const out = execFileSync('bash', ['--norc', '-c', code, 'bash', line], { cwd: folder, env, encoding: 'utf8' });
  return out.split('\n').filter(Boolean);
}

describe('what bash completes', () => {
  test('commands and their subcommands', () => {
    expect(offered('detente sou')).toEqual(['source']);
    expect(offered('detente source p')).toEqual(['poll', 'pause']);
    expect(offered('detente source import --unt')).toEqual(['--untested']);
  });

  test.for(['pause', 'poll'])('after source %s the addresses of the archive', (name) => {
    expect(offered(`detente source ${name} https://paper.example/f`)).toEqual(['//paper.example/feed']);
    expect(offered(`detente source ${name} `)).toHaveLength(addresses.length);
  });

  test('an address that a shell would run is quoted, and nothing is run', () => {
    expect(offered('detente source remove https://post')).toEqual([
      String.raw`//post.example/\$\(touch%20x\)`,
      String.raw`//post.example/\$\(touch\$IFS\$9pwned\)`,
    ]);
    expect(offered('detente source remove https://paper.example/sport?format=r')).toEqual([String.raw`rss\&page=1`]);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });
});
